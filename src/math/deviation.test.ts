import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spiegelhalter, tally } from './deviation.ts'
import type { Forecast } from './forecast.ts'

/** Law: if each chance is right, z has mean 0 and variance 1, exactly. */
const said = (probability: number, ...outcomes: readonly (0 | 1)[]): readonly Forecast[] =>
  outcomes.map((outcome) => ({ probability, outcome }))

test('seven of ten are too few', () => {
  const seven = said(0.4, 1, 0, 1, 0, 1, 0, 1)
  expect(spiegelhalter(seven)).toEqual({ kind: 'few', n: 7, needed: 10 })
  expect(tally(seven)).toEqual({ kind: 'few', n: 7, needed: 10 })
})

test('one half cannot be wrong of the Brier score, and can of the count', () => {
  const halves = said(0.5, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0)
  expect(spiegelhalter(halves)).toMatchObject({ z: null, why: 'blind' })
  expect(tally(halves)).toMatchObject({ z: expect.closeTo(3 / Math.sqrt(2.5), 12), why: null })
})

test('what was impossible and happened needs no test', () => {
  const told = spiegelhalter([...said(0, 1), ...said(0.3, 0, 0, 0, 0, 0, 0, 0, 0, 0)])
  expect(told).toMatchObject({ z: null, why: 'refuted' })
  expect(tally([...said(1, 1, 1, 1, 1, 1), ...said(0, 0, 0, 0, 0, 0)])).toMatchObject({
    z: null,
    why: 'blind',
  })
})

test('too sure is above 0, too shy below', () => {
  const nine = said(0.9, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0)
  const six = said(0.6, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)
  expect(spiegelhalter(nine)).toMatchObject({ z: expect.closeTo(4 / Math.sqrt(0.9), 12) })
  expect(spiegelhalter(six)).toMatchObject({ z: expect.closeTo(-4 / Math.sqrt(2.4), 12) })
})

test('over all that can happen, weighted by its chance, z has mean 0 and variance 1', () => {
  const chances = fc.array(fc.double({ min: 0.02, max: 0.98, noNaN: true }), {
    minLength: 1,
    maxLength: 8,
  })
  fc.assert(
    fc.property(chances, (all) => {
      fc.pre(all.some((chance) => Math.abs(chance - 0.5) > 0.01))
      for (const asked of [spiegelhalter, tally]) {
        let mean = 0
        let square = 0
        for (let world = 0; world < 2 ** all.length; world += 1) {
          const forecasts = all.map((probability, at): Forecast => ({
            probability,
            outcome: (world >> at) % 2 === 1 ? 1 : 0,
          }))
          const weight = forecasts.reduce(
            (product, { probability, outcome }) =>
              product * (outcome === 1 ? probability : 1 - probability),
            1,
          )
          const told = asked(forecasts, 1)
          const z = told.kind === 'few' ? Number.NaN : (told.z ?? Number.NaN)
          mean += weight * z
          square += weight * z * z
        }
        expect(mean).toBeCloseTo(0, 9)
        expect(square).toBeCloseTo(1, 9)
      }
    }),
    { numRuns: 30 },
  )
})
