import { Problem } from '../../engine/problem.ts'
import { sentence } from '../../engine/words.ts'
import type { Allowances } from '../../store/allowances.ts'

/**
 * A token bucket a caller: it keeps one from starving the others, and is no quota. It is counted in the memory
 * of each process; of a caller who asks for much, the processes settle with each other once a second.
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

/** Tells the other processes what callers spent since the last time, and hears what they have left. */
type Settle = (spent: ReadonlyMap<string, number>) => Promise<ReadonlyMap<string, number>>

interface Bucket {
  tokens: number
  at: number
  /** Taken since this process settled last. */
  spent: number
  /** Do the other processes know of it? Then `spent` says all that is new to them. */
  isSettled: boolean
}

/** Counts these callers together with every other process on this database. */
export const limiterAmong = (
  allowances: Allowances,
  of: string,
  rate: Rate,
  now: () => number,
): Limiter => limiterOf(rate, now, (spent) => allowances.settle(of, rate, spent))

export function limiterOf(rate: Rate, now: () => number, settle?: Settle): Limiter {
  const buckets = new Map<string, Bucket>()
  let settledAt = now()
  const share = settle === undefined ? undefined : sharing(rate, buckets, settle)
  return (caller) => {
    const at = now()
    if (share !== undefined && at - settledAt >= 1000) {
      settledAt = at
      share()
    }
    const known = buckets.get(caller)
    const bucket = known ?? { tokens: rate.burst, at, spent: 0, isSettled: false }
    if (known === undefined) {
      if (buckets.size >= mostCallers) sweep(buckets, rate, at)
      buckets.set(caller, bucket)
    }
    // A clock that steps back gives nothing and takes nothing.
    const passed = Math.max(0, at - bucket.at) / 1000
    bucket.tokens = Math.min(rate.burst, bucket.tokens + passed * rate.perSecond)
    bucket.at = at
    if (bucket.tokens < 1) throw tooMany((1 - bucket.tokens) / rate.perSecond)
    bucket.tokens -= 1
    bucket.spent += 1
  }
}

/**
 * Settles for those who ask for much: an eighth of what a second gives, or so much that half of the burst is gone.
 * All the others cost the database nothing, and stay within their rate however many processes there are, up to eight.
 */
function sharing(rate: Rate, buckets: ReadonlyMap<string, Bucket>, settle: Settle): () => void {
  let isUnderWay = false
  const begin = async (): Promise<void> => {
    const spent = new Map<string, number>()
    for (const [caller, bucket] of buckets) {
      const isMuch = bucket.spent >= rate.perSecond / 8 || bucket.tokens < rate.burst / 2
      if (bucket.spent > 0 && isMuch)
        spent.set(caller, bucket.isSettled ? bucket.spent : rate.burst - bucket.tokens)
      else if (bucket.isSettled && bucket.tokens < rate.burst - 1) continue
      bucket.spent = 0
      bucket.isSettled = false
    }
    if (spent.size === 0) return
    for (const [caller, left] of await settle(spent)) {
      const bucket = buckets.get(caller)
      if (bucket === undefined) continue
      bucket.tokens = Math.min(rate.burst, left) - bucket.spent
      bucket.isSettled = true
    }
  }
  return () => {
    if (isUnderWay) return
    isUnderWay = true
    // While the database does not answer, each process counts for itself.
    begin()
      .catch(() => undefined)
      .finally(() => {
        isUnderWay = false
      })
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
function sweep(buckets: Map<string, Bucket>, rate: Rate, at: number): void {
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
