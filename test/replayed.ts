import { serverCatalogue as catalogue } from '../src/areas/server.ts'
import type { Actor } from '../src/engine/access.ts'
import { openDatabase } from '../src/store/database.ts'
import { replay } from '../src/store/replay.ts'
import { readSnapshot } from '../src/store/snapshot.ts'
import { testDatabase, type TestDatabase } from './database.ts'
import { sorted } from './sessions.ts'
import { asOwner, livingMasks, tablesOf, type Tables } from './tables.ts'

/** An empty store beside a real one: into it goes what history says, and nothing else. */
export interface Replayed {
  /** Writes a workspace again from the history of the real one. Each workspace once. */
  readonly replay: (workspaceId: string) => Promise<number>
  /** What somebody would hold of it, as text by `record id`. */
  readonly copyFor: (actor: Actor) => Promise<ReadonlyMap<string, string>>
  /** The tables of a workspace there, and as they were written again. */
  readonly both: (workspaceId: string) => Promise<readonly [Tables, Tables]>
  /** Changes it behind everybody's back; gives how many rows. */
  readonly spoil: (sql: string) => Promise<number>
  readonly close: () => Promise<void>
}

export async function openReplayed(real: TestDatabase['config']): Promise<Replayed> {
  const empty = await testDatabase()
  const from = openDatabase(real, () => undefined)
  const into = openDatabase(empty.config, () => undefined)
  const whole = catalogue.records.flatMap(({ name, held }) => (held === 'whole' ? [name] : []))
  return {
    replay: (workspaceId) =>
      from.as(workspaceId, (source) =>
        into.transaction(workspaceId, (target) => replay(source, target, catalogue, workspaceId)),
      ),
    copyFor: async (actor) => {
      const copy = new Map<string, string>()
      await readSnapshot({ database: into, catalogue, actor }, whole, {
        from: () => undefined,
        rows: (record, rows) => {
          for (const row of rows) copy.set(`${record} ${row.id}`, sorted(row))
        },
      })
      return copy
    },
    both: (workspaceId) =>
      Promise.all([
        asOwner(real, (client) => tablesOf(client, catalogue, workspaceId)).then(livingMasks),
        asOwner(empty.config, (client) => tablesOf(client, catalogue, workspaceId)).then(
          livingMasks,
        ),
      ]),
    spoil: (sql) =>
      asOwner(empty.config, async (client) => (await client.query(sql)).rowCount ?? 0),
    close: async () => {
      await from.close()
      await into.close()
      await empty.close()
    },
  }
}
