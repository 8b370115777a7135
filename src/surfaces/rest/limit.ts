import { Problem } from '../../engine/problem.ts'
import { sentence } from '../../engine/words.ts'

/**
 * A token bucket a principal, in the memory of this process: it keeps one caller from starving the
 * others, and is no quota. Several processes each give the full rate.
 */
export interface Rate {
  /** Requests a second that may go on for ever. */
  readonly perSecond: number
  /** Requests that may come at once after a rest. */
  readonly burst: number
}

export interface Limits {
  /** By who acts, after the credentials were checked. */
  readonly principal: Rate
  /** By network address, for requests that name nobody or give credentials that do not hold. */
  readonly address: Rate
  /** Largest JSON body in bytes. */
  readonly bodyBytes: number
}

export const defaultLimits: Limits = {
  principal: { perSecond: 3_000, burst: 30_000 },
  address: { perSecond: 20, burst: 200 },
  bodyBytes: 1_000_000,
}

/** Takes one request from the caller's bucket, or throws `limited` with the seconds to wait. */
export type Limiter = (caller: string) => void

export function limiterOf(rate: Rate, now: () => number): Limiter {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return (caller) => {
    const at = now()
    const bucket = buckets.get(caller)
    if (bucket === undefined) {
      if (buckets.size >= mostCallers) sweep(buckets, rate, at)
      buckets.set(caller, { tokens: rate.burst - 1, at })
      return
    }
    // A clock that steps back gives nothing and takes nothing.
    const passed = Math.max(0, at - bucket.at) / 1000
    bucket.tokens = Math.min(rate.burst, bucket.tokens + passed * rate.perSecond)
    bucket.at = at
    if (bucket.tokens < 1) throw tooMany((1 - bucket.tokens) / rate.perSecond)
    bucket.tokens -= 1
  }
}

/** One caller behind an IPv6 address has the whole /64 to choose from, so that is what is counted. */
export function addressKey(address: string | undefined): string {
  if (address === undefined) return 'unknown'
  if (!address.includes(':')) return address
  const bare = `http://[${address.split('%')[0]}]`
  if (!URL.canParse(bare)) return address
  // However it is spelt: in few groups or eight, and a mapped IPv4 address in dots or in hexadecimals.
  const known = new URL(bare).hostname.slice(1, -1)
  const mapped = /^::ffff:([0-9a-f]+):([0-9a-f]+)$/.exec(known)
  if (mapped !== null)
    return mapped
      .slice(1)
      .map((group) => Number.parseInt(group, 16))
      .flatMap((group) => [group >> 8, group & 255])
      .join('.')
  const [left = '', right = ''] = known.split('::')
  const head = left === '' ? [] : left.split(':')
  const tail = right === '' ? [] : right.split(':')
  const groups = [
    ...head,
    ...Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0'),
    ...tail,
  ]
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}

const mostCallers = 10_000

/** Full buckets say nothing that an absent one does not; if all are in use, the oldest goes. */
function sweep(buckets: Map<string, { tokens: number; at: number }>, rate: Rate, at: number): void {
  for (const [caller, bucket] of buckets)
    if (bucket.tokens + ((at - bucket.at) / 1000) * rate.perSecond >= rate.burst)
      buckets.delete(caller)
  const oldest = buckets.keys().next().value
  if (buckets.size >= mostCallers && oldest !== undefined) buckets.delete(oldest)
}

function tooMany(seconds: number): Problem {
  const wait = Math.max(1, Math.ceil(seconds))
  return new Problem(
    'limited',
    sentence('Too many requests at once. Wait {wait} s and go on more slowly.', {
      wait: String(wait),
    }),
    [],
    { retryAfter: wait },
  )
}
