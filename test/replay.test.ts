import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../src/engine/access.ts'
import { must } from '../src/engine/problem.ts'
import { openDatabase, type Database } from '../src/store/database.ts'
import { replay } from '../src/store/replay.ts'
import { testDatabase, type TestDatabase } from './database.ts'
import { play, steps } from './random-commands.ts'
import { ownKeysThere } from './recomputed.ts'
import { livingMasks, tablesOf, type Tables } from './tables.ts'
import { openWorld, type World } from './world.ts'

/** History is enough: the tables can be written again from it alone. */
let world: World
let empty: TestDatabase
let [from, into] = [] as unknown as [Database, Database]
let [there, again] = [] as unknown as [pg.Client, pg.Client]
beforeAll(async () => {
  world = await openWorld()
  empty = await testDatabase()
  from = openDatabase(world.database.config, () => undefined)
  into = openDatabase(empty.config, () => undefined)
  there = await looking(world.database.config)
  again = await looking(empty.config)
})
afterAll(async () => {
  for (const one of [there, again]) await one?.end()
  for (const one of [from, into]) await one?.close()
  await world?.close()
  await empty?.close()
})

async function looking(config: pg.PoolConfig): Promise<pg.Client> {
  const client = new pg.Client({ ...config, options: '-c TimeZone=UTC' })
  await client.connect()
  return client
}

let runs = 0
async function newOwner(): Promise<Actor> {
  const { id, ownerId } = await world.store.identity.createWorkspace(
    `replay-${runs++}`,
    'A run',
    'Ana Lindt',
  )
  return must(await world.store.identity.byMember(id, ownerId))
}

const replayed = (workspaceId: string): Promise<number> =>
  from.as(workspaceId, (source) =>
    into.transaction(workspaceId, (target) =>
      replay(source, target, world.store.catalogue, workspaceId),
    ),
  )

async function both(workspaceId: string): Promise<readonly [Tables, Tables]> {
  const tables = [
    await tablesOf(there, world.store.catalogue, workspaceId),
    await tablesOf(again, world.store.catalogue, workspaceId),
  ] as const
  return [livingMasks(tables[0]), livingMasks(tables[1])]
}

test('replayed into an empty database, history gives the same tables, whatever was done', async () => {
  let [rows, commits] = [0, 0]
  await fc.assert(
    fc.asyncProperty(steps(40), async (given) => {
      const actor = await newOwner()
      const team = await world.store.apply(actor, 'create-team', {
        name: 'Night shift',
        memberIds: [actor.id],
      })
      await world.store.apply(actor, 'create-custom-field', {
        of: 'need',
        key: 'plan',
        label: 'Plan',
        type: 'text',
        sortable: true,
      })
      await world.store.apply(actor, 'create-need', {
        title: 'With all',
        detail: 'A\n\nB',
        custom: { plan: 'gold' },
        visibility: 'teams',
        teamIds: [must(team.changed[0]).id],
      })
      await world.store.apply(actor, 'create-company', {
        name: 'Moorgate',
        revenue: { minor: 120050, currency: 'EUR' },
      })
      commits += (await play(world.store, actor, given)).seqs.length
      rows += await replayed(actor.workspaceId)
      const [was, is] = await both(actor.workspaceId)
      expect(is).toEqual(was)
      const keys = await ownKeysThere(there, actor.workspaceId)
      expect(keys).toHaveLength(1)
      expect(await ownKeysThere(again, actor.workspaceId)).toEqual(keys)
    }),
    { numRuns: 6, endOnFailure: true },
  )
  expect(rows).toBeGreaterThan(100)
  expect(commits).toBeGreaterThan(100)
}, 120_000)

test('a row that was changed behind the back of history is noticed', async () => {
  const actor = await newOwner()
  await play(world.store, actor, [])
  await replayed(actor.workspaceId)
  const [was, is] = await both(actor.workspaceId)
  expect(is).toEqual(was)
  const faults = [
    `update need set title = 'not what was said'`,
    `update quote set "end" = "end" + 1`,
    `update key_result set current = 9.5`,
    `delete from link`,
    `update idea set removed_at = now()`,
  ]
  for (const fault of faults) {
    await there.query('begin')
    const { rowCount } = await there.query(`${fault} where workspace_id = '${actor.workspaceId}'`)
    expect(rowCount).toBeGreaterThan(0)
    const [changed, kept] = await both(actor.workspaceId)
    expect(kept, fault).not.toEqual(changed)
    await there.query('rollback')
  }
})

test('what was erased stays away, and the rest comes', async () => {
  const actor = await newOwner()
  const kept = must((await world.store.apply(actor, 'create-contact', { name: 'Ana' })).changed[0])
  const gone = must(
    (await world.store.apply(actor, 'create-contact', { name: 'Bo', email: 'bo@example.org' }))
      .changed[0],
  )
  await world.store.apply(actor, 'update-contact', { id: gone.id, name: 'Bo Ek' })
  await world.store.erase(actor, 'contact', [gone.id])
  await replayed(actor.workspaceId)
  const { rows } = await again.query<{ id: string }>(
    'select id from contact where workspace_id = $1',
    [actor.workspaceId],
  )
  expect(rows.map((row) => row.id)).toEqual([kept.id])
})
