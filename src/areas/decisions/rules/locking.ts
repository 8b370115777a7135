import type { Change } from '../../../engine/change.ts'
import type { Row } from '../../../engine/record.ts'

/**
 * A prediction is locked when what it hangs on is decided: from then on nobody gives or changes odds on
 * it. Its odds carry the moment, so that a score is always of what was said before. Odds are their giver's
 * alone while a round is blind, so they are locked apart, by whoever may write them all.
 */
export const lockPredictions = (predictions: readonly Row[], now: string): readonly Change[] =>
  predictions
    .filter((one) => one['state'] === 'open')
    .map((one) => ({
      op: 'update',
      record: 'prediction',
      id: one.id,
      patch: { state: 'locked', lockedAt: now },
    }))

/** Odds take over the moment at which their prediction was locked; those that have one keep it. */
export function lockOdds(odds: readonly Row[], predictions: readonly Row[]): readonly Change[] {
  const lockedAt = new Map(
    predictions.flatMap((one) =>
      typeof one['lockedAt'] === 'string' ? [[one.id, one['lockedAt']] as const] : [],
    ),
  )
  return odds.flatMap((one): readonly Change[] => {
    const at = lockedAt.get(String(one['predictionId']))
    if (at === undefined || typeof one['lockedAt'] === 'string') return []
    return [{ op: 'update', record: 'odds', id: one.id, patch: { lockedAt: at } }]
  })
}
