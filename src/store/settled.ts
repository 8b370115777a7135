import type { Catalogue } from '../engine/catalogue.ts'
import type { Effect } from '../engine/effects.ts'
import { isKept, type RecordKind, type Row } from '../engine/record.ts'
import type { Session } from './database.ts'
import type { Ripples } from './ripple.ts'
import { rawRows } from './rows.ts'
import { tableOf } from './table.ts'

/** A row as it was decided, with what the store works out of other rows as it stands now. */
export type Settled = (kind: RecordKind, row: Row) => Row

/**
 * Rows are decided before their masks and roll-ups are worked out, and whoever wrote them is told how
 * they stand after that: the same as everybody else hears. Read again is only what moved.
 */
export async function settledRows(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
  effects: readonly Effect[],
  ripples: Ripples,
): Promise<Settled> {
  const now = new Map<string, Row>()
  for (const [record, moved] of ripples) {
    const ids = effects.flatMap(({ kind, after }) =>
      kind.name === record && after !== undefined && moved.has(after.id) ? [after.id] : [],
    )
    const table = tableOf(catalogue.record(record))
    for (const row of await rawRows(session, table, workspaceId, [...new Set(ids)]))
      now.set(row.id, row)
  }
  return (kind, row) => {
    const known = now.get(row.id)
    if (known === undefined) return row
    const names = Object.keys(row).filter((name) => isKept(kind, name))
    return { ...row, ...Object.fromEntries(names.map((name) => [name, known[name]] as const)) }
  }
}
