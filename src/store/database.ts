import { Pool, types, type PoolClient, type PoolConfig } from 'pg'

/** A connection that speaks for one workspace, as the app's own role: the second wall stands behind it. */
export interface Session {
  readonly query: <R = unknown>(text: string, values?: readonly unknown[]) => Promise<readonly R[]>
  /** Rows as arrays, in the order of the select list: what `fromDb` reads. */
  readonly cells: (
    text: string,
    values?: readonly unknown[],
  ) => Promise<readonly (readonly unknown[])[]>
  /** How many rows a statement touched. */
  readonly count: (text: string, values?: readonly unknown[]) => Promise<number>
}

export interface Database {
  /** One statement, or a few that need no common moment, for a workspace. */
  readonly as: <T>(workspaceId: string, work: (session: Session) => Promise<T>) => Promise<T>
  /** All or nothing. */
  readonly transaction: <T>(
    workspaceId: string,
    work: (session: Session) => Promise<T>,
  ) => Promise<T>
  /** As the owner of the tables, past row security: migrations and identity only. */
  readonly owner: <T>(work: (session: Session) => Promise<T>) => Promise<T>
  readonly ownerTransaction: <T>(work: (session: Session) => Promise<T>) => Promise<T>
  /** Wakes on every notice of a channel; reconnects by itself. Returns how to stop. */
  readonly listen: (
    channel: string,
    heard: (payload: string) => void,
  ) => Promise<() => Promise<void>>
  readonly close: () => Promise<void>
}

export const appRole = 'throughline_app'

export function openDatabase(config: PoolConfig, log: (line: string) => void): Database {
  const pool = new Pool({
    max: 12,
    application_name: 'throughline',
    types: { getTypeParser: parserOf as never },
    ...config,
  })
  pool.on('error', (error) => log(`a database connection was lost: ${error.message}`))
  const standing = new WeakMap<PoolClient, string>()

  async function held<T>(
    workspaceId: string,
    work: (client: PoolClient) => Promise<T>,
  ): Promise<T> {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      const wanted = workspaceId === '' ? '' : workspaceId
      if (standing.get(client) !== wanted) {
        await client.query(stand(wanted), wanted === '' ? [] : [wanted])
        standing.set(client, wanted)
      }
      return await work(client)
    } catch (error) {
      if (isLost(error)) broken = error as Error
      throw error
    } finally {
      client.release(broken)
    }
  }

  const whole = async <T>(
    client: PoolClient,
    work: (session: Session) => Promise<T>,
  ): Promise<T> => {
    await client.query('begin')
    try {
      const done = await work(sessionOf(client))
      await client.query('commit')
      return done
    } catch (error) {
      await client.query('rollback').catch(() => standing.delete(client))
      throw error
    }
  }

  return {
    as: (workspaceId, work) => held(workspaceId, (client) => work(sessionOf(client))),
    transaction: (workspaceId, work) => held(workspaceId, (client) => whole(client, work)),
    owner: (work) => held('', (client) => work(sessionOf(client))),
    ownerTransaction: (work) => held('', (client) => whole(client, work)),
    listen: (channel, heard) => listen(pool, channel, heard, log),
    close: () => pool.end(),
  }
}

/** Errors after which a connection is of no more use: the server went away or is starting or stopping. */
export function isLost(error: unknown): boolean {
  const code = (error as { code?: string } | null)?.code ?? ''
  const message = error instanceof Error ? error.message : ''
  return (
    /^(57P0[1-5]|08...|25P03)$/.test(code) ||
    /^(ECONNRESET|ECONNREFUSED|EPIPE|ENOENT|ETIMEDOUT)$/.test(code) ||
    /Connection terminated|not queryable|connection error/i.test(message)
  )
}

/** The connection's role and workspace, in one round trip. The owner's role is what it signed in with. */
const stand = (workspaceId: string): string =>
  workspaceId === ''
    ? `select set_config('role', 'none', false), set_config('throughline.workspace', '', false)`
    : `select set_config('throughline.workspace', $1, false), set_config('role', '${appRole}', false)`

function sessionOf(client: PoolClient): Session {
  return {
    query: async <R>(text: string, values: readonly unknown[] = []) =>
      (await client.query(text, values as unknown[])).rows as R[],
    cells: async (text, values = []) =>
      (await client.query({ text, values: values as unknown[], rowMode: 'array' }))
        .rows as unknown[][],
    count: async (text, values = []) =>
      (await client.query(text, values as unknown[])).rowCount ?? 0,
  }
}

async function listen(
  pool: Pool,
  channel: string,
  heard: (payload: string) => void,
  log: (line: string) => void,
): Promise<() => Promise<void>> {
  let stopped = false
  let current: PoolClient | undefined
  const attach = async (): Promise<void> => {
    const client = await pool.connect()
    current = client
    client.on('notification', (notice) => heard(notice.payload ?? ''))
    client.on('error', (error) => {
      client.release(error)
      current = undefined
      if (!stopped) void again()
    })
    await client.query(`listen ${channel}`)
  }
  const again = async (): Promise<void> => {
    while (!stopped) {
      await new Promise((resolve) => setTimeout(resolve, 500))
      if (stopped) return
      try {
        await attach()
        heard('')
        return
      } catch (error) {
        log(`cannot listen yet: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  }
  await attach()
  return async () => {
    stopped = true
    current?.release(true)
    current = undefined
  }
}

/** Values as the product knows them: moments as ISO 8601 in UTC, counts as numbers. */
function parserOf(oid: number, format?: 'text' | 'binary'): unknown {
  if (oid === 1184) return instantText
  if (oid === 20) return Number
  if (oid === 2951 || oid === 1009) return types.getTypeParser(1009 as never)
  return types.getTypeParser(oid, format as never)
}

const instantText = (value: string): string => {
  const moment = new Date(value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
  return Number.isNaN(moment.getTime()) ? value : moment.toISOString()
}
