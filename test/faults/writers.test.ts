import { afterAll, beforeAll, expect, test } from 'vitest'
import { openReplayed } from '../replayed.ts'
import { openArena, type Arena, type Came } from './arena.ts'
import { duels } from './duels.ts'
import { fought, wrongIn } from './fought.ts'

/** Some of the pairs, in every order in which one of the two is made to wait once; all there are in writers.long.test.ts. */
const often = duels.filter(({ when }) => when === 'always')

let arena: Arena
beforeAll(async () => {
  arena = await openArena()
}, 240_000)
afterAll(() => arena?.close())

test('two who write one record are each told, and leave behind, what they would one after the other', async () => {
  let orders = 0
  for (const duel of often) {
    const came = await fought(arena, duel, 1)
    orders += came.orders
    expect(came.wrong).toEqual([])
  }
  process.stdout.write(`two writers: ${often.length} pairs, ${orders} orders\n`)
  expect(orders).toBeGreaterThan(often.length * 8)
  expect(await arena.verified()).not.toHaveProperty('broken')
}, 600_000)

test('what they left behind is what history says', async () => {
  const workspaceId = await arena.workspace()
  const replayed = await openReplayed(arena.database.config)
  try {
    expect(await replayed.replay(workspaceId)).toBeGreaterThan(100)
    const [there, again] = await replayed.both(workspaceId)
    expect(again).toEqual(there)
  } finally {
    await replayed.close()
  }
})

test('an update that is lost, a wrong answer and two winners would be noticed', () => {
  const pair = { says: 'two change' }
  const came = (outcome: string, more: Partial<Came> = {}): Came => ({
    outcome,
    done: 1,
    order: 'A turn, B turn',
    before: undefined,
    wrong: [],
    ...more,
  })
  const alone = [came('A then B'), came('B then A')] as const
  expect(wrongIn(came('A then B'), pair, alone)).toEqual([])
  expect(wrongIn(came('A alone'), pair, alone)).toHaveLength(1)
  expect(wrongIn(came('B then A', { before: 0 }), pair, alone)).toHaveLength(1)
  expect(wrongIn(came('A then B', { done: 2 }), { ...pair, wins: 'one' }, alone)).toHaveLength(1)
})
