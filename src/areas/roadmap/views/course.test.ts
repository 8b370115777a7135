import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../../test/world.ts'
import type { CourseTold } from './course.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('what moved is told with its sentence, and what moved without one as well', async () => {
  const idea = await world.make('create-idea', { title: 'Routes', effort: 6 })
  const item = await world.make('promote-idea', { idea: idea.ref, commitment: 'next' })
  await world.make('update-roadmap-item', { id: item.id, commitment: 'now' })
  await world.make('update-roadmap-item', { id: item.id, status: 'in-progress' })
  const bare = (await world.store.view(world.as.viewer, 'course', {})) as CourseTold
  expect(bare).toMatchObject({ withSentence: 0, withoutSentence: 1, left: [] })
  await world.make('change-course', {
    item: item.ref,
    commitment: 'later',
    sentence: 'Zones first',
  })
  const open = await world.make('open-decision', { question: 'When?' })
  await world.make('choose', { decision: open.ref, sentence: 'Now' })
  const told = (await world.store.view(world.as.viewer, 'course', {})) as CourseTold
  expect(told).toMatchObject({
    withSentence: 1,
    withoutSentence: 1,
    changes: [
      { item: { ref: item.ref }, from: 'now', to: 'later', way: 'later', daysSetAside: 0 },
      { from: 'next', to: 'now', way: 'sooner', daysSetAside: null },
    ],
    left: [{ ref: item.ref, effort: 6, days: 0 }],
    effortLeft: 6,
    decided: 1,
    medianLatency: 0,
  })
  expect(told.changes[0]?.decision).toMatchObject({ sentence: 'Zones first' })
})
