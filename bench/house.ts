import pg from 'pg'
import { serverCatalogue } from '../src/areas/server.ts'
import { peopleNames } from '../src/app/people-names.ts'
import { realPorts } from '../src/app/ports.ts'
import type { Actor } from '../src/engine/access.ts'
import { must } from '../src/engine/problem.ts'
import { launch } from '../src/store/embedded/launch.ts'
import { openStore } from '../src/store/open.ts'
import type { Store } from '../src/store/store.ts'
import { makeRoom, startInstance, type Running } from './instance.ts'
import type { Target } from './load.ts'
import { rmSync } from 'node:fs'

/** An instance under way, and the ways to speak to it: over HTTP, through its store, past it in SQL. */
export interface House {
  readonly instance: Running
  readonly target: Target
  /** All processes of the instance in turn, a connection each; the same as `target` where there is one. */
  readonly spread: Target
  readonly pids: readonly number[]
  /** A second process on the same data: this one, to load rows without HTTP. */
  readonly store: Store
  readonly owner: Actor
  readonly connection: pg.PoolConfig
  readonly sql: pg.Client
  readonly postgres: string
  readonly close: () => Promise<void>
}

/** So many processes of the app on one data directory, and so on one PostgreSQL. */
export async function openHouse(processes = 1): Promise<House> {
  const room = makeRoom()
  const instance = await startInstance(room.path)
  const instances = [instance]
  while (instances.length < processes) instances.push(await startInstance(room.path))
  const server = await launch({ dataDir: room.path })
  const store = await openStore({
    catalogue: serverCatalogue,
    ports: realPorts(),
    database: { dataDir: room.path },
    people: peopleNames,
  })
  const [workspace] = await store.identity.workspaces()
  const owner = await store.identity.owner(must(workspace).id)
  const made = await store.apply(owner, 'create-key', { name: 'Benchmark', role: 'admin' })
  const sql = new pg.Client({ ...server.connection })
  await sql.connect()
  const { rows } = await sql.query<{ server_version: string }>('show server_version')
  const key = String(made.result['secret'])
  let asked = 0
  return {
    instance,
    target: { port: instance.port, key },
    spread: {
      get port() {
        return must(instances[asked++ % instances.length]).port
      },
      key,
    },
    pids: instances.map(({ pid }) => pid),
    store,
    owner,
    connection: { ...server.connection },
    sql,
    postgres: rows[0]?.server_version ?? '',
    close: async () => {
      await sql.end()
      await store.close()
      for (const one of instances) await one.stop()
      await server.stop()
      rmSync(server.home, { recursive: true, force: true })
      room.remove()
    },
  }
}
