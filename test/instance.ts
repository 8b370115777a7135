import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PoolConfig } from 'pg'
import { plainConfig } from '../src/app/config.world.ts'
import { askAt, urlOf, type Ask } from '../src/app/instance.world.ts'
import { ownerTokenPath } from '../src/app/owner-token.ts'
import { serve, type Instance } from '../src/app/serve.ts'
import { roles, type Actor, type Role } from '../src/engine/access.ts'
import { must } from '../src/engine/problem.ts'
import { testDatabase, type TestDatabase } from './database.ts'

/** A whole instance over a database that a test may look into, and a key for every role of its first workspace. */
export interface House {
  readonly instance: Instance
  readonly database: TestDatabase
  readonly dataDir: string
  readonly ownerToken: string
  readonly owner: Actor
  readonly ask: Ask
  readonly keys: Readonly<Record<Role, string>>
  /** What the instance said of its own faults. */
  readonly faults: readonly string[]
  readonly close: () => Promise<void>
}

/** `way` leads the instance to its database by another way than the test goes itself. */
export async function openHouse(
  way: (config: PoolConfig) => Promise<PoolConfig> = (config) => Promise.resolve(config),
): Promise<House> {
  const database = await testDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'throughline-house-'))
  const faults: string[] = []
  const log = {
    info: () => undefined,
    fault: (says: string, cause: unknown) => void faults.push(`${says}: ${String(cause)}`),
  }
  const plenty = { perSecond: 1e6, burst: 1e6 }
  const limits = { principal: plenty, address: plenty, bodyBytes: 1_000_000 }
  const databaseUrl = urlOf(await way(database.config))
  const config = { ...plainConfig({ dataDir, databaseUrl }), limits }
  const instance = await serve(config, log)
  const [workspace] = await instance.store.identity.workspaces()
  const owner = await instance.store.identity.owner(must(workspace).id)
  return {
    instance,
    database,
    dataDir,
    ownerToken: readFileSync(ownerTokenPath(dataDir), 'utf8').trim(),
    owner,
    ask: askAt(instance.url),
    keys: await keysFor(instance, owner),
    faults,
    close: async () => {
      await instance.close()
      await database.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A key with every role there is, made by an owner. */
export async function keysFor(
  instance: Instance,
  owner: Actor,
): Promise<Readonly<Record<Role, string>>> {
  const keys: Partial<Record<Role, string>> = {}
  for (const role of roles) {
    const { result } = await instance.store.apply(owner, 'create-key', { name: `a ${role}`, role })
    keys[role] = String(result['secret'])
  }
  return keys as Readonly<Record<Role, string>>
}
