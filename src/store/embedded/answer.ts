import pg from 'pg'
import { type Connection, owner } from './endpoint.ts'

/** What a server says of itself. */
export interface Answer {
  /** `18.4` */
  readonly version: string
  /** Its data directory, by which it is known to be ours. */
  readonly data: string
}

/**
 * Asks a server who it is. Makes Throughline's database where a first start was cut off before it
 * did. Throws what `pg` throws where nothing answers.
 */
export async function ask(connection: Connection): Promise<Answer> {
  try {
    return await askIn(connection)
  } catch (error) {
    if (codeOf(error) !== noSuchDatabase) throw error
  }
  await makeDatabase(connection)
  return askIn(connection)
}

const noSuchDatabase = '3D000'
const databaseIsThere = ['42P04', '23505']

async function askIn(connection: Connection): Promise<Answer> {
  return withClient(connection, async (client) => {
    const { rows } = await client.query<{ version: string; data: string }>(
      "select current_setting('server_version') as version, current_setting('data_directory') as data",
    )
    const [row] = rows
    return { version: (row?.version ?? '').split(' ')[0] ?? '', data: row?.data ?? '' }
  })
}

async function makeDatabase(connection: Connection): Promise<void> {
  await withClient({ ...connection, database: 'postgres' }, async (client) => {
    try {
      await client.query(`create database ${owner}`)
    } catch (error) {
      if (!databaseIsThere.includes(codeOf(error) ?? '')) throw error
    }
  })
}

async function withClient<T>(
  connection: Connection,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 })
  // A server that is killed meanwhile says so to the query as well; unheard it would end us.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined
