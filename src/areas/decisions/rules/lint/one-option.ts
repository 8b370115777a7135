import { sentence } from '../../../../engine/words.ts'
import { reviewedSince, reviewRemedy } from './decision-past-review.ts'
import { heldRule } from './rule.ts'
import { onRow, whoseIs } from './shape.ts'

/**
 * A decision through a one-way door with fewer than two options, or one that lists a single option. "Whether or
 * not" decisions fail more often than those among several (Nutt, The identification of solution ideas during
 * organizational decision making, Management Science 39, 1993).
 */
export const oneOption = heldRule({
  name: 'one-option',
  severity: 'warning',
  says: sentence('Decisions with one option'),
  because: sentence('With a single option nothing is chosen; doing nothing is an option too.'),
  find: (material) =>
    material.all('decision').flatMap((row) => {
      const count = material.of('option', 'decisionId', row.id).length
      const isOneWay = row['door'] === 'one-way'
      if (count > 1 || (count === 0 && !isOneWay)) return []
      const isOpen = row['state'] === 'open'
      const decidedOn = String(row['decidedAt'] ?? row.createdAt).slice(0, 10)
      if (!isOpen && (row['state'] !== 'decided' || !isOneWay)) return []
      if (!isOpen && reviewedSince(material, row, decidedOn)) return []
      return [
        {
          on: onRow('decision', row),
          says: isOpen
            ? count === 0
              ? sentence('No way back, and no option is named yet.')
              : sentence('It has a single option.')
            : sentence('No way back, and it was taken among fewer than two options.'),
          remedy: isOpen
            ? {
                says: sentence('Add an option'),
                command: 'create-option',
                input: { decisionId: row.ref },
                asks: [{ field: 'title' }, { field: 'detail' }, { field: 'isNothing' }],
              }
            : reviewRemedy(row),
          whoseIds: whoseIs(row),
        },
      ]
    }),
})
