import type { Catalogue } from '../engine/catalogue.ts'
import type { Change } from '../engine/change.ts'
import type { Session } from './database.ts'
import { snake } from './table.ts'

/**
 * What a removal takes with it, and a restoration brings back: rows whose home the row is, and the
 * links that end in any of them. Returns the changes with their consequences, each row once.
 */
export async function cascade(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
  changes: readonly Change[],
): Promise<readonly Change[]> {
  if (!changes.some((change) => change.op === 'remove' || change.op === 'restore')) return changes
  const all = [...changes]
  const known = new Set(changes.map((change) => `${change.record} ${change.id}`))
  const also = (record: string, id: string, op: 'remove' | 'restore'): void => {
    if (known.has(`${record} ${id}`)) return
    known.add(`${record} ${id}`)
    all.push({ op, record, id })
  }
  for (let at = 0; at < all.length; at++) {
    const change = all[at]
    if (change?.op === 'remove') {
      for (const [record, id] of await hanging(
        session,
        catalogue,
        workspaceId,
        change.record,
        change.id,
      ))
        also(record, id, 'remove')
    } else if (change?.op === 'restore') {
      for (const [record, id] of await takenAlong(session, workspaceId, change.id))
        also(record, id, 'restore')
    }
  }
  return all
}

async function hanging(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
  record: string,
  id: string,
): Promise<readonly (readonly [string, string])[]> {
  const parts = catalogue.records.flatMap((kind) =>
    Object.entries(kind.fields).flatMap(([name, field]) =>
      field.kind === 'ref' && field.home === true && field.to === record
        ? [
            `select '${kind.name}' as record, id from "${snake(kind.name)}" where workspace_id = $1 and ${snake(name)} = $2 and removed_at is null`,
          ]
        : [],
    ),
  )
  parts.push(
    `select 'link' as record, id from link where workspace_id = $1 and $2 in (from_id, to_id) and removed_at is null`,
  )
  const rows = await session.query<{ record: string; id: string }>(parts.join(' union all '), [
    workspaceId,
    id,
  ])
  return rows.map((row) => [row.record, row.id] as const)
}

/** The rows that went into the trash in the same commit as this one. */
async function takenAlong(
  session: Session,
  workspaceId: string,
  id: string,
): Promise<readonly (readonly [string, string])[]> {
  const rows = await session.query<{ record: string; row_id: string }>(
    `select also.record, also.row_id from change also where also.workspace_id = $1 and also.op = 'remove' and also.commit_id = (
       select c.commit_id from change c join commit k on k.workspace_id = c.workspace_id and k.id = c.commit_id
       where c.workspace_id = $1 and c.row_id = $2 and c.op = 'remove' order by k.seq desc limit 1
     ) and (also.record = 'link' or exists (select 1 from change root where root.workspace_id = $1 and root.commit_id = also.commit_id and root.row_id = $2 and root.ordinal = 0))`,
    [workspaceId, id],
  )
  return rows.map((row) => [row.record, row.row_id] as const)
}
