import { everyField, type RecordKind } from '../engine/record.ts'
import { appRole } from './database.ts'
import { isHeld, living } from './indexes.ts'
import type { Statement } from './statement.ts'
import { ident, snake, tableOf } from './table.ts'

/**
 * The functions that find rows by what a list of theirs holds. Operators of arrays are not leakproof, so
 * under row security they would cost the index: therefore these run as the owner, pin the workspace,
 * and give ids away, nothing else. `(among, most)` gives at most so many living rows.
 */
export const holders = (records: readonly RecordKind[]): readonly Statement[] =>
  records.flatMap((kind) =>
    Object.entries(everyField(kind)).flatMap(([name, field]) =>
      isHeld(field) ? holder(kind, name) : [],
    ),
  )

export const holderOf = (kind: RecordKind, field: string): string =>
  `throughline_holding_${snake(kind.name)}_${snake(field)}`

/**
 * What such a function asks. Its function closes every way but a bitmap: an ordered walk along another
 * index would look promising to the planner, and read the whole workspace for something rare.
 */
export const holdingSql = (kind: RecordKind, field: string): string =>
  `select t.id from ${ident(kind.name)} t where t.workspace_id = current_setting('throughline.workspace')::uuid and ${living(kind, 't.')} and t.${tableOf(kind).columnOf(field).name} && $1 limit $2`

function holder(kind: RecordKind, field: string): readonly Statement[] {
  const { type } = tableOf(kind).columnOf(field)
  const name = `${holderOf(kind, field)}(${type}, integer)`
  return [
    {
      makes: `function ${name}`,
      sql: `create function ${holderOf(kind, field)}(among ${type}, most integer) returns table (id uuid)
  language sql stable strict security definer set search_path = public, pg_temp set enable_seqscan = off set enable_indexscan = off
as $$
  ${holdingSql(kind, field)}
$$`,
    },
    {
      makes: `grants ${name}`,
      sql: `revoke all on function ${name} from public; grant execute on function ${name} to ${appRole}`,
    },
  ]
}
