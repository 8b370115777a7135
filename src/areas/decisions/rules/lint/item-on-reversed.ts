import type { Row } from '../../../../engine/record.ts'
import { sentence } from '../../../../engine/words.ts'
import { isAhead, type Told } from './material.ts'
import { toldRule } from './rule.ts'
import { onRow, whoseIs, type Remedy } from './shape.ts'

/** A roadmap item that is still to come, although the last decision it rests on was superseded or reversed. */
export const itemOnReversed = toldRule({
  name: 'item-on-reversed',
  severity: 'error',
  says: sentence('Roadmap items whose decision does not hold'),
  because: sentence('We took the decision back, and go on as if it stood.'),
  find: (material) =>
    material.all('roadmap-item').flatMap((row) => {
      if (!isAhead(row)) return []
      const [last, ...others] = decisionsOn(material, row)
      const isOver = (one: Row): boolean =>
        one['state'] === 'superseded' || one['state'] === 'reversed'
      if (last === undefined || ![last, ...others].every(isOver)) return []
      return [
        {
          on: onRow('roadmap-item', row),
          says:
            last['state'] === 'reversed'
              ? sentence('{ref}, which it rests on, was reversed.', { ref: last.ref })
              : sentence('{ref}, which it rests on, was superseded.', { ref: last.ref }),
          remedy: sayItAnew(row),
          whoseIds: whoseIs(row),
        },
      ]
    }),
})

/** The decisions that settle an item or an idea that it delivers, the last one first; what is open is none yet. */
export function decisionsOn({ back, forth, row: rowOf }: Told, item: Row): readonly Row[] {
  const settled = [item.id, ...forth(item.id, 'delivers')]
  const ids = new Set(settled.flatMap((id) => back(id, 'settles')))
  return [...ids]
    .flatMap((id) => rowOf('decision', id) ?? [])
    .filter((one) => one['state'] !== 'open')
    .toSorted((one, other) => (decidedAt(one) < decidedAt(other) ? 1 : -1))
}

const decidedAt = (row: Row): string => String(row['decidedAt'] ?? row.createdAt)

export const sayItAnew = (item: Row): Remedy => ({
  says: sentence('Decide on it anew'),
  command: 'decide',
  input: { on: item.ref },
  asks: [{ field: 'sentence' }],
})
