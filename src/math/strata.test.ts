import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillWords, streamOf, uniformOf } from './random.ts'
import { fillStratified } from './strata.ts'

const names = fc.string()

describe('stratified words', () => {
  test('are the same however many are asked for', () => {
    fc.assert(
      fc.property(
        names,
        fc.integer({ min: 0, max: 600 }),
        fc.integer({ min: 0, max: 600 }),
        (name, few, more) => {
          expect(stratified(name, few + more).slice(0, few)).toEqual(stratified(name, few))
        },
      ),
    )
  })

  test('have one in each of the 2^k equal parts of all words among the first 2^k', () => {
    fc.assert(
      fc.property(names, fc.integer({ min: 0, max: 12 }), (name, level) => {
        const count = 2 ** level
        const parts = stratified(name, count).map((word) => Math.floor(uniformOf(word) * count))
        expect(new Set(parts).size).toBe(count)
      }),
    )
  })

  test('have at most one more than half in a part of the 2^k when there are fewer', () => {
    const parts = stratified('ten thousand', 10_000).map((word) => word >>> 18)
    const seen = new Map<number, number>()
    for (const part of parts) seen.set(part, (seen.get(part) ?? 0) + 1)
    expect(Math.max(...seen.values())).toBe(1)
  })

  test('are uniform at every place of the sequence, over many streams', () => {
    const places = [0, 1, 2, 3, 7, 20, 63]
    const seen = places.map(() => new Float64Array(16))
    const streams = 4000
    for (let id = 0; id < streams; id += 1) {
      const words = stratified(`stream ${id}`, 64)
      places.forEach((place, row) => {
        const part = (words[place] ?? 0) >>> 28
        const counts = seen[row]
        if (counts) counts[part] = (counts[part] ?? 0) + 1
      })
    }
    for (const counts of seen) expect(chiSquare([...counts])).toBeLessThan(upperOf15)
  })

  test('lie uniformly within their parts', () => {
    const counts = new Float64Array(16)
    for (const word of stratified('within', 2 ** 14)) {
      const within = (word >>> 14) & 15
      counts[within] = (counts[within] ?? 0) + 1
    }
    expect(chiSquare([...counts])).toBeLessThan(upperOf15)
  })
})

describe('the words of two streams', () => {
  test('fall into pairs of parts as if they knew nothing of each other', () => {
    for (let pair = 0; pair < 20; pair += 1) {
      const left = stratified(`left ${pair}`, 4096)
      const right = stratified(`right ${pair}`, 4096)
      const counts = new Float64Array(64)
      left.forEach((word, n) => {
        const cell = ((word >>> 29) << 3) | ((right[n] ?? 0) >>> 29)
        counts[cell] = (counts[cell] ?? 0) + 1
      })
      expect(chiSquare([...counts])).toBeLessThan(upperOf49)
    }
  })

  test('are correlated as little as independent ones: by 1 / √n, one way or the other', () => {
    const count = 256
    const pairs = 1000
    let [sum, squares] = [0, 0]
    for (let pair = 0; pair < pairs; pair += 1) {
      const left = stratified(`left ${pair}`, count)
      const right = stratified(`right ${pair}`, count)
      const product = left.reduce((all, word, n) => all + centred(word) * centred(right[n] ?? 0), 0)
      const correlation = (12 * product) / count
      sum += correlation
      squares += correlation * correlation
    }
    expect(Math.abs(sum / pairs)).toBeLessThan(4 / Math.sqrt(count * pairs))
    expect(Math.abs((squares / pairs) * count - 1)).toBeLessThan(4 * Math.sqrt(2 / pairs))
  })
})

describe('a mean over them', () => {
  const plus = (left: number, right: number): number => left * left + right
  const times = (left: number, right: number): number => left * right
  const alternating = (left: number, right: number): number =>
    (Math.floor(left * 8) + Math.floor(right * 8)) % 2

  test('of a sum is a hundred times surer than over as many independent words', () => {
    expect(gain(plus, 5 / 6, 1024)).toBeGreaterThan(100)
  })

  test('of a sum is also much surer where their number is no power of two', () => {
    expect(gain(plus, 5 / 6, 1000)).toBeGreaterThan(5)
    expect(gain(plus, 5 / 6, 3000)).toBeGreaterThan(5)
  })

  test('of a product is surer, and of what is no sum at all it is as sure', () => {
    expect(gain(times, 1 / 4, 1024)).toBeGreaterThan(2)
    // Of 200 means, the ratio of two standard deviations is sure to a tenth.
    expect(gain(alternating, 1 / 2, 1024)).toBeGreaterThan(0.85)
    expect(gain(alternating, 1 / 2, 700)).toBeGreaterThan(0.85)
  })
})

type Of = (left: number, right: number) => number

/** By which factor the standard error is smaller. */
const gain = (of: Of, truth: number, count: number): number =>
  error(fillWords, of, truth, count) / error(fillStratified, of, truth, count)

function error(fill: Fill, of: Of, truth: number, count: number): number {
  const runs = 200
  let squares = 0
  for (let run = 0; run < runs; run += 1) {
    const left = wordsOf(fill, `left ${run}`, count)
    const right = wordsOf(fill, `right ${run}`, count)
    let sum = 0
    for (let n = 0; n < count; n += 1) sum += of(uniformOf(left[n] ?? 0), uniformOf(right[n] ?? 0))
    squares += (sum / count - truth) ** 2
  }
  return Math.sqrt(squares / runs)
}

type Fill = typeof fillWords

/** The 99.9 % points of chi-square with 15 and with 49 degrees of freedom. */
const upperOf15 = 37.7
const upperOf49 = 85.35

const stratified = (name: string, count: number): readonly number[] => [
  ...wordsOf(fillStratified, name, count),
]

function wordsOf(fill: Fill, name: string, count: number): Uint32Array {
  const into = new Uint32Array(count)
  fill(streamOf(3, name), into)
  return into
}

function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((all, count) => all + count, 0) / counts.length
  return counts.reduce((all, count) => all + (count - expected) ** 2 / expected, 0)
}

const centred = (word: number): number => uniformOf(word) - 0.5
