import { createHash } from 'node:crypto'
import { evidenceOf, evidenceText, type Graph } from '../../areas/decisions/server.ts'
import { catalogue } from '../../areas/order.ts'
import type { Change } from '../../engine/change.ts'
import { same } from '../../engine/crud.ts'
import { everyField, type Row } from '../../engine/record.ts'
import type { Chronicle } from '../../store/store.ts'

/**
 * A chronicle whose choices pin the evidence that was there when they were made, as a choice today does: the
 * past is played forward, and before each choice its evidence is hashed by the same rule.
 */
export async function pinned(chronicle: Chronicle): Promise<Chronicle> {
  const rows = new Map<string, Row & { readonly record: string }>()
  const past: Chronicle['past'][number][] = []
  for (const entry of chronicle.past) {
    const isChoice = entry.command === 'choose'
    const changes: Change[] = []
    for (const one of entry.changes) {
      const isPinned = isChoice && one.op === 'update' && one.record === 'decision'
      changes.push(
        isPinned
          ? { ...one, patch: { ...one.patch, evidenceHash: await hashOf(one.id, rows) } }
          : one,
      )
    }
    for (const one of changes) apply(one, rows)
    past.push({ ...entry, changes })
  }
  return { ...chronicle, past }
}

type Rows = Map<string, Row & { readonly record: string }>

async function hashOf(decisionId: string, rows: Rows): Promise<string> {
  const living = [...rows.values()].filter(({ removedAt }) => removedAt === null)
  const optionIds = living
    .filter((row) => row.record === 'option' && row['decisionId'] === decisionId)
    .map(({ id }) => id)
  const graph: Graph = {
    rows: async (record, ids) =>
      ids.flatMap((id) => {
        const row = rows.get(id)
        if (row === undefined || row.record !== record || row.removedAt !== null) return []
        const { record: _, ...own } = row
        return [own]
      }),
    links: async (ids) =>
      living.filter(
        (row) =>
          row.record === 'link' &&
          (ids.includes(String(row['fromId'])) || ids.includes(String(row['toId']))),
      ),
  }
  return sha256(evidenceText(await evidenceOf({ decisionId, optionIds }, graph), sha256))
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

function apply(change: Change, rows: Rows): void {
  const before = rows.get(change.id)
  switch (change.op) {
    case 'create': {
      const kind = catalogue.record(change.record)
      const defaults = Object.entries(everyField(kind)).map(
        ([name, field]) => [name, 'default' in field ? (field.default ?? null) : null] as const,
      )
      rows.set(change.id, {
        ...Object.fromEntries(defaults),
        ...change.row,
        id: change.id,
        version: 1,
        removedAt: null,
        record: change.record,
      } as Row & { readonly record: string })
      return
    }
    case 'update': {
      if (before === undefined) return
      const differs = Object.entries(change.patch).some(
        ([name, value]) => !same(before[name] ?? null, value ?? null),
      )
      if (differs) rows.set(change.id, { ...before, ...change.patch, version: before.version + 1 })
      return
    }
    case 'remove':
      if (before !== undefined)
        rows.set(change.id, { ...before, removedAt: '', version: before.version + 1 })
      return
    case 'restore':
    case 'discard':
    case 'return':
      return
  }
}
