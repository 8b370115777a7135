import type { ClientBase } from 'pg'
import { ident } from '../table.ts'

/** A table whose rows a backup holds, and its columns but for those that the database works out. */
export interface KeptTable {
  readonly table: string
  readonly columns: readonly string[]
  /** What tells its rows apart: in their order they are written, so that equal tables are equal files. */
  readonly key: readonly string[]
}

/**
 * What is of the moment and means nothing in another database: who is signed in and looking, links that
 * work once, what a caller may ask just now, answers kept for a request that is sent again, files on their way in. The list of migrations is told apart.
 */
const passing: ReadonlySet<string> = new Set([
  'allowance',
  'import_file',
  'import_part',
  'migration',
  'once_link',
  'passkey_challenge',
  'presence',
  'request_key',
  'session',
  'sign_in_try',
])

/** Every table with what must not be lost, by name. */
export async function keptTables(client: ClientBase): Promise<readonly KeptTable[]> {
  const { rows } = await client.query<{ table: string; columns: string[]; key: string[] }>(
    `select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns,
       array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum))
         filter (where a.attnum = any (i.indkey::int2[])) as key
     from pg_class c join pg_attribute a on a.attrelid = c.oid
       join pg_index i on i.indrelid = c.oid and i.indisprimary
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     group by c.relname order by c.relname collate "C"`,
  )
  return rows.filter(({ table }) => !passing.has(table))
}

const list = (names: readonly string[]): string => names.map(ident).join(', ')

export const copyOut = ({ table, columns, key }: KeptTable): string =>
  `copy (select ${list(columns)} from ${ident(table)} order by ${list(key)}) to stdout`

export const copyIn = ({ table, columns }: KeptTable): string =>
  `copy ${ident(table)} (${list(columns)}) from stdin`
