import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Forecast } from '../../../math/forecast.ts'
import { scoresOf } from './scores.ts'

/**
 * Laws: the parts sum to the score; every chance is in one point; the order of what was said does not
 * matter; below ten nothing is said.
 */
const forecast: fc.Arbitrary<Forecast> = fc.record({
  probability: fc.oneof(
    fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ),
  outcome: fc.constantFrom(0 as const, 1 as const),
})
const enough = fc.array(forecast, { minLength: 10, maxLength: 80 })

test('below ten nothing is scored, and it is said how many there are', () => {
  fc.assert(
    fc.property(fc.array(forecast, { maxLength: 9 }), (few) => {
      expect(scoresOf(few)).toEqual({ kind: 'few', n: few.length, needed: 10 })
    }),
  )
})

test('what a score is made of sums to it, and each chance stands in one point', () => {
  fc.assert(
    fc.property(enough, (forecasts) => {
      const scores = scoresOf(forecasts)
      if (scores.kind === 'few') return expect.unreachable()
      const { brier, calibration, discrimination, difficulty, points, n, came } = scores
      expect(calibration - discrimination + difficulty).toBeCloseTo(brier, 12)
      expect(points.reduce((sum, { times }) => sum + times, 0)).toBe(n)
      expect(points.reduce((sum, point) => sum + point.came, 0)).toBe(came)
      for (const { low, share, high, mean, said } of points) {
        expect(low).toBeLessThanOrEqual(share)
        expect(share).toBeLessThanOrEqual(high)
        expect(said).toBe(Math.round(mean * 100))
      }
    }),
  )
})

test('in another order it is the same', () => {
  fc.assert(
    fc.property(enough, (forecasts) => {
      const [one, other] = [scoresOf(forecasts), scoresOf(forecasts.toReversed())]
      if (one.kind === 'few' || other.kind === 'few') return expect.unreachable()
      expect(other.brier).toBeCloseTo(one.brier, 14)
      expect(other.points.map(({ said, times }) => [said, times])).toEqual(
        one.points.map(({ said, times }) => [said, times]),
      )
    }),
  )
})

test('whoever was sure and wrong has no log score, and it is counted', () => {
  const sure = Array.from({ length: 12 }, (_, at): Forecast => ({
    probability: 1,
    outcome: at === 0 ? 0 : 1,
  }))
  expect(scoresOf(sure)).toMatchObject({ log: null, refuted: 1 })
})

test('ten that can be scored by hand', () => {
  const outcomes = [1, 1, 0, 1, 0, 0, 1, 0, 0, 1] as const
  const said = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 1]
  const scores = scoresOf(
    outcomes.map((outcome, at) => ({ probability: said[at] ?? Number.NaN, outcome })),
  )
  // Each chance is a point of its own here: what is within bins is nothing.
  expect(scores).toMatchObject({
    brier: expect.closeTo(0.165, 15),
    calibration: expect.closeTo(0.165, 15),
    discrimination: expect.closeTo(0.25, 15),
    difficulty: expect.closeTo(0.25, 15),
  })
})

const sets =
  process.env['THROUGHLINE_SETS'] ??
  fileURLToPath(new URL('../../../../../shared/data', import.meta.url))
const folder = `${sets}/calibration-538/dev`

/** FiveThirtyEight's forecasts of games (CC BY 4.0), and every score worked out anew in whole numbers. */
describe.skipIf(!existsSync(folder))(
  'forecasts of games (skipped where the set is not there)',
  () => {
    test.for(['nfl', 'nba'])('%s: every figure of the mirror to 1e-9', (name) => {
      const all = read(name)
      const scores = scoresOf(
        all.map(({ millionths, outcome }) => ({
          probability: millionths / 1e6,
          outcome,
        })),
      )
      if (scores.kind === 'few') return expect.unreachable()
      const exact = exactly(all)
      for (const key of [
        'brier',
        'calibration',
        'discrimination',
        'difficulty',
        'log',
        'skill',
      ] as const)
        expect(Math.abs(Number(scores[key]) - exact[key]), `${name} ${key}`).toBeLessThan(1e-9)
      expect(scores.points.map(({ times, came }) => [times, came])).toEqual(exact.bins)
      for (const [at, [low, high]] of exact.intervals.entries()) {
        expect(Math.abs((scores.points[at]?.low ?? 9) - low)).toBeLessThan(1e-9)
        expect(Math.abs((scores.points[at]?.high ?? 9) - high)).toBeLessThan(1e-9)
      }
    })
  },
)

interface Given {
  readonly millionths: number
  readonly outcome: 0 | 1
}

const read = (name: string): readonly Given[] =>
  readFileSync(`${folder}/${name}.csv`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [probability = '', outcome = ''] = line.split(',').slice(-2)
      return {
        millionths: Math.round(Number(probability) * 1e6),
        outcome: outcome.trim() === '1' ? 1 : 0,
      }
    })

/** Over one denominator, with nothing rounded before the end; only the logarithms are sums of doubles. */
function exactly(all: readonly Given[]) {
  const n = BigInt(all.length)
  const one = 1_000_000n
  const happened = BigInt(all.filter(({ outcome }) => outcome === 1).length)
  const square = (value: bigint): bigint => value * value
  const score = all.reduce(
    (sum, { millionths, outcome }) => sum + square(BigInt(millionths) - BigInt(outcome) * one),
    0n,
  )
  const tens = new Map<number, Given[]>()
  for (const given of all) {
    // Half a step belongs above.
    const ten = Math.floor((given.millionths + 50_000) / 100_000)
    tens.set(ten, [...(tens.get(ten) ?? []), given])
  }
  const bins = [...tens].toSorted(([left], [right]) => left - right).map(([, here]) => here)
  let reliability = 0n
  for (const bin of bins) {
    const said = bin.reduce((sum, { millionths }) => sum + BigInt(millionths), 0n)
    const came = BigInt(bin.filter(({ outcome }) => outcome === 1).length)
    reliability += (scale * square(said - came * one)) / BigInt(bin.length)
  }
  const brier = Number((score * scale) / (one * one * n)) / Number(scale)
  const calibration = Number(reliability / (one * one * n)) / Number(scale)
  const difficulty = Number((happened * (n - happened) * scale) / (n * n)) / Number(scale)
  // Of somebody who says the share of all the others: k ÷ (n − 1) of those that did not happen, (k − 1) ÷ (n − 1) of those that did.
  const base = (happened * square(n - happened) + (n - happened) * square(happened)) * scale
  const reference = Number(base / (square(n - 1n) * n)) / Number(scale)
  const log =
    all.reduce(
      (sum, { millionths, outcome }) =>
        sum - Math.log(outcome === 1 ? millionths / 1e6 : 1 - millionths / 1e6),
      0,
    ) / all.length
  return {
    brier,
    calibration,
    difficulty,
    discrimination: calibration + difficulty - brier,
    skill: 1 - brier / reference,
    log,
    bins: bins.map((bin) => [bin.length, bin.filter(({ outcome }) => outcome === 1).length]),
    intervals: bins.map((bin) =>
      wilsonRoots(bin.filter(({ outcome }) => outcome === 1).length, bin.length),
    ),
  }
}

const scale = 10n ** 30n

/** The two shares p at which (k ÷ n − p)² = z² p (1 − p) ÷ n, by halving: no closed form is trusted. */
function wilsonRoots(came: number, times: number): readonly [number, number] {
  const z = 1.959963984540054
  const seen = came / times
  const outside = (p: number): boolean => (seen - p) ** 2 > (z * z * p * (1 - p)) / times
  const between = (from: number, to: number): number => {
    let [out, inside] = [from, to]
    for (let step = 0; step < 80; step += 1) {
      const middle = (out + inside) / 2
      if (outside(middle)) out = middle
      else inside = middle
    }
    return inside
  }
  return [came === 0 ? 0 : between(0, seen), came === times ? 1 : between(1, seen)]
}
