import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brier } from './brier.ts'
import { brierParts } from './brier-parts.ts'
import { byCount, byValue, byWidth } from './forecast-bins.ts'
import type { Forecast } from './forecast.ts'

/**
 * Laws: whoever says what they think scores best on average; the score is within 0 and 1 and does
 * not depend on the order; its parts sum to it, whatever the bins; over distinct values nothing is
 * within a bin.
 */
const forecast: fc.Arbitrary<Forecast> = fc.record({
  probability: fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.constantFrom(0, 0.05, 0.1, 0.3, 0.5, 0.7, 0.95, 1),
  ),
  outcome: fc.constantFrom(0 as const, 1 as const),
})
const some = fc.array(forecast, { minLength: 1, maxLength: 60 })
const chance = fc.double({ min: 0, max: 1, noNaN: true })

test('a probability that is none is refused', () => {
  for (const probability of [-0.01, 1.01, Number.NaN, Infinity])
    expect(() => brier([{ probability, outcome: 1 }])).toThrow(RangeError)
})

test('nothing has no score', () => {
  expect([brier([]), brierParts([])]).toEqual([null, null])
})

test('always saying one half scores a quarter, the sure and right 0, the sure and wrong 1', () => {
  const said = (probability: number): number | null =>
    brier([
      { probability, outcome: 1 },
      { probability, outcome: 1 },
    ])
  expect([said(0.5), said(1), said(0)]).toEqual([0.25, 0, 1])
})

test('ten forecasts that can be scored by hand score 0.165', () => {
  const outcomes = [1, 1, 0, 1, 0, 0, 1, 0, 0, 1] as const
  const said = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 1]
  expect(
    brier(outcomes.map((outcome, at) => ({ probability: said[at] ?? Number.NaN, outcome }))),
  ).toBeCloseTo(0.165, 15)
})

test('on average nothing scores better than what one thinks', () => {
  fc.assert(
    fc.property(chance, chance, (true_, said) => {
      const expected = (probability: number): number =>
        true_ * (brier([{ probability, outcome: 1 }]) ?? Number.NaN) +
        (1 - true_) * (brier([{ probability, outcome: 0 }]) ?? Number.NaN)
      expect(expected(said) - expected(true_)).toBeCloseTo((said - true_) ** 2, 12)
    }),
  )
})

test('a score is within 0 and 1, and the same in any order', () => {
  fc.assert(
    fc.property(some, (forecasts) => {
      const score = brier(forecasts) ?? Number.NaN
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
      expect(brier(forecasts.toReversed())).toBeCloseTo(score, 14)
      expect(
        brier(forecasts.toSorted((left, right) => left.probability - right.probability)),
      ).toBeCloseTo(score, 14)
    }),
  )
})

test('the parts sum to the score over any bins', () => {
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 20 }), (forecasts, bins) => {
      for (const made of [byValue(forecasts), byWidth(forecasts, bins), byCount(forecasts, bins)]) {
        const parts = brierParts(made) ?? expect.unreachable()
        const sum =
          parts.reliability -
          parts.resolution +
          parts.uncertainty +
          parts.withinVariance -
          parts.withinCovariance
        expect(sum).toBeCloseTo(brier(forecasts) ?? Number.NaN, 12)
        expect(parts.reliability - parts.generalisedResolution + parts.uncertainty).toBeCloseTo(
          parts.score,
          12,
        )
        expect(parts.resolution).toBeLessThanOrEqual(parts.uncertainty + 1e-12)
      }
    }),
  )
})

test('where each value is a bin, nothing is within it', () => {
  fc.assert(
    fc.property(some, (forecasts) => {
      expect(brierParts(byValue(forecasts))).toMatchObject({
        withinVariance: 0,
        withinCovariance: 0,
      })
    }),
  )
})

// Six forecasts in one bin, worked out by hand: means 0.5 and 0.5, squares 6 × 0.04, products 6 ×
// 0.1 × ⅓.
test('one bin of two values and its two extra parts', () => {
  const said = (probability: number, outcomes: readonly (0 | 1)[]): readonly Forecast[] =>
    outcomes.map((outcome) => ({ probability, outcome }))
  const parts = brierParts(byWidth([...said(0.3, [0, 0, 1]), ...said(0.7, [0, 1, 1])], 1))
  expect(parts?.reliability).toBeCloseTo(0, 15)
  expect(parts?.resolution).toBeCloseTo(0, 15)
  expect(parts?.uncertainty).toBeCloseTo(0.25, 15)
  expect(parts?.withinVariance).toBeCloseTo(0.04, 15)
  expect(parts?.withinCovariance).toBeCloseTo(2 / 30, 15)
  expect(parts?.score).toBeCloseTo(0.25 + 0.04 - 2 / 30, 15)
})

test('whoever always says the base rate has neither reliability to lose nor resolution', () => {
  const parts = brierParts(
    byValue([0, 0, 0, 1].map((outcome) => ({ probability: 0.25, outcome: outcome === 1 ? 1 : 0 }))),
  )
  expect(parts).toMatchObject({ reliability: 0, resolution: 0, uncertainty: 0.1875, score: 0.1875 })
})
