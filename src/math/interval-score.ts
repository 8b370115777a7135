import { ordered, pinball, type Quantile } from './pinball.ts'
import { meanOf, sumOf } from './sum-of.ts'

/** What a score in the outcome's unit is made of: how wide, and how far the outcome lay beyond. */
export interface ScoreParts {
  readonly score: number
  readonly spread: number
  /** The outcome lay below what was said. */
  readonly over: number
  /** It lay above. */
  readonly under: number
}

/**
 * Score of a central interval that was to hold the outcome with this chance (0 to 1): its width,
 * and 2 ÷ (1 − chance) for each unit that the outcome lies outside (Winkler 1972; Gneiting and
 * Raftery, Strictly proper scoring rules, prediction, and estimation, Journal of the American
 * Statistical Association 102, 2007).
 */
export function intervalScore(
  { low, high, chance }: { readonly low: number; readonly high: number; readonly chance: number },
  actual: number,
): ScoreParts {
  if (!(low <= high) || !(chance > 0 && chance < 1))
    throw new RangeError(`an interval of ${chance} is not from ${low} to ${high}`)
  const each = 2 / (1 - chance)
  const spread = high - low
  const over = each * Math.max(0, low - actual)
  const under = each * Math.max(0, actual - high)
  return { score: spread + over + under, spread, over, under }
}

/**
 * Weighted interval score, in the outcome's unit: twice the mean pinball loss of the quantiles.
 * Over a median and K central intervals this is (½|y − m| + Σ αₖ/2 × interval scoreₖ) ÷ (K + ½) of
 * Bracher, Ray, Gneiting and Reich, Evaluating epidemic forecasts in an interval format, PLoS
 * Computational Biology 17 (2021), and of a median alone the distance from it; with many levels it
 * nears the continuous ranked probability score. Levels that are not pairs around one half, such as
 * 0.5 and 0.85, have a score too, and no parts.
 */
export const weightedIntervalScore = (quantiles: readonly Quantile[], actual: number): number =>
  2 * (meanOf(ordered(quantiles), (quantile) => pinball(quantile, actual)) ?? 0)

/** The same in its parts; null where the levels are not pairs around one half. */
export function weightedIntervalParts(
  quantiles: readonly Quantile[],
  actual: number,
): ScoreParts | null {
  const sorted = ordered(quantiles)
  const pairs = sorted
    .slice(0, Math.ceil(sorted.length / 2))
    .map((low, at) => ({ low, high: sorted[sorted.length - 1 - at] ?? low }))
  if (pairs.some(({ low, high }) => Math.abs(low.level + high.level - 1) > near)) return null
  // A median is a pair with itself and counts half, like one quantile of two.
  const share = (part: (pair: Pair) => number): number =>
    (2 * sumOf(pairs, (pair) => part(pair) / (pair.low === pair.high ? 2 : 1))) / sorted.length
  const spread = share(({ low, high }) => low.level * (high.value - low.value))
  const over = share(({ low }) => Math.max(0, low.value - actual))
  const under = share(({ high }) => Math.max(0, actual - high.value))
  return { score: spread + over + under, spread, over, under }
}

interface Pair {
  readonly low: Quantile
  readonly high: Quantile
}

/** 0.1 and 0.9 do not sum to one to the last bit. */
const near = 1e-9
