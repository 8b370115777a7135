import { feedback } from '../src/areas/discovery/index.ts'
import { tableOf } from '../src/store/table.ts'
import type { House } from './house.ts'
import { startScript } from './instance.ts'
import type { Target } from './load.ts'

/** The floor beside an instance: a table with the same columns and indexes, in the same server, and a bare server over it. */
export interface Floor {
  readonly target: Target
  /** Fills the floor's table with the very rows of the instance's. */
  readonly fill: () => Promise<void>
  readonly stop: () => Promise<void>
}

export async function openFloor(house: House): Promise<Floor> {
  const table = tableOf(feedback)
  const columns = table.written.map((column) => column.name)
  await house.sql.query('create schema floor')
  await house.sql.query(`create table floor.feedback (like public.${table.name} including all)`)
  const server = await startScript('floor-server.ts', {
    connection: house.connection,
    table: 'floor.feedback',
    workspaceId: house.owner.workspaceId,
    columns,
    selected: table.selected,
    actorId: house.owner.id,
  })
  return {
    target: { port: server.port },
    fill: async () => {
      const there = await house.sql.query('select from floor.feedback limit 1')
      // Of an empty table PostgreSQL holds that looking through it is cheap, and would do so for each row.
      const missing =
        there.rows.length === 0
          ? ''
          : 'where not exists (select from floor.feedback f where f.workspace_id = t.workspace_id and f.id = t.id)'
      await house.sql.query(
        `insert into floor.feedback (${columns.join(', ')}) select ${columns.join(', ')} from public.${table.name} t ${missing}`,
      )
      await house.sql.query('vacuum (analyze) floor.feedback')
    },
    stop: server.stop,
  }
}
