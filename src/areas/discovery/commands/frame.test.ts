import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const words = 'The sheet 🩺 is gone until I walk back.'
const said = (more = {}) => world.make('create-feedback', { text: words, ...more })
const reader = () => world.store.reader(world.as.editor)
const frame = (input: object, as: 'editor' | 'contributor' | 'viewer' = 'editor') =>
  world.store.apply(world.as[as], 'frame', input)

test('a new need, its first quote, their link and the verdict are one commit and one undo', async () => {
  const home = await said()
  const done = await frame({
    feedbackId: home.ref,
    start: 0,
    end: 19,
    need: 'Keep the sheet',
    state: 'processed',
  })
  expect(done.changed.map(({ op, record }) => [op, record])).toEqual([
    ['create', 'quote'],
    ['create', 'need'],
    ['create', 'link'],
    ['update', 'feedback'],
  ])
  const [quote, need, link] = done.changed.map(({ row }) => row)
  expect(quote).toMatchObject({ feedbackId: home.id, text: 'The sheet 🩺 is gone' })
  expect(need).toMatchObject({ title: 'Keep the sheet', kind: 'need' })
  expect(link).toMatchObject({
    fromId: quote?.id,
    relation: 'supports',
    toId: need?.id,
    polarity: 'for',
  })
  expect(done.result).toEqual({ quote: quote?.id, need: need?.id })
  expect(await reader().get('feedback', home.id)).toMatchObject({ state: 'processed' })

  await world.store.undo(world.as.editor, done.seq)
  expect(await reader().get('quote', String(quote?.id))).toBeUndefined()
  expect(await reader().get('need', String(need?.id))).toBeUndefined()
  expect(await reader().get('feedback', home.id)).toMatchObject({ state: 'unprocessed' })
})

test('a passage can contradict a need that is there, named by its ref', async () => {
  const home = await said()
  const need = await world.make('create-need', { title: 'Walk more' })
  const done = await frame({
    feedbackId: home.id,
    start: 0,
    end: 9,
    to: need.ref,
    relation: 'contradicts',
  })
  expect(done.changed.map(({ record }) => record)).toEqual(['quote', 'link'])
  expect(done.changed[1]?.row).toMatchObject({ toId: need.id, polarity: 'against' })
  expect(await reader().get('feedback', home.id)).toMatchObject({ state: 'unprocessed' })
})

test('a quote that is there is not made again, nor is its link', async () => {
  const home = await said()
  const quote = await world.make('create-quote', { feedbackId: home.id, start: 0, end: 9 })
  const first = await frame({ quote: quote.ref, insight: 'Doors break the line' })
  expect(first.changed.map(({ record }) => record)).toEqual(['insight', 'link'])
  const again = await frame({
    quote: quote.id,
    to: String(first.result?.['insight']),
    state: 'archived',
  })
  expect(again.changed.map(({ op, record }) => [op, record])).toEqual([['update', 'feedback']])
})

test('a need made of a draft is as hidden as the draft', async () => {
  const home = await said({ draft: true })
  const given = { feedbackId: home.id, start: 0, end: 9, need: 'Secret' }
  const done = await world.store.apply(world.as.owner, 'frame', given)
  expect(await reader().get('need', String(done.result?.['need']))).toBeUndefined()
})

test.each([
  ['nothing that it shows', { start: 0, end: 9 }, 'to'],
  ['two things at once', { start: 0, end: 9, need: 'One', insight: 'Two' }, 'need'],
  ['no passage', { need: 'One' }, 'end'],
  ['a passage past the end', { start: 0, end: 900, need: 'One' }, 'end'],
  ['a need that is not there', { start: 0, end: 9, to: 'NEED-999' }, 'to'],
])('%s is refused at its place', async (_, given, at) => {
  const home = await said()
  await expect(frame({ feedbackId: home.id, ...given })).rejects.toMatchObject({
    code: 'invalid',
    places: [{ at }],
  })
})

test('a feedback shows nothing of another feedback', async () => {
  const [home, other] = [await said(), await said()]
  const tried = frame({ feedbackId: home.id, start: 0, end: 9, to: other.ref })
  await expect(tried).rejects.toMatchObject({ code: 'invalid', places: [{ at: 'to' }] })
})

test('who may make no needs makes none this way, and nothing of it is done', async () => {
  const home = await said()
  const given = { feedbackId: home.id, start: 0, end: 9, need: 'Mine' }
  await expect(frame(given, 'viewer')).rejects.toMatchObject({ code: 'denied' })
  await expect(frame(given, 'contributor')).rejects.toMatchObject({ code: 'denied' })
  const quotes = await reader().list('quote', { filter: { feedbackId: { in: [home.id] } } })
  expect(quotes.data).toEqual([])
})

test('a contributor quotes for a need that is there', async () => {
  const home = await said()
  const need = await world.make('create-need', { title: 'Stay connected' })
  const done = await frame({ feedbackId: home.id, start: 0, end: 9, to: need.ref }, 'contributor')
  expect(done.changed).toHaveLength(2)
})
