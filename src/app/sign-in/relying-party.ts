import { isIP } from 'node:net'

/** What passkeys are bound to (WebAuthn's relying party): a host, and the one address whose pages may ask. */
export interface RelyingParty {
  readonly id: string
  readonly origin: string
}

/**
 * The relying party of this instance: its public address, or `localhost` where none was said. Undefined
 * where no browser has passkeys: on plain http elsewhere, and where a host is a bare number.
 */
export function relyingPartyOf({
  publicUrl,
  port,
}: {
  readonly publicUrl: string | undefined
  readonly port: number
}): RelyingParty | undefined {
  const { protocol, hostname, origin } = new URL(publicUrl ?? `http://localhost:${port}`)
  const isHere = hostname === 'localhost' || hostname.endsWith('.localhost')
  if (protocol !== 'https:' && !isHere) return undefined
  return isIP(hostname.replace(/^\[|\]$/g, '')) === 0 ? { id: hostname, origin } : undefined
}
