import { sentence } from '../../../../engine/words.ts'
import { heldRule } from './rule.ts'
import { onRow, whoseIs } from './shape.ts'

/** A test that has ended, and nobody has said whether what we believed held: then nothing was learned. */
export const experimentWithoutVerdict = heldRule({
  name: 'experiment-without-verdict',
  severity: 'warning',
  says: sentence('Experiments that ended without a verdict'),
  because: sentence('A test without a verdict has cost what it cost, and taught nothing.'),
  find: ({ all }) =>
    all('experiment').flatMap((row) =>
      row['state'] !== 'ended' || (row['verdict'] ?? null) !== null
        ? []
        : [
            {
              on: onRow('experiment', row),
              says: sentence('It has ended, and nobody has said whether it held.'),
              remedy: {
                says: sentence('Give the verdict'),
                command: 'end-experiment',
                input: { experiment: row.ref },
                asks: [],
              },
              whoseIds: whoseIs(row),
            },
          ],
    ),
})
