import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wilson, zOf } from './wilson.ts'

/**
 * Laws: an end is where the test would just refuse the share; the interval holds the share and
 * mirrors.
 */
const level = fc.constantFrom(80 as const, 90 as const, 95 as const, 99 as const)
const counts = fc
  .integer({ min: 1, max: 500 })
  .chain((of) => fc.record({ of: fc.constant(of), count: fc.integer({ min: 0, max: of }) }))

test('a count beyond what was seen is refused', () => {
  for (const count of [-1, 6, Number.NaN]) expect(() => wilson(count, 5, 1.96)).toThrow(RangeError)
})

test('of nothing seen it is everything', () => {
  expect(wilson(0, 0, zOf[95])).toEqual({ low: 0, high: 1 })
})

// Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17
// (1998), table I.
test.for([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
] as const)('%i of %i is what Newcombe printed', ([count, of, low, high]) => {
  const found = wilson(count, of, zOf[95])
  expect(found.low).toBeCloseTo(low, 4)
  expect(found.high).toBeCloseTo(high, 4)
})

test('each end is z standard errors of its own from the share', () => {
  fc.assert(
    fc.property(counts, level, ({ count, of }, sure) => {
      const { low, high } = wilson(count, of, zOf[sure])
      const share = count / of
      for (const end of [low, high])
        if (end > 0 && end < 1)
          expect(Math.abs(share - end) / Math.sqrt((end * (1 - end)) / of)).toBeCloseTo(
            zOf[sure],
            8,
          )
      expect(low).toBeLessThanOrEqual(share)
      expect(high).toBeGreaterThanOrEqual(share)
      const mirrored = wilson(of - count, of, zOf[sure])
      expect(mirrored.low).toBeCloseTo(1 - high, 12)
    }),
  )
})
