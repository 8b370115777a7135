import { command, type Scene } from '../../../engine/command.ts'
import type { Change } from '../../../engine/change.ts'
import { present } from '../../../engine/crud.ts'
import { list } from '../../../engine/field.ts'
import { isUuid } from '../../../engine/ids.ts'
import { invalid } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import { feedback } from '../records/feedback.ts'

/** One verdict over many: their kind, their state, or both. What has it already stays untouched. */
export const triage = command({
  name: 'triage',
  says: 'Sort feedback by kind and state',
  on: 'feedback',
  input: {
    ids: { ...list({ label: 'Feedback', of: 'feedback', most: 200 }), required: true },
    kind: withoutDefault(feedback.fields.kind),
    state: withoutDefault(feedback.fields.state),
  },
  may: 'contributor',
  promises: ['settles'],
  decide: async ({ ids, kind, state }, scene) => {
    const verdict = { ...(kind ? { kind } : {}), ...(state ? { state } : {}) }
    if (Object.keys(verdict).length === 0)
      throw invalid('A verdict is missing. Give a kind, a state, or both.', [
        { at: 'kind', says: 'Give one of the two.' },
      ])
    const rows = await all(ids, scene)
    const changes = rows.flatMap((row): Change[] => {
      const patch = Object.fromEntries(
        Object.entries(verdict).filter(([name, value]) => row[name] !== value),
      )
      return Object.keys(patch).length === 0
        ? []
        : [{ op: 'update', record: 'feedback', id: row.id, patch }]
    })
    return { changes, result: { changed: changes.length, same: rows.length - changes.length } }
  },
})

async function all(idsOrRefs: readonly string[], scene: Scene): Promise<readonly Row[]> {
  const ids = idsOrRefs.filter(isUuid)
  const found = new Map(
    (await scene.reader.many('feedback', ids)).map((row) => [row.id, row] as const),
  )
  const rows: Row[] = []
  for (const one of idsOrRefs)
    rows.push(found.get(one.toLowerCase()) ?? (await present(feedback, one, scene)))
  return [...new Map(rows.map((row) => [row.id, row] as const)).values()]
}

function withoutDefault<F extends { readonly default?: unknown }>(field: F): Omit<F, 'default'> {
  const { default: _, ...rest } = field
  return rest
}
