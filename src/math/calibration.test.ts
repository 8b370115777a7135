import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calibrationCurve, type CurvePoint } from './calibration.ts'
import type { Forecast } from './forecast.ts'
import { wilson, zOf } from './wilson.ts'

/**
 * Laws: every forecast is in one point, points do not depend on the order, and the means recombine.
 */
const some = fc.array(
  fc.record({
    probability: fc.oneof(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom(0, 0.2, 0.5, 0.8, 1),
    ),
    outcome: fc.constantFrom(0 as const, 1 as const),
  }),
  { minLength: 10, maxLength: 60 },
)
const said = (probability: number, ...outcomes: readonly (0 | 1)[]): readonly Forecast[] =>
  outcomes.map((outcome) => ({ probability, outcome }))

test('seven of ten are too few', () => {
  const seven = said(0.5, 1, 0, 1, 0, 1, 0, 1)
  expect(calibrationCurve(seven, { by: 'width', bins: 10, level: 95 })).toEqual({
    kind: 'few',
    n: 7,
    needed: 10,
  })
  expect(calibrationCurve([], { by: 'count', bins: 10, level: 95, fewest: 0 })).toEqual({
    kind: 'few',
    n: 0,
    needed: 1,
  })
  expect(calibrationCurve(seven, { by: 'width', bins: 10, level: 95, fewest: 7 }).kind).toBe(
    'curve',
  )
})

test('a point says what was said, what came of it, and how sure that is', () => {
  const curve = calibrationCurve(
    [...said(0.72, 1, 1, 1, 0), ...said(0.78, 1, 0), ...said(0.2, 0, 0, 0, 1)],
    { by: 'width', bins: 10, level: 90 },
  )
  if (curve.kind === 'few') return expect.unreachable()
  expect(curve.points).toEqual([
    {
      low: 0.2,
      high: 0.3,
      n: 4,
      meanForecast: expect.closeTo(0.2, 12),
      observed: 0.25,
      interval: wilson(1, 4, zOf[90]),
    },
    {
      low: 0.7,
      high: 0.8,
      n: 6,
      meanForecast: expect.closeTo(0.74, 12),
      observed: 4 / 6,
      interval: wilson(4, 6, zOf[90]),
    },
  ])
  expect(curve.error).toBeCloseTo((4 * 0.05 + 6 * (0.74 - 4 / 6)) / 10, 12)
})

test('a sure and right forecaster is on the diagonal', () => {
  const curve = calibrationCurve([...said(1, 1, 1, 1, 1, 1), ...said(0, 0, 0, 0, 0, 0)], {
    by: 'count',
    bins: 2,
    level: 95,
  })
  expect(curve).toMatchObject({ error: 0, points: [{ observed: 0 }, { observed: 1 }] })
})

test('points hold everything, and the order does not matter', () => {
  fc.assert(
    fc.property(
      some,
      fc.constantFrom('width' as const, 'count' as const),
      fc.integer({ min: 1, max: 12 }),
      (forecasts, by, bins) => {
        const curve = calibrationCurve(forecasts, { by, bins, level: 80 })
        const turned = calibrationCurve(forecasts.toReversed(), { by, bins, level: 80 })
        if (curve.kind === 'few' || turned.kind === 'few') return expect.unreachable()
        const total = (value: (point: CurvePoint) => number): number =>
          curve.points.reduce((sum, point) => sum + point.n * value(point), 0)
        const sum = (value: (forecast: Forecast) => number): number =>
          forecasts.reduce((all, forecast) => all + value(forecast), 0)
        expect(total(() => 1)).toBe(forecasts.length)
        expect(total((point) => point.observed)).toBeCloseTo(
          sum(({ outcome }) => outcome),
          9,
        )
        expect(total((point) => point.meanForecast)).toBeCloseTo(
          sum(({ probability }) => probability),
          9,
        )
        expect(turned.points.map(({ n, observed }) => [n, observed])).toEqual(
          curve.points.map(({ n, observed }) => [n, observed]),
        )
        expect(turned.error).toBeCloseTo(curve.error, 12)
      },
    ),
  )
})
