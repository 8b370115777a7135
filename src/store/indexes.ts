import type { Catalogue } from '../engine/catalogue.ts'
import type { Field } from '../engine/field.ts'
import { assert, must } from '../engine/problem.ts'
import { everyField, type RecordKind } from '../engine/record.ts'
import { ident, isSearched, snake, tableOf } from './table.ts'

/**
 * The indexes of a record's table: one for whatever a list offers to sort or filter by, one for every
 * tie that is followed, one for each thing that may be there once. What has no index is not offered.
 */
export interface Index {
  readonly name: string
  readonly table: string
  readonly is: 'plain' | 'unique'
  readonly using: 'btree' | 'gin'
  readonly columns: readonly string[]
  /** Only these rows. */
  readonly where?: string
}

export function indexesOf(
  kind: RecordKind,
  catalogue: Pick<Catalogue, 'records'>,
): readonly Index[] {
  const found = [
    ...offered(kind),
    ...ties(kind, catalogue),
    ...uniques(kind),
    ...natural(kind),
    trash(kind),
    ...words(kind),
  ]
  const byName = new Map(found.map((index) => [index.name, index] as const))
  assert(byName.size === found.length, `${kind.name}: two indexes of one name`)
  return found
}

/** The rows of which lists are made: not in the trash, not folded under another. */
export const living = (kind: RecordKind, alias = ''): string =>
  [
    `${alias}removed_at is null`,
    ...(kind.foldedBy === undefined ? [] : [`${alias}${ident(kind.foldedBy)} is null`]),
  ].join(' and ')

/** The name of the index that keeps a set of fields unique, by which a refusal is recognised. */
export const uniqueName = (kind: RecordKind, fields: readonly string[]): string =>
  named(kind, 'once', fields.join('_'))

/** The kinds of field that a list can sort or filter by: their comparisons are leakproof. */
export function canBeKey(field: Field): boolean {
  switch (field.kind) {
    case 'text':
    case 'number':
    case 'amount':
    case 'date':
    case 'instant':
    case 'choice':
    case 'flag':
    case 'ref':
    case 'interval':
    case 'computed':
    case 'rollup':
      return true
    case 'prose':
    case 'list':
    case 'custom':
      return false
  }
}

/**
 * The columns, after the workspace, of the index of an offered field. What is only filtered by lies
 * within itself in the order in which its lists are read.
 */
export function keyColumns(kind: RecordKind, name: string): readonly string[] {
  const column = columnOf(kind, name)
  const order = columnOf(kind, kind.order.replace(/^-/, ''))
  const inside = everyField(kind)[name]?.sort === true || column === order ? [] : [order]
  return [column, ...inside, 'id']
}

/** A list is filtered by what it holds; it has no order. */
export const isHeld = (field: Field | undefined): boolean =>
  field?.kind === 'list' && field.filter === true && field.sort !== true

/** The bytes that a B-tree entry may have beside the workspace and the id, less some for its head. */
const widest = 2_600

function offered(kind: RecordKind): readonly Index[] {
  return Object.entries(everyField(kind)).flatMap(([name, field]): readonly Index[] => {
    if ((field.sort !== true && field.filter !== true) || name === kind.foldedBy) return []
    if (isHeld(field)) return [holding(kind, name)]
    assert(
      canBeKey(field),
      `${kind.name}.${name}: a ${field.kind} can be neither sorted nor filtered by`,
    )
    assert(bytesOf(field) <= widest, `${kind.name}.${name} is too long to be sorted or filtered by`)
    return [btree(kind, 'by', name, keyColumns(kind, name), living(kind))]
  })
}

/** Fields along which rows are found from the other end: the line, homes, folds, roll-ups. */
function ties(kind: RecordKind, catalogue: Pick<Catalogue, 'records'>): readonly Index[] {
  const through = new Set(
    catalogue.records.flatMap((other) =>
      Object.values(other.fields).flatMap((field) =>
        field.kind === 'rollup'
          ? field.from.filter((from) => from.record === kind.name).map((from) => from.through)
          : [],
      ),
    ),
  )
  return Object.entries(kind.fields).flatMap(([name, field]): readonly Index[] => {
    if (field.kind !== 'ref') return []
    const followed =
      field.line !== undefined ||
      field.home === true ||
      field.to === 'any' ||
      (field.rollsUp === true && field.to === kind.name) ||
      name === kind.foldedBy ||
      through.has(name)
    // The index of a filter serves too, unless it leaves out the folded rows, which stay on the line.
    const served = field.filter === true && kind.foldedBy === undefined
    if (!followed || served) return []
    const column = columnOf(kind, name)
    return [btree(kind, 'at', name, [column, 'id'], `${column} is not null`)]
  })
}

function uniques(kind: RecordKind): readonly Index[] {
  return (kind.unique ?? []).map((fields) => {
    const bytes = fields.reduce(
      (sum, name) => sum + bytesOf(must(everyField(kind)[name], `${kind.name}.${name}`)),
      0,
    )
    assert(bytes <= widest, `${kind.name}: ${fields.join(' and ')} are too long to be kept unique`)
    return {
      ...btree(
        kind,
        'once',
        fields.join('_'),
        fields.map((name) => columnOf(kind, name)),
        'removed_at is null',
      ),
      name: uniqueName(kind, fields),
      is: 'unique',
    }
  })
}

/** By which an import finds the row it speaks of. */
function natural(kind: RecordKind): readonly Index[] {
  return (kind.natural ?? []).flatMap((name) => {
    const field = must(everyField(kind)[name], `${kind.name}.${name}`)
    const led = (kind.unique ?? []).some((fields) => fields[0] === name)
    return led || field.sort === true || field.filter === true
      ? []
      : [btree(kind, 'by', name, [columnOf(kind, name), 'id'], living(kind))]
  })
}

const trash = (kind: RecordKind): Index =>
  btree(kind, 'in', 'trash', ['removed_at', 'id'], 'removed_at is not null')

/** Beside the words what their rows are filtered by: for PostgreSQL does not put two indexes of a workspace together. */
function words(kind: RecordKind): readonly Index[] {
  if (!isSearched(kind)) return []
  return [
    {
      name: named(kind, 'by', 'words'),
      table: tableOf(kind).name,
      is: 'plain',
      using: 'gin',
      columns: ['workspace_id', 'words', ...besideWords(kind)],
    },
  ]
}

/** The filters of which many rows share a value. */
const besideWords = (kind: RecordKind): readonly string[] =>
  Object.entries(everyField(kind)).flatMap(([name, field]) =>
    field.filter === true && ['text', 'choice', 'number'].includes(field.kind)
      ? [columnOf(kind, name)]
      : [],
  )

const btree = (
  kind: RecordKind,
  how: string,
  what: string,
  columns: readonly string[],
  where: string,
): Index => ({
  name: named(kind, how, what),
  table: tableOf(kind).name,
  is: 'plain',
  using: 'btree',
  columns: ['workspace_id', ...columns],
  where,
})

const holding = (kind: RecordKind, name: string): Index => ({
  name: named(kind, 'by', name),
  table: tableOf(kind).name,
  is: 'plain',
  using: 'gin',
  columns: ['workspace_id', columnOf(kind, name)],
  where: living(kind),
})

const named = (kind: RecordKind, how: string, what: string): string => {
  const name = `${snake(kind.name)}_${how}_${snake(what)}`
  assert(name.length <= 63, `${name} is longer than PostgreSQL allows`)
  return name
}

const columnOf = (kind: RecordKind, field: string): string => tableOf(kind).columnOf(field).name

/** The most bytes that a key of this field can have. */
const bytesOf = (field: Field): number =>
  field.kind === 'text' ? field.max * 4 : field.kind === 'choice' ? 200 : 16
