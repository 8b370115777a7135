/** Under every method a score of points is the one that the method itself gives. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cd3 } from '../methods/cd3.ts'
import { ice } from '../methods/ice.ts'
import { kano, type KanoAnswer } from '../methods/kano.ts'
import { opportunity } from '../methods/opportunity.ts'
import { scorecard } from '../methods/scorecard.ts'
import { valueForEffort } from '../methods/value-effort.ts'
import { wsjf, wsjfSteps } from '../methods/wsjf.ts'
import { noDemand } from './demand.ts'
import type { Method } from './model.ts'
import { askedOf, criteriaFor, rating, scoreOf } from './models.world.ts'

describe('a score of points is the one that the method gives', () => {
  const step = fc.constantFrom(...wsjfSteps)
  test('WSJF', () => {
    fc.assert(
      fc.property(step, step, step, step, (value, timeCriticality, riskReduction, jobSize) => {
        const asked = askedOf('wsjf', criteriaFor('wsjf'), {
          a: { Value: value, Urgency: timeCriticality, Risk: riskReduction, Size: jobSize },
        })
        expect(scoreOf(asked, 'a')).toBeCloseTo(
          wsjf({ value, timeCriticality, riskReduction, jobSize }).score ?? Number.NaN,
          12,
        )
      }),
      { numRuns: 30 },
    )
  })

  test('ICE, CD3, value and effort, ODI', () => {
    const ten = fc.integer({ min: 1, max: 10 })
    fc.assert(
      fc.property(ten, ten, ten, (one, two, three) => {
        const at = (method: Exclude<Method, 'formula'>, of: Readonly<Record<string, number>>) =>
          scoreOf(askedOf(method, criteriaFor(method), { a: of }), 'a')
        expect(at('ice', { Impact: one, Confidence: two, Ease: three })).toBe(
          ice({ impact: one, confidence: two, ease: three }).score,
        )
        expect(at('cd3', { Delay: one, Duration: two })).toBe(
          cd3({ costOfDelay: one, duration: two }).score,
        )
        expect(at('value-effort', { Value: one, Effort: two })).toBe(
          valueForEffort({ value: one, effort: two }).score,
        )
        expect(at('odi', { Importance: one, Satisfaction: two })).toBe(
          opportunity({ importance: one, satisfaction: two }).score,
        )
      }),
      { numRuns: 30 },
    )
  })

  test('the weighted scorecard, with evidence among what it weighs', () => {
    const five = fc.integer({ min: 1, max: 5 })
    fc.assert(
      fc.property(five, five, five, fc.nat({ max: 9 }), (value, fit, effort, companies) => {
        const criteria = criteriaFor('weighted')
        const asked = askedOf(
          'weighted',
          criteria,
          { a: { Value: value, Fit: fit, Effort: effort }, b: { Value: 1, Fit: 1, Effort: 5 } },
          {
            demand: {
              a: { ...noDemand, companies },
              b: { ...noDemand, companies: 10 },
            },
          },
        )
        const card = scorecard(
          criteria.map(({ id, weight, better, least, most }) => ({
            id,
            weight,
            better: better === 'higher' ? ('more' as const) : ('less' as const),
            low: least ?? 0,
            high: most ?? 10,
          })),
          { Value: value, Fit: fit, Effort: effort, Companies: companies },
        )
        expect(scoreOf(asked, 'a')).toBeCloseTo(
          card.kind === 'score' ? (card.score ?? Number.NaN) : Number.NaN,
          12,
        )
      }),
      { numRuns: 40 },
    )
  })

  test('Kano: better less worse of those who answered', () => {
    const answer = fc.constantFrom<KanoAnswer>(1, 2, 3, 4, 5)
    fc.assert(
      fc.property(fc.array(fc.tuple(answer, answer), { minLength: 1, maxLength: 12 }), (pairs) => {
        const told = kano(
          pairs.map(([functional, dysfunctional]) => ({ functional, dysfunctional })),
          1,
        )
        const asked = {
          ...askedOf('kano', criteriaFor('kano'), { a: {} }),
          ratings: pairs.flatMap(([functional, dysfunctional], at) => [
            rating('a', 'Functional', functional, `p${at}`),
            rating('a', 'Dysfunctional', dysfunctional, `p${at}`),
          ]),
        }
        const expected =
          told.kind === 'kano' && told.better !== null && told.worse !== null
            ? told.better - told.worse
            : undefined
        expect(scoreOf(asked, 'a')).toBe(expected)
      }),
      { numRuns: 50 },
    )
  })
})
