import type { Field } from '../engine/field.ts'
import { isUuid } from '../engine/ids.ts'
import type { Condition } from '../engine/ports.ts'
import type { Catalogue } from '../engine/catalogue.ts'
import type { RecordKind } from '../engine/record.ts'
import type { Session } from './database.ts'
import { offeredField } from './filter.ts'
import { mostValues } from './filter-values.ts'
import type { OwnKeys } from './own-lists.ts'
import { ident, tableOf } from './table.ts'

type Filter = Readonly<Record<string, Condition>>

/**
 * Makes a filter ready for SQL: short refs become ids (a folded row's ref that of the row it is under),
 * and a node of a tree takes in everything under it. Read beforehand rather than inside the query,
 * because the planner chooses well only when it knows how many values there are.
 */
export async function widened(
  kind: RecordKind,
  filter: Filter,
  catalogue: Pick<Catalogue, 'record' | 'records'>,
  workspaceId: string,
  session: Session,
  own: OwnKeys,
): Promise<Filter> {
  const wide: Record<string, Condition> = {}
  for (const [name, condition] of Object.entries(filter)) {
    if (own.has(name)) {
      wide[name] = condition
      continue
    }
    const field = offeredField(kind, name)
    const to = field.kind === 'ref' ? field.to : field.kind === 'list' ? field.of : 'text'
    if (!('in' in condition) || to === 'actor' || to === 'text') {
      wide[name] = condition
      continue
    }
    const given = condition.in.slice(0, mostValues + 1).map(String)
    const ids = await idsOf(given, to, catalogue, workspaceId, session)
    const target = to === 'any' ? undefined : catalogue.record(to)
    const under =
      field.kind === 'ref' && field.rollsUp === true && target !== undefined
        ? await subtree(target, ids, workspaceId, session)
        : ids
    wide[name] = { in: under.slice(0, Math.max(mostValues, given.length)) }
  }
  return wide
}

/** Ids as they are, refs looked up; what is neither falls away, since no row can have it. */
async function idsOf(
  given: readonly string[],
  to: string,
  catalogue: Pick<Catalogue, 'record' | 'records'>,
  workspaceId: string,
  session: Session,
): Promise<readonly string[]> {
  const ids = given.filter(isUuid).map((id) => id.toLowerCase())
  const refs = given.filter((one) => !isUuid(one)).map((one) => one.toUpperCase())
  if (refs.length === 0) return ids
  const kinds = to === 'any' ? catalogue.records : [catalogue.record(to)]
  const found: string[] = []
  for (const kind of kinds) {
    const mine = refs.filter((ref) => isRefOf(kind, ref))
    if (mine.length === 0) continue
    const id = kind.foldedBy === undefined ? 'id' : `coalesce(${ident(kind.foldedBy)}, id)`
    const rows = await session.query<{ id: string }>(
      `select ${id} as id from ${ident(kind.name)} where workspace_id = $1 and ref = any ($2::text[])`,
      [workspaceId, mine],
    )
    found.push(...rows.map((row) => row.id))
  }
  return [...ids, ...found]
}

export const isRefOf = (kind: RecordKind, ref: string): boolean =>
  ref.startsWith(`${kind.prefix}-`) && /^\d{1,15}$/.test(ref.slice(kind.prefix.length + 1))

/** The rows given and all that lie under them, by the refs with which rows of a record point at one another. */
async function subtree(
  kind: RecordKind,
  ids: readonly string[],
  workspaceId: string,
  session: Session,
): Promise<readonly string[]> {
  const parents = Object.entries(kind.fields).filter(([, field]) => isParent(kind, field))
  if (parents.length === 0 || ids.length === 0) return ids
  const points = parents
    .map(([name]) => `child.${tableOf(kind).columnOf(name).name} = tree.id`)
    .join(' or ')
  const rows = await session.query<{ id: string }>(
    `with recursive tree as (
       select id from unnest($2::uuid[]) as id
       union
       select child.id from tree join ${ident(kind.name)} child
         on child.workspace_id = $1 and child.removed_at is null and (${points})
     )
     select id from tree limit ${mostValues}`,
    [workspaceId, ids],
  )
  return rows.map((row) => row.id)
}

const isParent = (kind: RecordKind, field: Field): boolean =>
  field.kind === 'ref' && field.rollsUp === true && field.to === kind.name
