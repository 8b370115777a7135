import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../../test/world.ts'
import { must } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Who = 'editor' | 'contributor'

const estimated = async (idea: Row, likely: number, as: Who, factor = 'reach') =>
  must(
    (await world.store.apply(world.as[as], 'estimate', { on: idea.ref, factor, likely }))
      .changed[0],
  ).id

/** What is said of an idea: factor, who and the likely value. */
const saidOf = async (idea: Row): Promise<readonly string[]> =>
  (await world.store.reader(world.as.viewer).by('estimate', 'ideaId', [idea.id]))
    .map((row) => `${String(row['factor'])} ${whoOf(row)} ${String(row['likely'])}`)
    .toSorted((one, other) => (one < other ? -1 : 1))

const whoOf = (row: Row): string =>
  row['raterId'] === world.as.editor.id ? 'editor' : 'contributor'

const idea = (title: string) => world.make('create-idea', { title })

test('what people estimated of a duplicate goes over where they said nothing of the survivor, and comes back by undo', async () => {
  const [stays, double] = [await idea('Stays'), await idea('Double')]
  await estimated(stays, 100, 'editor')
  await estimated(double, 300, 'editor')
  await estimated(double, 500, 'contributor')
  await estimated(double, 2, 'contributor', 'effort')
  const { seq } = await world.store.apply(world.as.editor, 'merge-ideas', {
    into: stays.ref,
    from: [double.ref],
  })
  expect(await saidOf(stays)).toEqual([
    'effort contributor 2',
    'reach contributor 500',
    'reach editor 100',
  ])
  await world.store.undo(world.as.editor, seq)
  expect(await saidOf(stays)).toEqual(['reach editor 100'])
  expect(await saidOf(double)).toEqual([
    'effort contributor 2',
    'reach contributor 500',
    'reach editor 300',
  ])
})

test('of two duplicates of which one says the same, what was said first goes over', async () => {
  const [stays, one, other] = [await idea('Stays'), await idea('One'), await idea('Other')]
  await estimated(one, 10, 'contributor')
  await estimated(other, 20, 'contributor')
  await world.store.apply(world.as.editor, 'merge-ideas', {
    into: stays.ref,
    from: [other.ref, one.ref],
  })
  expect(await saidOf(stays)).toEqual(['reach contributor 10'])
})

test('so do what it would take of each function, and how it is rated', async () => {
  const [stays, double] = [await idea('Stays'), await idea('Double')]
  const cost = (on: Row, of: string, likely: number) =>
    world.make('create-cost', { ideaId: on.id, function: of, likely })
  await cost(stays, 'design', 1)
  await cost(double, 'design', 9)
  await cost(double, 'engineering', 4)
  const model = await world.make('create-scoring-model', { title: 'Ours', method: 'weighted' })
  const criterion = await world.make('create-criterion', { title: 'Fit', modelId: model.id })
  await world.store.apply(world.as.contributor, 'rate', {
    criterion: criterion.id,
    idea: double.id,
    likely: 4,
  })
  await world.store.apply(world.as.editor, 'merge-ideas', { into: stays.id, from: [double.id] })
  const reader = world.store.reader(world.as.viewer)
  const costs = await reader.by('cost', 'ideaId', [stays.id])
  expect(new Map(costs.map((row) => [row['function'], row['likely']]))).toEqual(
    new Map([
      ['design', 1],
      ['engineering', 4],
    ]),
  )
  expect(costs.length).toBe(2)
  const [rating, ...more] = await reader.by('rating', 'ideaId', [stays.id])
  expect(more).toEqual([])
  expect(rating).toMatchObject({ likely: 4, raterId: world.as.contributor.id })
})
