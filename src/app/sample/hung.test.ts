import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../test/world.ts'
import { must } from '../../engine/problem.ts'
import type { Row } from '../../engine/record.ts'
import type { Withdrawn } from '../../store/store.ts'
import { realPorts } from '../ports.ts'
import { addSample, removeSample } from './add-sample.ts'

/** What people made on and beside the sample company, when that goes. */
let world: World
let mine: Readonly<
  Record<'feedback' | 'need' | 'idea' | 'draft' | 'quote' | 'own' | 'ownQuote', Row>
>
let out: Withdrawn

const listed = async (record: string, q: string): Promise<Row> =>
  must((await world.store.reader(world.as.owner).list(record, { q, limit: 1 })).data[0], q)
const get = (record: string, id: string): Promise<Row | undefined> =>
  world.store.reader(world.as.owner).get(record, id)

beforeAll(async () => {
  world = await openWorld()
  await addSample(world.store, realPorts(), world.as.owner)
  const product = await listed('product', 'Merrow Field')
  const heard = await listed('feedback', 'job sheet goes white')
  const theirs = await listed('need', 'cellar without signal')
  const feedback = await world.make('create-feedback', {
    text: 'I like the cellar.',
    productId: product.id,
  })
  const need = await world.make('create-need', { title: 'Mine alone' })
  const idea = await world.make('create-idea', { title: 'An idea of mine', productId: product.id })
  await world.store.apply(world.as.owner, 'link', {
    from: idea.id,
    relation: 'addresses',
    to: theirs.id,
  })
  await world.store.apply(world.as.owner, 'link', {
    from: idea.id,
    relation: 'addresses',
    to: need.id,
  })
  const made = await world.store.apply(world.as.editor, 'create-idea', {
    title: 'A draft that its author alone sees',
    productId: product.id,
    draft: true,
  })
  const quote = await world.make('create-quote', { feedbackId: heard.id, start: 0, end: 10 })
  await world.store.apply(world.as.owner, 'link', {
    from: quote.id,
    relation: 'supports',
    to: need.id,
  })
  const ownQuote = await world.make('create-quote', { feedbackId: feedback.id, start: 0, end: 6 })
  await world.store.apply(world.as.owner, 'link', {
    from: ownQuote.id,
    relation: 'supports',
    to: theirs.id,
  })
  mine = {
    feedback,
    need,
    idea,
    quote,
    ownQuote,
    draft: must(must(made.changed[0]).row),
    own: await world.make('create-product', { name: 'Ours', parentId: product.id }),
  }
  // Somebody worked on the sample itself.
  await world.store.apply(world.as.owner, 'update-need', { id: theirs.id, kind: 'pain' })
  out = await removeSample(world.store, world.as.admin)
}, 120_000)
afterAll(() => world.close())

test('what people made stays, without the field that pointed into the sample, and that is said', async () => {
  for (const [record, row] of [
    ['feedback', mine.feedback],
    ['idea', mine.idea],
  ] as const)
    expect(await get(record, row.id)).toMatchObject({ ref: row.ref, productId: null })
  expect(await get('need', mine.need.id)).toMatchObject({ title: 'Mine alone' })
  expect(await get('product', mine.own.id)).toMatchObject({ parentId: null })
  expect(await get('quote', mine.ownQuote.id)).toBeDefined()
  const kept = out.kept.map(({ record, ref, field }) => `${record} ${ref} ${field}`)
  expect(kept.toSorted()).toEqual(
    [
      `feedback ${mine.feedback.ref} Product`,
      `idea ${mine.draft.ref} Product`,
      `idea ${mine.idea.ref} Product`,
      `product ${mine.own.ref} Part of`,
    ].toSorted(),
  )
})

test('a draft of somebody else stays as well, and is still theirs alone', async () => {
  expect(await get('idea', mine.draft.id)).toBeUndefined()
  const seen = await world.store.reader(world.as.editor).get('idea', mine.draft.id)
  expect(seen).toMatchObject({ draft: true, productId: null })
})

test('what hung on the sample alone goes along, and that is said', async () => {
  expect(await get('quote', mine.quote.id)).toBeUndefined()
  expect(out.along).toEqual([{ record: 'quote', ref: mine.quote.ref }])
  const links = await world.store
    .reader(world.as.owner)
    .links([mine.idea.id, mine.need.id, mine.ownQuote.id])
  expect(links.map((link) => [link['fromId'], link['toId']])).toEqual([
    [mine.idea.id, mine.need.id],
  ])
})

test('one undo brings back the sample, what hung on it and what pointed at it', async () => {
  await world.store.undo(world.as.owner, out.seq)
  const product = await listed('product', 'Merrow Field')
  expect(await get('idea', mine.idea.id)).toMatchObject({ productId: product.id })
  expect(await get('quote', mine.quote.id)).toBeDefined()
  expect(await listed('need', 'cellar without signal')).toMatchObject({ kind: 'pain' })
  const links = await world.store.reader(world.as.owner).links([mine.quote.id, mine.idea.id])
  expect(links).toHaveLength(3)
  expect((await world.store.verify(world.workspaceId)).broken).toBeUndefined()
})

test('history can be followed past it, and nobody who was there is made to have done anything', async () => {
  const people = new Set(Object.values(world.as).map(({ id }) => id))
  const told = await world.store.reader(world.as.owner).history({ before: out.seq, limit: 200 })
  const ours = told.filter(({ commit }) => people.has(commit.actor.id))
  expect(ours.every(({ commit }) => commit.actor.kind === 'member')).toBe(true)
  await expect(
    world.store.chronicles.write(world.as.owner, {
      cause: 'Another past',
      past: [
        {
          at: '2024-01-01T08:00:00.000Z',
          by: world.as.editor.id,
          command: 'create-need',
          because: undefined,
          changes: [],
        },
      ],
      closing: { command: 'add-past', changes: [] },
    }),
  ).rejects.toThrow('people of its own')
})
