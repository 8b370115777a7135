import type { Change } from '../../../engine/change.ts'
import { command, type Scene } from '../../../engine/command.ts'
import { list, ref } from '../../../engine/field.ts'
import type { Row } from '../../../engine/record.ts'
import { fold } from '../../discovery/index.ts'
import { cost } from '../records/cost.ts'
import { estimate } from '../records/estimate.ts'
import { idea } from '../records/idea.ts'
import { rating } from '../records/rating.ts'

/**
 * What was said of the duplicates goes over to the idea that stays: what people estimated, rated and held it to
 * take, where nobody has said the same of the survivor. One commit, so one undo takes it back.
 */
export const mergeIdeas = command({
  name: 'merge-ideas',
  says: 'Merge duplicate ideas',
  on: 'idea',
  input: {
    into: ref({ label: 'Into', to: 'idea', required: true, help: 'The one that stays' }),
    from: { ...list({ label: 'Duplicates', of: 'idea', most: 100 }), required: true },
  },
  may: 'editor',
  decide: async (given, scene) => {
    const changes = await fold(idea, given, scene)
    return { changes: [...changes, ...(await saidOver(foldedBy(changes), scene))] }
  },
})

/** Of each record that hangs on an idea, what may stand there once. */
const said: readonly (readonly [record: string, once: readonly string[]])[] = [
  [estimate.name, ['factor', 'raterId']],
  [cost.name, ['function']],
  [rating.name, ['criterionId', 'raterId']],
]

/** By each duplicate, the idea that stays. */
const foldedBy = (changes: readonly Change[]): ReadonlyMap<string, string> =>
  new Map(
    changes.flatMap((one) =>
      one.op === 'update' && one.record === idea.name
        ? [[one.id, String(one.patch['mergedIntoId'])] as const]
        : [],
    ),
  )

async function saidOver(
  folded: ReadonlyMap<string, string>,
  { reader }: Scene,
): Promise<readonly Change[]> {
  const changes: Change[] = []
  const from = [...folded.keys()]
  const [into = ''] = folded.values()
  for (const [record, once] of said) {
    const nameOf = (row: Row): string => once.map((field) => String(row[field])).join(' ')
    const taken = new Set((await reader.by(record, 'ideaId', [into])).map(nameOf))
    for (const row of byAge(await reader.by(record, 'ideaId', from))) {
      if (taken.has(nameOf(row))) continue
      taken.add(nameOf(row))
      changes.push({ op: 'update', record, id: row.id, patch: { ideaId: into } })
    }
  }
  return changes
}

/** The oldest first: where two duplicates say the same, that one goes over. Ids rise with time. */
const byAge = (rows: readonly Row[]): readonly Row[] =>
  rows.toSorted((one, other) => (one.id < other.id ? -1 : 1))
