import { appRole } from './database.ts'
import { ident } from './table.ts'

/** One statement of the schema, and the one thing that it makes, as `describe` calls it. */
export interface Statement {
  readonly makes: string
  readonly sql: string
}

/** A table in its parts, so that one more column can be proposed by itself. */
export interface TableParts {
  readonly name: string
  /** Each as it stands in `create table`: name, type, collation, null or not. */
  readonly columns: readonly string[]
  readonly constraints: readonly string[]
  /** Kept without a log of its own: a crash of PostgreSQL empties it. */
  readonly unlogged?: true
}

export const createTable = (table: TableParts): Statement => ({
  makes: `table ${table.name}`,
  sql: `create ${table.unlogged === true ? 'unlogged ' : ''}table ${ident(table.name)} (\n${[...table.columns, ...table.constraints].map((part) => `  ${part}`).join(',\n')}\n)`,
})

/** The condition under which a row belongs to the connection's workspace; planned once, not row by row. */
const ours = `workspace_id = (select current_setting('throughline.workspace')::uuid)`

/** The second wall around a table: the app's role sees only the rows of its workspace, and may do only this. */
export const byWorkspace = (
  table: string,
  may: readonly ('select' | 'insert' | 'update' | 'delete')[],
): readonly Statement[] => [
  { makes: `row security ${table}`, sql: `alter table ${ident(table)} enable row level security` },
  {
    makes: `policy ${table}`,
    sql: `create policy workspace on ${ident(table)} to ${appRole} using (${ours}) with check (${ours})`,
  },
  { makes: `grants ${table}`, sql: `grant ${may.join(', ')} on ${ident(table)} to ${appRole}` },
]
