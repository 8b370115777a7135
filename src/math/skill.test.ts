import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brierParts } from './brier-parts.ts'
import { byValue } from './forecast-bins.ts'
import type { Forecast } from './forecast.ts'
import { brierSkill, logSkill } from './skill.ts'

/**
 * Laws: in-sample skill is (resolution − reliability) ÷ uncertainty; the reference that leaves one
 * out is n² ÷ (n − 1)² times the one that does not; whoever says the base rate has no skill.
 */
const some = fc.array(
  fc.record({
    probability: fc.double({ min: 0, max: 1, noNaN: true }),
    outcome: fc.constantFrom(0 as const, 1 as const),
  }),
  { minLength: 2, maxLength: 40 },
)
const said = (probability: number, ...outcomes: readonly (0 | 1)[]): readonly Forecast[] =>
  outcomes.map((outcome) => ({ probability, outcome }))

test('nothing has no skill, nor has one forecast that is left out', () => {
  expect(brierSkill([], 'in-sample')).toBeNull()
  expect(brierSkill(said(0.5, 1), 'leave-one-out')).toBeNull()
  expect(logSkill([], 'leave-one-out')).toBeNull()
})

test('where all went one way there is nothing to be better than', () => {
  expect(brierSkill(said(0.9, 1, 1, 1), 'in-sample')).toMatchObject({ reference: 0, skill: null })
  expect(brierSkill(said(0.9, 1, 1, 1), 'leave-one-out')).toMatchObject({ skill: null })
})

test('whoever says the base rate has no skill', () => {
  expect(brierSkill(said(0.25, 0, 0, 0, 1), 'in-sample')?.skill).toBe(0)
  expect(logSkill(said(0.25, 0, 0, 0, 1), 'in-sample')?.skill).toBeCloseTo(0, 15)
})

test('in-sample skill is what the parts give', () => {
  fc.assert(
    fc.property(some, (forecasts) => {
      const parts = brierParts(byValue(forecasts)) ?? expect.unreachable()
      const skill = brierSkill(forecasts, 'in-sample')?.skill
      if (parts.uncertainty === 0) expect(skill).toBeNull()
      else expect(skill).toBeCloseTo((parts.resolution - parts.reliability) / parts.uncertainty, 9)
    }),
  )
})

test('leaving one out is kinder by (n ÷ (n − 1))², whatever was said', () => {
  fc.assert(
    fc.property(some, (forecasts) => {
      const n = forecasts.length
      const known = brierSkill(forecasts, 'in-sample')?.reference ?? Number.NaN
      expect(brierSkill(forecasts, 'leave-one-out')?.reference).toBeCloseTo(
        known * (n / (n - 1)) ** 2,
        12,
      )
    }),
  )
})

test('an infinite log score, or reference, has no skill', () => {
  expect(logSkill(said(0, 0, 1), 'in-sample')).toBeNull()
  expect(logSkill(said(0.5, 0, 0, 1), 'leave-one-out')).toBeNull()
  expect(logSkill(said(0.5, 0, 0, 1), 'leave-one-out', { floor: 0.01 })?.skill).toBeGreaterThan(0)
})
