import { expect, test } from 'vitest'
import { drawOf } from './draws.ts'
import { drawPooled, type Opinion } from './pooled-draws.ts'
import { meanOf, rangeOf, varianceOf, type Range } from './range.ts'

const range = (low: number, likely: number, high: number): Range => {
  const made = rangeOf({ low, likely, high }, 'pert')
  if ('flaw' in made) throw new Error(made.flaw)
  return made.range
}

const drawn = (opinions: readonly Opinion[], count = 8_192, seed = 7): Float64Array => {
  const into = new Float64Array(count)
  drawPooled({ draw: drawOf(seed), seed }, 'a number', opinions, into)
  return into
}

const mean = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
const variance = (values: Float64Array): number => {
  const middle = mean(values)
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / values.length
}

const timid = { by: 'timid', range: range(0, 2, 4) }
const bold = { by: 'bold', range: range(10, 12, 20) }

test('one opinion is drawn as it is', () => {
  const into = new Float64Array(64)
  drawOf(7)({ stream: 'a number timid', range: timid.range }, into)
  expect([...drawn([timid], 64)]).toEqual([...into])
})

test('the mean is the mean of the means, and the variance has the disagreement in it', () => {
  const pool = drawn([timid, bold])
  const means = [meanOf(timid.range), meanOf(bold.range)] as const
  const middle = (means[0] + means[1]) / 2
  const within = (varianceOf(timid.range) + varianceOf(bold.range)) / 2
  const between = ((means[0] - middle) ** 2 + (means[1] - middle) ** 2) / 2
  expect(mean(pool)).toBeCloseTo(middle, 1)
  expect(variance(pool) / (within + between)).toBeCloseTo(1, 1)
})

test('each opinion holds in an equal share of the draws', () => {
  const third = { by: 'third', range: { kind: 'point', at: 30 } } as const
  const pool = drawn([timid, bold, third], 9_000)
  const share = (from: number, to: number): number =>
    pool.filter((value) => value >= from && value < to).length / pool.length
  for (const [from, to] of [
    [0, 5],
    [9, 21],
    [29, 31],
  ] as const)
    expect(share(from, to)).toBeCloseTo(1 / 3, 1)
})

test('the first draws are the same however many there are', () => {
  expect([...drawn([timid, bold], 2_048).subarray(0, 256)]).toEqual([...drawn([timid, bold], 256)])
})

test('from nobody nothing can be drawn', () => {
  expect(() => drawn([])).toThrow(RangeError)
})
