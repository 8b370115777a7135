import { allows } from './access.ts'
import type { Change } from './change.ts'
import type { Command } from './command.ts'
import { list } from './field.ts'
import { invalid } from './problem.ts'
import type { RecordKind } from './record.ts'
import { alone, isOneByOne, mostSet, rowsOf, told, type LeftOut } from './set-many.ts'
import { notYours } from './refusals.ts'

/** Many rows into the trash, with their links, as one commit; what may not go stays and is named. */
export function trashMany(kind: RecordKind): readonly Command[] {
  if (isOneByOne(kind)) return []
  return [
    {
      name: `trash-${kind.plural}`,
      says: `Move several ${kind.says.many} to the trash`,
      on: kind.name,
      input: {
        ids: {
          ...list({ label: `Which ${kind.says.many}`, of: kind.name, most: mostSet }),
          required: true,
        },
      },
      may: 'viewer',
      promises: ['settles'],
      decide: async (input: Readonly<Record<string, unknown>>, scene) => {
        const { rows, missing } = await rowsOf(kind, input['ids'] as readonly string[], scene)
        const may = rows.filter((row) => allows(kind.write, scene.actor, row, alone))
        const refused: readonly LeftOut[] = [
          ...missing,
          ...rows
            .filter((row) => !may.includes(row))
            .map(({ id, ref }) => ({ id, ref, says: notYours(ref) })),
        ]
        const [first] = refused
        if (may.length === 0 && first !== undefined) throw invalid(first.says)
        const links = await scene.reader.links(may.map((row) => row.id))
        return {
          changes: [
            ...may.map((row): Change => ({ op: 'remove', record: kind.name, id: row.id })),
            ...links.map((row): Change => ({ op: 'remove', record: 'link', id: row.id })),
          ],
          result: {
            changed: may.length,
            refused: told(refused, scene),
            refusedInAll: refused.length,
          },
        }
      },
    },
  ]
}
