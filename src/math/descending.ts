import { upperWord } from './double-bits.ts'

/**
 * Puts numbers in order, the greatest first: `order` becomes their indexes. Equals stand together, in an order that
 * is the same each time; says whether there are any. None of the numbers is NaN.
 */
export type Sort = (values: Float64Array, order: Int32Array) => 'all differ' | 'some are equal'

/**
 * A sort for `count` numbers, with room of its own. By radix on the upper bits of the doubles, in two passes
 * (Knuth, "The art of computer programming", volume 3, 5.2.5), then by insertion on the whole of them. Where so
 * many agree in their upper bits that this would take long, by merging.
 */
export function sortOf(count: number): Sort {
  const bits = Math.min(11, Math.max(4, Math.ceil(Math.log2(count + 1))))
  const room: Room = {
    keys: new Int32Array(count),
    half: new Int32Array(count),
    lows: new Int32Array(2 ** bits),
    highs: new Int32Array(2 ** bits),
    bits,
  }
  return (values, order) => {
    countKeys(room, fillKeys(values, room))
    byLow(room)
    byHigh(room, order)
    const found = insert(values, order)
    if (found !== 'gave up') return found
    merge(values, order, room.half)
    return equalsIn(values, order)
  }
}

interface Room {
  /** Of each number as many upper bits as the passes look at, less for a greater number. */
  readonly keys: Int32Array
  /** The order after the first pass. */
  readonly half: Int32Array
  /** How many numbers have these low, and these high, bits of their keys; then where those begin. */
  readonly lows: Int32Array
  readonly highs: Int32Array
  /** Bits that a pass looks at. */
  readonly bits: number
}

/** Gives the least and the greatest key. */
function fillKeys(values: Float64Array, { keys }: Room): readonly [number, number] {
  const halves = new Int32Array(values.buffer, values.byteOffset, 2 * values.length)
  let least = 0x7fffffff
  let most = -0x80000000
  for (let at = 0; at < keys.length; at += 1) {
    const word = halves[2 * at + upperWord] ?? 0
    // A double's bits rise with it if it is positive and fall if it is negative; turned over they fall with it.
    const key = ~(word ^ ((word >> 31) & 0x7fffffff))
    keys[at] = key
    least = Math.min(least, key)
    most = Math.max(most, key)
  }
  return [least, most]
}

function countKeys(
  { keys, lows, highs, bits }: Room,
  [least, most]: readonly [number, number],
): void {
  const shift = Math.max(0, 32 - Math.clz32(most - least) - 2 * bits)
  const mask = 2 ** bits - 1
  lows.fill(0)
  highs.fill(0)
  for (let at = 0; at < keys.length; at += 1) {
    const key = ((keys[at] ?? 0) - least) >>> shift
    keys[at] = key
    lows[key & mask] = (lows[key & mask] ?? 0) + 1
    highs[key >>> bits] = (highs[key >>> bits] ?? 0) + 1
  }
  toBegins(lows)
  toBegins(highs)
}

function toBegins(counts: Int32Array): void {
  let before = 0
  for (let at = 0; at < counts.length; at += 1) {
    const count = counts[at] ?? 0
    counts[at] = before
    before += count
  }
}

function byLow({ keys, half, lows, bits }: Room): void {
  const mask = 2 ** bits - 1
  for (let at = 0; at < keys.length; at += 1) {
    const low = (keys[at] ?? 0) & mask
    const to = lows[low] ?? 0
    lows[low] = to + 1
    half[to] = at
  }
}

function byHigh({ keys, half, highs, bits }: Room, order: Int32Array): void {
  for (let at = 0; at < half.length; at += 1) {
    const index = half[at] ?? 0
    const high = (keys[index] ?? 0) >>> bits
    const to = highs[high] ?? 0
    highs[high] = to + 1
    order[to] = index
  }
}

/** For numbers that are nearly in order. Gives up where they are not. */
function insert(
  values: Float64Array,
  order: Int32Array,
): 'all differ' | 'some are equal' | 'gave up' {
  let left = 16 * order.length + 64
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
