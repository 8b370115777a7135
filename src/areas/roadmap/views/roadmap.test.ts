import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../../test/world.ts'
import type { Roadmap } from './roadmap.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('items stand in now, next and later, each with what it delivers as far as the reader sees it', async () => {
  const open = await world.make('create-idea', { title: 'Open idea' })
  const draft = await world.make('create-idea', { title: 'Draft idea', draft: true })
  const item = await world.make('promote-idea', { idea: open.ref, commitment: 'now' })
  await world.make('link', { from: item.ref, relation: 'delivers', to: draft.ref })
  await world.make('create-roadmap-item', {
    title: 'Under way',
    commitment: 'now',
    status: 'in-progress',
  })
  await world.make('create-roadmap-item', { title: 'Some day', commitment: 'later' })
  const own = (await world.store.view(world.as.owner, 'roadmap', {})) as Roadmap
  expect(own.now.map((one) => one.title)).toEqual(['Under way', 'Open idea'])
  expect(own.now[1]?.ideas?.map((one) => one.title).toSorted()).toEqual(['Draft idea', 'Open idea'])
  expect([own.next.length, own.later.map((one) => one.title), own.cut]).toEqual([
    0,
    ['Some day'],
    false,
  ])
  const seen = (await world.store.view(world.as.viewer, 'roadmap', {})) as Roadmap
  expect(seen.now[1]?.ideas?.map((one) => one.title)).toEqual(['Open idea'])
})
