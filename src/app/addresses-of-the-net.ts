import { BlockList, isIP } from 'node:net'

/**
 * Which addresses lead where, after the registries of special addresses of IANA. Of IPv6 only what has been
 * given out for public use (2000::/3) counts as public, so that no way of writing an IPv4 address inside
 * one (mapped, compatible, NAT64, 6to4, Teredo) has to be known to be refused.
 */

/** Leads to a machine on the public net. */
export function isPublic(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !special4.check(address)
    case 6:
      return (
        !address.includes('%') && given6.check(address, 'ipv6') && !special6.check(address, 'ipv6')
      )
    default:
      return false
  }
}

/** Leads to this machine, or to a network of one's own. */
export function isOwnNetwork(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return own4.check(address)
    case 6:
      return !address.includes('%') && own6.check(address, 'ipv6')
    default:
      return false
  }
}

/** Is never called, whatever is set: where machines in a cloud are told who they are, and what is nobody's. */
export const isNever = (address: string): boolean =>
  isIP(address) === 4 ? never4.check(address) : never6.check(address, 'ipv6')

const listOf = (kind: 'ipv4' | 'ipv6', nets: readonly string[]): BlockList => {
  const list = new BlockList()
  for (const net of nets) {
    const [start = '', length] = net.split('/')
    list.addSubnet(start, Number(length), kind)
  }
  return list
}

const ownNets4 = ['10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']
const neverNets4 = [
  '0.0.0.0/8',
  '169.254.0.0/16',
  '100.100.100.200/32',
  '224.0.0.0/4',
  '240.0.0.0/4',
]
const own4 = listOf('ipv4', ownNets4)
const never4 = listOf('ipv4', neverNets4)
const special4 = listOf('ipv4', [
  ...ownNets4,
  ...neverNets4,
  // Protocol assignments, documentation, relays of 6to4, AS112, AMT, measurements.
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  // Where machines of Azure are told who they are.
  '168.63.129.16/32',
])
const own6 = listOf('ipv6', ['::1/128', 'fc00::/7'])
const given6 = listOf('ipv6', ['2000::/3'])
// Where Amazon's machines in an IPv6 network are told who they are.
const never6 = listOf('ipv6', ['fd00:ec2::254/128'])
const special6 = listOf('ipv6', [
  // Protocols (Teredo, benchmarks, ORCHID), documentation, 6to4, AS112.
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '2620:4f:8000::/48',
  '3fff::/20',
])
