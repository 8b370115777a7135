import { invalid } from '../engine/problem.ts'
import { everyField, type RecordKind } from '../engine/record.ts'
import { isDate } from '../engine/schema.ts'
import { noOwn, type OwnKey, type OwnKeys } from './own-lists.ts'
import { tableOf, type Column } from './table.ts'
import { sentence, declaredWord } from '../engine/words.ts'

/** The order of a list: by one column, then by id, both the same way; rows without a value come last. */
export interface Order {
  /** As a caller writes it: the field, `-` before it for descending. */
  readonly sort: string
  readonly column: Column
  readonly way: 'asc' | 'desc'
  /** Can the value be missing? */
  readonly nullable: boolean
  /** Of an own field: then the column is that of its keys. */
  readonly own?: OwnKey
}

/** The order that is asked for, or the record's own; refuses what has no index, naming what has. */
export function orderOf(kind: RecordKind, sort: string | undefined, own: OwnKeys = noOwn): Order {
  const asked = sort ?? kind.order
  const name = asked.replace(/^-/, '')
  const way = asked.startsWith('-') ? 'desc' : 'asc'
  const key = own.get(name)
  if (key !== undefined) return { sort: asked, column: key.sorts, way, nullable: true, own: key }
  const fields = everyField(kind)
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (field?.sort !== true) throw notOffered(kind, name)
  return {
    sort: asked,
    column: tableOf(kind).columnOf(name),
    way,
    nullable:
      (field.required !== true || field.kind === 'interval') &&
      name !== 'createdAt' &&
      name !== 'updatedAt',
  }
}

/** Can a value, as JSON brings it, stand in this column? */
export function fitsColumn(column: Column, value: unknown): boolean {
  switch (column.type) {
    case 'float8':
      return typeof value === 'number' && Number.isFinite(value)
    case 'bigint':
      return typeof value === 'number' && Number.isSafeInteger(value)
    case 'boolean':
      return typeof value === 'boolean'
    case 'uuid':
      return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
    case 'timestamptz':
      return (
        typeof value === 'string' &&
        /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(value) &&
        isDate(value.slice(0, 10)) &&
        !Number.isNaN(Date.parse(value))
      )
    case 'text':
      return (
        typeof value === 'string' &&
        value.length <= 4_000 &&
        !value.includes('\u0000') &&
        !/\p{Surrogate}/u.test(value)
      )
    case 'jsonb':
    case 'text[]':
    case 'uuid[]':
    case 'tsvector':
      return false
  }
}

function notOffered(kind: RecordKind, name: string) {
  const offered = Object.entries(everyField(kind)).flatMap(([one, field]) =>
    field.sort === true ? [one] : [],
  )
  const remedy = sentence('There is: {list}; with - before it for descending.', {
    list: offered.join(', '),
  })
  return invalid(
    sentence('{records} cannot be sorted by "{name}". {remedy}', {
      records: declaredWord(kind.says.many, kind.name, 'first'),
      name: name.slice(0, 80),
      remedy,
    }),
    [{ at: 'sort', says: remedy }],
  )
}
