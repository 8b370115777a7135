import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../test/world.ts'
import { disagreements } from '../../../test/recomputed.ts'
import { tablesOf } from '../../../test/tables.ts'
import { addSample } from './add-sample.ts'
import { realPorts } from '../ports.ts'
import { marked } from './passages.ts'

let world: World
let seq = 0
beforeAll(async () => {
  world = await openWorld()
  seq = (await addSample(world.store, realPorts(), world.as.owner)).seq
}, 60_000)
afterAll(() => world.close())

const countOf = async (record: string): Promise<number> =>
  (await world.store.reader(world.as.owner).list(record, { limit: 1, count: 'exact' })).total ?? 0

test('it is a company with enough to see of everything', async () => {
  expect(await countOf('feedback')).toBeGreaterThan(300)
  expect(await countOf('need')).toBe(26)
  expect(await countOf('idea')).toBe(64)
  expect(await countOf('roadmap-item')).toBe(20)
  expect(await countOf('decision')).toBeGreaterThan(12)
})

test('its roadmap stands on what people said, for and against', async () => {
  const reader = world.store.reader(world.as.owner)
  const { data } = await reader.list('roadmap-item', { q: 'open job', limit: 5 })
  const why = (await world.store.view(world.as.owner, 'why', { of: data[0]?.ref })) as {
    counts: { supporting: number; contradicting: number; companies: number }
    aims: readonly unknown[]
    says: string
  }
  expect(why.counts.supporting).toBeGreaterThan(10)
  expect(why.counts.contradicting).toBe(2)
  expect(why.counts.companies).toBeGreaterThan(8)
  expect(why.aims.length).toBeGreaterThan(0)
})

test('its line and its roll-ups are what they would be if worked out from nothing', async () => {
  const client = new pg.Client(world.database.config)
  await client.connect()
  try {
    const { catalogue } = world.store
    const tables = await tablesOf(client, catalogue, world.as.owner.workspaceId)
    expect(disagreements(catalogue, tables)).toEqual([])
  } finally {
    await client.end()
  }
})

test('it goes into an empty workspace only, goes out as one, and comes in again', async () => {
  await expect(addSample(world.store, realPorts(), world.as.owner)).rejects.toMatchObject({
    code: 'taken',
  })
  await world.store.undo(world.as.owner, seq)
  for (const record of ['feedback', 'quote', 'need', 'idea', 'product', 'company'])
    expect(await countOf(record)).toBe(0)
  await addSample(world.store, realPorts(), world.as.owner)
  expect(await countOf('idea')).toBe(64)
})

test('a passage is told by its marks, in code points', () => {
  expect(marked('𝒜 [[bc]] d [[e]]')).toEqual({
    text: '𝒜 bc d e',
    passages: [
      { start: 2, end: 4 },
      { start: 7, end: 8 },
    ],
  })
})
