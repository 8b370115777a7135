/** Searches among more rows than a first look goes through. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'
import { openDatabase, type Database } from './database.ts'
import { learnWords } from './learn.ts'
import { insertRows } from './rows.ts'
import { tableOf } from './table.ts'

let world: World
let database: Database
beforeAll(async () => {
  world = await openWorld()
  database = openDatabase(world.database.config, () => undefined)
})
afterAll(async () => {
  await database.close()
  await world.close()
})

/** A workspace of its own with so much feedback, a second apart, the newest last. */
async function laid(
  slug: string,
  texts: readonly string[],
): Promise<{
  readonly workspaceId: string
  readonly reader: ReturnType<World['store']['reader']>
}> {
  const kind = world.store.catalogue.record('feedback')
  const { id: workspaceId } = await world.store.identity.createWorkspace(slug, slug, 'Somebody')
  const rows = texts.map((text, at) => ({
    id: `01890000-0000-7000-8000-${slug.length}${String(at).padStart(11, '0')}`,
    ref: `FB-${at + 1}`,
    version: 1,
    createdAt: new Date(Date.UTC(2026, 0, 1) + at * 1_000).toISOString(),
    updatedAt: '2026-01-01T00:00:00.000Z',
    stations: 1,
    custom: {},
    text,
    kind: at % 2 === 0 ? 'bug' : 'praise',
    draft: false,
    visibility: 'workspace',
  }))
  await database.transaction(workspaceId, async (session) =>
    insertRows(session, tableOf(kind), workspaceId, rows),
  )
  await database.owner((session) => session.query('analyze feedback'))
  const owner = await world.store.identity.owner(workspaceId)
  return { workspaceId, reader: world.store.reader(owner) }
}

it('goes on past the newest matches to all there are, each once', async () => {
  const { reader } = await laid(
    'many',
    Array.from(
      { length: 2_300 },
      (_, at) => `commonplace ${at % 7 === 0 ? 'commonplace' : 'remark'} ${at}`,
    ),
  )
  for (const [filter, count] of [
    [{}, 2_300],
    [{ kind: { in: ['bug'] } }, 1_150],
  ] as const) {
    const seen: string[] = []
    let cursor: string | null | undefined
    do {
      const page = await reader.list('feedback', {
        q: 'commonplace',
        filter,
        limit: 170,
        ...(cursor ? { cursor } : {}),
      })
      seen.push(...page.data.map((row) => row.id))
      cursor = page.cursor
    } while (cursor !== null)
    expect(seen).toHaveLength(count)
    expect(new Set(seen).size).toBe(count)
  }
})

it('finds two words of many rows each, whether they meet in many of the newest or in few of the oldest', async () => {
  const { workspaceId, reader } = await laid(
    'meeting',
    Array.from({ length: 11_000 }, (_, at) => {
      if (at % 5 === 0) return `ibis egret ${at}`
      return at < 9 ? `heron stork ${at}` : `${at % 2 === 0 ? 'heron ibis' : 'stork egret'} ${at}`
    }),
  )
  await learnWords(database, workspaceId)
  const foundBy = async (q: string, limit: number): Promise<readonly string[]> =>
    (await reader.list('feedback', { q, limit })).data.map((row) => String(row['text']))
  expect(new Set(await foundBy('heron stork', 50))).toEqual(
    new Set([1, 2, 3, 4, 6, 7, 8].map((at) => `heron stork ${at}`)),
  )
  const met = await foundBy('ibis egret', 50)
  expect(met).toHaveLength(50)
  expect(met).toEqual(Array.from({ length: 50 }, (_, at) => `ibis egret ${10_995 - 5 * at}`))
})
