import { unbounded, type Bounds } from './bounds.ts'
import { pertMean, pertQuantile, pertVariance, type Pert } from './pert.ts'
import {
  threeQuantilesMean,
  threeQuantilesQuantile,
  threeQuantilesVariance,
  throughQuantiles,
  type ThreeQuantiles,
} from './three-quantiles.ts'
import {
  triangularMean,
  triangularQuantile,
  triangularVariance,
  type Triangular,
} from './triangular.ts'

/** What somebody thinks a number is, all three in its unit. */
export interface Estimate {
  readonly low: number
  readonly likely: number
  readonly high: number
}

/**
 * How an estimate is meant. `pert` and `triangular`: low and high are the extremes, and likely is the
 * mode. `quantiles`: one time in ten it is below low, one time in ten above high, and likely is the median.
 */
export type Reading = 'pert' | 'triangular' | 'quantiles'

/** An estimate as a distribution; a point is one of width zero. Plain data: it can be sent to a worker. */
export type Range =
  | { readonly kind: 'point'; readonly at: number }
  | ({ readonly kind: 'pert' } & Pert)
  | ({ readonly kind: 'triangular' } & Triangular)
  | ({ readonly kind: 'quantiles' } & ThreeQuantiles)

/** Why an estimate is no range. The last two are of quantiles, which lie apart and strictly within the bounds. */
export type Flaw =
  | 'not a finite number'
  | 'low above likely'
  | 'likely above high'
  | 'low below the least'
  | 'high above the most'
  | 'likely at low or high'
  | 'low or high at a bound'

/**
 * The range that an estimate means, or what is wrong with it. Bounds are those of the quantity itself, such as a
 * cost that cannot be negative: extremes may lie on them, quantiles lie strictly within.
 */
export function rangeOf(
  estimate: Estimate,
  reading: Reading,
  bounds: Bounds = unbounded,
): { readonly range: Range } | { readonly flaw: Flaw } {
  const flaw = flawOf(estimate, reading, bounds)
  if (flaw !== undefined) return { flaw }
  const { low, likely, high } = estimate
  if (low === high) return { range: { kind: 'point', at: likely } }
  if (reading !== 'quantiles') return { range: { kind: reading, low, likely, high } }
  const through = throughQuantiles(low, likely, high, bounds)
  return through === undefined
    ? { flaw: 'likely at low or high' }
    : { range: { kind: 'quantiles', ...through } }
}

/** The expected value. */
export function meanOf(range: Range): number {
  switch (range.kind) {
    case 'point':
      return range.at
    case 'pert':
      return pertMean(range)
    case 'triangular':
      return triangularMean(range)
    case 'quantiles':
      return threeQuantilesMean(range)
  }
}

/** The variance, in the square of the unit. */
export function varianceOf(range: Range): number {
  switch (range.kind) {
    case 'point':
      return 0
    case 'pert':
      return pertVariance(range)
    case 'triangular':
      return triangularVariance(range)
    case 'quantiles':
      return threeQuantilesVariance(range)
  }
}

/**
 * The value that is not exceeded with probability p. At 0 and 1 the ends: extremes, bounds, or an infinity; not
 * a number for another p.
 */
export function quantileOf(range: Range, p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN
  switch (range.kind) {
    case 'point':
      return range.at
    case 'pert':
      return pertQuantile(range, p)
    case 'triangular':
      return triangularQuantile(range, p)
    case 'quantiles':
      return threeQuantilesQuantile(range, p)
  }
}

function flawOf(
  { low, likely, high }: Estimate,
  reading: Reading,
  { least, most }: Bounds,
): Flaw | undefined {
  if (![low, likely, high].every(Number.isFinite)) return 'not a finite number'
  if (low > likely) return 'low above likely'
  if (likely > high) return 'likely above high'
  if (low < least) return 'low below the least'
  if (high > most) return 'high above the most'
  if (reading !== 'quantiles' || low === high) return undefined
  if (low === likely || likely === high) return 'likely at low or high'
  if (low === least || high === most) return 'low or high at a bound'
  return undefined
}
