import { few, fewestResolved, type Few } from './few.ts'
import { median } from './median.ts'
import type { Level } from './wilson.ts'

/** What was predicted once, and what came of it, in one unit. */
export interface Past {
  readonly predicted: number
  readonly actual: number
}

/** How what came of like predictions compares with what was said: actual ÷ predicted. */
export interface ReferenceClass {
  readonly kind: 'ratios'
  readonly n: number
  readonly median: number
  readonly low: number
  readonly high: number
  readonly level: Level
  /**
   * How often the next ratio of the same kind falls from low to high: never less than the level.
   */
  readonly holds: number
  /** Pairs without a ratio, because 0 was predicted or a value is no number. */
  readonly leftOut: number
}

/**
 * The outside view (Kahneman and Tversky 1979; Flyvbjerg, From Nobel prize to project management,
 * Project Management Journal 37, 2006) over pairs that the caller takes to be alike; which are is a
 * person's choice, and not made here. The interval is one for the *next* ratio, from the rth lowest
 * to the rth highest of n, which holds in (n + 1 − 2r) ÷ (n + 1) of cases whatever the distribution
 * (Wilks, Determination of sample sizes for setting tolerance limits, Annals of Mathematical
 * Statistics 12, 1941). So a level has a least count, and below it, or below `fewest`, nothing is
 * said: 10 pairs for 80 %, 19 for 90, 39 for 95, 199 for 99.
 */
export function referenceClass(
  past: readonly Past[],
  level: Level,
  fewest = fewestResolved,
): ReferenceClass | Few {
  const ratios = past
    .filter(({ predicted }) => predicted !== 0)
    .map(({ predicted, actual }) => actual / predicted)
    .filter(Number.isFinite)
    .toSorted((left, right) => left - right)
  const n = ratios.length
  const needed = Math.max(1, fewest, Math.ceil(200 / (100 - level)) - 1)
  const middle = median(ratios)
  // In whole percents, because (1 − 0.8) ÷ 2 is a little less than a tenth.
  const rank = Math.floor(((n + 1) * (100 - level)) / 200)
  const low = ratios[rank - 1]
  const high = ratios[n - rank]
  if (n < needed || middle === null || low === undefined || high === undefined)
    return few(n, needed)
  return {
    kind: 'ratios',
    n,
    median: middle,
    low,
    high,
    level,
    holds: (n + 1 - 2 * rank) / (n + 1),
    leftOut: past.length - n,
  }
}

/** What a new prediction comes to if it goes as the others went. */
export function seenFrom(
  { median: middle, low, high }: ReferenceClass,
  predicted: number,
): { readonly low: number; readonly likely: number; readonly high: number } {
  const ends = [predicted * low, predicted * high]
  return { low: Math.min(...ends), likely: predicted * middle, high: Math.max(...ends) }
}
