import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../../../engine/problem.ts'
import { openWorld, type World } from '../../../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const plan = (input: object, as: 'editor' | 'contributor' = 'editor') =>
  world.store.apply(world.as[as], 'plan-experiment', input)

const given = { title: 'Ask twenty', hypothesis: 'Half of them would' }

test('an experiment is planned with the idea that it tests, in one commit, and seen by whoever sees the idea', async () => {
  const drafted = await world.store.apply(world.as.editor, 'create-idea', {
    title: 'A queue',
    draft: true,
  })
  const idea = must(drafted.changed[0]?.row)
  const done = await plan({ idea: idea.ref, ...given, factor: 'reach', spread: 20, days: 3 })
  expect(done.changed.map(({ record }) => record)).toEqual(['experiment', 'link'])
  const [experiment, link] = done.changed
  expect(experiment?.row).toMatchObject({
    ...given,
    state: 'planned',
    comparison: 'at-least',
    factor: 'reach',
    draft: true,
  })
  expect(link?.row).toMatchObject({
    fromId: experiment?.id,
    relation: 'tests',
    toId: idea.id,
    polarity: 'neither',
  })
  await world.store.undo(world.as.editor, done.seq)
  const reader = world.store.reader(world.as.editor)
  expect(await reader.get('experiment', String(experiment?.id))).toBeUndefined()
  expect(await reader.links([idea.id])).toEqual([])
})

test('an idea that is not there is refused, and so is whoever may plan none', async () => {
  await expect(plan({ idea: 'IDEA-999', ...given })).rejects.toMatchObject({ code: 'unknown' })
  const idea = await world.make('create-idea', { title: 'Another' })
  await expect(plan({ idea: idea.id, ...given }, 'contributor')).rejects.toMatchObject({
    code: 'denied',
  })
})

test('a metric that is not there is refused at its place', async () => {
  const idea = await world.make('create-idea', { title: 'A third' })
  await expect(plan({ idea: idea.id, ...given, metricId: 'METRIC-77' })).rejects.toMatchObject({
    code: 'invalid',
    places: [{ at: 'metricId' }],
  })
})
