import type { Field } from '../../engine/field.ts'
import type { Condition, Page, Query } from '../../engine/ports.ts'
import { everyField, type RecordKind, type Row } from '../../engine/record.ts'

/**
 * The list of a record that is held whole, from the rows at hand: the same rows in the same order as
 * the server's list gives. Undefined where only the server can tell: a search, a place it named.
 */
export function pageOf(
  kind: RecordKind,
  query: Query,
  rows: readonly Row[],
  /** Everything under a row of a tree, itself included. */
  under: (record: string, id: string) => readonly string[],
  own: Readonly<Record<string, Field>> = {},
): Page | undefined {
  if ((query.q ?? '').trim() !== '' || query.state === 'removed') return undefined
  const from = query.cursor === undefined ? undefined : placeOf(query.cursor)
  if (query.cursor !== undefined && from === undefined) return undefined
  const fields = { ...everyField(kind), ...own }
  const sort = query.sort ?? kind.order
  const name = sort.replace(/^-/, '')
  if (fields[name] === undefined) return undefined
  const conditions = Object.entries(query.filter ?? {}).map(([field, condition]) =>
    meets(field, fields[field], condition, under),
  )
  if (conditions.includes(undefined)) return undefined
  const wanted = rows.filter(
    (row) => isShown(kind, row, query.state) && conditions.every((fits) => fits?.(row) === true),
  )
  const way = sort.startsWith('-') ? -1 : 1
  const compare = (left: Row, right: Row): number =>
    compareKeys(keyOf(left, name, fields[name]), keyOf(right, name, fields[name]), way) ||
    way * compareTexts(left.id, right.id)
  const sorted = wanted.toSorted(compare)
  const start =
    from === undefined
      ? 0
      : sorted.findIndex((row) => comesAfter(row, name, fields[name], from, way))
  const limit = query.limit ?? 50
  const data = start === -1 ? [] : sorted.slice(start, start + limit)
  const last = data.at(-1)
  const more = start !== -1 && start + limit < sorted.length && last !== undefined
  return {
    data,
    cursor: more ? cursorOf(keyOf(last, name, fields[name]), last.id) : null,
    ...(query.count === 'exact'
      ? { total: Math.min(sorted.length, mostCounted), totalIsLeast: sorted.length > mostCounted }
      : {}),
  }
}

const mostCounted = 10_000

type Key = string | number | boolean | null

const isShown = (kind: RecordKind, row: Row, state: Query['state']): boolean => {
  if (row.removedAt !== null) return false
  const folded = kind.foldedBy !== undefined && (row[kind.foldedBy] ?? null) !== null
  return state === 'folded' ? folded : !folded
}

/** A value of a row, of its own fields too, by the name a list knows it by. */
export const valueOf = (row: Row, name: string): unknown =>
  name.startsWith('custom.') ? row.custom[name.slice('custom.'.length)] : row[name]

/** What a list is ordered by, as the server's column has it. */
function keyOf(row: Row, name: string, field: Field | undefined): Key {
  const value = valueOf(row, name) ?? null
  if (field?.kind === 'choice' && name.startsWith('custom.')) {
    const at = Object.keys(field.options).indexOf(String(value))
    return value === null ? null : at === -1 ? Object.keys(field.options).length : at
  }
  if (field?.kind === 'text' && name.startsWith('custom.') && typeof value === 'string')
    return [...value].slice(0, 200).join('')
  if (typeof value === 'object' && value !== null)
    return (value as { minor?: number }).minor ?? (value as { from?: string }).from ?? null
  return value as Key
}

/** What has no value comes last, whichever way. */
function compareKeys(left: Key, right: Key, way: number): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1
  if (typeof left === 'string' && typeof right === 'string') return way * compareTexts(left, right)
  return way * (Number(left) - Number(right))
}

/** By code points, which is the order of the bytes in UTF-8. */
export function compareTexts(left: string, right: string): number {
  if (left === right) return 0
  const [a, b] = [[...left], [...right]]
  for (let at = 0; at < a.length && at < b.length; at++) {
    const difference = (a[at]?.codePointAt(0) ?? 0) - (b[at]?.codePointAt(0) ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

function comesAfter(
  row: Row,
  name: string,
  field: Field | undefined,
  from: { readonly key: Key; readonly id: string },
  way: number,
): boolean {
  const order = compareKeys(keyOf(row, name, field), from.key, way)
  return order > 0 || (order === 0 && way * compareTexts(row.id, from.id) > 0)
}

const mark = 'here:'
const cursorOf = (key: Key, id: string): string => `${mark}${JSON.stringify([key, id])}`

function placeOf(cursor: string): { readonly key: Key; readonly id: string } | undefined {
  if (!cursor.startsWith(mark)) return undefined
  const [key, id] = JSON.parse(cursor.slice(mark.length)) as [Key, string]
  return { key, id }
}

function meets(
  name: string,
  field: Field | undefined,
  condition: Condition,
  under: (record: string, id: string) => readonly string[],
): ((row: Row) => boolean) | undefined {
  if (field === undefined) return undefined
  if ('none' in condition)
    return (row) => {
      const value = valueOf(row, name) ?? null
      return value === null || (Array.isArray(value) && value.length === 0)
    }
  if ('in' in condition) {
    const wanted =
      field.kind === 'ref' && field.rollsUp === true
        ? new Set<unknown>(condition.in.flatMap((id) => under(field.to, String(id))))
        : new Set<unknown>(condition.in)
    return (row) => {
      const value = valueOf(row, name) ?? null
      if (Array.isArray(value)) return value.some((one) => wanted.has(one))
      return value !== null && wanted.has(value)
    }
  }
  const { from, to } = condition
  return (row) => {
    const key = keyOf(row, name, field)
    if (key === null) return false
    return (
      (from === undefined || compareKeys(key, from, 1) >= 0) &&
      (to === undefined || compareKeys(key, to, 1) <= 0)
    )
  }
}
