import type { Catalogue } from '../engine/catalogue.ts'
import type { Change } from '../engine/change.ts'
import { isUuid } from '../engine/ids.ts'
import type { Session } from './database.ts'
import { ident } from './table.ts'

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
  const also = (op: 'remove' | 'restore') => (row: Found) => {
    if (known.has(`${row.record} ${row.id}`)) return
    known.add(`${row.record} ${row.id}`)
    all.push({ op, record: row.record, id: row.id })
  }
  for (let at = 0; at < all.length; at++) {
    const change = all[at]
    // What is no id is refused where the row is looked for.
    if (change === undefined || !isUuid(change.id)) continue
    if (change.op === 'remove') {
      const rows = await hanging(session, catalogue, workspaceId, change.record, change.id)
      rows.forEach(also('remove'))
    } else if (change.op === 'restore' && change.record !== 'link') {
      const rows = await tookAlong(session, catalogue, workspaceId, change.record, change.id)
      rows.forEach(also('restore'))
    }
  }
  const back = all.flatMap(({ op, record, id }) =>
    op === 'restore' && record !== 'link' && isUuid(id) ? [id] : [],
  )
  const links = await linksBack(session, catalogue, workspaceId, back)
  links.forEach(also('restore'))
  return all
}

interface Found {
  readonly record: string
  readonly id: string
}

async function hanging(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
  record: string,
  id: string,
): Promise<readonly Found[]> {
  const parts = homesIn(catalogue, record).map(
    ({ kind, column }) =>
      `select '${kind}' as record, id from ${ident(kind)} where workspace_id = $1 and ${column} = $2 and removed_at is null`,
  )
  parts.push(
    `select 'link' as record, id from link where workspace_id = $1 and $2 in (from_id, to_id) and removed_at is null`,
  )
  return session.query<Found>(parts.join(' union all '), [workspaceId, id])
}

/** The rows at home in this one that went into the trash in the same commit. */
async function tookAlong(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
  record: string,
  id: string,
): Promise<readonly Found[]> {
  const parts = homesIn(catalogue, record).map(
    ({ kind, column }) =>
      `select '${kind}' as record, id from ${ident(kind)} where workspace_id = $1 and ${column} = $2 and removed_at is not null`,
  )
  if (parts.length === 0) return []
  return session.query<Found>(
    `select t.record, t.id from (${parts.join(' union all ')}) t
     where ${removedIn('t.id')} = ${removedIn('$2')}`,
    [workspaceId, id],
  )
}

/**
 * The links of rows that come back, which went because one of their ends did. One whose other end is
 * still in the trash stays there, and comes back with that.
 */
async function linksBack(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
  ids: readonly string[],
): Promise<readonly Found[]> {
  if (ids.length === 0) return []
  const there = catalogue.records.map(
    ({ name }) =>
      `select id from ${ident(name)} where workspace_id = $1 and removed_at is null and id in (select unnest(array[from_id, to_id]) from gone)`,
  )
  return session.query<Found>(
    `with gone as (
       select id, from_id, to_id from link where workspace_id = $1 and from_id = any($2::uuid[]) and removed_at is not null
       union select id, from_id, to_id from link where workspace_id = $1 and to_id = any($2::uuid[]) and removed_at is not null
     ), there as (${there.join(' union all ')} union all select unnest($2::uuid[]))
     select 'link' as record, gone.id from gone
     where from_id in (select id from there) and to_id in (select id from there)
       and exists (
         select from change went
         where went.workspace_id = $1 and went.row_id in (gone.from_id, gone.to_id) and went.op = 'remove'
           and went.commit_id = ${removedIn('gone.id')}
       )`,
    [workspaceId, ids],
  )
}

const homesIn = (
  catalogue: Catalogue,
  record: string,
): readonly { readonly kind: string; readonly column: string }[] =>
  catalogue.records.flatMap((kind) =>
    Object.entries(kind.fields).flatMap(([name, field]) =>
      field.kind === 'ref' && field.home === true && field.to === record
        ? [{ kind: kind.name, column: ident(name) }]
        : [],
    ),
  )

/** The commit in which a row last went into the trash. */
const removedIn = (id: string): string =>
  `(select c.commit_id from change c join commit k on k.workspace_id = c.workspace_id and k.id = c.commit_id
    where c.workspace_id = $1 and c.row_id = ${id} and c.op = 'remove' order by k.seq desc limit 1)`
