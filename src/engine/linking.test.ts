import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

test('a record is tied to another of its kind, and never to itself', async () => {
  const [one, other] = [
    await world.make('create-idea', { title: 'A sheet that waits' }),
    await world.make('create-idea', { title: 'The open job' }),
  ]
  const link = (from: string, to: string) =>
    world.store.apply(world.as.editor, 'link', { from, relation: 'depends-on', to })
  for (const to of [one.ref, one.id])
    await expect(link(one.ref, to)).rejects.toMatchObject({
      code: 'invalid',
      places: [{ at: 'to', says: 'Name another record.' }],
    })
  expect((await link(one.ref, other.ref)).changed).toHaveLength(1)
})
