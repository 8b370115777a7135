import { BlockList, isIP } from 'node:net'
import { invalid } from '../engine/problem.ts'

/**
 * Whom this instance believes when they say for whom they ask (`X-Forwarded-For`, `X-Forwarded-Proto`):
 * the last so many senders before it, or whoever has one of these addresses.
 */
export type Proxies =
  | { readonly hops: number }
  | { readonly isOne: (address: string | undefined) => boolean }

/** Reads a number of hops, or addresses and networks such as `127.0.0.1, 10.0.0.0/8`. Throws `invalid`. */
export function proxiesOf(text: string): Proxies {
  if (/^\d{1,2}$/.test(text.trim())) return { hops: Number(text) }
  const networks = new BlockList()
  for (const part of text.split(',').map((one) => one.trim())) add(networks, part)
  return {
    isOne: (address) => {
      const bare = bareOf(address ?? '')
      const family = isIP(bare)
      return family !== 0 && networks.check(bare, family === 4 ? 'ipv4' : 'ipv6')
    },
  }
}

/** A proxy on this machine, which is the only one that can be known without being told. */
export const localProxies = proxiesOf('127.0.0.0/8, ::1')

/**
 * The address of whoever asks: from the socket outwards, the first that is no proxy of ours. What
 * stands further out was written by that one, and may be made up.
 */
export function askedFrom(
  socket: string | undefined,
  forwarded: string | undefined,
  proxies: Proxies,
): string | undefined {
  const chain = [...(forwarded?.split(',').map((one) => bareOf(one.trim())) ?? []), socket]
  const isOne = (at: number): boolean =>
    'hops' in proxies ? chain.length - 1 - at < proxies.hops : proxies.isOne(chain[at])
  let at = chain.length - 1
  // What is no address was not written by a proxy that knows what it does: the one before it counts.
  while (at > 0 && isOne(at) && isIP(chain[at - 1] ?? '') !== 0) at -= 1
  return chain[at]
}

/** Is what the socket's other end says of the way before it believed? */
export const isProxy = (socket: string | undefined, proxies: Proxies): boolean =>
  'hops' in proxies ? proxies.hops > 0 : proxies.isOne(socket)

function add(networks: BlockList, text: string): void {
  const [address = '', bits, more] = text.split('/')
  const family = isIP(address)
  const most = family === 4 ? 32 : 128
  const length = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : -1
  if (family === 0 || more !== undefined || length < 0 || length > most)
    throw invalid(
      `THROUGHLINE_TRUSTED_PROXIES is how many proxies stand before this instance, such as 1, or their addresses and networks, such as "127.0.0.1, 10.0.0.0/8"; "${text}" is none of these.`,
    )
  networks.addSubnet(address, length, family === 4 ? 'ipv4' : 'ipv6')
}

/** Some proxies write a port behind the address, and a socket may give an IPv4 address as an IPv6 one. */
const bareOf = (text: string): string =>
  text
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
