import { sentence } from '../../../../engine/words.ts'
import { heldRule } from './rule.ts'
import { onRow, whoseIs } from './shape.ts'
import { solutionIn } from './solution.ts'

/**
 * A need that is worded as something to build. It closes the question before it was asked: what was meant could
 * be met in many ways (Torres, Continuous Discovery Habits, 2021, on opportunities worded as solutions).
 */
export const needAsSolution = heldRule({
  name: 'need-as-solution',
  severity: 'note',
  says: sentence('Needs worded as solutions'),
  because: sentence('A need that names its answer leaves no other answer to be found.'),
  find: ({ all }) =>
    all('need').flatMap((row) => {
      const word = solutionIn(String(row['title'] ?? ''))
      if (word === undefined) return []
      return [
        {
          on: onRow('need', row),
          says: sentence('It names what to build (“{word}”), and not what somebody needs.', {
            word,
          }),
          remedy: {
            says: sentence('Reword it'),
            command: 'update-need',
            input: { id: row.ref },
            asks: [{ field: 'title' }],
          },
          whoseIds: whoseIs(row),
        },
      ]
    }),
})
