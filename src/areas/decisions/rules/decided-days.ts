import type { Row } from '../../../engine/record.ts'
import type { Words } from '../../../engine/words.ts'
import { isInForce } from './decided-text.ts'

const dayMs = 86_400_000

/** Whole days from one calendar day to another; less than nothing where the other is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / dayMs)

/** Days from the question to the decision, to a tenth; null where one of the two is not known. */
export function latencyDays(decision: Row): number | null {
  const [opened, decided] = [decision['openedAt'], decision['decidedAt']]
  if (typeof opened !== 'string' || typeof decided !== 'string') return null
  return Math.round(Math.max(0, Date.parse(decided) - Date.parse(opened)) / (dayMs / 10)) / 10
}

/** Which day of its life a decision is in, the first being 1; or had, where it ended. */
export function inForceDays(decision: Row, endedAt: string | null, now: string): number | null {
  const from = decision['decidedAt']
  if (typeof from !== 'string') return null
  const until = isInForce(decision) ? now : (endedAt ?? decision.updatedAt)
  return Math.max(0, daysBetween(from, until)) + 1
}

/** A day on which somebody looks at a decision again, and why. */
export interface Look {
  readonly on: string
  readonly is: 'review' | 'tripwire' | 'prediction'
  readonly ref: string
  readonly says: string
  readonly isLate: boolean
}

/** The review that was promised, unless one was held since. */
export const reviewDue = (decision: Row, reviews: readonly Row[]): string | null => {
  const on = decision['reviewOn']
  if (typeof on !== 'string' || !isInForce(decision)) return null
  const isDone = reviews.some(
    (one) =>
      one['decisionId'] === decision.id &&
      String(one['reviewedAt'] ?? one.createdAt).slice(0, 10) >= on,
  )
  return isDone ? null : on
}

/** When a decision is looked at again, the nearest first: its review, its tripwires with a day, its predictions. */
export function looksOf(
  {
    decision,
    reviews,
    tripwires,
    predictions,
    now,
  }: {
    readonly decision: Row
    readonly reviews: readonly Row[]
    readonly tripwires: readonly Row[]
    readonly predictions: readonly Row[]
    readonly now: string
  },
  words: Words,
): readonly Look[] {
  const today = now.slice(0, 10)
  const review = reviewDue(decision, reviews)
  const looks = [
    ...(review === null
      ? []
      : [
          {
            on: review,
            is: 'review' as const,
            ref: decision.ref,
            says: words.say('its review'),
          },
        ]),
    ...tripwires.flatMap((one) =>
      typeof one['by'] === 'string' && ['armed', 'silent'].includes(String(one['state'] ?? 'armed'))
        ? [{ on: one['by'], is: 'tripwire' as const, ref: one.ref, says: String(one['text']) }]
        : [],
    ),
    ...predictions.flatMap((one) =>
      typeof one['resolvesOn'] === 'string' &&
      ['open', 'locked'].includes(String(one['state'] ?? 'open'))
        ? [
            {
              on: one['resolvesOn'],
              is: 'prediction' as const,
              ref: one.ref,
              says: String(one['question']),
            },
          ]
        : [],
    ),
  ]
  return looks
    .map((one) => ({ ...one, isLate: one.on < today }))
    .toSorted(
      (left, right) =>
        (left.on < right.on ? -1 : left.on > right.on ? 1 : 0) || (left.ref < right.ref ? -1 : 1),
    )
}
