import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atPlaces, momentsOf } from './order-statistics.ts'

const rows = fc
  .array(
    fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e100, max: 1e100 }),
      fc.integer({ min: -3, max: 3 }),
    ),
    {
      minLength: 1,
      maxLength: 200,
    },
  )
  .map((values) => Float64Array.from(values))

test('the number at a place is the one that sorting would put there', () => {
  fc.assert(
    fc.property(rows, fc.nat(), fc.nat(), (row, one, other) => {
      const places = [one % row.length, other % row.length]
      const sorted = row.toSorted()
      const before = [...row]
      expect(atPlaces(row, momentsOf(row), places)).toEqual(places.map((place) => sorted[place]))
      expect([...row]).toEqual(before)
    }),
  )
})

test('also where one number is so far off that all others fall into one part', () => {
  const row = Float64Array.from({ length: 500 }, (_, at) => (at === 3 ? 1e200 : (at * 7919) % 500))
  const sorted = row.toSorted()
  expect(atPlaces(row, momentsOf(row), [0, 50, 449, 499])).toEqual(
    [0, 50, 449, 499].map((at) => sorted[at]),
  )
})

test('mean and deviation keep their digits where the mean is large', () => {
  expect(momentsOf(Float64Array.of(1, 2, 3, 4))).toEqual({ mean: 2.5, deviation: Math.sqrt(1.25) })
  const far = momentsOf(Float64Array.of(1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4))
  expect(far.deviation).toBeCloseTo(Math.sqrt(1.25), 12)
})
