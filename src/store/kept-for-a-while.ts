import type { Catalogue } from '../engine/catalogue.ts'
import type { Session } from './database.ts'
import { sweepImports } from './import-files.ts'
import { ident } from './table.ts'

/** Rows whose secret lets nobody in any more from one of these moments on. */
export interface Ending {
  readonly record: string
  readonly columns: readonly string[]
}

/** So long after its end a secret is still known again, so that its holder is told what became of it. */
const aMonth = `interval '30 days'`

/**
 * Takes away what is kept beside the records and is of use for a while only: sessions that ended, links
 * that work no more, tries to sign in, files that came in, secrets that let nobody in, and what was left behind by rows that
 * are gone for good. A row that history still knows may come back by an undo, and keeps what is its own.
 */
export async function sweepKept(
  session: Session,
  catalogue: Catalogue,
  endings: readonly Ending[],
): Promise<void> {
  await session.count('delete from session where expires_at < now()')
  await session.count(`delete from sign_in_try where at < now() - interval '1 hour'`)
  await session.count(`delete from allowance where at < now() - interval '1 hour'`)
  await session.count(`delete from once_link where expires_at < now() - interval '1 day'`)
  await session.count('delete from passkey_challenge where expires_at < now()')
  await session.count(`delete from request_key where started_at < now() - interval '24 hours'`)
  await sweepImports(session)
  for (const { record, columns } of endings)
    await session.count(
      `delete from secret s using ${ident(record)} t
       where t.workspace_id = s.workspace_id and t.id = s.row_id
         and least(${columns.map((name) => `t.${ident(name)}`).join(', ')}) < now() - ${aMonth}`,
    )
  const isThere = catalogue.records.map(
    ({ name }) =>
      `exists (select from ${ident(name)} t where t.workspace_id = s.workspace_id and t.id = s.row_id)`,
  )
  for (const table of ['secret', 'signing_secret', 'outbox', 'delivery'])
    await session.count(
      `delete from ${table} s where not (${isThere.join(' or ')}) and not exists (
         select from change c join payload p
           on p.workspace_id = c.workspace_id and p.commit_id = c.commit_id and p.ordinal = c.ordinal
         where c.workspace_id = s.workspace_id and c.row_id = s.row_id)`,
    )
}
