import { hasRole, type Access, type Actor } from '../engine/access.ts'
import type { Catalogue } from '../engine/catalogue.ts'
import type { Field } from '../engine/field.ts'
import { isUuid } from '../engine/ids.ts'
import { assert, must, unreachable } from '../engine/problem.ts'
import { everyField, hangsOnAny, type RecordKind } from '../engine/record.ts'
import { living } from './indexes.ts'
import { ident, snake, tableOf, type Column } from './table.ts'

/** What a where-clause is written in: as whom, over what, with which values. `$1` is the workspace, always. */
export interface Clause {
  readonly catalogue: Pick<Catalogue, 'record' | 'records' | 'relations'>
  readonly actor: Actor
  readonly values: unknown[]
}

/** A clause that holds the actor's workspace as `$1` and nothing else yet. */
export const clauseFor = (catalogue: Clause['catalogue'], actor: Actor): Clause => ({
  catalogue,
  actor,
  values: [actor.workspaceId],
})

/** Adds a value and gives its placeholder. */
export function place(clause: Clause, value: unknown): string {
  clause.values.push(value)
  return `$${clause.values.length}`
}

/**
 * The second reader of an access, beside `allows`: a condition over the row that `alias` names. What
 * the actor alone decides is decided here; the rest is left to the row. It may come out as null where
 * a field is missing, which in a where-clause is no.
 */
export function accessSql(
  access: Access,
  kind: RecordKind,
  clause: Clause,
  alias: string,
  depth = 0,
): string {
  const { actor } = clause
  if (actor.kind === 'system') return 'true'
  switch (access.is) {
    case 'anyone':
      return 'true'
    case 'no-one':
      return 'false'
    case 'role':
      return hasRole(actor, access.atLeast) ? 'true' : 'false'
    case 'all':
      return settled(clause, 'false', () =>
        every(access.of.map((part) => accessSql(part, kind, clause, alias, depth))),
      )
    case 'any':
      return settled(clause, 'true', () =>
        some(access.of.map((part) => accessSql(part, kind, clause, alias, depth))),
      )
    case 'equals':
      return equalsSql(access.field, access.value, kind, clause, alias)
    case 'me':
      return equalsSql(access.field, actor.id, kind, clause, alias)
    case 'lists-me':
      return listsSql(access.field, [actor.id], kind, clause, alias)
    case 'lists-my-team':
      return listsSql(access.field, actor.teamIds, kind, clause, alias)
    case 'within':
      return withinSql(access.field, actor.bounds?.[access.to], kind, clause, alias)
    case 'via':
      return viaSql(access.field, kind, clause, alias, depth)
  }
  return unreachable(access)
}

/** A condition that came out as decided names none of the values placed for it: they go, or PostgreSQL cannot tell their type. */
function settled(clause: Clause, decided: 'true' | 'false', write: () => string): string {
  const before = clause.values.length
  const sql = write()
  if (sql === decided) clause.values.length = before
  return sql
}

/** Which rows of a record: those that lists show, those in the trash, those folded under another. */
export const states = ['living', 'removed', 'folded'] as const
export type State = (typeof states)[number]

export function stateSql(kind: RecordKind, state: State, alias: string): string {
  switch (state) {
    case 'living':
      return living(kind, `${alias}.`)
    case 'removed':
      return `${alias}.removed_at is not null`
    case 'folded':
      return kind.foldedBy === undefined
        ? 'false'
        : `${alias}.removed_at is null and ${alias}.${ident(kind.foldedBy)} is not null`
  }
}

export function every(parts: readonly string[]): string {
  const left = parts.filter((part) => part !== 'true')
  if (left.includes('false')) return 'false'
  return left.length === 0 ? 'true' : left.length === 1 ? must(left[0]) : `(${left.join(' and ')})`
}

export function some(parts: readonly string[]): string {
  const left = parts.filter((part) => part !== 'false')
  if (left.includes('true')) return 'true'
  return left.length === 0 ? 'false' : left.length === 1 ? must(left[0]) : `(${left.join(' or ')})`
}

function equalsSql(
  name: string,
  value: string | number | boolean | null,
  kind: RecordKind,
  clause: Clause,
  alias: string,
): string {
  const field = everyField(kind)[name]
  assert(name !== 'stations', `${kind.name}: access cannot ask for stations, which are worked out`)
  if (field === undefined && name !== 'id') return value === null ? 'true' : 'false'
  const column = tableOf(kind).columnOf(name)
  if (value === null) {
    const also = field?.kind === 'interval' ? [`${snake(name)}_to`] : []
    return every([column.name, ...also].map((one) => `${alias}.${one} is null`))
  }
  if (!fits(value, column, field)) return 'false'
  const type = column.type === 'bigint' ? 'float8' : column.type
  return `${alias}.${column.name} = ${place(clause, value)}::${type}`
}

/** Can a value of this column ever be this one, as JavaScript compares them? */
function fits(value: string | number | boolean, column: Column, field: Field | undefined): boolean {
  switch (column.type) {
    case 'uuid':
      return typeof value === 'string' && isUuid(value) && value === value.toLowerCase()
    case 'text':
      return (
        typeof value === 'string' &&
        field?.kind !== 'amount' &&
        field?.kind !== 'interval' &&
        !value.includes('\u0000')
      )
    case 'float8':
    case 'bigint':
      return typeof value === 'number' && Number.isFinite(value) && field?.kind !== 'amount'
    case 'boolean':
      return typeof value === 'boolean'
    case 'timestamptz':
      return (
        typeof value === 'string' &&
        !Number.isNaN(Date.parse(value)) &&
        new Date(value).toISOString() === value
      )
    case 'jsonb':
    case 'text[]':
    case 'uuid[]':
    case 'tsvector':
      return false
  }
}

function listsSql(
  name: string,
  ids: readonly string[],
  kind: RecordKind,
  clause: Clause,
  alias: string,
): string {
  const column = tableOf(kind).columns.find((one) => one.field === name)
  if (column?.type !== 'uuid[]' && column?.type !== 'text[]') return 'false'
  const could =
    column.type === 'text[]' ? ids : ids.filter((id) => isUuid(id) && id === id.toLowerCase())
  if (could.length === 0) return 'false'
  return `${alias}.${column.name} && ${place(clause, could)}::${column.type}`
}

function withinSql(
  name: string,
  ids: readonly string[] | undefined,
  kind: RecordKind,
  clause: Clause,
  alias: string,
): string {
  const column = tableOf(kind).columns.find((one) => one.field === name || one.name === name)
  if (ids === undefined || column === undefined) return 'true'
  assert(column.type === 'uuid', `${kind.name}.${name}: only a ref lies within something`)
  const one = `${alias}.${column.name}`
  const could = ids.filter((id) => isUuid(id) && id === id.toLowerCase())
  return some([
    `${one} is null`,
    could.length === 0 ? 'false' : `${one} = any(${place(clause, could)}::uuid[])`,
  ])
}

/**
 * The access of the row that this one hangs on. A scalar subquery and not an `exists`: the planner may
 * turn that into one pass over the whole other table, whatever the limit of the list.
 */
function viaSql(
  name: string,
  kind: RecordKind,
  clause: Clause,
  alias: string,
  depth: number,
): string {
  const field = everyField(kind)[name]
  assert(depth <= 2, `${kind.name}.${name}: access reaches more than two rows deep`)
  if (field?.kind !== 'ref' || field.to === 'actor') return 'false'
  if (field.to !== 'any')
    return behindSql(clause.catalogue.record(field.to), name, kind, clause, alias, depth)
  const kindIn = `${alias}.${tableOf(kind).columnOf(must(field.kindIn)).name}`
  const cases = couldBe(kind, name, clause).map(
    (target) => `when '${target.name}' then ${behindSql(target, name, kind, clause, alias, depth)}`,
  )
  return cases.length === 0 ? 'false' : `case ${kindIn} ${cases.join(' ')} else false end`
}

function behindSql(
  target: RecordKind,
  name: string,
  kind: RecordKind,
  clause: Clause,
  alias: string,
  depth: number,
): string {
  const behind = `${alias}_${depth + 1}`
  const access = accessSql(target.read, target, clause, behind, depth + 1)
  if (access === 'false') return 'false'
  const column = tableOf(kind).columnOf(name).name
  return `(select ${access} from ${ident(target.name)} ${behind} where ${behind}.workspace_id = $1 and ${behind}.id = ${alias}.${column})`
}

/** The records that a ref to any may name: for an end of a link, those that a relation declares for it. */
function couldBe(kind: RecordKind, name: string, clause: Clause): readonly RecordKind[] {
  const { records, relations } = clause.catalogue
  if (kind.name !== 'link') return records.filter((one) => !hangsOnAny(one))
  const ends = new Set(relations.flatMap((one) => (name === 'fromId' ? one.from : one.to)))
  return records.filter((one) => ends.has(one.name))
}
