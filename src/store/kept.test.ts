import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { disagreements } from '../../test/recomputed.ts'
import { play, steps } from '../../test/random-commands.ts'
import { tablesOf } from '../../test/tables.ts'
import { openWorld, type World } from '../../test/world.ts'
import type { Actor } from '../engine/access.ts'
import { must } from '../engine/problem.ts'

let world: World
let owner: pg.Client
beforeAll(async () => {
  world = await openWorld()
  owner = new pg.Client(world.database.config)
  await owner.connect()
})
afterAll(async () => {
  await owner?.end()
  await world?.close()
})

let count = 0
async function newOwner(): Promise<Actor> {
  const { id, ownerId } = await world.store.identity.createWorkspace(
    `run-${count++}`,
    'A run',
    'Ana Lindt',
  )
  return must(await world.store.identity.byMember(id, ownerId))
}

const wrongIn = async (actor: Actor): Promise<readonly string[]> =>
  disagreements(
    world.store.catalogue,
    await tablesOf(owner, world.store.catalogue, actor.workspaceId),
  )

describe('what the write path keeps beside the rows', () => {
  test('stations and roll-ups are what they would be if worked out from nothing, whatever was done', async () => {
    let [written, refused] = [0, 0]
    await fc.assert(
      fc.asyncProperty(steps(40), async (given) => {
        const actor = await newOwner()
        let sets = 0
        const played = await play(world.store, actor, given, async () => {
          sets += 1
          if (sets % 8 === 0) expect(await wrongIn(actor)).toEqual([])
        })
        expect(await wrongIn(actor)).toEqual([])
        expect((await world.store.verify(actor.workspaceId)).broken).toBeUndefined()
        written += played.seqs.length
        refused += played.refused.length
      }),
      { numRuns: 30, endOnFailure: true },
    )
    expect(written).toBeGreaterThan(300)
    expect(refused).toBeGreaterThan(20)
  }, 180_000)
})

test('a mean is the same number whatever the order in which its rows were written', async () => {
  const actor = await newOwner()
  const means = new Set<unknown>()
  for (const order of [
    [1, 7, 2, 4, 3, 9],
    [9, 3, 4, 2, 7, 1],
    [7, 9, 1, 3, 2, 4],
    [4, 1, 3, 9, 7, 2],
    [2, 4, 9, 7, 1, 3],
  ]) {
    const made = await world.store.apply(actor, 'create-objective', { title: 'Aim' })
    const objectiveId = must(made.changed[0]).id
    for (const current of order)
      await world.store.apply(actor, 'create-key-result', {
        title: 'Result',
        objectiveId,
        start: 0,
        target: 10,
        current,
      })
    means.add((await world.store.reader(actor).get('objective', objectiveId))?.['progress'])
  }
  expect([...means]).toHaveLength(1)
})

test.each([
  ['a roll-up', 'update objective set progress = coalesce(progress, 0) + 0.125'],
  ['a station', 'update idea set stations = stations # 1'],
  ['a link behind the back of the line', 'update link set removed_at = now()'],
])('%s that was altered by hand is noticed', async (_, fault) => {
  const actor = await newOwner()
  await play(world.store, actor, [])
  expect(await wrongIn(actor)).toEqual([])
  await owner.query(`${fault} where workspace_id = $1`, [actor.workspaceId])
  expect((await wrongIn(actor)).length).toBeGreaterThan(0)
})
