import type { Expr } from '../engine/computed.ts'
import type { Field, ProseNode } from '../engine/field.ts'
import { must } from '../engine/problem.ts'
import { plainOf } from '../engine/prose.ts'
import { everyField, type Bare, type RecordKind, type Row } from '../engine/record.ts'

/**
 * A record as a table: which columns it has, and how a row goes in and comes out. Sort and filter keys
 * are only uuid, bigint, float8, boolean, text and timestamptz, whose comparisons are leakproof: any
 * other under row security would cost the index.
 */
export interface Column {
  readonly name: string
  readonly type:
    | 'uuid'
    | 'text'
    | 'float8'
    | 'bigint'
    | 'boolean'
    | 'timestamptz'
    | 'jsonb'
    | 'text[]'
    | 'uuid[]'
    | 'tsvector'
  readonly field: string
  /** The expression of a generated column. */
  readonly generated?: string
  /** The value of this column in a row of plain values; absent for generated ones. */
  readonly take?: (row: Plain) => unknown
}

/** What is read of rows: a `select` list, and what comes of its cells. */
export interface Selection<R extends Bare> {
  readonly selected: string
  readonly fromDb: (cells: readonly unknown[]) => R
}

export interface Table extends Selection<Row> {
  readonly kind: RecordKind
  readonly name: string
  readonly columns: readonly Column[]
  /** The columns that a row is written with, in order. */
  readonly written: readonly Column[]
  /** The same of some fields only, with the id and the moments of writing. */
  readonly bare: (fields: readonly string[]) => Selection<Bare>
  readonly columnOf: (field: string) => Column
}

export function tableOf(kind: RecordKind): Table {
  const known = made.get(kind)
  if (known !== undefined) return known
  const fields = Object.entries(everyField(kind))
  const columns: readonly Column[] = [
    { name: 'workspace_id', type: 'uuid', field: 'workspaceId', take: (row) => row['workspaceId'] },
    { name: 'id', type: 'uuid', field: 'id', take: (row) => row['id'] },
    ...fields.flatMap(([name, field]) => columnsOf(name, field)),
    ...searchColumn(kind),
  ]
  const read = fields.map(([name, field]) => reading(name, field))
  const table: Table = {
    kind,
    name: snake(kind.name),
    columns,
    written: columns.filter((column) => column.generated === undefined),
    ...selection(read),
    bare: (names) =>
      selection(
        read.filter(
          ({ name }) => name === 'createdAt' || name === 'updatedAt' || names.includes(name),
        ),
      ),
    columnOf: (field) =>
      must(
        columns.find((column) => column.field === field && column.type !== 'tsvector'),
        `${kind.name}.${field}`,
      ),
  }
  made.set(kind, table)
  return table
}

export const snake = (name: string): string =>
  name.replace(/-/g, '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** A name as it may stand in SQL: words that PostgreSQL keeps for itself are quoted. */
export const ident = (name: string): string =>
  reserved.has(snake(name)) ? `"${snake(name)}"` : snake(name)

/** The generated column of an expression; PostgreSQL's double arithmetic and JavaScript's are the same. */
export function exprSql(expr: Expr): string {
  if (typeof expr === 'number') return `${expr}::float8`
  if ('field' in expr) return `${ident(expr.field)}::float8`
  if (expr.op === 'clip') {
    const of = exprSql(expr.of)
    // least and greatest pass over what is missing, so that a missing value must be asked for first.
    return `case when ${of} is not null then least(${expr.high}::float8, greatest(${expr.low}::float8, ${of})) end`
  }
  const signs = { add: '+', subtract: '-', multiply: '*', divide: '/' } as const
  const right = exprSql(expr.right)
  return `(${exprSql(expr.left)} ${signs[expr.op]} ${expr.op === 'divide' ? `nullif(${right}, 0)` : right})`
}

const made = new WeakMap<RecordKind, Table>()

type Plain = Readonly<Record<string, unknown>>

function columnsOf(name: string, field: Field): readonly Column[] {
  const column = ident(name)
  const take = (row: Plain): unknown => row[name]
  const plain = (type: Column['type']): readonly Column[] => [
    { name: column, type, field: name, take },
  ]
  switch (field.kind) {
    case 'text':
    case 'date':
    case 'choice':
      return plain('text')
    case 'number':
      return plain(field.whole === true ? 'bigint' : 'float8')
    case 'flag':
      return plain('boolean')
    case 'instant':
      return plain('timestamptz')
    case 'ref':
      return plain('uuid')
    case 'list':
      return plain(field.of === 'text' ? 'text[]' : 'uuid[]')
    case 'custom':
      return [{ name: column, type: 'jsonb', field: name, take: (row) => row[name] ?? {} }]
    case 'prose':
      return [
        ...plain('jsonb'),
        {
          name: `${snake(name)}_plain`,
          type: 'text',
          field: `${name}Plain`,
          take: (row) => shadow(row[name]),
        },
      ]
    case 'amount':
      return [
        {
          name: `${snake(name)}_minor`,
          type: 'bigint',
          field: name,
          take: (row) => part(row[name], 'minor'),
        },
        {
          name: `${snake(name)}_currency`,
          type: 'text',
          field: `${name}Currency`,
          take: (row) => part(row[name], 'currency'),
        },
      ]
    case 'interval':
      return [
        {
          name: `${snake(name)}_from`,
          type: 'text',
          field: name,
          take: (row) => part(row[name], 'from'),
        },
        {
          name: `${snake(name)}_to`,
          type: 'text',
          field: `${name}To`,
          take: (row) => part(row[name], 'to'),
        },
      ]
    case 'computed':
      return [{ name: column, type: 'float8', field: name, generated: exprSql(field.expr) }]
    case 'rollup':
      return plain('float8')
  }
}

interface Reading {
  readonly name: string
  readonly selects: readonly string[]
  readonly value: (cells: readonly unknown[], at: number) => unknown
}

const selection = <R extends Bare>(read: readonly Reading[]): Selection<R> => ({
  selected: ['t.id', ...read.flatMap(({ selects }) => selects)].join(', '),
  fromDb: (cells) => {
    const row: Record<string, unknown> = { id: cells[0] }
    let at = 1
    for (const { name, selects, value } of read) {
      row[name] = value(cells, at)
      at += selects.length
    }
    return row as unknown as R
  },
})

function reading(name: string, field: Field): Reading {
  const column = ident(name)
  // The store keeps three masks in one number (see stations.ts); a reader sees their union.
  if (name === 'stations')
    return { name, selects: ['t.stations'], value: (cells, at) => Number(cells[at]) & 255 }
  const one: Reading = { name, selects: [`t.${column}`], value: (cells, at) => cells[at] ?? null }
  switch (field.kind) {
    case 'amount':
      return {
        name,
        selects: [`t.${snake(name)}_minor`, `t.${snake(name)}_currency`],
        value: (cells, at) =>
          cells[at] === null ? null : { minor: cells[at], currency: cells[at + 1] },
      }
    case 'interval':
      return {
        name,
        selects: [`t.${snake(name)}_from`, `t.${snake(name)}_to`],
        value: (cells, at) =>
          cells[at] === null && cells[at + 1] === null
            ? null
            : { from: cells[at] ?? null, to: cells[at + 1] ?? null },
      }
    case 'text':
    case 'prose':
    case 'number':
    case 'date':
    case 'instant':
    case 'choice':
    case 'flag':
    case 'ref':
    case 'list':
    case 'custom':
    case 'computed':
    case 'rollup':
      return one
  }
}

/**
 * What may be searched for in a row, by weight. A tsvector holds a megabyte at most, so the fields share
 * the 150,000 characters that are sure to fit, whatever they hold.
 */
function searchColumn(kind: RecordKind): readonly Column[] {
  const searched = Object.entries(kind.fields).flatMap(([name, field]) =>
    (field.kind === 'text' || field.kind === 'prose') && field.search !== undefined
      ? [
          {
            column: field.kind === 'prose' ? `${snake(name)}_plain` : ident(name),
            weight: field.search,
          },
        ]
      : [],
  )
  const most = Math.floor(150_000 / Math.max(1, searched.length))
  const parts = searched.map(
    ({ column, weight }) =>
      `setweight(throughline_words(coalesce(${column}, ''), ${most}), '${weight}')`,
  )
  return parts.length === 0
    ? []
    : [{ name: 'words', type: 'tsvector', field: 'words', generated: parts.join(' || ') }]
}

/** Has this record anything to search in? By the type of the column: a field may be called words too. */
export const isSearched = (kind: RecordKind): boolean =>
  tableOf(kind).columns.some(({ type }) => type === 'tsvector')

const shadow = (value: unknown): string | null =>
  value === null || value === undefined ? null : plainOf(value as ProseNode)

const part = (value: unknown, name: string): unknown =>
  value === null || value === undefined ? null : ((value as Plain)[name] ?? null)

/** The words of PostgreSQL's grammar that cannot name a table or a column by themselves. */
const reserved: ReadonlySet<string> = new Set(
  `all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate
  collation column concurrently constraint create cross current_catalog current_date current_role
  current_schema current_time current_timestamp current_user default deferrable desc distinct do else end
  except false fetch for foreign freeze from full grant group having ilike in initially inner intersect
  into is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null
  offset on only or order outer overlaps placing primary references returning right select session_user
  similar some symmetric system_user table tablesample then to trailing true union unique user using
  variadic verbose when where window with`.split(/\s+/),
)
