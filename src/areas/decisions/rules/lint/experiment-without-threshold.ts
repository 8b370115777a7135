import { sentence } from '../../../../engine/words.ts'
import { heldRule } from './rule.ts'
import { onRow, whoseIs } from './shape.ts'

/**
 * A test that is planned or running and says no threshold. Whoever sets it after the result sets it where the
 * result lies (Kerr, HARKing: hypothesizing after the results are known, 1998).
 */
export const experimentWithoutThreshold = heldRule({
  name: 'experiment-without-threshold',
  severity: 'error',
  says: sentence('Experiments without a threshold'),
  because: sentence(
    'A threshold that is set once the result is known is set where the result lies.',
  ),
  find: ({ all }) =>
    all('experiment').flatMap((row) => {
      const runs = row['state'] === 'running'
      if ((row['state'] !== 'planned' && !runs) || typeof row['threshold'] === 'number') return []
      return [
        {
          on: onRow('experiment', row),
          says: runs
            ? sentence('It runs, and nobody has said at which result it holds.')
            : sentence('It is planned, and nobody has said at which result it holds.'),
          remedy: {
            says: sentence('Set a threshold'),
            command: 'update-experiment',
            input: { id: row.ref },
            asks: [{ field: 'threshold' }, { field: 'comparison' }],
          },
          whoseIds: whoseIs(row),
        },
      ]
    }),
})
