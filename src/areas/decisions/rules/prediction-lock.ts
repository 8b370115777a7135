import type { Change } from '../../../engine/change.ts'
import { denied, type Problem } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import { sentence } from '../../../engine/words.ts'
import { endsOf } from './blind.ts'

/**
 * What is locked stays as it was asked: who said what of which question could not be told otherwise.
 * Where it belongs and who sees it may change.
 */
const asked = [
  'question',
  'kind',
  'answers',
  'unit',
  'about',
  'rule',
  'resolvesOn',
  'metricId',
  'passes',
  'threshold',
] as const

/**
 * Locks a prediction that is open: from now on neither its question nor any odds change, so that a score is
 * always of what was said before. A blind round about it ends with what is in, and is shown.
 */
export function lockOf(prediction: Row, rounds: readonly Row[], now: string): readonly Change[] {
  if (prediction['state'] !== 'open') return []
  const { id } = prediction
  return [
    { op: 'update', record: 'prediction', id, patch: { state: 'locked', lockedAt: now } },
    ...endsOf(rounds.filter((round) => round['predictionId'] === id)),
  ]
}

/** Why a prediction may not be changed so; undefined where it may. */
export function lockedAgainst(
  prediction: Row,
  patch: Readonly<Record<string, unknown>>,
): Problem | undefined {
  if (prediction['state'] === 'open') return undefined
  return !touches(asked, prediction, patch)
    ? undefined
    : denied(
        sentence(
          '{ref} is locked: what was asked stays as it is. Declare it void and ask anew instead.',
          { ref: prediction.ref },
        ),
      )
}

/** Does it change how odds are written, so that those that were given would not fit any more? */
export const changesShape = (prediction: Row, patch: Readonly<Record<string, unknown>>): boolean =>
  touches(['kind', 'answers', 'unit'], prediction, patch)

const touches = (
  names: readonly string[],
  prediction: Row,
  patch: Readonly<Record<string, unknown>>,
): boolean => names.some((name) => patch[name] !== undefined && isOther(prediction, patch, name))

const isOther = (
  row: Readonly<Record<string, unknown>>,
  patch: Readonly<Record<string, unknown>>,
  name: string,
): boolean => JSON.stringify(row[name] ?? null) !== JSON.stringify(patch[name] ?? null)

/** Can something of it be turned back without touching what is locked? */
export const differsInAsked = (
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): boolean => asked.some((name) => isOther(before, after, name))
