import { sentence } from '../../../../engine/words.ts'
import { heldRule } from './rule.ts'
import { onRow, whoseIs } from './shape.ts'

/** A prediction whose day has passed, and nobody has said what came. The mirror shows only what was resolved. */
export const predictionUnresolved = heldRule({
  name: 'prediction-unresolved',
  severity: 'warning',
  says: sentence('Predictions past their day'),
  because: sentence('Only what was resolved tells how good our odds are.'),
  find: ({ all, today }) =>
    all('prediction').flatMap((row) => {
      const day = row['resolvesOn']
      const isOpen = row['state'] === 'open' || row['state'] === 'locked'
      if (!isOpen || typeof day !== 'string' || day >= today) return []
      return [
        {
          on: onRow('prediction', row),
          says: sentence('It was to be resolved on {day}.', { day }),
          // nobody gives odds any more who knows: it is locked before it is resolved
          remedy:
            row['state'] === 'open'
              ? {
                  says: sentence('Lock it, then say what came'),
                  command: 'lock-prediction',
                  input: { prediction: row.ref },
                  asks: [],
                }
              : {
                  says: sentence('Say what came'),
                  command: 'resolve-prediction',
                  input: { prediction: row.ref },
                  asks: [{ field: row['kind'] === 'date' ? 'cameOn' : 'came' }, { field: 'note' }],
                },
          whoseIds: whoseIs(row),
        },
      ]
    }),
})
