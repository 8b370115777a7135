import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import type { Entrance } from '../../surfaces/rest/door.ts'
import { addressKey } from '../../surfaces/rest/limit.ts'
import { askedFrom, isProxy, type Proxies } from '../proxies.ts'

export type At = Context<Entrance>

/** How a request came here, as far as the proxies before this instance are believed. */
export interface Approach {
  /** The scheme that the browser used. */
  readonly scheme: (at: At) => 'http' | 'https'
  /** Under what whoever asks is counted: an address, or an IPv6 network. */
  readonly address: (at: At) => string
  /** Where whoever asks stands, as people read it. */
  readonly from: (at: At) => string
  /** The address that the browser stands at, as scheme, host and port. */
  readonly origin: (at: At) => string
  /** What links for others begin with: the public address, or the one that was asked. */
  readonly site: (at: At) => string
}

export function approachOf({
  proxies,
  publicUrl,
}: {
  readonly proxies: Proxies
  readonly publicUrl: string | undefined
}): Approach {
  const scheme = (at: At): 'http' | 'https' => {
    const { incoming } = at.env
    return incoming !== undefined &&
      isProxy(incoming.socket.remoteAddress, proxies) &&
      said(incoming, 'x-forwarded-proto') === 'https'
      ? 'https'
      : 'http'
  }
  const asking = (at: At): string | undefined => {
    const { incoming } = at.env
    return incoming === undefined
      ? undefined
      : askedFrom(incoming.socket.remoteAddress, said(incoming, 'x-forwarded-for'), proxies)
  }
  const origin = (at: At): string => `${scheme(at)}://${at.req.header('host') ?? ''}`
  return {
    scheme,
    address: (at) => addressKey(asking(at)),
    from: (at) => (asking(at) ?? '').replace(/^::ffff:(?=\d+\.)/i, ''),
    origin,
    site: (at) => publicUrl ?? origin(at),
  }
}

const said = ({ headers }: IncomingMessage, name: string): string | undefined =>
  [headers[name] ?? []].flat().join(', ') || undefined
