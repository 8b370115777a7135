import type { Database } from './database.ts'

export type Touched = (
  workspaceId: string,
  between: { readonly after: number; readonly upTo: number },
  records: readonly string[],
) => Promise<ReadonlySet<string>>

/** Which of these records were changed by commits after one place in history and up to another. */
export async function touchedIn(
  database: Database,
  workspaceId: string,
  { after, upTo }: { readonly after: number; readonly upTo: number },
  records: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await database.as(workspaceId, (session) =>
    session.query<{ record: string }>(
      `select distinct h.record from commit c
       join change h on h.workspace_id = c.workspace_id and h.commit_id = c.id
       where c.workspace_id = $1 and c.seq > $2 and c.seq <= $3 and h.record = any($4::text[])`,
      [workspaceId, after, upTo, records],
    ),
  )
  return new Set(rows.map(({ record }) => record))
}
