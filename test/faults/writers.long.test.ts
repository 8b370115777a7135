import { afterAll, beforeAll, expect, test } from 'vitest'
import { openArena, type Arena } from './arena.ts'
import { duels } from './duels.ts'
import { fought } from './fought.ts'

/** Every order there is of the steps of two who write one record. */
let arena: Arena
beforeAll(async () => {
  arena = await openArena()
}, 240_000)
afterAll(() => arena?.close(), 60_000)

test.each(duels)(
  '$says: each is told, and leaves behind, what it would before or after the other',
  async (duel) => {
    const { orders, outcomes, wrong } = await fought(arena, duel)
    process.stdout.write(`${duel.says}: ${orders} orders, ${outcomes} outcomes\n`)
    expect(wrong).toEqual([])
    expect(orders).toBeGreaterThan(20)
  },
  1_800_000,
)

test('the chain of history holds after all of it', async () => {
  expect(await arena.verified()).not.toHaveProperty('broken')
}, 300_000)
