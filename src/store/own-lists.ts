import { customField, isOwnName, sortableField, type OwnField } from '../engine/custom.ts'
import type { Condition, Query } from '../engine/ports.ts'
import type { RecordKind, Row } from '../engine/record.ts'
import { isDate } from '../engine/schema.ts'
import type { Scene } from './asked.ts'
import { prepared } from './database.ts'
import { mostValues, numberOf, refused, textOf } from './filter-values.ts'
import { ownKeyChars, ownStates } from './own-keys.ts'
import { ident, tableOf, type Column } from './table.ts'
import { place, type Clause, type State } from './where.ts'
import { sentence } from '../engine/words.ts'

/** An own field that a list is sorted or filtered by: how its keys stand in `own_key`. */
export interface OwnKey {
  /** As the list names it: `custom.key`. */
  readonly name: string
  readonly field: Defined
  readonly sorts: Column
  readonly filters: Column
  /** The value of its sort key in a row as it was read; null where it has none. */
  readonly valueIn: (row: Row) => string | number | null
}

export type OwnKeys = ReadonlyMap<string, OwnKey>

export const noOwn: OwnKeys = new Map()

/** Where a condition on an own field stands: in one part of a list that is sorted by one, or in a count. */
export type OwnPart =
  | { readonly of: OwnKey; readonly part: 'valued' | 'missing' }
  | 'counted'
  | undefined

/** The own fields that a list names, read only if it names any; one that it cannot go by is refused. */
export async function ownKeys(scene: Scene, kind: RecordKind, query: Query): Promise<OwnKeys> {
  const sort = (query.sort ?? '').replace(/^-/, '')
  const filters = Object.keys(query.filter ?? {}).filter(isOwnName)
  if (!isOwnName(sort) && filters.length === 0) return noOwn
  const defined = await scene.session.query<Defined>(prepared(definitions), [
    scene.actor.workspaceId,
    kind.name,
  ])
  const asked = [
    ...(isOwnName(sort) ? [[sort, 'sort'] as const] : []),
    ...filters.map((name) => [name, `filter.${name.slice(0, 80)}`] as const),
  ]
  return new Map(
    asked.map(
      ([name, at]) => [name, ownKey(name, sortableField(kind, name, defined, at))] as const,
    ),
  )
}

/** How the keys of a definition stand. */
export function ownKey(name: string, field: Defined): OwnKey {
  const filters = field.type === 'number' || field.type === 'flag' ? number : words
  return {
    name,
    field,
    sorts: field.type === 'choice' ? number : filters,
    filters,
    valueIn: (row) => valueOf(field, row.custom[field.key]),
  }
}

/** The one key of a row, in an `on` or a `where`. */
export const ownKeyOf = (own: OwnKey, clause: Clause, alias: string, row: string): string =>
  `${alias}.workspace_id = $1 and ${alias}.field_id = ${place(clause, own.field.id)}::uuid and ${alias}.row_id = ${row}`

/** The keys by which rows that were found by something else are put in order: looked up one by one, not walked. */
export const joinKeys = (own: OwnKey, clause: Clause): string =>
  `cross join lateral (select k.* from own_key k where ${ownKeyOf(own, clause, 'k', 't.id')} limit 1) k`

/** What the rows of one part of a list have to be that is sorted by an own field: keys `k`, or rows `t` that have none. */
export function ownOrder(
  own: OwnKey,
  state: State,
  part: 'valued' | 'missing',
  clause: Clause,
): readonly string[] {
  return part === 'missing'
    ? [withoutKey(own, clause, 't')]
    : [...keysOf(own, state, clause, 'k'), `k.${own.sorts.name} is not null`]
}

/**
 * A condition on an own field. A scalar subquery and not an `exists`, as for access: so the walk of a
 * list stays the walk it is. In a count there is no walk to keep, and the planner may choose.
 */
export function ownConditionSql(
  own: OwnKey,
  condition: Condition,
  clause: Clause,
  alias: string,
  part: OwnPart,
): string {
  const counted = part === 'counted'
  const within = counted || part?.of !== own ? undefined : part.part
  if ('none' in condition) {
    if (within !== undefined) return within === 'missing' ? 'true' : 'false'
    return withoutKey(own, clause, alias)
  }
  if (within === 'missing') return isOpen(condition) ? 'true' : 'false'
  const before = clause.values.length
  const keyed = conditionSql(own, condition, clause, within === 'valued' ? 'k' : 'o')
  if (keyed === 'true' || keyed === 'false') {
    clause.values.length = before
    return keyed
  }
  const whole = [keyed, ...exactly(own, condition, clause, alias)]
  if (within === 'valued') return whole.join(' and ')
  if (counted)
    return [
      `${alias}.id in (select o.row_id from own_key o where o.workspace_id = $1 and o.field_id = ${place(clause, own.field.id)}::uuid and ${keyed})`,
      ...whole.slice(1),
    ].join(' and ')
  return [
    `(select ${keyed} from own_key o where ${ownKeyOf(own, clause, 'o', `${alias}.id`)})`,
    ...whole.slice(1),
  ].join(' and ')
}

/** Do only rows with a key meet this condition? */
export const hasKeys = (condition: Condition): boolean =>
  !('none' in condition) && !isOpen(condition)

/** At most so many rows and one more that meet a filter by an own field, in the order of its keys. */
export function ownMeeting(
  own: OwnKey,
  condition: Condition,
  kind: RecordKind,
  state: State,
  wanted: '1' | 't.*',
  most: number,
  clause: Clause,
): string {
  const column = own.filters.name
  const row =
    wanted === '1'
      ? ''
      : ` cross join lateral (select t.* from ${ident(kind.name)} t where t.workspace_id = $1 and t.id = o.row_id limit 1) t`
  const keys = keysOf(own, state, clause, 'o').join(' and ')
  const limit = `limit ${most + 1}`
  const read = (met: string): string =>
    `select ${wanted} from own_key o${row} where ${keys} and o.${column} is not null and ${met} order by o.${column}, o.row_id ${limit}`
  if (!('in' in condition) || condition.in.length < 2)
    return read(conditionSql(own, condition, clause, 'o'))
  const values = place(clause, valuesOf(own, condition.in))
  return `select met.* from unnest(${values}::${own.filters.type}[]) as among(value) cross join lateral (${read(`o.${column} = among.value`)}) met ${limit}`
}

type Defined = Pick<OwnField, 'id' | 'key' | 'label' | 'type' | 'options' | 'sortable'>

const table = tableOf(customField)
const definitions = `select id, ${(['key', 'label', 'type', 'options', 'sortable'] as const).map((name) => table.columnOf(name).name).join(', ')}
  from ${ident(customField.name)} where workspace_id = $1 and ${table.columnOf('of').name} = $2 and removed_at is null order by label, id`

const number: Column = { name: 'number', type: 'float8', field: 'number' }
const words: Column = { name: 'words', type: 'text', field: 'words' }

/** The same key that SQL makes of a value. */
function valueOf(field: Defined, value: unknown): string | number | null {
  switch (field.type) {
    case 'number':
      return typeof value === 'number' ? value : null
    case 'flag':
      return typeof value === 'boolean' ? Number(value) : null
    case 'choice': {
      if (typeof value !== 'string') return null
      const at = (field.options ?? []).indexOf(value)
      return at === -1 ? (field.options ?? []).length : at
    }
    case 'text':
    case 'date':
      return typeof value === 'string' ? startOf(value) : null
  }
}

const startOf = (value: string): string => [...value].slice(0, ownKeyChars).join('')

const keysOf = (own: OwnKey, state: State, clause: Clause, alias: string): readonly string[] => [
  `${alias}.workspace_id = $1`,
  `${alias}.field_id = ${place(clause, own.field.id)}::uuid`,
  `${alias}.state = ${ownStates[state]}`,
]

/** Looked up row by row: of a `not exists` the planner may make one comparison of all rows with all keys. */
const withoutKey = (own: OwnKey, clause: Clause, alias: string): string =>
  `(select true from own_key o where ${ownKeyOf(own, clause, 'o', `${alias}.id`)}) is null`

const isOpen = (condition: Condition): boolean =>
  !('in' in condition) &&
  !('none' in condition) &&
  condition.from === undefined &&
  condition.to === undefined

function conditionSql(own: OwnKey, condition: Condition, clause: Clause, alias: string): string {
  const { name, type } = own.filters
  const key = `${alias}.${name}`
  if ('none' in condition) return 'false'
  if ('in' in condition) {
    const values = valuesOf(own, condition.in)
    if (values.length === 0) return 'false'
    return values.length === 1
      ? `${key} = ${place(clause, values[0])}::${type}`
      : `${key} = any (${place(clause, values)}::${type}[])`
  }
  const ends = [
    ...(condition.from === undefined
      ? []
      : [`${key} >= ${place(clause, endOf(own, condition.from))}::${type}`]),
    ...(condition.to === undefined
      ? []
      : [`${key} <= ${place(clause, endOf(own, condition.to))}::${type}`]),
  ]
  return ends.length === 0 ? 'true' : ends.join(' and ')
}

/** A key holds the beginning of a text: of a longer one the whole is asked for besides. */
function exactly(
  own: OwnKey,
  condition: Condition,
  clause: Clause,
  alias: string,
): readonly string[] {
  if (own.filters !== words || !('in' in condition)) return []
  if (condition.in.every((one) => startOf(String(one)).length < ownKeyChars)) return []
  const whole = condition.in.map((one) => textOf(own.name, one))
  return [
    `${alias}.custom ->> ${place(clause, own.field.key)}::text = any (${place(clause, whole)}::text[])`,
  ]
}

function valuesOf(
  own: OwnKey,
  given: readonly (string | number | boolean)[],
): readonly (string | number)[] {
  if (given.length > mostValues)
    throw refused(own.name, sentence('At most {most} values at once.', { most: mostValues }))
  return [...new Set(given.map((one) => keyFor(own, one)))]
}

/** The key that rows of a value have. */
function keyFor({ name, field }: OwnKey, given: string | number | boolean): string | number {
  switch (field.type) {
    case 'number':
      return numberOf(name, given)
    case 'flag':
      if (given === true || given === 'true') return 1
      if (given === false || given === 'false') return 0
      throw refused(name, sentence('One of: true, false.'))
    case 'date':
      return dayOf(name, given)
    case 'choice': {
      const options = field.options ?? []
      if (options.includes(String(given))) return startOf(String(given))
      throw refused(name, sentence('One of: {list}.', { list: options.join(', ') }))
    }
    case 'text':
      return startOf(textOf(name, given))
  }
}

/** One end of a range, both ends included. */
function endOf({ name, field }: OwnKey, given: string | number): string | number {
  if (field.type === 'number') return numberOf(name, given)
  if (field.type === 'date') return dayOf(name, given)
  throw refused(
    name,
    sentence('This has no order in which there could be a range. Name the values.'),
  )
}

function dayOf(name: string, given: string | number | boolean): string {
  if (typeof given === 'string' && isDate(given)) return given
  throw refused(name, sentence('A day such as 2026-11-22.'))
}
