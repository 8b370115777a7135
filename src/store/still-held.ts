import type { RecordKind } from '../engine/record.ts'
import type { Session } from './database.ts'
import { ident } from './table.ts'

/**
 * Which of these values a text field still has anywhere: in a row of the record, in the trash too, or in what
 * history holds of one that is gone and could come back. What was erased from history is held no more.
 */
export async function stillHeld(
  session: Session,
  workspaceId: string,
  kind: RecordKind,
  field: string,
  values: readonly string[],
): Promise<ReadonlySet<string>> {
  const inRows = await session.query<{ value: string }>(
    `select distinct ${ident(field)} as value from ${ident(kind.name)}
     where workspace_id = $1 and ${ident(field)} = any($2::text[])`,
    [workspaceId, values],
  )
  const held = new Set(inRows.map(({ value }) => value))
  const rest = values.filter((value) => !held.has(value))
  if (rest.length === 0) return held
  const inHistory = await session.query<{ value: string }>(
    `select v.value from unnest($2::text[]) as v(value)
     where exists (
       select from change c
       join payload p on p.workspace_id = $1 and p.commit_id = c.commit_id and p.ordinal = c.ordinal
       where c.workspace_id = $1 and c.record = $3 and strpos(p.body, v.value) > 0)`,
    [workspaceId, rest, kind.name],
  )
  for (const { value } of inHistory) held.add(value)
  return held
}
