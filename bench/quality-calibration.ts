import { readdirSync, readFileSync } from 'node:fs'
import { brierParts } from '../src/math/brier-parts.ts'
import { brier } from '../src/math/brier.ts'
import { calibrationCurve } from '../src/math/calibration.ts'
import { spiegelhalter, tally } from '../src/math/deviation.ts'
import { byValue, byWidth } from '../src/math/forecast-bins.ts'
import type { Forecast } from '../src/math/forecast.ts'
import { logScore } from '../src/math/log-score.ts'
import { brierSkill, logSkill } from '../src/math/skill.ts'
import { within, type Verdict } from './verdicts.ts'

/**
 * Every score of every file of forecasts, against the same by its definition, in plain sums and with none of our
 * functions: to a billionth.
 */
export const calibrationVerdicts = (folder: string): readonly Verdict[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .toSorted((one, other) => (one < other ? -1 : 1))
    .flatMap((file) => {
      const forecasts = read(`${folder}/${file}`)
      const name = file.replace('.csv', '')
      const known = byDefinition(forecasts)
      const ours = byUs(forecasts)
      return Object.entries(known).map(([score, value]) =>
        within(
          'calibration-538',
          `${name}, ${forecasts.length} forecasts, ${score}`,
          [value, ours[score as keyof typeof known]],
          1e-9,
        ),
      )
    })

const read = (file: string): readonly Forecast[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [probability = '', outcome = ''] = line.split(',').slice(-2)
      return { probability: Number(probability), outcome: outcome.trim() === '1' ? 1 : 0 }
    })

interface Scores {
  readonly Brier: number
  readonly 'log score': number
  readonly 'Brier skill': number
  readonly 'Brier skill, one left out': number
  readonly 'log skill': number
  readonly reliability: number
  readonly resolution: number
  readonly uncertainty: number
  readonly 'variance within bins': number
  readonly 'covariance within bins': number
  readonly 'reliability, each value a bin': number
  readonly 'resolution, each value a bin': number
  readonly 'calibration error': number
  readonly 'low ends of the Wilson intervals, summed': number
  readonly 'high ends of the Wilson intervals, summed': number
  readonly "Spiegelhalter's z": number
  readonly 'z of the count': number
}

function byUs(
  forecasts: readonly Forecast[],
): Readonly<Record<keyof Scores, number | null | undefined>> {
  const parts = brierParts(byWidth(forecasts, 10))
  const values = brierParts(byValue(forecasts))
  const curve = calibrationCurve(forecasts, { by: 'width', bins: 10, level: 95 })
  const points = curve.kind === 'curve' ? curve.points : []
  const [blind, count] = [spiegelhalter(forecasts), tally(forecasts)]
  return {
    Brier: brier(forecasts),
    'log score': logScore(forecasts).mean,
    'Brier skill': brierSkill(forecasts, 'in-sample')?.skill,
    'Brier skill, one left out': brierSkill(forecasts, 'leave-one-out')?.skill,
    'log skill': logSkill(forecasts, 'in-sample')?.skill,
    reliability: parts?.reliability,
    resolution: parts?.resolution,
    uncertainty: parts?.uncertainty,
    'variance within bins': parts?.withinVariance,
    'covariance within bins': parts?.withinCovariance,
    'reliability, each value a bin': values?.reliability,
    'resolution, each value a bin': values?.resolution,
    'calibration error': curve.kind === 'curve' ? curve.error : undefined,
    'low ends of the Wilson intervals, summed': sum(points.map(({ interval }) => interval.low)),
    'high ends of the Wilson intervals, summed': sum(points.map(({ interval }) => interval.high)),
    "Spiegelhalter's z": blind.kind === 'deviation' ? blind.z : undefined,
    'z of the count': count.kind === 'deviation' ? count.z : undefined,
  }
}

function byDefinition(forecasts: readonly Forecast[]): Scores {
  const pairs = forecasts.map(
    ({ probability, outcome }) => [probability, outcome as number] as const,
  )
  const n = pairs.length
  const rate = sum(pairs.map(([, o]) => o)) / n
  const happened = sum(pairs.map(([, o]) => o))
  const score = sum(pairs.map(([p, o]) => (p - o) * (p - o))) / n
  const log = sum(pairs.map(([p, o]) => -Math.log(o === 1 ? p : 1 - p))) / n
  const others = pairs.map(([, o]) => (happened - o) / (n - 1) - o)
  // In millionths, as they are printed, an edge between bins is a whole number.
  const inTen = binned(pairs, (p) => Math.min(9, Math.floor(Math.round(p * 1e6) / 1e5)))
  const inEach = binned(pairs, (p) => p)
  const ends = inTen.map(({ size, came }) => wilsonBySolving(came / size, size))
  return {
    Brier: score,
    'log score': log,
    'Brier skill': 1 - score / (rate * (1 - rate)),
    'Brier skill, one left out': 1 - (score * n) / sum(others.map((gap) => gap * gap)),
    'log skill': 1 - log / -(rate * Math.log(rate) + (1 - rate) * Math.log(1 - rate)),
    reliability:
      sum(inTen.map((bin) => bin.size * (bin.said / bin.size - bin.came / bin.size) ** 2)) / n,
    resolution: sum(inTen.map((bin) => bin.size * (bin.came / bin.size - rate) ** 2)) / n,
    uncertainty: rate - rate * rate,
    'variance within bins': sum(inTen.map((bin) => bin.squares - bin.said ** 2 / bin.size)) / n,
    'covariance within bins':
      (2 * sum(inTen.map((bin) => bin.both - (bin.said * bin.came) / bin.size))) / n,
    'reliability, each value a bin':
      sum(inEach.map((bin) => bin.size * (bin.said / bin.size - bin.came / bin.size) ** 2)) / n,
    'resolution, each value a bin':
      sum(inEach.map((bin) => bin.size * (bin.came / bin.size - rate) ** 2)) / n,
    'calibration error': sum(inTen.map((bin) => Math.abs(bin.said - bin.came))) / n,
    'low ends of the Wilson intervals, summed': sum(ends.map(([low]) => low)),
    'high ends of the Wilson intervals, summed': sum(ends.map(([, high]) => high)),
    "Spiegelhalter's z":
      sum(pairs.map(([p, o]) => (o - p) * (1 - 2 * p))) /
      Math.sqrt(sum(pairs.map(([p]) => (1 - 2 * p) ** 2 * p * (1 - p)))),
    'z of the count':
      sum(pairs.map(([p, o]) => o - p)) / Math.sqrt(sum(pairs.map(([p]) => p * (1 - p)))),
  }
}

interface Bin {
  readonly size: number
  readonly said: number
  readonly came: number
  readonly squares: number
  readonly both: number
}

function binned(
  pairs: readonly (readonly [number, number])[],
  binOf: (probability: number) => number,
): readonly Bin[] {
  const bins = new Map<number, (readonly [number, number])[]>()
  for (const pair of pairs) {
    const bin = bins.get(binOf(pair[0])) ?? []
    bin.push(pair)
    bins.set(binOf(pair[0]), bin)
  }
  return [...bins.values()].map((bin) => ({
    size: bin.length,
    said: sum(bin.map(([p]) => p)),
    came: sum(bin.map(([, o]) => o)),
    squares: sum(bin.map(([p]) => p * p)),
    both: sum(bin.map(([p, o]) => p * o)),
  }))
}

/** The ends are where a share lies z standard errors from what was seen (Wilson 1927): found by halving. */
function wilsonBySolving(seen: number, n: number): readonly [number, number] {
  const z = 1.959963984540054
  const isNear = (share: number): boolean =>
    (seen - share) ** 2 <= (z * z * share * (1 - share)) / n
  const edge = (inside: number, outside: number): number => {
    let [near, far] = [inside, outside]
    for (let step = 0; step < 200; step += 1) {
      const middle = (near + far) / 2
      if (isNear(middle)) near = middle
      else far = middle
    }
    return near
  }
  return [edge(seen, 0), edge(seen, 1)]
}

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0)
