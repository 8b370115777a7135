import fc from 'fast-check'
import { expect, test } from 'vitest'
import { geometricChance, meanChance, medianChance } from './pool.ts'

/**
 * Laws: a pool lies between its least and its most, does not depend on the order, and mirrors with
 * 1 − p.
 */
const chances = fc.array(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), {
  minLength: 1,
  maxLength: 20,
})
const pools = [meanChance, medianChance, geometricChance]

test('a chance that is none is refused, and nothing has no pool', () => {
  for (const pool of pools) {
    expect(() => pool([0.5, 1.1])).toThrow(RangeError)
    expect(pool([])).toBeNull()
  }
})

// Sevilla, When pooling forecasts, use the geometric mean of odds (2021): 1:70, 1:44, 1:255 and
// 1:249 give 1.10 % by the mean, and 1:118, or 0.84 %, by the odds.
test('four published odds pool as published', () => {
  const odds = [70, 44, 255, 249]
  const four = odds.map((against) => 1 / (1 + against))
  const pooled = geometricChance(four) ?? Number.NaN
  expect(meanChance([0.014, 0.0221, 0.0039, 0.004])).toBeCloseTo(0.011, 4)
  expect(Math.round((1 - pooled) / pooled)).toBe(118)
  expect(pooled).toBeCloseTo(0.0084, 4)
})

test('the odds of 1:4 and 4:1 meet at one half', () => {
  expect(geometricChance([0.2, 0.8])).toBeCloseTo(0.5, 15)
  expect(geometricChance([0.5, 0.9])).toBeCloseTo(0.75, 15)
})

test('one who is sure makes the odds sure, and two who are sure of the contrary make none', () => {
  expect(geometricChance([0.5, 0, 0.9])).toBe(0)
  expect(geometricChance([0.5, 1])).toBe(1)
  expect(geometricChance([0, 0.5, 1])).toBeNull()
  expect(medianChance([0, 0.5, 1])).toBe(0.5)
})

test('a pool lies within its chances, in any order, and mirrors', () => {
  fc.assert(
    fc.property(chances, (all) => {
      for (const pool of pools) {
        const pooled = pool(all) ?? Number.NaN
        expect(pooled).toBeGreaterThanOrEqual(Math.min(...all) - 1e-12)
        expect(pooled).toBeLessThanOrEqual(Math.max(...all) + 1e-12)
        expect(pool(all.toReversed())).toBeCloseTo(pooled, 12)
        expect(pool(all.map((chance) => 1 - chance))).toBeCloseTo(1 - pooled, 9)
      }
    }),
  )
})

test('evidence that all see counts the same before the pool and after it', () => {
  fc.assert(
    fc.property(chances, fc.double({ min: 0.1, max: 10, noNaN: true }), (all, evidence) => {
      const seen = (chance: number): number =>
        (evidence * chance) / (evidence * chance + 1 - chance)
      expect(geometricChance(all.map(seen))).toBeCloseTo(seen(geometricChance(all) ?? 0), 9)
    }),
  )
})
