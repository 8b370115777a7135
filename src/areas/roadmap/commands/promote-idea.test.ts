import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const promote = (input: unknown) => world.store.apply(world.as.editor, 'promote-idea', input)

test('an idea goes on the roadmap in one commit, and one undo takes all of it back', async () => {
  const idea = await world.make('create-idea', { title: 'Offline' })
  const done = await promote({ idea: idea.ref, commitment: 'next' })
  const item = done.changed[0]?.row
  expect(item).toMatchObject({ title: 'Offline', commitment: 'next', status: 'not-started' })
  const reader = world.store.reader(world.as.editor)
  expect(await reader.get('idea', idea.id)).toMatchObject({ state: 'chosen' })
  expect(await reader.links([idea.id])).toMatchObject([
    { relation: 'delivers', fromId: item?.id, toId: idea.id },
  ])
  await world.store.undo(world.as.editor, done.seq)
  expect(await reader.get('idea', idea.id)).toMatchObject({ state: 'open' })
  expect(await reader.links([idea.id])).toEqual([])
  expect(await reader.get('roadmap-item', String(item?.id))).toBeUndefined()
})

test('the item takes over where its idea belongs and who sees it', async () => {
  const product = await world.make('create-product', { name: 'Ward' })
  const idea = await world.make('create-idea', {
    title: 'Hidden',
    productId: product.id,
    visibility: 'people',
    personIds: [world.as.editor.id],
  })
  const item = (await promote({ idea: idea.ref, commitment: 'later', title: 'Other words' }))
    .changed[0]?.row
  expect(item).toMatchObject({
    title: 'Other words',
    productId: product.id,
    visibility: 'people',
    personIds: [world.as.editor.id],
  })
  expect(
    await world.store.reader(world.as.viewer).get('roadmap-item', String(item?.id)),
  ).toBeUndefined()
})

test('a withdrawn idea stays off the roadmap', async () => {
  const idea = await world.make('create-idea', { title: 'Past', state: 'withdrawn' })
  await expect(promote({ idea: idea.ref, commitment: 'now' })).rejects.toMatchObject({
    code: 'invalid',
    places: [{ at: 'idea' }],
  })
})
