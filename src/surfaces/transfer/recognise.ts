import { createHash } from 'node:crypto'
import { mostBy, type Reader } from '../../engine/ports.ts'
import { must } from '../../engine/problem.ts'
import type { RecordKind, Row } from '../../engine/record.ts'
import type { Draft, Fault, FileRow } from './file-row.ts'
import { declaredWord, sentence, type Sentence } from '../../engine/words.ts'

export interface Key {
  readonly is: 'name of row' | 'origin' | 'natural' | 'together' | 'none'
  /** Under which `rowsThere` answers; unique to the row of the file when there is no other. */
  readonly key: string
  readonly value: string
  readonly column: string
  readonly field: string
  /** What a new row carries so that the next import finds it. */
  readonly origin: Readonly<Record<string, unknown>>
}

/**
 * By what a row of the file is recognised: the row it names, its origin, what names it, what there is once
 * only (the reading of a metric on a day), or its own content. Its refs are ids by now, where they were found.
 */
export function keyOf(kind: RecordKind, draft: Draft, row: FileRow): Key {
  for (const column of ['ref', 'id'] as const) {
    const value = draft[column]
    delete draft[column]
    if (typeof value === 'string')
      return { is: 'name of row', key: `is ${value}`, value, column, field: column, origin: {} }
  }
  if (kind.origin !== undefined) {
    const source = String(draft[kind.origin.source] ?? 'import')
    draft[kind.origin.source] = source
    const given = draft[kind.origin.id]
    const id = typeof given === 'string' ? given : contentId(row)
    draft[kind.origin.id] = id
    return {
      is: 'origin',
      key: `of ${source} ${id}`,
      value: id,
      column: kind.origin.id,
      field: kind.origin.id,
      origin: {},
    }
  }
  for (const field of kind.natural ?? []) {
    const value = draft[field]
    if (typeof value === 'string')
      return {
        is: 'natural',
        key: `${field} ${value.toLowerCase()}`,
        value,
        column: field,
        field,
        origin: {},
      }
  }
  for (const fields of kind.unique ?? []) {
    const values = fields.map((field) => draft[field])
    if (!values.every((value) => typeof value === 'string')) continue
    const field = must(fields.at(-1))
    const value = must(values.at(-1))
    return {
      is: 'together',
      key: togetherOf(fields, draft),
      value,
      column: field,
      field,
      origin: {},
    }
  }
  return { is: 'none', key: `line ${row.line}`, value: '', column: '', field: '', origin: {} }
}

const togetherOf = (fields: readonly string[], row: Readonly<Record<string, unknown>>): string =>
  fields.map((field) => `${field} ${String(row[field])}`).join(', ')

/** Rows without an id of their own are recognised by what they say. */
const contentId = (row: FileRow): string =>
  `content-${createHash('sha256').update(JSON.stringify(row.cells)).digest('hex').slice(0, 24)}`

/** One name for two rows of a file is a fault; the same words twice are two rows, told apart by their count. */
export function refuseTwice(
  kind: RecordKind,
  keys: Key[],
  drafts: readonly Draft[],
  batch: readonly FileRow[],
  first: Map<string, number>,
  faults: Fault[],
): void {
  for (const [at, key] of keys.entries()) {
    if (key.is === 'none') continue
    const line = must(batch[at]).line
    const earlier = first.get(key.key)
    if (key.is === 'origin' && kind.origin !== undefined && key.value.startsWith('content-')) {
      const count = (earlier ?? 0) + 1
      first.set(key.key, count)
      if (count === 1) continue
      const value = `${key.value}-${count}`
      must(drafts[at])[kind.origin.id] = value
      keys[at] = { ...key, value, key: `${key.key}-${count}` }
    } else if (earlier === undefined) first.set(key.key, line)
    else
      faults.push({
        line,
        column: key.column,
        value: key.value.slice(0, 120),
        says: sentence('The same {column} stands on line {earlier} already. Keep one of the two.', {
          column: key.is === 'together' ? togetherSaid(kind, key.field) : key.column,
          earlier: String(earlier),
        }),
      })
  }
}

/** What there is once only, in words: metric and day. */
const togetherSaid = (kind: RecordKind, last: string): Sentence =>
  must(kind.unique?.find((fields) => fields.at(-1) === last))
    .map((field) => declaredWord(kind.fields[field]?.label ?? field, kind.name))
    .reduce((most, next) => sentence('{most} and {last}', { most, last: next }))

/** The rows that are already there, by their key. */
export async function rowsThere(
  kind: RecordKind,
  keys: readonly Key[],
  drafts: readonly Draft[],
  reader: Reader,
): Promise<ReadonlyMap<string, Row>> {
  const found = new Map<string, Row>()
  const of = (is: Key['is'], field?: string): readonly Key[] =>
    keys.filter((key) => key.is === is && (field === undefined || key.field === field))
  for (const key of of('name of row')) {
    const row = await reader.get(kind.name, key.value)
    if (row !== undefined) found.set(key.key, row)
  }
  const origin = kind.origin
  if (origin !== undefined && of('origin').length > 0)
    for (const row of await reader.by(
      kind.name,
      origin.id,
      of('origin').map((key) => key.value),
    ))
      found.set(`of ${String(row[origin.source])} ${String(row[origin.id])}`, row)
  for (const field of kind.natural ?? []) {
    const values = of('natural', field).map((key) => key.value)
    if (values.length === 0) continue
    for (const row of await reader.by(kind.name, field, values))
      found.set(`${field} ${String(row[field]).toLowerCase()}`, row)
  }
  for (const fields of kind.unique ?? []) {
    const [first, last] = [must(fields[0]), must(fields.at(-1))]
    const values = drafts.flatMap((draft, at) =>
      keys[at]?.is === 'together' && keys[at].field === last ? [String(draft[first])] : [],
    )
    for (const row of await rowsOf(kind, first, [...new Set(values)], reader))
      found.set(togetherOf(fields, row), row)
  }
  return found
}

/** All of them, also where they are more than are read at once. */
async function rowsOf(
  kind: RecordKind,
  field: string,
  values: readonly string[],
  reader: Reader,
): Promise<readonly Row[]> {
  if (values.length === 0) return []
  const rows = await reader.by(kind.name, field, values)
  if (rows.length < mostBy) return rows
  const apart: Row[] = []
  for (const value of values) apart.push(...(await reader.by(kind.name, field, [value])))
  return apart
}
