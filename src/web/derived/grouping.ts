import type { Catalogue } from '../../engine/catalogue.ts'
import type { Field, Fields } from '../../engine/field.ts'
import { everyField, type RecordKind, type Row } from '../../engine/record.ts'
import { quoted } from './asked.ts'
import { valueIn } from './own-fields.ts'

/** Rows that have one value in common; null is those without one. */
export interface Group {
  readonly value: string | null
  readonly rows: readonly Row[]
}

/**
 * The fields whose values rows can stand under. Of what is read by the page only those that the server
 * can filter by, so that each group is a list of its own and its count is true.
 */
export function groupable(
  kind: RecordKind,
  own: Fields,
  catalogue: Pick<Catalogue, 'record'>,
): Fields {
  return Object.fromEntries(
    Object.entries({ ...everyField(kind), ...own }).filter(([name, field]) => {
      if (name === kind.foldedBy) return false
      const isFew = field.kind === 'choice' || field.kind === 'flag'
      const isRow = field.kind === 'ref' && field.to !== 'any' && field.to !== 'actor'
      if (!isFew && !isRow) return false
      return kind.held === 'whole' || valuesOf(field, catalogue) !== undefined
    }),
  )
}

/** Rows under their values: a choice in the order of its words, the rest as they first come; none last. */
export function grouped(rows: readonly Row[], name: string, field: Field): readonly Group[] {
  const found = new Map<string | null, Row[]>()
  for (const row of rows) {
    const value = valueIn(row, name)
    const key = value === null ? null : String(value)
    const known = found.get(key)
    if (known === undefined) found.set(key, [row])
    else known.push(row)
  }
  const order = orderOf(field)
  const place = (value: string | null): number => {
    if (value === null) return Number.MAX_SAFE_INTEGER
    const at = order.indexOf(value)
    return at === -1 ? order.length : at
  }
  return [...found]
    .map(([value, mine]) => ({ value, rows: mine }))
    .toSorted((one, other) => place(one.value) - place(other.value))
}

const orderOf = (field: Field): readonly string[] =>
  field.kind === 'choice'
    ? Object.keys(field.options)
    : field.kind === 'flag'
      ? ['true', 'false']
      : []

/** Where the values of a group come from when the server is asked for each: known, or the rows of a record. */
export function valuesOf(
  field: Field,
  catalogue: Pick<Catalogue, 'record'>,
): { readonly values: readonly string[] } | { readonly rowsOf: RecordKind } | undefined {
  if (field.filter !== true) return undefined
  if (field.kind === 'choice' || field.kind === 'flag') return { values: orderOf(field) }
  // a filter by a node of a tree takes in what is under it, and no row stands in two groups
  if (field.kind !== 'ref' || field.rollsUp === true || field.to === 'any' || field.to === 'actor')
    return undefined
  const rowsOf = catalogue.record(field.to)
  return rowsOf.held === 'whole' ? { rowsOf } : undefined
}

/** A value as a filter in an address takes it. */
export const asFilter = (field: Field, value: string | null): string =>
  value === null ? 'none' : field.kind === 'choice' ? quoted(value) : value
