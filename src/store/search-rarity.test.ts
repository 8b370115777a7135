import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'
import { serverCatalogue } from '../areas/server.ts'
import type { Query } from '../engine/ports.ts'
import { openDatabase, type Database } from './database.ts'
import { learnWords } from './learn.ts'
import { isSearched } from './table.ts'

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

const found = async (q: string): Promise<readonly string[]> =>
  (await world.store.reader(world.as.viewer).list('feedback', { q })).data.map((row) =>
    String(row['text']),
  )

it('counts once in how many rows a word was written, however many learn at a time', async () => {
  const counts = (): Promise<ReadonlyMap<string, number>> =>
    database.as(world.workspaceId, async (session) => {
      const rows = await session.query<{ word: string; frequency: number }>(
        'select word, frequency from word where workspace_id = $1',
        [world.workspaceId],
      )
      return new Map(rows.map(({ word, frequency }) => [word, frequency]))
    })
  await learnWords(database, world.workspaceId)
  for (let at = 0; at < 3; at++)
    await world.make('create-feedback', { text: `wombat wombat 42 ${at} order 123456${at}` })
  const made = await world.make('create-feedback', { text: 'wombat once more' })
  await Promise.all([1, 2, 3].map(() => learnWords(database, world.workspaceId)))
  const learned = await counts()
  expect(learned.get('wombat')).toBe(4)
  expect(learned.get('42')).toBe(3)
  expect(learned.has('1234560')).toBe(false)
  await world.store.apply(world.as.owner, 'update-feedback', {
    id: made.id,
    text: 'wombat and koala',
  })
  await learnWords(database, world.workspaceId)
  const then = await counts()
  expect(then.get('wombat')).toBe(4)
  expect(then.has('koala')).toBe(true)
})

it('finds by a rare word of several what common words would bury', async () => {
  const rare = 'The turnstile forgets quokkas whenever somebody leaves'
  await world.make('create-feedback', { text: rare })
  for (let at = 0; at < 60; at++)
    await world.make('create-feedback', { text: `everyday invoice report, every day, ${at}` })
  await learnWords(database, world.workspaceId)
  expect((await found('everyday invoice report quokkas'))[0]).toBe(rare)
  expect((await found('invoice report quokak'))[0]).toBe(rare)
})

it('puts a word right by none that is much less like it than another', async () => {
  await world.make('create-feedback', { text: 'clientness in the north' })
  await world.make('create-feedback', { text: 'clinginess in the south' })
  await world.make('create-feedback', { text: 'clientless in the west' })
  await learnWords(database, world.workspaceId)
  expect(await found('clietnness')).toEqual(['clientness in the north'])
  expect(new Set(await found('clientnless'))).toEqual(
    new Set(['clientness in the north', 'clientless in the west']),
  )
})

it('finds what follows a run of Chinese or Japanese, in whichever order', async () => {
  const text = '毎月の請求書をまとめて印刷できる機能がほしいです'
  await world.make('create-feedback', { text })
  expect(await found('請求書 印刷')).toEqual([text])
  expect(await found('印刷 請求書')).toEqual([text])
})

it('takes every filter that a list offers, also as a range and where there is none', async () => {
  const tag = await world.make('create-tag', { name: 'Sea' })
  const made = await Promise.all(
    [1, 2, 3, undefined].map((rating) =>
      world.make('create-feedback', {
        text: `narwhal rated ${rating ?? 'not at all'}`,
        source: `it's {a,"b"} \\ ${rating ?? 0}`,
        ...(rating === undefined ? {} : { rating }),
        ...(rating === 3 ? { tagIds: [tag.id] } : {}),
      }),
    ),
  )
  const ids = (at: readonly number[]) => at.flatMap((one) => made[one]?.id ?? []).toSorted()
  const cases: readonly (readonly [Query['filter'], readonly number[]])[] = [
    [{ rating: { in: [2] } }, [1]],
    [{ rating: { in: [1, 3] } }, [0, 2]],
    [{ rating: { from: 2 } }, [1, 2]],
    [{ rating: { from: 2, to: 2 } }, [1]],
    [{ rating: { none: true } }, [3]],
    [{ rating: { in: [] } }, []],
    [{ source: { in: [`it's {a,"b"} \\ 2`] } }, [1]],
    [{ source: { in: [`it's {a,"b"} \\ 2`, `it's {a,"b"} \\ 0`] } }, [1, 3]],
    [{ createdAt: { from: '2000-01-01' }, rating: { to: 1 } }, [0]],
    [{ createdAt: { to: '2000-01-01' } }, []],
    [{ tagIds: { in: [tag.id] } }, [2]],
    [{ tagIds: { in: [tag.id, made[0]?.id ?? ''] } }, [2]],
    [{ tagIds: { none: true }, rating: { from: 2 } }, [1]],
  ]
  for (const [filter, at] of cases) {
    const page = await world.store
      .reader(world.as.viewer)
      .list('feedback', { q: 'narwhal', filter })
    expect(page.data.map((row) => row.id).toSorted(), JSON.stringify(filter)).toEqual(ids(at))
  }
})

it('learns on where a record has a field called words that nobody searches in', async () => {
  const idea = await world.make('create-idea', { title: 'To be rated' })
  const { changed } = await world.store.apply(world.as.editor, 'add-model', {
    method: 'value-effort',
  })
  const criterion = changed.find(({ record }) => record === 'criterion')?.id
  await world.store.apply(world.as.owner, 'rate', { idea: idea.id, criterion, words: 'unsure' })
  await world.make('create-feedback', { text: 'pangolins after that' })
  await learnWords(database, world.workspaceId)
  expect((await found('pangolims'))[0]).toBe('pangolins after that')
  expect(
    serverCatalogue.records.filter(isSearched).filter(({ fields }) => 'words' in fields),
  ).toEqual([])
})
