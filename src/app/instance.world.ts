import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testDatabase } from '../../test/database.ts'
import { must } from '../engine/problem.ts'
import { defaultLimits, type Limits } from '../surfaces/rest/limit.ts'
import type { Config } from './config.ts'
import { plainConfig } from './config.world.ts'
import type { Log } from './log.ts'
import { ownerTokenPath } from './owner-token.ts'
import { serve, type Instance } from './serve.ts'
import { defaultFiles, type FileSettings } from './files/settings.ts'

/** A whole instance on a random port and a database of its own, and hands to speak to it over HTTP. */
export interface World {
  readonly instance: Instance
  readonly dataDir: string
  readonly ownerToken: string
  readonly databaseUrl: string
  /** What the instance said of its own faults. */
  readonly faults: readonly { readonly says: string; readonly cause: unknown }[]
  readonly ask: Ask
  /** A key with a role, made by the owner. */
  readonly key: (role: string, scopes?: readonly string[]) => Promise<string>
  /** Another process on the same data directory and database. */
  readonly second: (more?: Partial<Config>) => Promise<Instance>
  readonly close: () => Promise<void>
}

export interface Request {
  readonly as?: string | undefined
  readonly json?: unknown
  readonly text?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly at?: string
}

export interface Told {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The body, where it is JSON. */
  readonly body: Readonly<Record<string, unknown>>
}

export type Ask = (method: string, path: string, request?: Request) => Promise<Told>

export async function openWorld(
  limits: Partial<Limits> = {},
  files: Partial<FileSettings> = {},
): Promise<World> {
  const database = await testDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'throughline-instance-'))
  const faults: { says: string; cause: unknown }[] = []
  const log: Log = { info: () => undefined, fault: (says, cause) => faults.push({ says, cause }) }
  const config = {
    ...plainConfig({ dataDir, databaseUrl: urlOf(database.config) }),
    files: { ...defaultFiles, ...files },
    limits: { ...defaultLimits, ...limits },
  }
  const instance = await serve(config, log)
  const ownerToken = readFileSync(ownerTokenPath(dataDir), 'utf8').trim()
  const others: Instance[] = []
  const ask = askAt(instance.url)
  return {
    instance,
    dataDir,
    ownerToken,
    databaseUrl: config.databaseUrl,
    faults,
    ask,
    key: async (role, scopes) => {
      const made = await ask('POST', '/api/v1/commands/create-key', {
        as: ownerToken,
        json: { name: `a ${role}`, role, ...(scopes === undefined ? {} : { scopes }) },
      })
      return must(
        (made.body['result'] as { readonly secret?: string } | undefined)?.secret,
        `a key: ${made.text}`,
      )
    },
    second: async (more = {}) => {
      const other = await serve({ ...config, ...more }, log)
      others.push(other)
      return other
    },
    close: async () => {
      for (const other of others) await other.close()
      await instance.close()
      await database.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Asks an instance and reads the answer whole; redirects are answers. */
export const askAt =
  (url: string): Ask =>
  async (method, path, { as, json, text, headers = {}, at = url } = {}) => {
    const body = json === undefined ? text : JSON.stringify(json)
    const response = await fetch(`${at}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(as === undefined ? {} : { authorization: `Bearer ${as}` }),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    })
    const told = await response.text()
    const isJson = /^application\/(problem\+)?json\b/.test(
      response.headers.get('content-type') ?? '',
    )
    return {
      status: response.status,
      headers: response.headers,
      text: told,
      body: (isJson ? JSON.parse(told) : {}) as Told['body'],
    }
  }

/** The address of a test's database. */
export function urlOf(
  config: Readonly<{
    user?: string | undefined
    password?: unknown
    host?: string | undefined
    port?: number | undefined
    database?: string | undefined
  }>,
): string {
  const password =
    typeof config.password === 'string' ? `:${encodeURIComponent(config.password)}` : ''
  return `postgres://${encodeURIComponent(config.user ?? '')}${password}@${encodeURIComponent(config.host ?? '')}:${config.port ?? 5432}/${config.database ?? ''}`
}
