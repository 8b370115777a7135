import { threefry, type Key } from './threefry.ts'

/**
 * Chance that can be repeated, and that does not move when something else is drawn: the n-th number of a
 * stream follows from the seed, the stream's name and n, and from nothing else. Name a stream by what it
 * is drawn for (an id and a field), and whatever is added, removed or put in another order, it keeps its
 * numbers. So options are compared on common random numbers (Glasserman and Yao, 1992).
 *
 * A number has 32 bits. That is a grid of 2.3e-10, far finer than the noise of any count of draws that
 * is made here (a million draws of a probability are sure to 5e-4), and half the work of 53 bits.
 */
export type Stream = Key

/**
 * The stream of this name under this seed, a whole number from 0 to 2^53 − 1. The name is taken in four
 * UTF-16 units at a time, each block keying the next (Matyas, Meyer and Oseas, 1985), then its length; two
 * of a million names meet in 64 bits with a probability of 3e-8. A RangeError for another seed.
 */
export function streamOf(seed: number, name: string): Stream {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new RangeError(`A seed is a whole number from 0 to 2^53 − 1, and ${seed} is not.`)
  const key = { low: seed >>> 0, high: Math.floor(seed / 2 ** 32) }
  for (let at = 0; at < name.length; at += 4) takeIn(key, pairOf(name, at), pairOf(name, at + 2))
  takeIn(key, name.length, endOfName)
  return key
}

/** The n-th word of a stream, 32 bits from 0 to 2^32 − 1; n from 0. */
export function wordAt(stream: Stream, n: number): number {
  const block = Math.floor(n / 2)
  threefry(stream, block >>> 0, Math.floor(block / 2 ** 32), pair)
  return pair[n % 2] ?? 0
}

/** The stream's first words, as many as there is room for: those that `wordAt` gives one by one. */
export function fillWords(stream: Stream, into: Uint32Array): void {
  threefry(stream, 0, 0, into)
}

/** The middle of a word's share of the open interval from 0 to 1: never an end, so any quantile is finite. */
export const uniformOf = (word: number): number => (word + 0.5) * 2 ** -32

/** The n-th number of a stream, uniform between 0 and 1, neither of which it is. */
export const uniformAt = (stream: Stream, n: number): number => uniformOf(wordAt(stream, n))

/** Beside the length in the last block, so that a name is not the beginning of a longer one's chain. */
const endOfName = 0xffffffff

const pair = new Uint32Array(2)

function takeIn(key: { low: number; high: number }, first: number, second: number): void {
  threefry(key, first, second, pair)
  key.low = ((pair[0] ?? 0) ^ first) >>> 0
  key.high = ((pair[1] ?? 0) ^ second) >>> 0
}

const pairOf = (name: string, at: number): number =>
  (at < name.length ? name.charCodeAt(at) : 0) |
  ((at + 1 < name.length ? name.charCodeAt(at + 1) : 0) << 16)
