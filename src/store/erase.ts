import type { Actor } from '../engine/access.ts'
import type { Catalogue } from '../engine/catalogue.ts'
import type { RecordKind } from '../engine/record.ts'
import type { Session } from './database.ts'
import { ident } from './table.ts'
import { accessSql, clauseFor, place } from './where.ts'

/**
 * Has history forget what it holds of some rows, and says how many changes that were. Rows of another
 * record, and rows that this actor may not see, are passed over as though they were not there: to erase
 * takes no id on trust. Of a row that has left its table, history is all there is.
 */
export async function eraseRows(
  session: Session,
  catalogue: Catalogue,
  actor: Actor,
  kind: RecordKind,
  ids: readonly string[],
): Promise<number> {
  const clause = clauseFor(catalogue, actor)
  const [asked, record] = [place(clause, ids), place(clause, kind.name)]
  const seen = accessSql(kind.read, kind, clause, 't')
  const found = await session.query<{ id: string }>(
    `select distinct c.row_id as id from change c
     left join ${ident(kind.name)} t on t.workspace_id = $1 and t.id = c.row_id
     where c.workspace_id = $1 and c.row_id = any (${asked}::uuid[]) and c.record = ${record}
       and (t.id is null or ${seen})`,
    clause.values,
  )
  const [told] = await session.query<{ count: number }>(`select ${erasing} as count`, [
    found.map(({ id }) => id),
  ])
  return Number(told?.count ?? 0)
}

const erasing = 'throughline_erase($1::uuid[])'

/** Sends on its way, into the transaction of a commit, that history is to forget these rows. */
export function forget(session: Session, ids: readonly string[]): void {
  if (ids.length > 0) session.send(`select ${erasing}`, [ids])
}
