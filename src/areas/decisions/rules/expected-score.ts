import { momentsOf } from '../../../math/order-statistics.ts'
import { rowOf } from '../../../math/scores.ts'
import { candidatesOf, scoreDraws, type Chance } from './candidates.ts'
import type { Estimated, Weighed } from './factors.ts'

/**
 * The score to expect of one idea in the unit of RICE, by the very draws that an order has of it; null where nothing of it
 * was estimated, or not all is known.
 */
export function expectedScore(
  idea: Weighed,
  estimates: readonly Estimated[],
  chance: Chance,
): number | null {
  const candidates = estimates.length === 0 ? [] : candidatesOf([idea], estimates)
  if (candidates.length === 0) return null
  const { mean } = momentsOf(rowOf(scoreDraws(candidates, chance), 0))
  return Number.isNaN(mean) ? null : mean
}
