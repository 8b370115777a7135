import type { Field } from '../engine/field.ts'
import { isUuid } from '../engine/ids.ts'
import type { Condition } from '../engine/ports.ts'
import { invalid } from '../engine/problem.ts'
import { everyField, type RecordKind } from '../engine/record.ts'
import { instantOf, mostValues, numberOf, refused, textOf } from './filter-values.ts'
import { noOwn, ownConditionSql, type OwnKeys, type OwnPart } from './own-lists.ts'
import { tableOf, type Column } from './table.ts'
import { place, type Clause } from './where.ts'
import { sentence, declaredWord } from '../engine/words.ts'

/**
 * The conditions of a list as SQL. Only what has an index is offered; anything else is refused with the
 * names of what is. Refs must have been made ids before, trees been spread out: see `widened`.
 */
export function filterSql(
  kind: RecordKind,
  filter: Readonly<Record<string, Condition>>,
  clause: Clause,
  alias: string,
  own: OwnKeys = noOwn,
  part?: OwnPart,
): readonly string[] {
  return Object.entries(filter).map(([name, condition]) => {
    const key = own.get(name)
    if (key !== undefined) return ownConditionSql(key, condition, clause, alias, part)
    const field = offeredField(kind, name)
    const column = tableOf(kind).columnOf(name)
    return conditionSql(name, field, column, condition, clause, `${alias}.${column.name}`)
  })
}

/** The same conditions as a finder takes them: by column, with plain values; of own fields it knows nothing. */
export function finderFilters(
  kind: RecordKind,
  filter: Readonly<Record<string, Condition>>,
  own: OwnKeys,
): readonly FinderFilter[] {
  const known = Object.entries(filter).filter(([name]) => !own.has(name))
  return known.map(([name, condition]) => {
    const field = offeredField(kind, name)
    const column = tableOf(kind).columnOf(name)
    const named = { column: column.name.replaceAll('"', '') }
    if ('none' in condition) return { ...named, none: true }
    if ('in' in condition) return { ...named, in: valuesOf(name, field, column, condition.in) }
    const { from, to } = condition
    return {
      ...named,
      ...(from === undefined ? {} : { from: boundOf(name, field, column, from, 'from') }),
      ...(to === undefined ? {} : { to: boundOf(name, field, column, to, 'to') }),
    }
  })
}

export interface FinderFilter {
  readonly column: string
  readonly none?: true
  readonly in?: readonly (string | number | boolean)[]
  readonly from?: string | number
  readonly to?: string | number
}

/** The field of a filter, or a refusal that names the fields there are. */
export function offeredField(kind: RecordKind, name: string): Field {
  const field = Object.hasOwn(everyField(kind), name) ? everyField(kind)[name] : undefined
  if (field !== undefined && (field.filter === true || field.sort === true)) return field
  const offered = Object.entries(everyField(kind)).filter(
    ([, one]) => one.filter === true || one.sort === true,
  )
  const remedy = sentence('There is: {list}.', { list: offered.map(([one]) => one).join(', ') })
  throw invalid(
    sentence('{records} cannot be filtered by "{name}". {remedy}', {
      records: declaredWord(kind.says.many, kind.name, 'first'),
      name: name.slice(0, 80),
      remedy,
    }),
    [{ at: `filter.${name.slice(0, 80)}`, says: remedy }],
  )
}

function conditionSql(
  name: string,
  field: Field,
  column: Column,
  condition: Condition,
  clause: Clause,
  sql: string,
): string {
  if ('none' in condition)
    return field.kind === 'list' ? `coalesce(cardinality(${sql}), 0) = 0` : `${sql} is null`
  if ('in' in condition) return inSql(name, field, column, condition.in, clause, sql)
  const low =
    condition.from === undefined
      ? []
      : [
          `${sql} >= ${place(clause, boundOf(name, field, column, condition.from, 'from'))}::${column.type}`,
        ]
  const high =
    condition.to === undefined
      ? []
      : [
          `${sql} <= ${place(clause, boundOf(name, field, column, condition.to, 'to'))}::${column.type}`,
        ]
  return low.length + high.length === 0 ? 'true' : [...low, ...high].join(' and ')
}

function inSql(
  name: string,
  field: Field,
  column: Column,
  given: readonly (string | number | boolean)[],
  clause: Clause,
  sql: string,
): string {
  const values = valuesOf(name, field, column, given)
  if (values.length === 0) return 'false'
  if (field.kind === 'list') return `${sql} && ${place(clause, values)}::${column.type}`
  if (column.type === 'boolean' && values.length === 1)
    return values[0] === true ? sql : `${sql} = false`
  if (values.length === 1) return `${sql} = ${place(clause, values[0])}::${column.type}`
  return `${sql} = any (${place(clause, values)}::${column.type}[])`
}

function valuesOf(
  name: string,
  field: Field,
  column: Column,
  given: readonly (string | number | boolean)[],
): readonly (string | number | boolean)[] {
  if (given.length > mostValues)
    throw refused(name, sentence('At most {most} values at once.', { most: mostValues }))
  return [...new Set(given.flatMap((one) => valueOf(name, field, column, one)))]
}

/** A value as its column holds it; none where no row could have it. */
function valueOf(
  name: string,
  field: Field,
  column: Column,
  given: string | number | boolean,
): readonly (string | number | boolean)[] {
  switch (column.type) {
    case 'uuid':
      return typeof given === 'string' && isUuid(given) ? [given.toLowerCase()] : []
    case 'boolean': {
      if (given === true || given === 'true') return [true]
      if (given === false || given === 'false') return [false]
      throw refused(name, sentence('One of: true, false.'))
    }
    case 'float8':
      return [numberOf(name, given)]
    case 'bigint': {
      const value = numberOf(name, given)
      return Number.isSafeInteger(value) ? [value] : []
    }
    case 'timestamptz':
      return [instantOf(name, given, 'from')]
    case 'text': {
      const value = textOf(name, given)
      if (field.kind === 'choice' && !Object.hasOwn(field.options, value))
        throw refused(
          name,
          sentence('One of: {list}.', { list: Object.keys(field.options).join(', ') }),
        )
      return [value]
    }
    case 'uuid[]':
      return typeof given === 'string' && isUuid(given) ? [given.toLowerCase()] : []
    case 'text[]':
      return [textOf(name, given)]
    case 'jsonb':
    case 'tsvector':
      throw refused(name, sentence('This cannot be filtered by.'))
  }
}

/** One end of a range, both ends included. A day as the end of a range of moments means its last one. */
function boundOf(
  name: string,
  field: Field,
  column: Column,
  given: string | number,
  end: 'from' | 'to',
): string | number {
  if (column.type === 'timestamptz') return instantOf(name, given, end)
  if (column.type === 'float8') return numberOf(name, given)
  if (column.type === 'bigint') {
    const value = numberOf(name, given)
    const whole = end === 'from' ? Math.ceil(value) : Math.floor(value)
    return Math.max(-Number.MAX_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, whole))
  }
  if (column.type === 'text' && field.kind !== 'choice') return textOf(name, given)
  throw refused(
    name,
    sentence('This has no order in which there could be a range. Name the values.'),
  )
}
