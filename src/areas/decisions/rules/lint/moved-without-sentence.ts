import type { Row } from '../../../../engine/record.ts'
import { sentence } from '../../../../engine/words.ts'
import { decisionsOn } from './item-on-reversed.ts'
import { isAhead, type Moved, type Told } from './material.ts'
import { toldRule } from './rule.ts'
import { onRow, whoseIs } from './shape.ts'

/** A decision so many days before a move is the sentence of that move. */
const beforeDays = 7

/**
 * A roadmap item that was put somewhere else, and nobody said why: no word with the change, and no decision on it
 * in the week before or at any time since. Who reads the roadmap next asks, and nobody remembers.
 */
export const movedWithoutSentence = toldRule({
  name: 'moved-without-sentence',
  severity: 'warning',
  says: sentence('Commitments that moved without a sentence'),
  because: sentence('Others have planned by it. They will ask why, and nobody will remember.'),
  find: (material) =>
    material.all('roadmap-item').flatMap((row) => {
      const last = material.moves
        .filter(({ itemId }) => itemId === row.id)
        .toSorted((one, other) => (one.at < other.at ? 1 : -1))[0]
      if (!isAhead(row) || last === undefined || isSaid(material, row, last)) return []
      return [
        {
          on: onRow('roadmap-item', row),
          says: sentence('It moved from {from} to {to} on {day}, and nobody said why.', {
            from: last.from,
            to: last.to,
            day: last.at.slice(0, 10),
          }),
          remedy: {
            says: sentence('Say why it moved'),
            command: 'decide',
            input: { on: row.ref },
            asks: [{ field: 'sentence' }],
          },
          whoseIds: whoseIs(row),
        },
      ]
    }),
})

function isSaid(material: Told, item: Row, { cause, at }: Moved): boolean {
  if (cause !== null) return true
  const from = new Date(Date.parse(at) - beforeDays * 86_400_000).toISOString()
  return decisionsOn(material, item).some(
    (one) => String(one['decidedAt'] ?? one.createdAt) >= from,
  )
}
