import {
  Pool,
  types,
  type PoolClient,
  type PoolConfig,
  type QueryConfig,
  type QueryResult,
} from 'pg'
import { Problem } from '../engine/problem.ts'
import { unwatched, type Watch } from '../engine/watch.ts'

/** A connection that speaks for one workspace, as the app's own role: the second wall stands behind it. */
export interface Session {
  readonly query: <R = unknown>(text: string, values?: readonly unknown[]) => Promise<readonly R[]>
  /** Rows as arrays, in the order of the select list: what `fromDb` reads. */
  readonly cells: (
    text: string,
    values?: readonly unknown[],
  ) => Promise<readonly (readonly unknown[])[]>
  /**
   * Sends a statement without waiting for it. What is sent is answered in order, and the end of the
   * session waits for all of it: a transaction commits only when each has succeeded.
   */
  readonly send: (text: string, values?: readonly unknown[]) => void
  /** Waits for all that was sent, and throws the first fault. */
  readonly sent: () => Promise<void>
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
  /** Connections, of both roles together: in use, idle, and how many wait for one. */
  readonly use: () => PoolUse
  readonly close: () => Promise<void>
}

export interface PoolUse {
  readonly used: number
  readonly idle: number
  readonly waiting: number
}

export const appRole = 'throughline_app'

/** So long, in milliseconds, a connection is waited for, and a statement of the app's own role for its answer. */
const connecting = 30_000
const answering = 300_000

export function openDatabase(
  config: PoolConfig,
  log: (line: string) => void,
  watch: Watch = unwatched,
): Database {
  const poolOf = (max: number, patience?: number): Pool => {
    const pool = new Pool({
      max,
      connectionTimeoutMillis: connecting,
      // a network that falls silent says nothing: without this whoever asked would wait for ever
      ...(patience === undefined ? {} : { query_timeout: patience }),
      application_name: 'throughline',
      types: { getTypeParser: parserOf as never },
      pipeline: true,
      ...config,
    })
    pool.on('error', (error) => log(`a database connection was lost: ${error.message}`))
    // The pool listens to a connection only while nobody uses it. One that is lost while somebody does,
    // before its next question, would end the process; whoever holds it learns it from that question.
    pool.on('connect', (client) => void client.on('error', () => undefined))
    return pool
  }
  // The owner's connections apart: one that changed its role to and fro would pay for it twice a request.
  const [pool, owners] = [poolOf(12, answering), poolOf(4)]
  const standing = new WeakMap<PoolClient, string>()

  async function held<T>(
    workspaceId: string,
    work: (client: PoolClient) => Promise<T>,
  ): Promise<T> {
    const client = await (workspaceId === '' ? owners : pool).connect()
    let broken: Error | undefined
    try {
      if (standing.get(client) !== workspaceId) {
        await client.query(stand(workspaceId), workspaceId === '' ? [] : [workspaceId])
        standing.set(client, workspaceId)
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
    const session = sessionOf(client)
    try {
      const done = await work(session)
      // After a fault PostgreSQL takes a commit for a rollback, so it need not wait for what was sent.
      const committed = client.query('commit')
      await Promise.all([session.sent(), committed])
      return done
    } catch (error) {
      // A statement that only met the ruins of one before it says less than that one.
      const first = await session.sent().then(
        () => error,
        (fault: unknown) => fault,
      )
      // a connection that is lost is given up, and takes its transaction with it
      if (!isLost(first)) await client.query('rollback').catch(() => standing.delete(client))
      throw first
    }
  }

  return {
    as: (workspaceId, work) =>
      watch.during('reading', 'workspace', () =>
        held(workspaceId, (client) => alone(client, work)),
      ),
    transaction: (workspaceId, work) =>
      watch.during('transaction', 'workspace', () =>
        held(workspaceId, (client) => whole(client, work)),
      ),
    owner: (work) =>
      watch.during('reading', 'identity', () => held('', (client) => alone(client, work))),
    ownerTransaction: (work) =>
      watch.during('transaction', 'identity', () => held('', (client) => whole(client, work))),
    use: () => {
      const sum = (of: (one: Pool) => number): number => of(pool) + of(owners)
      const idle = sum((one) => one.idleCount)
      return {
        idle,
        used: sum((one) => one.totalCount) - idle,
        waiting: sum((one) => one.waitingCount),
      }
    },
    close: async () => {
      await Promise.all([pool.end(), owners.end()])
    },
  }
}

/** Errors after which a connection is of no more use: the server went away or is starting or stopping. */
export function isLost(error: unknown): boolean {
  // told by its cause already
  if (error instanceof Problem) return error.facts['trouble'] !== undefined
  const code = (error as { code?: string } | null)?.code ?? ''
  const message = error instanceof Error ? error.message : ''
  return (
    /^(57P0[1-5]|08...|25P03)$/.test(code) ||
    /^(ECONNRESET|ECONNREFUSED|EPIPE|ENOENT|ETIMEDOUT)$/.test(code) ||
    /Connection terminated|not queryable|connection error|timeout exceeded|Query read timeout/i.test(
      message,
    )
  )
}

/** The connection's role and workspace, in one round trip. The owner's role is what it signed in with. */
const stand = (workspaceId: string): string =>
  workspaceId === ''
    ? `select set_config('role', 'none', false), set_config('throughline.workspace', '', false)`
    : `select set_config('throughline.workspace', $1, false), set_config('role', '${appRole}', false)`

async function alone<T>(client: PoolClient, work: (session: Session) => Promise<T>): Promise<T> {
  const session = sessionOf(client)
  const done = await work(session)
  await session.sent()
  return done
}

/** A text that is sent often and never changes: PostgreSQL keeps it prepared, once a connection. */
export function prepared(text: string): string {
  if (!names.has(text) && names.size < mostPrepared) names.set(text, `throughline_${names.size}`)
  return text
}

const names = new Map<string, string>()
const mostPrepared = 500

function sessionOf(client: PoolClient): Session {
  const underWay: Promise<unknown>[] = []
  const run = (
    text: string,
    values: readonly unknown[],
    rowMode?: 'array',
  ): Promise<QueryResult> => {
    const name = names.get(text)
    return client.query({
      text,
      values: values as unknown[],
      ...(name === undefined ? {} : { name }),
      ...(rowMode === undefined ? {} : { rowMode }),
    } as QueryConfig)
  }
  return {
    query: async <R>(text: string, values: readonly unknown[] = []) =>
      (await run(text, values)).rows as R[],
    cells: async (text, values = []) => (await run(text, values, 'array')).rows as unknown[][],
    count: async (text, values = []) => (await run(text, values)).rowCount ?? 0,
    send: (text, values = []) => {
      const answer = run(text, values)
      answer.catch(() => undefined)
      underWay.push(answer)
    },
    sent: async () => {
      await Promise.all(underWay)
      underWay.length = 0
    },
  }
}

/** Values as the product knows them: moments as ISO 8601 in UTC, counts as numbers. */
function parserOf(oid: number, format?: 'text' | 'binary'): unknown {
  if (oid === 1184) return instantText
  if (oid === 20) return Number
  if (oid === 2951 || oid === 1009) return types.getTypeParser(1009 as never)
  return types.getTypeParser(oid, format)
}

/** Sessions stand in UTC, so nearly every moment is put right by moving letters: a page has hundreds, a line thousands. */
const instantText = (value: string): string => {
  if (isPlain(value))
    return `${value.slice(0, 10)}T${value.slice(11, 19)}.${value.slice(20, -3).padEnd(3, '0').slice(0, 3)}Z`
  const moment = new Date(value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
  return Number.isNaN(moment.getTime()) ? value : moment.toISOString()
}

/** `2026-01-31 10:00:00[.123456]+00`: a year of four digits, in UTC. Told by its letters, at a tenth of what a pattern costs. */
const isPlain = (value: string): boolean =>
  value.length >= 22 &&
  value.length <= 29 &&
  value.charCodeAt(4) === hyphen &&
  value.charCodeAt(10) === blank &&
  value.endsWith('+00')

const hyphen = 45
const blank = 32
