import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'
import type { Query } from '../engine/ports.ts'
import type { Row } from '../engine/record.ts'
import { openDatabase, type Database } from './database.ts'
import { learnWords } from './learn.ts'

let world: World
let database: Database
beforeAll(async () => {
  world = await openWorld()
  database = openDatabase(world.database.config, () => undefined)
  for (const text of texts) await world.make('create-feedback', { text })
  await learnWords(database, world.workspaceId)
})
afterAll(async () => {
  await database.close()
  await world.close()
})

const texts: readonly string[] = [
  'The app crashes when I try to log in with my password',
  'Please add dark mode to the settings page',
  'Export to CSV and Excel is broken since version 2.3.1',
  'Ich kann mich nicht über Straßenbahn-Karten anmelden',
  'L’élève préfère le café à Zürich',
  'Ελληνικά και Кириллица в одном предложении',
  '検索機能が遅すぎます。日本語で検索したい',
  '暗黑模式非常重要',
  '한국어 검색이 느려요',
  'See https://docs.example.org/guide/getting-started.html#install for node.js and a_long_snake_case name',
  'Mail me at someone@example.org, iOS/Android both fail; e-mail works',
  'notifications arrive late on Android',
  'receive receipts by mail',
  'wholly other words',
]

const found = async (q: string, more: Query = {}): Promise<readonly string[]> =>
  (await world.store.reader(world.as.viewer).list('feedback', { q, ...more })).data.map((row) =>
    String(row['text']),
  )

describe('search finds', () => {
  const cases: readonly (readonly [string, string, number])[] = [
    ['a word', 'dark', 1],
    ['a word in any case', 'DARK Mode', 1],
    ['the beginning of the last word', 'dark mo', 1],
    ['a word without its accents', 'eleve prefere cafe', 4],
    ['a word with accents that the text lacks', 'páge', 1],
    ['an umlaut and a sharp s', 'strassenbahn', 3],
    ['Greek in capitals, without accents', 'ΕΛΛΗΝΙΚΑ', 5],
    ['Cyrillic in capitals', 'ПРЕДЛОЖЕНИИ', 5],
    ['a part of a Japanese sentence', '日本語で検索', 6],
    ['a part of a Chinese sentence', '黑模式', 7],
    ['one character of it', '暗', 7],
    ['its last character', '要', 7],
    ['Korean without its ending', '검색', 8],
    ['a part of an address', 'docs example', 9],
    ['a part of a path', 'getting started', 9],
    ['a part of a name with underscores', 'snake case', 9],
    ['both sides of a slash', 'android fail', 10],
    ['an address by its domain', 'example.org someone', 10],
    ['a hyphenated word by its parts', 'mail works', 10],
    ['a version', '2.3.1', 2],
    ['text in full width', 'ｄａｒｋ', 1],
    ['a word whose accent is a character of its own', 'cafe\u0301', 4],
    ['letters swapped', 'lgo psasword', 0],
    ['a letter too few', 'pasword', 0],
    ['a letter too many', 'passsword', 0],
    ['a wrong letter', 'notificotions', 11],
    ['letters swapped in a longer word', 'andriod late', 11],
    ['i before e', 'recieve', 12],
  ]
  it.each(cases)('%s: %s', async (_, q, at) => {
    expect((await found(q))[0]).toBe(texts[at])
  })
})

it('puts all words before any, and falls back to any', async () => {
  expect(await found('dark mode settings')).toEqual([texts[1]])
  expect(new Set(await found('dark unheardof crashes'))).toEqual(new Set([texts[0], texts[1]]))
})

it('finds nothing for what is not there, and nothing breaks on odd input', async () => {
  for (const q of [
    'qqqzzz',
    '!!!',
    '&|:*()<->',
    "'",
    '\\',
    '""',
    '%',
    '_',
    ':*',
    "zzq' | 'qqz",
    '\u200b',
    '-',
    '. .',
    '😀',
    'a'.repeat(10_000),
    '鬱'.repeat(5_000),
    Array.from({ length: 300 }, (_, at) => `w${at}`).join(' '),
  ])
    expect(await found(q), q.slice(0, 30)).toEqual([])
  expect(await found('   ')).toHaveLength(texts.length)
})

it('keeps to filters, sort, limit and state, page by page', async () => {
  const made: Row[] = []
  for (let at = 0; at < 25; at++)
    made.push(
      await world.make('create-feedback', {
        text: `pagination number ${at}`,
        kind: at % 2 === 0 ? 'bug' : 'praise',
        source: `s${at % 3}`,
        rating: at % 5 === 0 ? undefined : at % 5,
      }),
    )
  const reader = world.store.reader(world.as.viewer)
  for (const sort of [undefined, 'rating', '-rating', 'createdAt'])
    for (const filter of [
      {},
      { kind: { in: ['bug'] } },
      { kind: { in: ['bug'] }, source: { in: ['s0', 's1'] } },
    ] as const) {
      const wanted = made
        .filter((row) => !('kind' in filter) || row['kind'] === 'bug')
        .filter((row) => !('source' in filter) || row['source'] !== 's2')
      const seen: string[] = []
      let cursor: string | null | undefined
      do {
        const page = await reader.list('feedback', {
          q: 'paginat',
          filter,
          limit: 4,
          count: 'exact',
          ...(sort === undefined ? {} : { sort }),
          ...(cursor ? { cursor } : {}),
        })
        expect(page.total).toBe(wanted.length)
        seen.push(...page.data.map((row) => row.id))
        cursor = page.cursor
      } while (cursor !== null)
      expect(seen.toSorted()).toEqual(wanted.map((row) => row.id).toSorted())
      if (sort === 'createdAt') expect(seen).toEqual(wanted.map((row) => row.id))
      if (sort?.endsWith('rating') === true) {
        const ratings = seen.map((id) => made.find((row) => row.id === id)?.['rating'] ?? null) as (
          | number
          | null
        )[]
        const given = ratings.filter((one) => one !== null)
        expect(given).toEqual(given.toSorted((a, b) => (sort === 'rating' ? a - b : b - a)))
        expect(ratings.slice(given.length).every((one) => one === null)).toBe(true)
      }
    }
  await world.store.apply(world.as.owner, 'remove-feedback', { id: made[0]?.id })
  expect(await found('pagination', { limit: 200 })).toHaveLength(24)
  expect(await found('pagination', { state: 'removed' })).toEqual(['pagination number 0'])
  await world.store.apply(world.as.owner, 'merge-feedback', {
    into: made[1]?.id,
    from: [made[2]?.id],
  })
  expect(await found('pagination', { limit: 200 })).toHaveLength(23)
  expect(await found('pagination', { state: 'folded' })).toEqual(['pagination number 2'])
})

it('ranks what stands in a title above what stands in a text', async () => {
  await world.make('create-feedback', {
    text: 'weighty matters in passing among many other words here',
    title: 'x',
  })
  await world.make('create-feedback', { text: 'nothing to see', title: 'Weighty matters' })
  expect((await found('weighty'))[0]).toBe('nothing to see')
})

it('shows nobody what that person may not see, nor another workspace', async () => {
  await world.make('create-feedback', { text: 'clandestine plans', draft: true })
  expect(await found('clandestine')).toEqual([])
  expect(
    (await world.store.reader(world.as.owner).list('feedback', { q: 'clandestine' })).data,
  ).toHaveLength(1)
  const other = await world.store.identity.createWorkspace('elsewhere', 'Elsewhere', 'Somebody')
  const there = world.store.reader(await world.store.identity.owner(other.id))
  for (const q of ['dark', 'pasword'])
    expect((await there.list('feedback', { q })).data).toEqual([])
})

it('indexes any text that can be stored, however large and odd', async () => {
  const odd = (length: number, from: number, to: number, words: number): string => {
    let text = ''
    for (let at = 0; at < length; at++)
      text +=
        at % words === words - 1 ? ' ' : String.fromCodePoint(from + ((at * 7919) % (to - from)))
    return text
  }
  const large = [
    odd(100_000, 0x61, 0x7a, 4),
    odd(100_000, 0x4e00, 0x9fff, 1_000),
    odd(100_000, 0x20000, 0x2a6df, 1_000),
    odd(100_000, 0x10400, 0x1044f, 5),
    odd(50_000, 0x4e00, 0x9fff, 500) + odd(50_000, 0x10400, 0x1044f, 4),
    odd(100_000, 0x300, 0x36f, 3),
    'x'.repeat(100_000),
    '字'.repeat(100_000),
  ]
  for (const [at, text] of large.entries()) {
    const row = await world.make('create-feedback', {
      text: [...`oversized${at} ${text}`].slice(0, 100_000).join(''),
    })
    expect(
      await world.store
        .reader(world.as.owner)
        .list('feedback', { q: `oversized${at}` })
        .then((page) => page.data[0]?.id),
    ).toBe(row.id)
  }
})

it('learns the words of what was written once, and again without harm', async () => {
  await world.make('create-feedback', { text: 'Zugspitze erklommen 12345 x1y' })
  const words = (): Promise<readonly string[]> =>
    database.as(world.workspaceId, (session) =>
      session
        .query<{ word: string }>(
          `select word from word where workspace_id = $1 and letters <> '' order by word`,
          [world.workspaceId],
        )
        .then((rows) => rows.map((row) => row.word)),
    )
  await learnWords(database, world.workspaceId)
  const learned = await words()
  expect(learned).toEqual(
    expect.arrayContaining(['zugspitze', 'erklommen', 'password', 'strassenbahn']),
  )
  expect(
    learned.filter(
      (word) => /\d|[\u3040-\u9fff\uac00-\ud7af]/.test(word) || word.length < 3 || word.length > 40,
    ),
  ).toEqual([])
  expect(await learnWords(database, world.workspaceId)).toBe(0)
  await database.transaction(world.workspaceId, (session) =>
    session.query('update search_learned set seq = 0, ordinal = 0 where workspace_id = $1', [
      world.workspaceId,
    ]),
  )
  expect(
    (await Promise.all([1, 2, 3].map(() => learnWords(database, world.workspaceId)))).every(
      (count) => count === 0,
    ),
  ).toBe(true)
  expect(await words()).toEqual(learned)
})
