import type { Catalogue } from '../engine/catalogue.ts'
import type { Field } from '../engine/field.ts'
import { assert } from '../engine/problem.ts'
import { everyField, type RecordKind } from '../engine/record.ts'
import {
  eraseFunction,
  foundationIndexes,
  foundationPolicies,
  foundationTables,
} from './foundation.ts'
import { holders } from './holders.ts'
import { indexesOf, type Index } from './indexes.ts'
import { finders } from './search-functions.ts'
import { searchFunctions } from './search-text.ts'
import { byWorkspace, type Statement, type TableParts } from './statement.ts'
import { ident, tableOf, type Column } from './table.ts'

/** The whole schema of a catalogue, in the order in which it can be made. */
export interface Ddl {
  /** What the tables need: extensions, and the functions of generated columns. */
  readonly before: readonly Statement[]
  readonly tables: readonly TableParts[]
  readonly indexes: readonly Statement[]
  readonly policies: readonly Statement[]
  /** What needs the tables. */
  readonly after: readonly Statement[]
}

export function ddlOf(catalogue: Pick<Catalogue, 'records'>): Ddl {
  const { records } = catalogue
  const own = new Set(foundationTables.map((table) => table.name))
  for (const kind of records)
    assert(!own.has(tableOf(kind).name), `${kind.name} is the name of a table of the store`)
  return {
    before: searchFunctions,
    tables: [...foundationTables, ...records.map(partsOf)],
    indexes: [
      ...foundationIndexes,
      ...records.flatMap((kind) => indexesOf(kind, catalogue)).map(createIndex),
    ],
    policies: [
      ...foundationPolicies,
      ...records.flatMap((kind) =>
        byWorkspace(tableOf(kind).name, ['select', 'insert', 'update', 'delete']),
      ),
    ],
    after: [...eraseFunction, ...finders(records), ...holders(records)],
  }
}

export const createIndex = (index: Index): Statement => ({
  makes: `index ${index.name}`,
  sql: [
    `create ${index.is === 'unique' ? 'unique index' : 'index'} ${index.name} on ${ident(index.table)}`,
    ...(index.using === 'gin' ? ['using gin'] : []),
    `(${index.columns.join(', ')})`,
    ...(index.where === undefined ? [] : [`where ${index.where}`]),
  ].join(' '),
})

function partsOf(kind: RecordKind): TableParts {
  const table = tableOf(kind)
  const fields = everyField(kind)
  return {
    name: table.name,
    columns: table.columns.map((column) => columnSql(column, fields[column.field])),
    constraints: ['primary key (workspace_id, id)', 'unique (workspace_id, ref)'],
  }
}

function columnSql(column: Column, field: Field | undefined): string {
  const collated = column.type === 'text' || column.type === 'text[]' ? ' collate "C"' : ''
  const type = column.type === 'float8' ? 'double precision' : column.type
  const generated =
    column.generated === undefined ? '' : ` generated always as (${column.generated}) stored`
  return `${column.name} ${type}${collated}${generated}${constraint(column, field)}`
}

/** What is never absent. A field of several columns may lack one of them even where it is required. */
function constraint(column: Column, field: Field | undefined): string {
  if (column.field === 'custom') return ` not null default '{}'`
  if (column.field === 'stations') return ' not null default 0'
  if (always.has(column.field)) return ' not null'
  return field?.required === true && field.kind !== 'interval' ? ' not null' : ''
}

const always: ReadonlySet<string> = new Set([
  'workspaceId',
  'id',
  'ref',
  'version',
  'createdAt',
  'updatedAt',
])
