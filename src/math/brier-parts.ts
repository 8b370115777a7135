import { brier } from './brier.ts'
import type { ForecastBin } from './forecast-bins.ts'
import { meanOf, sumOf } from './sum-of.ts'

/**
 * What a Brier score is made of:
 * score = reliability − resolution + uncertainty + withinVariance − withinCovariance, exactly.
 */
export interface BrierParts {
  readonly score: number
  /** How far what was said is from what came of it, bin by bin. 0 is best. */
  readonly reliability: number
  /** How far what came of the bins is from the base rate. The more the better. */
  readonly resolution: number
  /** ō(1 − ō) of the base rate ō: how hard the questions were. Nobody's merit or fault. */
  readonly uncertainty: number
  /** How far forecasts of one bin are from each other; 0 where each value is a bin. */
  readonly withinVariance: number
  /** Twice how they go with what came of them within one bin; 0 where each value is a bin. */
  readonly withinCovariance: number
  /** resolution − withinVariance + withinCovariance: it hardly depends on how wide the bins are. */
  readonly generalisedResolution: number
}

/**
 * The parts over bins made by `byValue`, `byWidth` or `byCount`; null of nothing. Three parts over
 * distinct values: Murphy, A new vector partition of the probability score, Journal of Applied
 * Meteorology 12 (1973). The two within bins: Stephenson, Coelho and Jolliffe, Two extra components
 * in the Brier score decomposition, Weather and Forecasting 23 (2008).
 */
export function brierParts(bins: readonly ForecastBin[]): BrierParts | null {
  const all = bins.flatMap(({ forecasts }) => forecasts)
  const score = brier(all)
  const base = meanOf(all, ({ outcome }) => outcome)
  if (score === null || base === null) return null
  const parts = bins.map((bin) => partsOf(bin, base))
  const share = (part: (one: Part) => number): number => sumOf(parts, part) / all.length
  const resolution = share((one) => one.resolution)
  const withinVariance = share((one) => one.variance)
  const withinCovariance = 2 * share((one) => one.covariance)
  return {
    score,
    reliability: share((one) => one.reliability),
    resolution,
    uncertainty: base * (1 - base),
    withinVariance,
    withinCovariance,
    generalisedResolution: resolution - withinVariance + withinCovariance,
  }
}

interface Part {
  readonly reliability: number
  readonly resolution: number
  readonly variance: number
  readonly covariance: number
}

function partsOf({ low, high, forecasts }: ForecastBin, base: number): Part {
  const n = forecasts.length
  // The mean of equal values is that value, and not what a division makes of their sum.
  const forecast = low === high ? low : sumOf(forecasts, ({ probability }) => probability) / n
  const observed = sumOf(forecasts, ({ outcome }) => outcome) / n
  return {
    reliability: n * (forecast - observed) ** 2,
    resolution: n * (observed - base) ** 2,
    variance: sumOf(forecasts, ({ probability }) => (probability - forecast) ** 2),
    covariance: sumOf(
      forecasts,
      ({ probability, outcome }) => (outcome - observed) * (probability - forecast),
    ),
  }
}
