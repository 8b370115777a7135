import { upperWord } from './double-bits.ts'

/**
 * Puts numbers in order, the greatest first: `order` becomes their indexes. Equals stand together, in an order that
 * is the same each time; says whether there are any. None of the numbers is NaN.
 */
export type Sort = (values: Float64Array, order: Int32Array) => 'all differ' | 'some are equal'

/**
 * A sort for `count` numbers, with room of its own. By radix on the upper bits of the doubles (Knuth, "The art of
 * computer programming", volume 3, 5.2.5), then by insertion on the whole of them. One pass over about two
 * buckets a number is enough while they spread, as scores do on a scale of logarithms; once they have crowded it
 * takes two passes from then on, and where even so many agree that insertion would take long, it merges.
 */
export function sortOf(count: number): Sort {
  const bits = Math.min(11, Math.max(4, Math.ceil(Math.log2(2 * count + 1))))
  const keys = new Int32Array(count)
  const spare = new Int32Array(count)
  const buckets = new Int32Array(2 ** bits)
  const inOrder = Int32Array.from(keys, (_, at) => at)
  let haveCrowded = false
  return (values, order) => {
    const width = fillKeys(values, keys)
    const high = Math.max(0, width - bits)
    if (!haveCrowded) {
      pass(keys, inOrder, order, buckets, high)
      const found = insert(values, order)
      if (found !== 'gave up') return found
      haveCrowded = true
    }
    pass(keys, inOrder, spare, buckets, Math.max(0, high - bits))
    pass(keys, spare, order, buckets, high)
    const found = insert(values, order)
    if (found !== 'gave up') return found
    merge(values, order, spare)
    return equalsIn(values, order)
  }
}

/** A key has the upper word of its number, turned so that it rises from 0 as the number falls. Gives its bits. */
function fillKeys(values: Float64Array, keys: Int32Array): number {
  const words = new Int32Array(values.buffer, values.byteOffset, 2 * values.length)
  const upper = upperWord
  let least = 0x7fffffff
  let most = -0x80000000
  for (let at = 0; at < keys.length; at += 1) {
    const word = words[2 * at + upper] ?? 0
    // A double's bits rise with it if it is positive and fall if it is negative; turned over they fall with it.
    const key = ~(word ^ ((word >> 31) & 0x7fffffff))
    keys[at] = key
    least = Math.min(least, key)
    most = Math.max(most, key)
  }
  for (let at = 0; at < keys.length; at += 1) keys[at] = (keys[at] ?? 0) - least
  return 32 - Math.clz32(most - least)
}

/** Puts indexes in order by the bits of their keys from `shift` on, as many as there are buckets for; stable. */
function pass(
  keys: Int32Array,
  from: Int32Array,
  into: Int32Array,
  buckets: Int32Array,
  shift: number,
): void {
  const mask = buckets.length - 1
  buckets.fill(0)
  for (let at = 0; at < keys.length; at += 1) {
    const bucket = ((keys[at] ?? 0) >>> shift) & mask
    buckets[bucket] = (buckets[bucket] ?? 0) + 1
  }
  toBegins(buckets)
  for (let at = 0; at < from.length; at += 1) {
    const index = from[at] ?? 0
    const bucket = ((keys[index] ?? 0) >>> shift) & mask
    const to = buckets[bucket] ?? 0
    buckets[bucket] = to + 1
    into[to] = index
  }
}

function toBegins(counts: Int32Array): void {
  let before = 0
  for (let at = 0; at < counts.length; at += 1) {
    const count = counts[at] ?? 0
    counts[at] = before
    before += count
  }
}

/** For numbers that are nearly in order. Gives up where they are not. */
function insert(
  values: Float64Array,
  order: Int32Array,
): 'all differ' | 'some are equal' | 'gave up' {
  let left = 4 * order.length + 64
  let equals = 0
  let last = Infinity
  for (let at = 0; at < order.length; at += 1) {
    const index = order[at] ?? 0
    const value = values[index] ?? 0
    if (value < last) {
      last = value
      continue
    }
    let to = at
    while (to > 0 && (values[order[to - 1] ?? 0] ?? 0) < value) {
      order[to] = order[to - 1] ?? 0
      to -= 1
    }
    order[to] = index
    if (to > 0 && values[order[to - 1] ?? 0] === value) equals += 1
    left -= at - to
    if (left < 0) return 'gave up'
  }
  return equals === 0 ? 'all differ' : 'some are equal'
}

/** By merging runs of one, two, four … (von Neumann, 1945). */
function merge(values: Float64Array, order: Int32Array, spare: Int32Array): void {
  const count = order.length
  let [from, into] = [order, spare]
  for (let run = 1; run < count; run *= 2) {
    for (let start = 0; start < count; start += 2 * run) {
      const middle = Math.min(start + run, count)
      mergeRuns(values, from, into, start, middle, Math.min(middle + run, count))
    }
    ;[from, into] = [into, from]
  }
  if (from !== order) order.set(from)
}

function mergeRuns(
  values: Float64Array,
  from: Int32Array,
  into: Int32Array,
  start: number,
  middle: number,
  end: number,
): void {
  let [left, right] = [start, middle]
  for (let to = start; to < end; to += 1) {
    const isLeft =
      right >= end ||
      (left < middle && (values[from[left] ?? 0] ?? 0) >= (values[from[right] ?? 0] ?? 0))
    into[to] = from[isLeft ? left : right] ?? 0
    if (isLeft) left += 1
    else right += 1
  }
}

function equalsIn(values: Float64Array, order: Int32Array): 'all differ' | 'some are equal' {
  for (let at = 1; at < order.length; at += 1)
    if (values[order[at] ?? 0] === values[order[at - 1] ?? 0]) return 'some are equal'
  return 'all differ'
}
