import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const said = () => world.make('create-feedback', { text: 'Please work without a network' })
const ask = (input: object, as: 'editor' | 'contributor' = 'editor') =>
  world.store.apply(world.as[as], 'ask-for', input)

test('a feedback asks for an idea that is there, and is sorted with it', async () => {
  const home = await said()
  const idea = await world.make('create-idea', { title: 'Offline' })
  const given = { feedbackId: home.ref, ideaId: idea.ref, state: 'processed' }
  const done = await ask(given)
  expect(done.changed.map(({ record }) => record)).toEqual(['link', 'feedback'])
  expect(done.changed[0]?.row).toMatchObject({
    fromId: home.id,
    relation: 'asks-for',
    toId: idea.id,
    polarity: 'for',
  })
  expect((await ask(given)).changed).toEqual([])
})

test('a new idea and who asks for it are one commit and one undo', async () => {
  const home = await said()
  const done = await ask({ feedbackId: home.id, title: 'A queue on the tablet' })
  expect(done.changed.map(({ record }) => record)).toEqual(['idea', 'link'])
  expect(done.changed[0]?.row).toMatchObject({ title: 'A queue on the tablet', state: 'open' })
  const idea = String(done.result?.['idea'])
  await world.store.undo(world.as.editor, done.seq)
  expect(await world.store.reader(world.as.editor).get('idea', idea)).toBeUndefined()
})

test('no idea and two of them are refused at their place', async () => {
  const home = await said()
  const idea = await world.make('create-idea', { title: 'One' })
  for (const given of [{}, { ideaId: idea.id, title: 'Two' }])
    await expect(ask({ feedbackId: home.id, ...given })).rejects.toMatchObject({
      code: 'invalid',
      places: [{ at: 'ideaId' }],
    })
})

test('who may make no ideas makes none this way', async () => {
  const home = await said()
  await expect(ask({ feedbackId: home.id, title: 'Mine' }, 'contributor')).rejects.toMatchObject({
    code: 'denied',
  })
})
