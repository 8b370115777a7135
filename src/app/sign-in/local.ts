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

/** The scheme that the browser used: a proxy on this machine may say that it took https. */
export const schemeOf = (asked: Asked): 'http' | 'https' =>
  isLoopback(asked.socket.remoteAddress ?? '') && asked.headers['x-forwarded-proto'] === 'https'
    ? 'https'
    : 'http'

const isLoopback = (address: string): boolean =>
  address === '::1' || /^(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/i.test(address)

/** The address of whoever asks: a proxy on this machine says it last. */
export function callerOf({ headers, socket }: Asked): string | undefined {
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().at(-1)?.split(',').at(-1)?.trim()
  return forwarded !== undefined && forwarded !== '' && isLoopback(socket.remoteAddress ?? '')
    ? forwarded.slice(0, 60)
    : socket.remoteAddress
}
