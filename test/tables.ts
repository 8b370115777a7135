import pg, { type PoolConfig } from 'pg'
import { ident } from '../src/store/table.ts'
import type { Catalogue } from '../src/engine/catalogue.ts'

export type Plain = Readonly<Record<string, unknown>>

/** The rows of every record by its name, whole, in the order of their ids, as the database's owner sees them. */
export type Tables = Readonly<Record<string, readonly Plain[]>>

/** Works on a connection past row security, for looking at (and meddling with) what the store has written. */
export async function asOwner<T>(
  config: PoolConfig,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ ...config, options: '-c TimeZone=UTC' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** What the tables of the catalogue hold of a workspace; columns by their name in the database. */
export async function tablesOf(
  client: pg.Client,
  catalogue: Pick<Catalogue, 'records'>,
  workspaceId: string,
): Promise<Tables> {
  const found: Record<string, Plain[]> = Object.fromEntries(
    catalogue.records.map(({ name }) => [name, []]),
  )
  const parts = catalogue.records.map(
    ({ name }) =>
      `select '${name}' as record, id, to_jsonb(t) as row from ${ident(name)} t where workspace_id = $1`,
  )
  const { rows } = await client.query<{ record: string; row: Plain }>(
    `${parts.join(' union all ')} order by record, id`,
    [workspaceId],
  )
  for (const { record, row } of rows) found[record]?.push(row)
  return found
}

/** The line of a row in the trash is worked out when it comes back; until then its mask says nothing. */
export const livingMasks = (tables: Tables): Tables =>
  Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [
      name,
      rows.map((row) => (row['removed_at'] === null ? row : { ...row, stations: null })),
    ]),
  )
