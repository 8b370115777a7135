import type { IncomingMessage } from 'node:http'

type Asked = Pick<IncomingMessage, 'headers'> & {
  readonly socket: Pick<IncomingMessage['socket'], 'remoteAddress'>
}

/**
 * Does a request come from this machine? The socket must, and so must every address that a proxy
 * says it forwards for: a proxy on this machine speaks for the whole world.
 */
export function isFromHere(asked: Asked): boolean {
  const { headers } = asked
  if (headers['forwarded'] !== undefined || headers['via'] !== undefined) return false
  const forwarded = [headers['x-forwarded-for'] ?? []]
    .flat()
    .flatMap((one) => one.split(',').map((address) => address.trim()))
  return [asked.socket.remoteAddress ?? '', ...forwarded].every(isLoopback)
}

const isLoopback = (address: string): boolean =>
  address === '::1' || /^(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/i.test(address)
