import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const words = 'The sheet 🩺 is gone until I walk back.'
const said = (more = {}) => world.make('create-feedback', { text: words, ...more })

test('a quote holds the words of its feedback, counted by code points', async () => {
  const home = await said()
  const quote = await world.make('create-quote', { feedbackId: home.ref, start: 10, end: 19 })
  expect(quote).toMatchObject({
    feedbackId: home.id,
    text: '🩺 is gone',
    before: 'The sheet ',
    after: ' until I walk back.',
  })
  expect(quote.ref).toMatch(/^QT-\d+$/)
})

test('words of its own cannot be given to a quote', async () => {
  const home = await said()
  const given = { feedbackId: home.id, start: 0, end: 3, text: 'My words' }
  await expect(world.store.apply(world.as.owner, 'create-quote', given)).rejects.toMatchObject({
    code: 'invalid',
    places: [{ at: 'text' }],
  })
})

test('a passage that the text does not have is refused at its place', async () => {
  const home = await said()
  const past = world.store.apply(world.as.owner, 'create-quote', {
    feedbackId: home.id,
    start: 30,
    end: 300,
  })
  await expect(past).rejects.toMatchObject({ code: 'invalid', places: [{ at: 'end' }] })
})

test('another passage takes its words along, and a version that is not the last is refused', async () => {
  const home = await said()
  const quote = await world.make('create-quote', { feedbackId: home.id, start: 0, end: 9 })
  const moved = await world.make('update-quote', {
    id: quote.ref,
    version: quote.version,
    start: 4,
  })
  expect(moved).toMatchObject({ start: 4, end: 9, text: 'sheet', before: 'The ' })
  const late = world.store.apply(world.as.owner, 'update-quote', {
    id: quote.ref,
    version: quote.version,
    end: 8,
  })
  await expect(late).rejects.toMatchObject({ code: 'stale' })
})

test('who may not see the feedback may neither quote it nor see its quote', async () => {
  const home = await said({ draft: true })
  const quote = await world.make('create-quote', { feedbackId: home.id, start: 0, end: 9 })
  const other = world.store.reader(world.as.editor)
  expect(await other.get('quote', quote.id)).toBeUndefined()
  const tried = world.store.apply(world.as.editor, 'create-quote', {
    feedbackId: home.ref,
    start: 0,
    end: 9,
  })
  await expect(tried).rejects.toMatchObject({ code: 'unknown' })
})

test('a quote of a merged feedback stays its own and can still be moved', async () => {
  const home = await said()
  const survivor = await said()
  const quote = await world.make('create-quote', { feedbackId: home.id, start: 0, end: 9 })
  await world.store.apply(world.as.owner, 'merge-feedback', {
    into: survivor.ref,
    from: [home.ref],
  })
  const moved = await world.make('update-quote', { id: quote.id, start: 4, end: 9 })
  expect(moved).toMatchObject({ feedbackId: home.id, text: 'sheet' })
})
