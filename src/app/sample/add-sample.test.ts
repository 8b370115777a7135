import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../test/world.ts'
import { disagreements } from '../../../test/recomputed.ts'
import { testDatabase } from '../../../test/database.ts'
import { tablesOf, type Tables } from '../../../test/tables.ts'
import { must } from '../../engine/problem.ts'
import type { Query } from '../../engine/ports.ts'
import type { Row } from '../../engine/record.ts'
import { openDatabase, type Database } from '../../store/database.ts'
import { replay } from '../../store/replay.ts'
import { realPorts } from '../ports.ts'
import { addSample, removeSample } from './add-sample.ts'
import { marked } from './passages.ts'

let world: World
let seq = 0
beforeAll(async () => {
  world = await openWorld()
  seq = (await addSample(world.store, realPorts(), world.as.owner)).seq
})
afterAll(() => world.close())

const countOf = async (record: string, more: Query = {}): Promise<number> =>
  (await world.store.reader(world.as.owner).list(record, { limit: 1, count: 'exact', ...more }))
    .total ?? 0
const everyRow = async (record: string, more: Query = {}): Promise<readonly Row[]> => {
  const rows: Row[] = []
  let cursor: string | null = null
  do {
    const page: { readonly data: readonly Row[]; readonly cursor: string | null } =
      await world.store.reader(world.as.owner).list(record, {
        limit: 200,
        ...more,
        ...(cursor === null ? {} : { cursor }),
      })
    rows.push(...page.data)
    cursor = page.cursor
  } while (cursor !== null)
  return rows
}
const found = async (record: string, words: string): Promise<Row> =>
  must(
    (await world.store.reader(world.as.owner).list(record, { q: words, limit: 1 })).data[0],
    words,
  )

test('it is a company with enough to see of everything', async () => {
  expect(await countOf('feedback')).toBe(397)
  expect(await countOf('feedback', { state: 'folded' })).toBe(3)
  expect(await countOf('need')).toBe(26)
  expect(await countOf('idea')).toBe(65)
  expect(await countOf('objective')).toBe(6)
  expect(await countOf('roadmap-item')).toBe(27)
  expect(await countOf('decision')).toBe(26)
  expect(await countOf('metric')).toBe(3)
  expect(await countOf('reading')).toBeGreaterThan(55)
  expect(await countOf('tripwire')).toBe(8)
  expect(await countOf('experiment')).toBe(8)
  expect(await countOf('product')).toBe(3)
  expect(await countOf('company')).toBe(30)
  expect(await countOf('capacity')).toBe(4)
  expect(await countOf('cost')).toBe(57)
  expect(await countOf('plan')).toBe(1)
  const functions = new Set((await everyRow('member')).map((row) => row['function']))
  for (const one of ['product', 'engineering', 'design', 'sales', 'support'])
    expect(functions).toContain(one)
})

test('its history goes back two years, in order, by its own people, and is whole', async () => {
  const whole = await world.store.verify(world.workspaceId)
  expect(whole.broken).toBeUndefined()
  const commits: { readonly at: string; readonly by: string; readonly cause: string | null }[] = []
  for (let before = seq + 1; ;) {
    const page = await world.store.reader(world.as.owner).history({ before, limit: 200 })
    for (const { commit } of page)
      commits.push({ at: commit.at, by: commit.actor.name, cause: commit.cause })
    const last = page.at(-1)?.commit
    if (last === undefined) break
    before = last.seq
  }
  const told = commits.filter(({ cause }) => cause?.startsWith('Sample company') === true)
  expect(told.length).toBeGreaterThan(900)
  expect(told.map(({ at }) => at)).toEqual(
    told
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  )
  const days = told.map(({ at }) => (Date.now() - Date.parse(at)) / 86_400_000)
  expect(Math.min(...days)).toBeLessThan(7)
  expect(Math.max(...days)).toBeGreaterThan(728)
  expect(Math.min(...days)).toBeGreaterThanOrEqual(0)
  expect(new Set(told.map(({ by }) => by)).size).toBeGreaterThan(9)
})

test('nothing is tied or changed before it is there', async () => {
  const at = new Map<string, string>()
  for (const { name } of world.store.catalogue.records)
    for (const state of ['living', 'folded'] as const)
      if (state === 'living' || world.store.catalogue.record(name).foldedBy !== undefined)
        for (const row of await everyRow(name, { state })) at.set(row.id, row.createdAt)
  const ids = (await everyRow('idea')).map(({ id }) => id)
  const links = await world.store.reader(world.as.owner).links(ids)
  expect(links.length).toBeGreaterThan(150)
  for (const link of links)
    for (const end of [link['fromId'], link['toId']])
      expect(link.createdAt >= must(at.get(String(end)))).toBe(true)
})

test('an item went from later to next to now to done, and a decision was reversed', async () => {
  const moves = async (words: string): Promise<readonly unknown[]> => {
    const item = await found('roadmap-item', words)
    const past = await world.store.reader(world.as.owner).history({ id: item.id, limit: 50 })
    return past
      .flatMap(({ changes }) => changes)
      .filter(({ id }) => id === item.id)
      .map(({ after }) => after?.['commitment'] ?? after?.['status'])
      .toReversed()
  }
  expect(await moves('jobs done and not billed')).toEqual([
    'later',
    'next',
    'now',
    'in-progress',
    'done',
  ])
  expect(await moves('A stock for each van')).toEqual(['later', 'next', 'later'])
})

test('its key results move over time and its ideas are scored anew, with the reason', async () => {
  const result = await found('key-result', 'Visits that end the job')
  const reader = world.store.reader(world.as.owner)
  const read = await reader.history({ id: result.id, limit: 100 })
  expect(read.length).toBeGreaterThan(12)
  expect(result['current']).toBe(83)
  const idea = await found('idea', 'A stock for each van')
  const causes = (await reader.history({ id: idea.id })).map(({ commit }) => commit.cause)
  expect(causes).toContain('Sample company: two of three small firms told us that they would not')
  expect(idea['confidence']).toBe(50)
})

test('its roadmap stands on what people said, for and against, and some of it on nothing', async () => {
  const why = async (words: string): Promise<Why> =>
    (await world.store.view(world.as.owner, 'why', {
      of: (await found('roadmap-item', words)).ref,
    })) as Why
  const strong = await why('open job without a signal')
  expect(strong.counts.supporting).toBeGreaterThan(10)
  expect(strong.counts.contradicting).toBe(2)
  expect(strong.counts.companies).toBeGreaterThan(8)
  expect(strong.aims.length).toBeGreaterThan(0)
  const loud = await why('board on a screen in the hall')
  expect(loud.counts.companies).toBe(1)
  expect(loud.aims).toEqual([])
  const hanging = await why('booking page in the new colours')
  expect(hanging.counts.supporting).toBe(0)
})

interface Why {
  readonly counts: {
    readonly supporting: number
    readonly contradicting: number
    readonly companies: number
  }
  readonly aims: readonly unknown[]
}

test('its line and its roll-ups are what they would be if worked out from nothing', async () => {
  expect(await wrong()).toEqual([])
})

async function wrong(): Promise<readonly unknown[]> {
  const client = new pg.Client(world.database.config)
  await client.connect()
  try {
    const { catalogue } = world.store
    const tables = await tablesOf(client, catalogue, world.as.owner.workspaceId)
    return disagreements(catalogue, tables)
  } finally {
    await client.end()
  }
}

test('it goes out as one, comes back by one undo, and is added again', async () => {
  await expect(addSample(world.store, realPorts(), world.as.owner)).rejects.toMatchObject({
    code: 'taken',
  })
  const before = await everyRow('idea')
  const out = await removeSample(world.store, world.as.owner)
  expect(out).toMatchObject({ kept: [], along: [] })
  for (const record of ['feedback', 'quote', 'need', 'idea', 'product', 'company', 'team'])
    expect(await countOf(record)).toBe(0)
  await expect(removeSample(world.store, world.as.owner)).rejects.toMatchObject({ code: 'taken' })
  await world.store.undo(world.as.owner, out.seq)
  expect(await everyRow('idea')).toEqual(before)
  expect(await wrong()).toEqual([])
  // Its closing commit stands for all of it.
  await world.store.undo(world.as.owner, seq)
  expect(await countOf('idea')).toBe(0)
  await addSample(world.store, realPorts(), world.as.owner)
  expect(await countOf('idea')).toBe(65)
  expect((await world.store.verify(world.workspaceId)).broken).toBeUndefined()
})

test('its history is enough to write its tables again', async () => {
  const { catalogue } = world.store
  const empty = await testDatabase()
  const [from, into] = [world.database.config, empty.config].map((config) =>
    openDatabase(config, () => undefined),
  ) as [Database, Database]
  const clients = [world.database.config, empty.config].map(
    (config) => new pg.Client({ ...config, options: '-c TimeZone=UTC' }),
  )
  try {
    await from.as(world.workspaceId, (source) =>
      into.transaction(world.workspaceId, (target) =>
        replay(source, target, catalogue, world.workspaceId),
      ),
    )
    const [there, again] = await Promise.all(
      clients.map(async (client) => {
        await client.connect()
        const tables = await tablesOf(client, catalogue, world.workspaceId)
        return Object.fromEntries(
          Object.entries(tables).map(([name, rows]) => [name, living(rows)]),
        )
      }),
    )
    expect(again).toEqual(there)
    expect(there?.['idea']).toHaveLength(65)
  } finally {
    for (const client of clients) await client.end()
    for (const database of [from, into]) await database.close()
    await empty.close()
  }
})

/** The line of a row in the trash is worked out when it comes back; until then its mask says nothing. */
const living = (rows: Tables[string]): Tables[string] =>
  rows?.map((row) => (row['removed_at'] === null ? row : { ...row, stations: null }))

test('a passage is told by its marks, in code points', () => {
  expect(marked('𝒜 [[bc]] d [[e]]')).toEqual({
    text: '𝒜 bc d e',
    passages: [
      { start: 2, end: 4 },
      { start: 7, end: 8 },
    ],
  })
})

test('none of its tripwires fires when it comes, one is near, and some have passed', async () => {
  await world.store.apply(world.system, 'check-tripwires', {})
  const wires = await everyRow('tripwire')
  expect(
    wires.map((row) => String(row['state'])).toSorted((one, other) => one.localeCompare(other)),
  ).toEqual(['armed', 'armed', 'armed', 'armed', 'armed', 'armed', 'passed', 'passed'])
  const near = must(wires.find((row) => String(row['text']).startsWith('Fewer than 82')))
  expect(Number(near['value']) - Number(near['threshold'])).toBeGreaterThan(0)
  expect(Number(near['value']) - Number(near['threshold'])).toBeLessThan(2)
  expect(await everyRow('decision', { filter: { state: { in: ['under-review'] } } })).toEqual([])
  const view = await world.store.view(world.as.owner, 'tripwires', {})
  expect((view as { readonly days: readonly unknown[] }).days.length).toBeGreaterThanOrEqual(2)
})
