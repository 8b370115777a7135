import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import pg from 'pg'
import { tablesOf, type Tables } from '../../test/tables.ts'
import { openWorld, type World } from '../../test/world.ts'
import { must, Problem } from '../engine/problem.ts'
import type { Row } from '../engine/record.ts'

let world: World
let owner: pg.Client
beforeAll(async () => {
  world = await openWorld()
  owner = new pg.Client({ ...world.database.config, options: '-c TimeZone=UTC' })
  await owner.connect()
})
afterAll(async () => {
  await owner?.end()
  await world?.close()
})

const apply = async (command: string, input: unknown) =>
  world.store.apply(world.as.owner, command, input)
const undo = (seq: number) => world.store.undo(world.as.owner, seq)
const refusal = (promise: Promise<unknown>): Promise<Problem> =>
  promise.then(
    () => Promise.reject(new Error('it was not refused')),
    (error: unknown) => (error instanceof Problem ? error : Promise.reject(error as Error)),
  )

/** All rows, without what only counts changes and when they were. */
async function content(): Promise<Tables> {
  const tables = await tablesOf(owner, world.store.catalogue, world.workspaceId)
  const plain = ({
    version: _v,
    updated_at: _u,
    words: _w,
    ...row
  }: Readonly<Record<string, unknown>>) => ({ ...row, removed_at: row['removed_at'] !== null })
  return Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.map(plain)]))
}

/** Two ideas with links, feedback with quotes and a need: something for every verb. */
async function scene() {
  const idea = await world.make('create-idea', { title: 'A sheet offline', detail: 'Why\n\nnot' })
  const twin = await world.make('create-idea', { title: 'Offline sheet' })
  const need = await world.make('create-need', {
    title: 'Keep recording',
    detail: 'It is *gone*.\n\nTwice.',
  })
  const feedback = await world.make('create-feedback', {
    text: 'the sheet is gone until I walk back',
  })
  const double = await world.make('create-feedback', { text: 'my sheet is gone' })
  const quote = await world.make('create-quote', { feedbackId: feedback.id, start: 0, end: 17 })
  const item = await world.make('promote-idea', { idea: twin.id, commitment: 'next' })
  const company = await world.make('create-company', {
    name: `Moorgate ${item.ref}`,
    revenue: { minor: 120050, currency: 'EUR' },
  })
  for (const [from, relation, to] of [
    [quote, 'supports', need],
    [feedback, 'asks-for', idea],
    [double, 'asks-for', idea],
    [double, 'asks-for', twin],
    [twin, 'addresses', need],
    [idea, 'addresses', need],
  ] as const)
    await apply('link', { from: from.id, relation, to: to.id })
  return { idea, twin, need, feedback, double, quote, item, company }
}

type Scene = Awaited<ReturnType<typeof scene>>

const acts: readonly (readonly [string, string, (made: Scene) => unknown])[] = [
  ['a creation that stands alone', 'create-insight', () => ({ title: 'A finding' })],
  ['a creation', 'create-need', () => ({ title: 'New', detail: 'with prose' })],
  ['a quote', 'create-quote', ({ feedback }) => ({ feedbackId: feedback.id, start: 1, end: 4 })],
  [
    'a change',
    'update-need',
    ({ need }) => ({ id: need.id, title: 'Other', detail: 'Other prose', kind: 'pain' }),
  ],
  [
    'a change of money',
    'update-company',
    ({ company }) => ({ id: company.id, revenue: { minor: 5, currency: 'CHF' } }),
  ],
  [
    'a change of dates',
    'update-roadmap-item',
    ({ item }) => ({ id: item.id, dates: { from: '2026-11-01', to: null } }),
  ],
  [
    'a removal with all that hangs on it',
    'remove-feedback',
    ({ feedback }) => ({ id: feedback.id }),
  ],
  [
    'a link',
    'link',
    ({ quote, need }) => ({ from: quote.id, relation: 'contradicts', to: need.id }),
  ],
  [
    'an unlinking',
    'unlink',
    ({ quote, need }) => ({ from: quote.id, relation: 'supports', to: need.id }),
  ],
  [
    'a merge of feedback',
    'merge-feedback',
    ({ feedback, double }) => ({ into: feedback.id, from: [double.id] }),
  ],
  ['a merge of ideas', 'merge-ideas', ({ idea, twin }) => ({ into: idea.id, from: [twin.id] })],
  ['a promotion', 'promote-idea', ({ idea }) => ({ idea: idea.id, commitment: 'now' })],
  ['a decision', 'decide', ({ need }) => ({ on: need.id, sentence: 'We do it' })],
  [
    'a verdict over many',
    'triage',
    ({ feedback, double }) => ({ ids: [feedback.id, double.id], kind: 'bug' }),
  ],
]

describe('undo', () => {
  test.each(acts)(
    'of %s leaves everything as it was, and undo of that brings it back',
    async (_, command, input) => {
      const made = await scene()
      const before = await content()
      const { seq } = await apply(command, input(made))
      const after = await content()
      expect(after).not.toEqual(before)
      const undone = await undo(seq)
      expect(undone.result).toEqual({ undone: seq, command })
      expect(await content()).toEqual(before)
      const redone = await undo(undone.seq)
      expect(await content()).toEqual(after)
      await undo(redone.seq)
      expect(await content()).toEqual(before)
    },
  )

  test('of a restoration puts back into the trash what came out of it', async () => {
    const { feedback } = await scene()
    await apply('remove-feedback', { id: feedback.id })
    const before = await content()
    const { seq } = await apply('restore-feedback', { id: feedback.id })
    await undo(seq)
    expect(await content()).toEqual(before)
  })

  test('of more rows than are written at once holds where one of them takes the others along', async () => {
    const { feedback } = await scene()
    const quotes = Array.from({ length: 520 }, () => ({
      op: 'create' as const,
      record: 'quote',
      id: randomUUID(),
      row: { feedbackId: feedback.id, start: 0, end: 3, text: 'the' },
    }))
    await world.store.bulk(world.as.owner, {
      command: 'import-quote',
      batches: (async function* () {
        yield await Promise.resolve(quotes)
      })(),
    })
    const before = await content()
    const removed = await apply('remove-feedback', { id: feedback.id })
    expect(removed.count).toBeGreaterThan(520)
    const after = await content()
    const undone = await undo(removed.seq)
    expect(await content()).toEqual(before)
    await undo(undone.seq)
    expect(await content()).toEqual(after)
  })

  test('goes back step by step through one row', async () => {
    const before = await content()
    const need = await world.make('create-need', { title: 'one' })
    const seqs = [await latest()]
    for (const title of ['two', 'three', 'four'])
      seqs.push((await apply('update-need', { id: need.id, title })).seq)
    for (const [at, seq] of seqs.toReversed().entries()) {
      await undo(seq)
      const row = (await content())['need']?.find((one) => one['id'] === need.id)
      expect(row?.['title']).toBe(['three', 'two', 'one', undefined][at])
    }
    expect(await content()).toEqual(before)
  })

  test('is refused when a row has moved on, and names it', async () => {
    const need = await world.make('create-need', { title: 'mine' })
    const seq = await latest()
    await apply('update-need', { id: need.id, title: 'theirs' })
    const before = await content()
    expect(await refusal(undo(seq))).toMatchObject({ code: 'stale', facts: { rows: [need.ref] } })
    expect(await content()).toEqual(before)
  })

  test('is refused a second time', async () => {
    await world.make('create-need', { title: 'once' })
    const seq = await latest()
    await undo(seq)
    expect((await refusal(undo(seq))).message).toContain('undone already')
  })

  test.each([
    [
      'a quote',
      async (row: Row) => world.make('create-quote', { feedbackId: row.id, start: 0, end: 3 }),
    ],
    [
      'a link',
      async (row: Row) =>
        world.make('link', {
          from: row.id,
          relation: 'asks-for',
          to: (await world.make('create-idea', { title: 'x' })).id,
        }),
    ],
  ])('of a creation is refused while %s hangs on it', async (_, hang) => {
    const row = await world.make('create-feedback', { text: 'the sheet' })
    const seq = await latest()
    const hanging = await hang(row)
    expect(await refusal(undo(seq))).toMatchObject({
      code: 'stale',
      facts: { rows: [hanging.ref] },
    })
  })

  test('of a creation is refused while a list names it', async () => {
    const tag = await world.make('create-tag', { name: 'wards' })
    const seq = await latest()
    const feedback = await world.make('create-feedback', { text: 'tagged', tagIds: [tag.id] })
    expect(await refusal(undo(seq))).toMatchObject({
      code: 'stale',
      facts: { rows: [feedback.ref] },
    })
  })

  test('is refused where a row would come back to a home that is in the trash, or point at what is no more', async () => {
    const { feedback, quote } = await scene()
    const removed = await apply('remove-quote', { id: quote.id })
    await apply('remove-feedback', { id: feedback.id })
    expect(await refusal(undo(removed.seq))).toMatchObject({ code: 'stale' })

    const parent = await world.make('create-need', { title: 'whole' })
    const made = await latest()
    const part = await world.make('create-need', { title: 'part', parentId: parent.id })
    const moved = await apply('update-need', { id: part.id, parentId: null })
    await undo(made)
    expect(await refusal(undo(moved.seq))).toMatchObject({
      code: 'stale',
      facts: { rows: [part.ref] },
    })
  })

  test('is for whoever did it, and for admins', async () => {
    const { seq } = await world.store.apply(world.as.editor, 'create-need', {
      title: 'by the editor',
    })
    expect((await refusal(world.store.undo(world.as.contributor, seq))).code).toBe('denied')
    expect((await refusal(undo(1_000_000))).code).toBe('unknown')
    expect((await world.store.undo(world.as.admin, seq)).count).toBe(1)
  })

  test('and a write of the same row at the same moment do not lose each other', async () => {
    for (let round = 0; round < 20; round++) {
      const need = await world.make('create-need', { title: 'start', kind: 'need' })
      const { seq } = await apply('update-need', { id: need.id, title: 'first' })
      const results = await Promise.allSettled([
        undo(seq),
        apply('update-need', { id: need.id, kind: 'pain' }),
      ])
      const row = must(await world.store.reader(world.as.owner).get('need', need.id))
      expect(results[1]?.status).toBe('fulfilled')
      expect(row['kind']).toBe('pain')
      expect(row['title']).toBe(results[0]?.status === 'fulfilled' ? 'start' : 'first')
    }
  })
})

async function latest(): Promise<number> {
  const rows = await owner.query<{ seq: string }>(
    'select seq from workspace_turn where workspace_id = $1',
    [world.workspaceId],
  )
  return Number(must(rows.rows[0]).seq)
}
