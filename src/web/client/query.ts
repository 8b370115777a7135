import type { Field } from '../../engine/field.ts'
import type { Condition, Page, Query } from '../../engine/ports.ts'
import { everyField, type RecordKind, type Row } from '../../engine/record.ts'

/** A list in its order, of which pages are cut. */
export interface Listed {
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => Key
  readonly way: 1 | -1
  /** What was asked of each row. */
  readonly fits: (row: Row) => boolean
  /** Is it asked of a row alone, whatever stands above it in a tree? */
  readonly isByRow: boolean
}

/**
 * The list of a record that is held whole, from the rows at hand: the same rows in the same order as
 * the server's list gives. Undefined where only the server can tell: a search, a name it does not know.
 */
export function listed(
  kind: RecordKind,
  query: Query,
  rows: readonly Row[],
  /** Everything under a row of a tree, itself included. */
  under: (record: string, id: string) => readonly string[],
  own: Readonly<Record<string, Field>> = {},
): Listed | undefined {
  if ((query.q ?? '').trim() !== '' || query.state === 'removed') return undefined
  const fields = { ...everyField(kind), ...own }
  const sort = query.sort ?? kind.order
  const name = sort.replace(/^-/, '')
  const field = fields[name]
  if (field === undefined) return undefined
  const conditions = Object.entries(query.filter ?? {}).map(([filtered, condition]) =>
    meets(filtered, fields[filtered], condition, under),
  )
  if (conditions.includes(undefined)) return undefined
  const way = sort.startsWith('-') ? -1 : 1
  const fits = (row: Row): boolean =>
    isShown(kind, row, query.state) && conditions.every((one) => one?.(row) === true)
  const wanted = rows.flatMap((row) => (fits(row) ? [{ row, key: keyOf(row, name, field) }] : []))
  wanted.sort(
    (one, other) =>
      compareKeys(one.key, other.key, way) || way * compareTexts(one.row.id, other.row.id),
  )
  return {
    rows: wanted.map(({ row }) => row),
    keyOf: (row) => keyOf(row, name, field),
    way,
    fits,
    isByRow: Object.keys(query.filter ?? {}).every((filtered) => {
      const one = fields[filtered]
      return one?.kind !== 'ref' || one.rollsUp !== true
    }),
  }
}

/** The same list after some rows have changed, come or gone: only those are put in their place. */
export function listedAgain(
  known: Listed,
  changed: ReadonlySet<string>,
  rowOf: (id: string) => Row | undefined,
): Listed {
  const compare = (one: Row, other: Row): number =>
    compareKeys(known.keyOf(one), known.keyOf(other), known.way) ||
    known.way * compareTexts(one.id, other.id)
  const rows = known.rows.filter((row) => !changed.has(row.id))
  const fresh = [...changed]
    .flatMap((id) => rowOf(id) ?? [])
    .filter(known.fits)
    .toSorted(compare)
  const merged: Row[] = []
  let from = 0
  for (const row of fresh) {
    const at = placeIn(rows, from, (other) => compare(row, other) < 0)
    for (; from < at; from++) merged.push(rows[from] as Row)
    merged.push(row)
  }
  return { ...known, rows: [...merged, ...rows.slice(from)] }
}

/** The first place from one on before which a row comes, in rows that are in order. */
function placeIn(rows: readonly Row[], from: number, comesBefore: (row: Row) => boolean): number {
  let [low, high] = [from, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (comesBefore(rows[middle] as Row)) high = middle
    else low = middle + 1
  }
  return low
}

/** A page of a list. Undefined for a place that the server named. */
export function pageOf(list: Listed, query: Query): Page | undefined {
  const from = query.cursor === undefined ? undefined : placeOf(query.cursor)
  if (query.cursor !== undefined && from === undefined) return undefined
  const start = from === undefined ? 0 : list.rows.findIndex((row) => comesAfter(list, row, from))
  const limit = query.limit ?? 50
  const data = start === -1 ? [] : list.rows.slice(start, start + limit)
  const last = data.at(-1)
  const more = start !== -1 && start + limit < list.rows.length && last !== undefined
  return {
    data,
    cursor: more ? cursorOf(list.keyOf(last), last.id) : null,
    ...(query.count === 'exact'
      ? {
          total: Math.min(list.rows.length, mostCounted),
          totalIsLeast: list.rows.length > mostCounted,
        }
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
  const shorter = Math.min(left.length, right.length)
  for (let at = 0; at < shorter; at++) {
    const one = left.charCodeAt(at)
    const other = right.charCodeAt(at)
    if (one !== other) return placeOfUnit(one) - placeOfUnit(other)
  }
  return left.length - right.length
}

/** Halves of characters beyond U+FFFF come after every whole one. */
const placeOfUnit = (unit: number): number =>
  unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800

function comesAfter(
  list: Listed,
  row: Row,
  from: { readonly key: Key; readonly id: string },
): boolean {
  const order = compareKeys(list.keyOf(row), from.key, list.way)
  return order > 0 || (order === 0 && list.way * compareTexts(row.id, from.id) > 0)
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
