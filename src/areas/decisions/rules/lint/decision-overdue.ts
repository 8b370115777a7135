import { sentence } from '../../../../engine/words.ts'
import { heldRule } from './rule.ts'
import { onRow, whoseIs } from './shape.ts'

/** A question that is still open after the day on which it was to be decided. */
export const decisionOverdue = heldRule({
  name: 'decision-overdue',
  severity: 'error',
  says: sentence('Decisions open past their deadline'),
  because: sentence('What is not decided by its day is decided by nobody.'),
  find: ({ all, today }) =>
    all('decision').flatMap((row) => {
      const day = row['dueOn']
      if (row['state'] !== 'open' || typeof day !== 'string' || day >= today) return []
      return [
        {
          on: onRow('decision', row),
          says: sentence('It was to be decided by {day}.', { day }),
          remedy: {
            says: sentence('Decide it'),
            command: 'choose',
            input: { decision: row.ref },
            asks: [
              { field: 'sentence' },
              { field: 'option' },
              { field: 'reasons' },
              { field: 'reviewOn' },
            ],
          },
          whoseIds: whoseIs(row),
        },
      ]
    }),
})
