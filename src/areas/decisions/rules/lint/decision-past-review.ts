import type { Row } from '../../../../engine/record.ts'
import { sentence } from '../../../../engine/words.ts'
import type { Held } from './material.ts'
import { heldRule } from './rule.ts'
import { onRow, whoseIs } from './shape.ts'

/**
 * A decision in force whose day to look again has passed without a review. The day was set while we could
 * still say what would change our mind; afterwards only what was spent speaks.
 */
export const decisionPastReview = heldRule({
  name: 'decision-past-review',
  severity: 'error',
  says: sentence('Decisions past their review'),
  because: sentence('We said that we would look again on this day, and we have not.'),
  find: (material) =>
    material.all('decision').flatMap((row) => {
      const day = row['reviewOn']
      if (row['state'] !== 'decided' || typeof day !== 'string' || day >= material.today) return []
      if (reviewedSince(material, row, day)) return []
      return [
        {
          on: onRow('decision', row),
          says: sentence('Its review was due on {day}.', { day }),
          remedy: reviewRemedy(row),
          whoseIds: whoseIs(row),
        },
      ]
    }),
})

/** Has somebody looked back at a decision on this day or after it? */
export const reviewedSince = ({ of }: Held, decision: Row, day: string): boolean =>
  of('review', 'decisionId', decision.id).some(
    (one) => String(one['reviewedAt'] ?? one.createdAt).slice(0, 10) >= day,
  )

export const reviewRemedy = (decision: Row) => ({
  says: sentence('Write the review'),
  command: 'record-review',
  input: { decision: decision.ref },
  asks: [
    { field: 'verdict' },
    { field: 'pivot' },
    { field: 'reasons' },
    { field: 'expected' },
    { field: 'came' },
    { field: 'again' },
  ],
})
