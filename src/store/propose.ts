import type { Ddl } from './ddl.ts'
import { said, type Difference } from './drift.ts'
import { createTable } from './statement.ts'
import { ident } from './table.ts'

/** The SQL that takes away differences, in an order that works; what a person must decide is a comment. */
export function proposal(ddl: Ddl, differences: readonly Difference[]): string {
  const missing = new Set(
    differences.filter((one) => one.stands === undefined).map((one) => one.thing),
  )
  const gone = (thing: string): boolean => missing.has(thing)
  const tables = ddl.tables.filter((table) => gone(`table ${table.name}`))
  const made = new Set(tables.map((table) => table.name))
  const columns = ddl.tables
    .filter((table) => !made.has(table.name))
    .flatMap((table) =>
      table.columns
        .filter((column) => gone(`column ${table.name}.${unquoted(column)}`))
        .map((column) => `alter table ${ident(table.name)} add column ${column}`),
    )
  // PostgreSQL writes the arguments of a function without spaces.
  const others = [...ddl.before, ...ddl.indexes, ...ddl.after, ...ddl.policies].filter(
    (statement) => {
      const makes = statement.makes.replaceAll(', ', ',')
      return [...missing].some(
        (thing) =>
          thing === makes || thing.startsWith(`${makes}.`) || thing.startsWith(`${makes} to `),
      )
    },
  )
  const secured = ddl.policies.filter(({ makes }) => differences.some((one) => one.thing === makes))
  const sql = [
    ...tables.map((table) => createTable(table).sql),
    ...columns,
    ...new Set([...others, ...secured].map((statement) => statement.sql)),
  ]
  const toDecide = differences.filter(
    (one) => one.stands !== undefined && !one.thing.startsWith('row security '),
  )
  return [
    ...toDecide.map((one) => `-- to decide: ${said(one)}\n`),
    ...sql.map((one) => `${one};\n`),
  ].join('\n')
}

const unquoted = (column: string): string => (column.split(' ')[0] ?? '').replaceAll('"', '')
