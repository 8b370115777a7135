import type { Catalogue } from '../engine/catalogue.ts'
import { customField } from '../engine/custom.ts'
import type { RecordKind, Row } from '../engine/record.ts'
import { prepared, type Session } from './database.ts'
import type { Effect } from '../engine/effects.ts'
import { ident, tableOf } from './table.ts'
import type { State } from './where.ts'

/**
 * The keys of sortable own fields: for each row that has a value, one in a table of its own, by which
 * lists are sorted and filtered. Plain columns, because the app's role may go by an index only where
 * the comparison is leakproof, and one inside `custom` is not.
 */

/** How a key says the state of its row. */
export const ownStates: Readonly<Record<State, number>> = { living: 0, removed: 1, folded: 2 }

/** So much of a text is in its key. */
export const ownKeyChars = 200

/** Makes anew the keys that these effects could have moved, once their rows are written. Sent, not waited for. */
export function keepOwnKeys(
  session: Session,
  catalogue: Pick<Catalogue, 'records'>,
  workspaceId: string,
  effects: readonly Effect[],
): void {
  for (const kind of new Set(effects.map((effect) => effect.kind))) {
    const mine = effects.filter((effect) => effect.kind === kind)
    const ids = mine.filter(hasOwn).map(idOf)
    if (ids.length > 0) {
      session.send(prepared(clearRows), [workspaceId, kind.name, ids])
      session.send(prepared(keysSql(kind, rowsOnly)), [workspaceId, ids])
    }
    if (kind !== customField) continue
    const fields = mine.map((one) => [idOf(one), one.after?.['of'] ?? one.before?.['of']] as const)
    for (const [text, values] of anew(catalogue, workspaceId, fields)) session.send(text, values)
  }
}

/** A bulk command's keys: batch by batch, and at the end those of fields whose definition moved meanwhile. */
export interface BulkKeys {
  readonly keep: (session: Session, effects: readonly Effect[]) => Promise<void>
  /** With the turn in hand, when no definition can change any more. */
  readonly settle: (session: Session) => Promise<void>
  /** Whether any were made. */
  readonly made: () => boolean
}

export function bulkOwnKeys(catalogue: Pick<Catalogue, 'records'>, workspaceId: string): BulkKeys {
  let begun: Definitions | undefined
  const written = new Set<string>()
  return {
    keep: async (session, effects) => {
      if (!effects.some((effect) => effect.kind === customField || hasOwn(effect))) return
      begun ??= await definitionsOf(session, workspaceId)
      for (const effect of effects) if (effect.kind === customField) written.add(idOf(effect))
      keepOwnKeys(session, catalogue, workspaceId, effects)
    },
    settle: async (session) => {
      if (begun === undefined) return
      const before = begun
      const now = await definitionsOf(session, workspaceId)
      // Those that it wrote itself too: rows that others committed meanwhile have keys as of before.
      const fields = [...new Set([...before.keys(), ...now.keys(), ...written])].flatMap((id) =>
        written.has(id) || before.get(id)?.version !== now.get(id)?.version
          ? [[id, now.get(id)?.of] as const]
          : [],
      )
      for (const [text, values] of anew(catalogue, workspaceId, fields))
        await session.query(text, values)
    },
    made: () => begun !== undefined,
  }
}

/** Every key of a workspace from nothing: after a replay. */
export async function rebuildOwnKeys(
  session: Session,
  catalogue: Pick<Catalogue, 'records'>,
  workspaceId: string,
): Promise<void> {
  await session.query('delete from own_key where workspace_id = $1', [workspaceId])
  for (const kind of catalogue.records) await session.query(keysSql(kind), [workspaceId])
}

const [definition, { columnOf }] = [ident(customField.name), tableOf(customField)]
const f = (name: keyof typeof customField.fields): string => `f.${columnOf(name).name}`

const clearRows = `delete from own_key k using ${definition} f
  where f.workspace_id = $1 and ${f('of')} = $2 and k.workspace_id = $1 and k.field_id = f.id and k.row_id = any ($3::uuid[])`

/** The statements that make the keys of fields anew, from the rows of their records as they stand. */
function anew(
  catalogue: Pick<Catalogue, 'records'>,
  workspaceId: string,
  fields: readonly (readonly [id: string, of: unknown])[],
): readonly (readonly [string, readonly unknown[]])[] {
  if (fields.length === 0) return []
  const values = [workspaceId, fields.map(([id]) => id)]
  const of = new Set(fields.map(([, record]) => record))
  return [
    ['delete from own_key where workspace_id = $1 and field_id = any ($2::uuid[])', values],
    ...catalogue.records
      .filter((kind) => of.has(kind.name))
      .map((kind) => [keysSql(kind, fieldsOnly), values] as const),
  ]
}

const rowsOnly = 't.id = any ($2::uuid[])'
const fieldsOnly = 'f.id = any ($2::uuid[])'

/**
 * The one piece of SQL that makes keys: of every row of a record that has a value which fits its
 * definition. Between clearing and making, a definition of somebody else's may have made some.
 */
function keysSql(kind: RecordKind, only = 'true'): string {
  const value = `t.custom ->> ${f('key')}`
  const folded =
    kind.foldedBy === undefined
      ? ''
      : ` when t.${tableOf(kind).columnOf(kind.foldedBy).name} is not null then ${ownStates.folded}`
  return `insert into own_key (workspace_id, field_id, row_id, state, number, words)
  select $1::uuid, f.id, t.id,
    case when t.removed_at is not null then ${ownStates.removed}${folded} else ${ownStates.living} end,
    case ${f('type')}
      when 'number' then (${value})::float8
      when 'flag' then case ${value} when 'true' then 1 else 0 end
      when 'choice' then coalesce(array_position(${f('options')}, (${value}) collate "C") - 1, cardinality(${f('options')}), 0)
    end,
    case when ${f('type')} in ('text', 'date', 'choice') then left(${value}, ${ownKeyChars}) end
  from ${definition} f join ${ident(kind.name)} t on t.workspace_id = $1
  where f.workspace_id = $1 and ${f('of')} = '${kind.name}' and ${f('sortable')} and f.removed_at is null
    and jsonb_typeof(t.custom -> ${f('key')}) = case ${f('type')} when 'number' then 'number' when 'flag' then 'boolean' else 'string' end
    and ${only}
  on conflict (workspace_id, field_id, row_id)
    do update set state = excluded.state, number = excluded.number, words = excluded.words`
}

type Definitions = ReadonlyMap<string, { readonly version: number; readonly of: string }>

async function definitionsOf(session: Session, workspaceId: string): Promise<Definitions> {
  const rows = await session.query<{ id: string; version: number; record: string }>(
    `select id, version, ${columnOf('of').name} as record from ${definition} where workspace_id = $1`,
    [workspaceId],
  )
  return new Map(rows.map(({ id, version, record }) => [id, { version, of: record }] as const))
}

const hasOwn = ({ before, after }: Effect): boolean => isFilled(before) || isFilled(after)

const isFilled = (row: Row | undefined): boolean =>
  row !== undefined && Object.keys(row.custom ?? {}).length > 0

const idOf = ({ before, after }: Effect): string => (after ?? before)?.id ?? ''
