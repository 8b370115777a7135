import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { brier } from './brier.ts'
import { brierParts } from './brier-parts.ts'
import { calibrationCurve } from './calibration.ts'
import { spiegelhalter, tally } from './deviation.ts'
import { byValue, byWidth } from './forecast-bins.ts'
import type { Forecast } from './forecast.ts'
import { logScore } from './log-score.ts'
import { brierSkill, logSkill } from './skill.ts'

/**
 * FiveThirtyEight's own record of its forecasts and what came of them (CC BY 4.0), held against two
 * others: the figures that come with the set, to their six digits, and the same worked out here in
 * whole numbers, to nine.
 */
const sets =
  process.env['THROUGHLINE_SETS'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url))
const folder = `${sets}/calibration-538/dev`
const isThere = existsSync(`${folder}/reference-scores.json`)

interface Reference {
  readonly n: number
  readonly brier: number
  readonly log_loss: number
  readonly base_rate: number
  readonly brier_of_base_rate: number
  readonly brier_skill: number
  readonly ece_10: number
  readonly reliability: number
  readonly resolution: number
  readonly calibration: readonly {
    readonly n: number
    readonly mean_probability: number
    readonly observed: number
  }[]
}

interface Given extends Forecast {
  /** The probability in millionths, as it was printed. */
  readonly millionths: bigint
}

describe.skipIf(!isThere)('forecasts of games (skipped where the set is not there)', () => {
  test.for(['nfl', 'nba'])('%s scores as others found', (name) => {
    const forecasts = read(name)
    const reference = references()[name] ?? expect.unreachable()
    const curve = calibrationCurve(forecasts, { by: 'width', bins: 10, level: 95 })
    if (curve.kind === 'few') return expect.unreachable()
    const parts = brierParts(byWidth(forecasts, 10))
    expect(forecasts).toHaveLength(reference.n)
    expect(brier(forecasts)).toBeCloseTo(reference.brier, 6)
    expect(logScore(forecasts, { floor: 1e-6 }).mean).toBeCloseTo(reference.log_loss, 6)
    const skill = brierSkill(forecasts, 'in-sample')
    expect(skill?.reference).toBeCloseTo(reference.brier_of_base_rate, 6)
    expect(skill?.skill).toBeCloseTo(reference.brier_skill, 6)
    expect(parts?.reliability).toBeCloseTo(reference.reliability, 6)
    expect(parts?.resolution).toBeCloseTo(reference.resolution, 6)
    expect(curve.error).toBeCloseTo(reference.ece_10, 6)
    const short = (value: number): number => Math.round(value * 1e4) / 1e4
    expect(
      curve.points.map((point) => [point.n, short(point.meanForecast), short(point.observed)]),
    ).toEqual(reference.calibration.map((bin) => [bin.n, bin.mean_probability, bin.observed]))
  })

  test.for(['nfl', 'nba'])('%s agrees with whole numbers within 1e-9', (name) => {
    const forecasts = read(name)
    const width = brierParts(byWidth(forecasts, 10)) ?? expect.unreachable()
    const values = brierParts(byValue(forecasts)) ?? expect.unreachable()
    const inTen = exactParts(forecasts, (given) => given.millionths / 100_000n)
    const inEach = exactParts(forecasts, (given) => given.millionths)
    for (const part of Object.keys(inTen)) {
      const key = part as keyof typeof inTen
      expect(Math.abs(width[key] - inTen[key]), key).toBeLessThan(1e-9)
      expect(Math.abs(values[key] - inEach[key]), key).toBeLessThan(1e-9)
    }
    const score = brier(forecasts) ?? Number.NaN
    expect(Math.abs(score - inTen.score)).toBeLessThan(1e-9)
    const apart = brierSkill(forecasts, 'in-sample')?.skill ?? Number.NaN
    expect(Math.abs(apart - (1 - inTen.score / inTen.uncertainty))).toBeLessThan(1e-9)
  })

  // With fifty digits, by Python's decimal module.
  test.for([
    ['nfl', 0.631516231526825, 0.109668732891435, 2.20721821388578, -2.78031637227769],
    ['nba', 0.6190933515001, 0.123561753382755, 9.38141926689881, -10.0723839732735],
  ] as const)('%s agrees with fifty digits', ([name, log, skill, z, count]) => {
    const forecasts = read(name)
    const clipped = logScore(forecasts)
    expect([clipped.refuted, clipped.raised]).toEqual([0, 0])
    expect(clipped.mean).toBeCloseTo(log, 11)
    expect(brierSkill(forecasts, 'leave-one-out')?.skill).toBeCloseTo(skill, 11)
    expect(spiegelhalter(forecasts)).toMatchObject({ z: expect.closeTo(z, 9) })
    expect(tally(forecasts)).toMatchObject({ z: expect.closeTo(count, 9) })
    expect(logSkill(forecasts, 'in-sample')?.skill).toBeGreaterThan(0)
  })
})

const read = (name: string): readonly Given[] =>
  readFileSync(`${folder}/${name}.csv`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [probability = '', outcome = ''] = line.split(',').slice(-2)
      const [whole = '', digits = ''] = probability.split('.')
      return {
        probability: Number(probability),
        outcome: outcome === '1' ? 1 : 0,
        millionths: BigInt(whole + digits.padEnd(6, '0')),
      }
    })

const references = (): Readonly<Record<string, Reference>> =>
  JSON.parse(readFileSync(`${folder}/reference-scores.json`, 'utf8'))

/** In whole numbers, over one denominator a part: nothing is rounded before the end. */
function exactParts(all: readonly Given[], binOf: (given: Given) => bigint) {
  const n = BigInt(all.length)
  const happened = BigInt(all.filter(({ outcome }) => outcome === 1).length)
  const one = 1_000_000n
  let score = 0n
  // Sums of the parts, times one² and 10^40 ÷ size of the bin.
  let reliability = 0n
  let resolution = 0n
  let variance = 0n
  let covariance = 0n
  const bins = new Map<bigint, Given[]>()
  for (const given of all) bins.set(binOf(given), [...(bins.get(binOf(given)) ?? []), given])
  for (const bin of bins.values()) {
    const size = BigInt(bin.length)
    let said = 0n
    let squares = 0n
    let seen = 0n
    let both = 0n
    for (const { millionths, outcome } of bin) {
      const came = BigInt(outcome)
      score += (millionths - came * one) ** 2n
      said += millionths
      squares += millionths ** 2n
      seen += came
      both += millionths * came
    }
    reliability += (fine * (said - seen * one) ** 2n) / size
    resolution += (fine * (seen * n - happened * size) ** 2n) / (size * n * n)
    variance += (fine * (squares * size - said * said)) / size
    covariance += (fine * (both * size - said * seen) * one) / size
  }
  const part = (sum: bigint, unit: bigint): number => Number((sum * scale) / (unit * n)) / 1e20
  return {
    score: part(score, one * one),
    reliability: part(reliability, fine * one * one),
    resolution: part(resolution, fine),
    uncertainty: Number((happened * (n - happened) * scale) / (n * n)) / 1e20,
    withinVariance: part(variance, fine * one * one),
    withinCovariance: 2 * part(covariance, fine * one * one),
  }
}

const fine = 10n ** 40n
const scale = 10n ** 20n
