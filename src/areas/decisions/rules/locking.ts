import type { Change } from '../../../engine/change.ts'
import type { Row } from '../../../engine/record.ts'

/**
 * A prediction is locked when what it hangs on is decided: from then on nobody gives or changes odds on it,
 * so that a score is always of what was said before.
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
