import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { play, steps } from './random-commands.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

test('whoever writes is told of each row as it stands for everybody after it, its line and its progress too', async () => {
  const reader = world.store.reader(world.as.editor)
  const told = { rows: 0, withLine: 0, withProgress: 0 }
  await fc.assert(
    fc.asyncProperty(steps(40), async (given) => {
      const alone = given.map((step) => ({ ...step, together: false }))
      await play(world.store, world.as.editor, alone, async (last) => {
        for (const { record, id, row } of last?.changed ?? []) {
          if (row === null || row.removedAt !== null) continue
          expect([row]).toEqual(await reader.many(record, [id]))
          told.rows++
          if ((row.stations & (row.stations - 1)) !== 0) told.withLine++
          if (typeof row['progress'] === 'number') told.withProgress++
        }
      })
    }),
    { numRuns: 4, endOnFailure: true },
  )
  for (const count of Object.values(told)) expect(count).toBeGreaterThan(10)
}, 120_000)
