import fc from 'fast-check'
import { expect, test } from 'vitest'
import { median } from './median.ts'

test('the middle one, the mean of two, or none', () => {
  expect([median([]), median([3]), median([9, 1, 4]), median([4, 1, 9, 2])]).toEqual([
    null,
    3,
    4,
    3,
  ])
  expect(median([Infinity, Infinity])).toBe(Infinity)
})

test('as many are at or below it as at or above it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 }), (values) => {
      const middle = median(values) ?? Number.NaN
      const half = values.length / 2
      expect(values.filter((value) => value <= middle).length).toBeGreaterThanOrEqual(half)
      expect(values.filter((value) => value >= middle).length).toBeGreaterThanOrEqual(half)
      expect(median(values.toReversed())).toBe(middle)
    }),
  )
})
