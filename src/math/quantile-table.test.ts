/** A table is compared with the quantile function itself, in which no table has a part. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unbounded, type Bounds } from './bounds.ts'
import { tabulateQuantiles } from './quantile-table.ts'
import { uniformOf } from './random.ts'
import { quantileOf, rangeOf, varianceOf, type Range, type Reading } from './range.ts'
import { distances, fillFrom, newTable } from './word-table.ts'

const positive: Bounds = { least: 0, most: Infinity }
const share: Bounds = { least: 0, most: 1 }

const reads: readonly (readonly [readonly [number, number, number], Reading, Bounds])[] = [
  ...[0, 0.01, 0.03, 0.1, 0.27, 0.5, 0.73, 0.9, 0.97, 1].map(
    (likely) => [[0, likely, 1], 'pert', unbounded] as const,
  ),
  ...[0, 0.2, 0.5, 1].map((likely) => [[0, likely, 1], 'triangular', unbounded] as const),
  [[-1, 0, 1], 'quantiles', unbounded],
  [[0, 1, 20], 'quantiles', unbounded],
  [[1, 2, 4], 'quantiles', positive],
  [[1, 3, 4], 'quantiles', positive],
  [[1, 2, 20], 'quantiles', positive],
  [[0.5, 0.8, 0.95], 'quantiles', share],
  [[0.01, 0.8, 0.99], 'quantiles', share],
]

describe.each(reads)('the table of %j as %s within %j', (three, reading, bounds) => {
  const range = rangeIn(three, reading, bounds)
  const deviation = Math.sqrt(varianceOf(range))

  test('is within 1e-4 standard deviations where all but one in a thousand are, or 4e-4 with a heavy tail', () => {
    const words = Array.from({ length: 1001 }, (_, at) =>
      Math.floor(2 ** 32 * (0.0005 + 0.000999 * at)),
    )
    const errors = tabled(range, words).map((value, at) =>
      Math.abs(value - quantileOf(range, uniformOf(words[at] ?? 0))),
    )
    expect(Math.max(...errors) / deviation).toBeLessThan(reading === 'quantiles' ? 4e-4 : 1e-4)
  })

  test('is the quantile of a chance within a hundredth of its own, as far out as 4e-9', () => {
    const tail = Array.from({ length: 170 }, (_, at) => Math.floor(16 * 2 ** (at / 8)))
    const words = [...tail, ...tail.map((word) => 2 ** 32 - 1 - word)]
    // Between its modes PERT is exact to a share of its width.
    const rounding = 1e-12 + (reading === 'pert' ? 1e-4 * deviation : 0)
    const away = tabled(range, words).filter((value, at) => {
      const p = uniformOf(words[at] ?? 0)
      const nearer = 0.01 * Math.min(p, 1 - p)
      return !(
        value >= quantileOf(range, p - nearer) - rounding &&
        value <= quantileOf(range, p + nearer) + rounding
      )
    })
    expect(away).toEqual([])
  })

  test('stays within what the range may be, and rises with the word', () => {
    const words = [
      0,
      1,
      2,
      3,
      5,
      100,
      2 ** 20,
      2 ** 31 - 1,
      2 ** 31,
      2 ** 32 - 2 ** 20,
      2 ** 32 - 3,
      2 ** 32 - 1,
    ]
    const values = tabled(range, words)
    expect(values[0]).toBeGreaterThanOrEqual(quantileOf(range, 0))
    expect(values.at(-1)).toBeLessThanOrEqual(quantileOf(range, 1))
    expect(values.every((value, at) => at === 0 || value >= (values[at - 1] ?? 0))).toBe(true)
  })
})

test('a table of a point is the point', () => {
  expect(tabled({ kind: 'point', at: 7 }, [0, 99, 2 ** 32 - 1])).toEqual([7, 7, 7])
})

test('a distribution steeper than any parabola never leaves its bounds', () => {
  const words = Array.from({ length: 4000 }, (_, at) => Math.floor(2 ** (at / 125)))
  const range = rangeIn([1e-9, 1, 1e9], 'quantiles', positive)
  for (const value of tabled(range, words)) expect(value).toBeGreaterThanOrEqual(0)
})

test('cells begin at an end and meet at a half', () => {
  expect(distances[0]).toBe(2 ** -33)
  expect(distances.at(-1)).toBe(0.5)
  expect(distances.every((p, at) => at === 0 || p > (distances[at - 1] ?? 0))).toBe(true)
})

test('every word has its own place: a table of the uniform distribution gives the word back', () => {
  const uniform = rangeIn([0.1, 0.5, 0.9], 'quantiles', share)
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 2 ** 32 - 1 }), { minLength: 1 }), (words) => {
      tabled(uniform, words).forEach((value, at) => {
        const p = uniformOf(words[at] ?? 0)
        expect(Math.abs(value - p)).toBeLessThan(1e-9 * Math.min(p, 1 - p) + 1e-10)
      })
    }),
  )
})

function tabled(range: Range, words: readonly number[]): readonly number[] {
  const table = newTable()
  tabulateQuantiles(range, table)
  const into = new Float64Array(words.length)
  fillFrom(table, Uint32Array.from(words), into)
  return [...into]
}

function rangeIn(
  [low, likely, high]: readonly [number, number, number],
  reading: Reading,
  bounds: Bounds,
): Range {
  const read = rangeOf({ low, likely, high }, reading, bounds)
  if ('flaw' in read) throw new Error(read.flaw)
  return read.range
}
