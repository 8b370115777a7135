import { few, fewestResolved, type Few } from './few.ts'
import { byCount, byWidth, type ForecastBin } from './forecast-bins.ts'
import type { Forecast } from './forecast.ts'
import { sumOf } from './sum-of.ts'
import { wilson, zOf, type Level, type Share } from './wilson.ts'

export interface CurvePoint {
  /** The probabilities that it stands for. */
  readonly low: number
  readonly high: number
  readonly n: number
  readonly meanForecast: number
  /** The share that happened, and its Wilson interval. */
  readonly observed: number
  readonly interval: Share
}

export interface Curve {
  readonly kind: 'curve'
  readonly n: number
  readonly level: Level
  /** Bins that have forecasts, from the lowest probability. */
  readonly points: readonly CurvePoint[]
  /**
   * Expected calibration error: mean distance of what was said from what was seen, weighted by n.
   */
  readonly error: number
}

export interface CurveAsked {
  /** Bins of one width, or of about one count. */
  readonly by: 'width' | 'count'
  readonly bins: number
  readonly level: Level
  readonly fewest?: number
}

/**
 * Of what was given such a chance, how much happened? Too few resolved ones give no curve at all.
 * Its error (Naeini, Cooper and Hauskrecht, Obtaining well calibrated probabilities using Bayesian
 * binning, 2015) is above 0 by chance alone, the more so the fewer and the finer: compare it only
 * at like n and bins.
 */
export function calibrationCurve(forecasts: readonly Forecast[], asked: CurveAsked): Curve | Few {
  const n = forecasts.length
  const needed = asked.fewest ?? fewestResolved
  const bins = (asked.by === 'width' ? byWidth : byCount)(forecasts, asked.bins)
  if (n < needed || n === 0) return few(n, Math.max(1, needed))
  const points = bins.map((bin) => pointOf(bin, asked.level))
  const apart = (point: CurvePoint): number =>
    point.n * Math.abs(point.meanForecast - point.observed)
  return { kind: 'curve', n, level: asked.level, points, error: sumOf(points, apart) / n }
}

function pointOf({ low, high, forecasts }: ForecastBin, level: Level): CurvePoint {
  const n = forecasts.length
  const happened = sumOf(forecasts, ({ outcome }) => outcome)
  return {
    low,
    high,
    n,
    meanForecast: sumOf(forecasts, ({ probability }) => probability) / n,
    observed: happened / n,
    interval: wilson(happened, n, zOf[level]),
  }
}
