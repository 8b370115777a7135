import { chanceFrom, zipf } from './chance.ts'
import { atMost, type Figure } from './figures.ts'
import type { House } from './house.ts'
import { askOnce, load } from './load.ts'
import { ms } from './measures.ts'
import { once, shrink } from './rows.ts'
import { tongues } from './words.ts'
import { realPorts } from '../src/app/ports.ts'
import type { Change } from '../src/engine/change.ts'

const requests = 120

/** Words of all sorts looked for by one person at a time, and five posts looked for in other words than theirs. */
export async function searchCase(house: House, rows: number): Promise<readonly Figure[]> {
  const chance = chanceFrom(11)
  const words = tongues[0]?.words ?? []
  const some = (from: number, upTo: number): readonly string[] =>
    Array.from({ length: 40 }, () => words[from + chance.whole(upTo - from)] ?? '')
  const any = zipf(words.length, chance)
  const sorts: readonly (readonly [string, readonly string[], string])[] = [
    ['a common word', some(0, 20), ''],
    ['a word', some(100, 260), ''],
    ['a rare word', some(3_000, words.length), ''],
    ['a word begun', some(100, 260).map((word) => word.slice(0, Math.max(3, word.length - 2))), ''],
    [
      'a word mistyped',
      some(100, 260)
        .filter((word) => word.length > 5)
        .map(mistyped),
      '',
    ],
    [
      'three words',
      Array.from({ length: 40 }, () => `${words[any()]} ${words[any()]} ${words[any()]}`),
      '',
    ],
    [
      'a word in Chinese or Japanese',
      [...(tongues[4]?.words ?? []), ...(tongues[5]?.words ?? [])],
      '',
    ],
    ['a word, filtered', some(100, 260), '&filter[kind]=bug&filter[source]=app-store'],
    ['a common word, filtered to few', some(0, 20), '&filter[rating]=1&filter[language]=de'],
    ['a word, newest first', some(100, 260), '&sort=-createdAt'],
  ]
  const figures: Figure[] = []
  for (const [name, queries, rest] of sorts) {
    const asked = (count: number) =>
      ({
        method: 'GET',
        path: `/api/v1/feedback?q=${encodeURIComponent(queries[count % queries.length] ?? '')}${rest}`,
      }) as const
    await load(house.spread, { clients: 1, requests: 5 }, asked)
    const { p50, p95 } = await load(house.spread, { clients: 1, requests }, asked)
    figures.push({
      name: `search for ${name}, p95`,
      rows,
      value: p95,
      says: `${ms(p95)} (p50 ${ms(p50)})`,
      bar: atMost(p95, 50, 'at most 50 ms'),
    })
  }
  return [...figures, await otherWords(house, rows)]
}

/** Two letters in the middle change places. */
const mistyped = (word: string): string => {
  const at = Math.floor(word.length / 2) - 1
  return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2)
}

const posts: readonly { readonly text: string; readonly asked: string }[] = [
  {
    text: 'Exporting the quarterly ledger to a spreadsheet mangles every umlaut in our customers’ names',
    asked: 'spreadsheet exprot umlaut',
  },
  {
    text: 'Please let two accountants approve an invoice before it leaves the house',
    asked: 'invoice aproval acountant',
  },
  {
    text: 'Le tableau de bord met une éternité à s’afficher depuis la dernière mise à jour',
    asked: 'tableau de bord eternite affichr',
  },
  {
    text: 'The calendar forgets daylight saving, so that meetings in Lisbon are an hour off',
    asked: 'daylihgt calender lisbon',
  },
  { text: '毎月の請求書をまとめて印刷できる機能がほしいです', asked: '請求書 印刷' },
]

/** How many of the five are on the first page of what was asked for them; mistyped, begun or in another order. */
async function otherWords(house: House, rows: number): Promise<Figure> {
  const { newId } = realPorts()
  const ids = posts.map(newId)
  const changes = posts.map(({ text }, at): Change => ({
    op: 'create',
    record: 'feedback',
    id: ids[at] ?? '',
    row: { text, source: 'posts', originId: `post-${at}` },
  }))
  await house.store.bulk(house.owner, { command: 'import-feedback', batches: once(changes) })
  await learned(house)
  let found = 0
  for (const [at, { asked }] of posts.entries()) {
    const page = await askOnce(house.spread, {
      method: 'GET',
      path: `/api/v1/feedback?q=${encodeURIComponent(asked)}`,
    })
    if ((page['data'] as readonly { readonly id: string }[]).some((row) => row.id === ids[at]))
      found += 1
  }
  await shrink(house, 'post')
  return {
    name: 'posts found by other words',
    rows,
    value: found,
    says: `${found} of ${posts.length}`,
    bar: { says: 'typo-tolerant', met: found === posts.length },
  }
}

/** Waits until the search has learned the words of the last commit. */
async function learned(house: House): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const { rows } = await house.sql.query<{ done: boolean }>(
      'select coalesce((select l.seq from search_learned l where l.workspace_id = w.workspace_id), 0) >= w.seq as done from workspace_turn w where w.workspace_id = $1',
      [house.owner.workspaceId],
    )
    if (rows[0]?.done === true) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the search has not learned its words within a minute')
}
