import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pert } from './pert.ts'

test('what is missing is named, and what is not in order is said', () => {
  expect(pert({ low: null, likely: 3, high: 9 })).toEqual({
    mean: null,
    deviation: null,
    missing: ['low'],
    isInOrder: true,
  })
  expect(pert({ low: 5, likely: 3, high: 9 })).toMatchObject({ mean: null, isInOrder: false })
  expect(pert({ low: 9, likely: null, high: 3 })).toMatchObject({ isInOrder: false })
  expect(pert({ low: 1, likely: 2, high: Infinity })).toMatchObject({ isInOrder: false })
})

test('the mean lies within the estimates, and in their middle where they are even', () => {
  const days = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(days, (values) => {
      const [low = 0, likely = 0, high = 0] = values.toSorted((left, right) => left - right)
      const { mean, deviation } = pert({ low, likely, high })
      expect(mean).toBeGreaterThanOrEqual(low)
      expect(mean).toBeLessThanOrEqual(high)
      expect(deviation).toBe((high - low) / 6)
      const middle = (low + high) / 2
      expect(pert({ low, likely: middle, high }).mean).toBeCloseTo(middle, 9)
    }),
  )
})
