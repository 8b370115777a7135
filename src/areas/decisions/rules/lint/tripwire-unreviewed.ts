import { countedSentence, sentence } from '../../../../engine/words.ts'
import { reviewRemedy } from './decision-past-review.ts'
import { daysBetween } from './material.ts'
import { heldRule } from './rule.ts'
import { onRow, whoseIs } from './shape.ts'

/** So many days a crossing may stand before somebody must have looked. */
const afterDays = 7

/**
 * A tripwire that fired, and after a week nobody has said whether we go on. A stop rule that is set and then not
 * kept is worse than none (Duke, Quit, 2022): it teaches that stop rules do not count.
 */
export const tripwireUnreviewed = heldRule({
  name: 'tripwire-unreviewed',
  severity: 'error',
  says: sentence('Tripwires that fired and were not reviewed'),
  because: sentence('We said what would make us look again. It came, and nobody looked.'),
  find: ({ all, of, now }) =>
    all('decision').flatMap((row) => {
      const fired = of('tripwire', 'decisionId', row.id)
        .filter((one) => one['state'] === 'fired' && typeof one['firedAt'] === 'string')
        .toSorted((one, other) => (String(one['firedAt']) < String(other['firedAt']) ? -1 : 1))
      const [first] = fired
      if (first === undefined) return []
      const days = daysBetween(String(first['firedAt']), now)
      if (days < afterDays) return []
      const review = reviewRemedy(row)
      return [
        {
          on: onRow('decision', row),
          says: countedSentence(
            days,
            'Its tripwire {ref} fired # day ago, and nobody has said whether we go on.',
            'Its tripwire {ref} fired # days ago, and nobody has said whether we go on.',
            { ref: first.ref },
          ),
          remedy: { ...review, input: { ...review.input, tripwire: first.ref } },
          whoseIds: whoseIs(row),
        },
      ]
    }),
})
