import { rmSync } from 'node:fs'
import pg from 'pg'
import { launch } from '../src/store/embedded/launch.ts'
import { atMost, type Figure } from './figures.ts'
import { makeRoom, startInstance } from './instance.ts'
import { familyOf, parentOf, residentOf } from './memory.ts'
import { median, megabytes } from './measures.ts'

/** The first start of all, later ones, and what an instance holds in memory when nobody asks it anything. */
export async function startCase(): Promise<readonly Figure[]> {
  const room = makeRoom()
  let home: string | undefined
  try {
    const first = await startInstance(room.path)
    await first.stop()
    const later: number[] = []
    for (let round = 0; round < 3; round++) {
      const again = await startInstance(room.path)
      later.push(again.upMs)
      if (round < 2) {
        await again.stop()
        continue
      }
      await new Promise((resolve) => setTimeout(resolve, 5_000))
      const app = residentOf(again.pid)
      const server = await launch({ dataDir: room.path })
      home = server.home
      const database = await postgresMemory(server.connection)
      await again.stop()
      await server.stop()
      return [
        seconds('first start to the first page', first.upMs, 4),
        seconds('later start to the first page', median(later), 1),
        ...(app === undefined
          ? []
          : [
              {
                name: 'memory of the app at rest',
                rows: undefined,
                value: app,
                says: megabytes(app),
                bar: atMost(app, 200e6, 'at most 200 MB'),
              },
            ]),
        ...(database === undefined
          ? []
          : [
              {
                name: 'memory of its PostgreSQL at rest',
                rows: undefined,
                value: database,
                says: megabytes(database),
              },
            ]),
      ]
    }
    return []
  } finally {
    if (home !== undefined) rmSync(home, { recursive: true, force: true })
    room.remove()
  }
}

const seconds = (name: string, took: number, most: number): Figure => ({
  name,
  rows: undefined,
  value: took / 1000,
  says: `${(took / 1000).toFixed(2)} s`,
  bar: atMost(took / 1000, most, `at most ${most} s`),
})

async function postgresMemory(connection: pg.ClientConfig): Promise<number | undefined> {
  const client = new pg.Client({ ...connection })
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const postmaster = parentOf(rows[0]?.pid ?? 0)
  await client.end()
  return postmaster === undefined ? undefined : familyOf(postmaster)
}
