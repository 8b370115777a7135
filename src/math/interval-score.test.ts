import fc from 'fast-check'
import { expect, test } from 'vitest'
import { intervalScore, weightedIntervalParts, weightedIntervalScore } from './interval-score.ts'
import { pinball, type Quantile } from './pinball.ts'

/**
 * Laws: the true quantile loses least on average; the weighted score over a median and intervals is
 * the published sum; its parts sum to it; of very many levels it is the continuous ranked
 * probability score.
 */
const pairs: fc.Arbitrary<readonly Quantile[]> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 49 }), { minLength: 1, maxLength: 5 }),
    fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 11, maxLength: 11 }),
  )
  .map(([percents, values]) => {
    const low = percents.toSorted((left, right) => left - right).map((percent) => percent / 100)
    const levels = [...low, 0.5, ...low.map((level) => 1 - level).toReversed()]
    const sorted = values.toSorted((left, right) => left - right)
    return levels.map((level, at) => ({ level, value: sorted[at] ?? Number.NaN }))
  })
const actuals = fc.integer({ min: -120, max: 120 })

test('quantiles that cross, levels outside 0 and 1, and intervals upside down are refused', () => {
  const score =
    (...quantiles: readonly Quantile[]) =>
    () =>
      weightedIntervalScore(quantiles, 0)
  expect(score()).toThrow(RangeError)
  expect(score({ level: 1, value: 0 })).toThrow(RangeError)
  expect(score({ level: 0.5, value: Number.NaN })).toThrow(RangeError)
  expect(score({ level: 0.1, value: 2 }, { level: 0.9, value: 1 })).toThrow(RangeError)
  expect(score({ level: 0.5, value: 1 }, { level: 0.5, value: 1 })).toThrow(RangeError)
  expect(() => intervalScore({ low: 2, high: 1, chance: 0.8 }, 0)).toThrow(RangeError)
  expect(() => intervalScore({ low: 1, high: 2, chance: 1 }, 0)).toThrow(RangeError)
})

test('a pinball costs its level for each unit above and the rest below', () => {
  expect(pinball({ level: 0.9, value: 10 }, 14)).toBeCloseTo(3.6, 12)
  expect(pinball({ level: 0.9, value: 10 }, 4)).toBeCloseTo(0.6, 12)
  expect(pinball({ level: 0.9, value: 10 }, 10)).toBe(0)
})

// A table that another program prints: Lison, interval-scoring (Python), eight outcomes and their
// 80 % and 60 % intervals. It divides by the sum of the weights, 0.3, where Bracher and others
// divide by their number.
const printed = [
  { actual: 4, at: [2, 2, 4, 5], eighty: 3, both: 2.33333333 },
  { actual: 7, at: [3, 4.6, 4.8, 5], eighty: 22, both: 14.8 },
  { actual: 4, at: [5, 5, 5.7, 7], eighty: 12, both: 7.8 },
  { actual: 6, at: [9, 9.4, 12, 13], eighty: 34, both: 24.4 },
  { actual: 2, at: [1, 1.4, 4.3, 5], eighty: 4, both: 3.26666667 },
  { actual: 1, at: [-3, -2, -1.5, -1], eighty: 22, both: 16 },
  { actual: 3, at: [0.2, 0.4, 2, 3], eighty: 2.8, both: 5.33333333 },
  { actual: 8, at: [8.7, 8.8, 8.9, 9], eighty: 7.3, both: 5.16666667 },
] as const

test.for(printed)('outcome $actual scores as printed', ({ actual, at, eighty, both }) => {
  const quantiles = [0.1, 0.2, 0.8, 0.9].map((level, index) => ({
    level,
    value: at[index] ?? Number.NaN,
  }))
  expect(intervalScore({ low: at[0], high: at[3], chance: 0.8 }, actual).score).toBeCloseTo(
    eighty,
    8,
  )
  expect((weightedIntervalScore(quantiles, actual) * 2) / 0.3).toBeCloseTo(both, 7)
})

test('of a median alone the score is the distance from it', () => {
  expect(weightedIntervalScore([{ level: 0.5, value: 10 }], 13)).toBe(3)
})

test('over a median and intervals it is the published sum, and the parts sum to it', () => {
  fc.assert(
    fc.property(pairs, actuals, (quantiles, actual) => {
      const half = (quantiles.length - 1) / 2
      const middle = quantiles[half]?.value ?? Number.NaN
      let sum = Math.abs(actual - middle) / 2
      for (let at = 0; at < half; at += 1) {
        const low = quantiles[at] ?? expect.unreachable()
        const high = quantiles[quantiles.length - 1 - at]?.value ?? Number.NaN
        const chance = 1 - 2 * low.level
        sum += low.level * intervalScore({ low: low.value, high, chance }, actual).score
      }
      const score = weightedIntervalScore(quantiles.toReversed(), actual)
      expect(score).toBeCloseTo(sum / (half + 0.5), 9)
      const parts = weightedIntervalParts(quantiles, actual) ?? expect.unreachable()
      expect(parts.score).toBeCloseTo(score, 9)
      expect(parts.over === 0 || actual < middle).toBe(true)
      expect(parts.under === 0 || actual > middle).toBe(true)
    }),
  )
})

test('levels that are no pairs have a score and no parts', () => {
  const dates = [
    { level: 0.5, value: 20 },
    { level: 0.85, value: 30 },
    { level: 0.95, value: 40 },
  ]
  expect(weightedIntervalScore(dates, 30)).toBeCloseTo((2 * (5 + 0 + 0.5)) / 3, 12)
  expect(weightedIntervalParts(dates, 30)).toBeNull()
})

test('the true quantile loses least on average', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: -5, max: 25 }),
      (outcomes, percent, other) => {
        const level = percent / 100
        const loss = (value: number): number =>
          outcomes.reduce((sum, actual) => sum + pinball({ level, value }, actual), 0)
        const sorted = outcomes.toSorted((left, right) => left - right)
        const quantile = sorted[Math.ceil((percent * outcomes.length) / 100) - 1] ?? Number.NaN
        expect(loss(quantile)).toBeLessThanOrEqual(loss(other) + 1e-9)
      },
    ),
  )
})

test('of very many levels of an even spread it is the continuous ranked probability score', () => {
  const levels = Array.from({ length: 1999 }, (_, at) => (at + 1) / 2000)
  const quantiles = levels.map((level) => ({ level, value: level }))
  for (const actual of [0, 0.2, 0.5, 0.93, 1]) {
    const closed = (actual ** 3 + (1 - actual) ** 3) / 3
    expect(weightedIntervalScore(quantiles, actual)).toBeCloseTo(closed, 3)
  }
})
