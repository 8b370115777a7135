import { meanOf } from '../../../math/sum-of.ts'
import type { Row } from '../../../engine/record.ts'

/** What several people give an option by one criterion, as one. Numbers are in the criterion's unit. */
export interface PooledRating {
  /** The middle; null where everybody used words alone. */
  readonly likely: number | null
  /** Between these it lies 8 times in 10; null where nobody gave a range. */
  readonly low: number | null
  readonly high: number | null
  readonly words: readonly string[]
  readonly raters: number
  /** How far apart the highest and the lowest middle lie; 0 of one. */
  readonly apart: number
}

/**
 * Each quantile is the mean of everybody's quantile: the pool is as wide as its members are on average
 * (Lichtendahl, Grushka-Cockayne and Winkler, Is it better to average probabilities or quantiles?,
 * Management Science 59, 2013). Who gave a point alone is sure of it. Null of no ratings.
 */
export function pooledRating(ratings: readonly Row[]): PooledRating | null {
  if (ratings.length === 0) return null
  const given = ratings.flatMap((row) => {
    const range = rangeIn(row)
    return range === undefined ? [] : [range]
  })
  const isRanged = given.some(({ low, high }) => low !== high)
  const middles = given.map(({ likely }) => likely)
  return {
    likely: meanOf(given, ({ likely }) => likely),
    low: isRanged ? meanOf(given, ({ low }) => low) : null,
    high: isRanged ? meanOf(given, ({ high }) => high) : null,
    words: ratings.flatMap(({ words }) =>
      typeof words === 'string' && words !== '' ? [words] : [],
    ),
    raters: ratings.length,
    apart: middles.length === 0 ? 0 : Math.max(...middles) - Math.min(...middles),
  }
}

/** A middle alone is a range of width zero; ends without a middle have it half way. */
function rangeIn(
  row: Row,
): { readonly low: number; readonly likely: number; readonly high: number } | undefined {
  const number = (name: string): number | undefined =>
    typeof row[name] === 'number' ? row[name] : undefined
  const [low, high] = [number('low'), number('high')]
  const likely =
    number('likely') ?? (low === undefined || high === undefined ? undefined : (low + high) / 2)
  if (likely === undefined) return undefined
  return { low: low ?? likely, likely, high: high ?? likely }
}
