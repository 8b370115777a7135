import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../test/world.ts'
import { must } from '../../engine/problem.ts'
import { realPorts } from '../ports.ts'
import { addSample } from './add-sample.ts'

/** The decisions of the sample company, as they are told on their pages. */
let world: World
beforeAll(async () => {
  world = await openWorld()
  await addSample(world.store, realPorts(), world.as.owner)
})
afterAll(() => world.close())

const asked = async (words: string): Promise<string> =>
  must(
    (await world.store.reader(world.as.owner).list('decision', { q: words, limit: 1 })).data[0],
    words,
  ).ref

test('one was taken two years ago, and history still tells what it saw, by the hash that was pinned', async () => {
  const of = await asked('page in the browser')
  const whole = await world.store.view(world.as.viewer, 'decision', { of })
  expect(whole).toMatchObject({
    state: 'decided',
    door: 'one-way',
    dissent: [{ by: { name: 'Jonas Weber' } }],
    predictions: [
      { state: 'resolved', came: 1 },
      { state: 'resolved', came: 0 },
    ],
    reviews: [{}, {}],
    assumptions: expect.arrayContaining([expect.objectContaining({ state: 'broken' })]),
  })
  const { inForceDays } = whole as { readonly inForceDays: number }
  expect(inForceDays).toBeGreaterThan(695)
  const asOf = await world.store.view(world.as.viewer, 'decision-as-of', { of })
  expect(asOf).toMatchObject({ hash: { is: 'matches' } })
  const { seen, came } = asOf as {
    readonly seen: readonly object[]
    readonly came: readonly object[]
  }
  expect(seen.length).toBeGreaterThan(2)
  expect(came.length).toBeGreaterThan(5)
})

test('one waits for its review, and one is due in some days and lacks pieces that are named', async () => {
  const told = (await world.store.view(world.as.viewer, 'decision-queue', {})) as {
    readonly rows: readonly { readonly is: string; readonly ref: string }[]
  }
  const kinds = told.rows.map(({ is }) => is)
  expect(kinds).toContain('review')
  expect(kinds).toContain('due')
  const of = await asked('payments at the door')
  const { missing } = (await world.store.view(world.as.viewer, 'decision', { of })) as {
    readonly missing: readonly { readonly at: string }[]
  }
  const places = missing.map(({ at }) => at)
  for (const at of ['evidence', 'rounds', 'predictions', 'tripwires']) expect(places).toContain(at)
})

test('nobody who looks at it sees where somebody stands while the round is blind', async () => {
  const of = await asked('payments at the door')
  for (const who of ['viewer', 'owner'] as const)
    expect(await world.store.view(world.as[who], 'decision', { of })).toMatchObject({
      positions: [],
    })
})

test('its course tells every move, with its sentence or without one', async () => {
  const course = (await world.store.view(world.as.viewer, 'course', {})) as {
    readonly withSentence: number
    readonly withoutSentence: number
    readonly medianLatency: number
  }
  expect(course.withSentence).toBeGreaterThan(5)
  expect(course.withoutSentence).toBeGreaterThan(0)
  expect(course.medianLatency).toBeGreaterThan(6)
})
