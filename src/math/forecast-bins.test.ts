import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byCount, byValue, byWidth, type ForecastBin } from './forecast-bins.ts'
import type { Forecast } from './forecast.ts'

/**
 * Laws: no forecast is lost or doubled, no bin is empty, bins are in order, and equal values are
 * together.
 */
const of = (...probabilities: readonly number[]): readonly Forecast[] =>
  probabilities.map((probability) => ({ probability, outcome: 1 }))
const shape = (bins: readonly ForecastBin[]): readonly (readonly number[])[] =>
  bins.map(({ low, high, forecasts }) => [low, high, forecasts.length])
const probabilities = fc.array(
  fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
  ),
)

test('bins that are not counted in whole numbers are refused', () => {
  for (const bins of [0, -1, 2.5, Number.NaN]) {
    expect(() => byWidth(of(0.5), bins)).toThrow(RangeError)
    expect(() => byCount(of(0.5), bins)).toThrow(RangeError)
  }
})

test('a probability on an edge belongs above it, and 1 to the last bin', () => {
  expect(shape(byWidth(of(0, 0.1, 0.3, 0.6, 0.7, 0.9999, 1), 10))).toEqual([
    [0, 0.1, 1],
    [0.1, 0.2, 1],
    [0.3, 0.4, 1],
    [0.6, 0.7, 1],
    [0.7, 0.8, 1],
    [0.9, 1, 2],
  ])
})

test('every whole percent begins a bin of a hundred', () => {
  for (let percent = 0; percent < 100; percent += 1)
    expect(byWidth(of(percent / 100), 100)[0]?.low).toBe(percent / 100)
})

test('bins of equal count have equal counts where no value repeats', () => {
  const all = Array.from({ length: 30 }, (_, at) => at / 30)
  expect(byCount(of(...all.toReversed()), 5).map(({ forecasts }) => forecasts.length)).toEqual([
    6, 6, 6, 6, 6,
  ])
})

test('equal values stay in one bin of equal count', () => {
  expect(shape(byCount(of(0.1, 0.5, 0.5, 0.5, 0.5, 0.5, 0.9, 0.9), 4))).toEqual([
    [0.1, 0.1, 1],
    [0.5, 0.5, 5],
    [0.9, 0.9, 2],
  ])
})

test('nothing is lost, no bin is empty, and bins follow each other', () => {
  fc.assert(
    fc.property(probabilities, fc.integer({ min: 1, max: 25 }), (all, bins) => {
      const forecasts = of(...all)
      for (const made of [byValue(forecasts), byWidth(forecasts, bins), byCount(forecasts, bins)]) {
        expect(new Set(made.flatMap((bin) => bin.forecasts))).toEqual(new Set(forecasts))
        expect(made.flatMap((bin) => bin.forecasts)).toHaveLength(forecasts.length)
        made.forEach((bin, at) => {
          const said = bin.forecasts.map(({ probability }) => probability)
          expect(said.length).toBeGreaterThan(0)
          expect(Math.min(...said)).toBeGreaterThanOrEqual(bin.low)
          expect(Math.max(...said)).toBeLessThanOrEqual(bin.high)
          const next = made[at + 1]?.forecasts.map(({ probability }) => probability) ?? [Infinity]
          expect(Math.max(...said)).toBeLessThan(Math.min(...next))
        })
      }
    }),
  )
})
