import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type World } from '../../../../test/world.ts'
import type { Row } from '../../../engine/record.ts'
import type { Became, Why } from '../rules/why.ts'

let world: World
const at: Record<string, Row> = {}

// A small line: two feedback for a need, one of them secret and one with a duplicate; one against it.
beforeAll(async () => {
  world = await openWorld()
  const make = async (name: string, command: string, input: unknown): Promise<Row> =>
    (at[name] = await world.make(command, input))
  const acme = await make('acme', 'create-company', { name: 'Acme' })
  const said = (name: string, more: object) =>
    make(name, 'create-feedback', {
      text: `Said by ${name}`,
      occurredAt: '2026-11-01T00:00:00Z',
      ...more,
    })
  await said('open', { companyId: acme.id, source: 'tracker', originId: '1' })
  await said('secret', { visibility: 'people', personIds: [], source: 'tracker', originId: '2' })
  await said('double', { source: 'tracker', originId: '3' })
  await said('against', { source: 'tracker', originId: '4' })
  for (const name of ['open', 'secret', 'against'])
    await make(`${name}-quote`, 'create-quote', { feedbackId: at[name]?.id, start: 0, end: 4 })
  await world.make('merge-feedback', { into: at['open']?.ref, from: [at['double']?.ref] })
  await make('need', 'create-need', { title: 'Keep it' })
  await make('idea', 'create-idea', {
    title: 'Offline',
    reach: 10,
    impact: 1,
    confidence: 80,
    effort: 1,
  })
  await make('objective', 'create-objective', { title: 'Safer', period: '2026-Q4' })
  await make('kr', 'create-key-result', {
    title: 'Ten minutes',
    objectiveId: at['objective']?.id,
    start: 0,
    target: 10,
    current: 4,
  })
  const link = (from: string, relation: string, to: string) =>
    world.make('link', { from: at[from]?.ref, relation, to: at[to]?.ref })
  await link('open-quote', 'supports', 'need')
  await link('secret-quote', 'supports', 'need')
  await link('against-quote', 'contradicts', 'need')
  await link('idea', 'addresses', 'need')
  await link('idea', 'advances', 'objective')
  await make('item', 'promote-idea', { idea: at['idea']?.ref, commitment: 'now' })
  await make('decision', 'decide', { on: at['item']?.ref, sentence: 'Build it' })
})
afterAll(() => world.close())

const why = async (of: string, as: 'owner' | 'viewer' = 'owner') =>
  (await world.store.view(world.as[as], 'why', { of: at[of]?.ref })) as Why
const became = async (of: string, as: 'owner' | 'viewer' = 'owner') =>
  (await world.store.view(world.as[as], 'became', { of: at[of]?.ref })) as Became
const shape = (told: Pick<Why, 'stations'>): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    told.stations
      .filter(({ rows }) => rows.length > 0)
      .map(({ station, rows }) => [station, rows.map((row) => nameOf(row.id)).toSorted()]),
  )
const nameOf = (id: string): string => Object.keys(at).find((name) => at[name]?.id === id) ?? id

describe('why', () => {
  test('an item leads up to the sentences behind it, with its decision and its aim', async () => {
    const told = await why('item')
    expect(shape(told)).toEqual({
      heard: ['double', 'open-quote', 'secret-quote'],
      framed: ['need'],
      proposed: ['idea'],
      decided: ['decision'],
      built: ['item'],
    })
    expect(told.against.map((row) => nameOf(row.id))).toEqual(['against-quote'])
    expect(told.counts).toEqual({
      supporting: 2,
      contradicting: 1,
      sources: 3,
      sourcesAgainst: 1,
      companies: 1,
    })
    expect(
      told.aims.map((aim) => [nameOf(aim.id), aim.measures.map((row) => nameOf(row.id))]),
    ).toEqual([['objective', ['kr']]])
    expect(told.hidden).toBeNull()
  })

  test('what a reader may not see is not in the answer, only that it is there', async () => {
    const told = await why('item', 'viewer')
    expect(shape(told)['heard']).toEqual(['double', 'open-quote'])
    expect(told.counts.sources).toBe(2)
    expect(told.hidden).not.toBeNull()
    expect(JSON.stringify(told)).not.toContain('Said by secret')
    expect(JSON.stringify(told)).not.toContain(String(at['secret']?.id))
  })

  test('where what it advances is hidden, the answer does not say that there is nothing', async () => {
    const idea = await world.make('create-idea', { title: 'Beside it' })
    const aim = await world.make('create-objective', {
      title: 'A quiet aim',
      period: '2026-Q4',
      visibility: 'people',
      personIds: [],
    })
    await world.make('link', { from: idea.ref, relation: 'advances', to: aim.ref })
    const thin = async (as: 'owner' | 'viewer') => {
      const told = (await world.store.view(world.as[as], 'why', { of: idea.ref })) as Why
      expect(JSON.stringify(told).includes('A quiet aim')).toBe(as === 'owner')
      return told.thin.map(({ says }) => says)
    }
    expect((await thin('owner')).join(' ')).not.toContain('objective')
    expect(await thin('viewer')).toContain('It advances no objective that you may see.')
  })

  test('a decision has the line of what it settles', async () => {
    const told = await why('decision')
    expect(told.counts.sources).toBe(3)
    expect(shape(told)).toMatchObject({ framed: ['need'], decided: ['decision'] })
  })

  test('what is not there is unknown', async () => {
    await expect(
      world.store.view(world.as.owner, 'why', { of: 'NEED-4242' }),
    ).rejects.toMatchObject({ code: 'unknown' })
  })
})

describe('what became of it', () => {
  test('a sentence leads down to the item', async () => {
    const told = await became('open')
    expect(shape(told)).toMatchObject({
      framed: ['need'],
      proposed: ['idea'],
      decided: ['decision'],
      built: ['item'],
    })
    expect(told.stops).toEqual({ after: 'built', says: 'On the roadmap; not built yet.' })
  })

  test('a duplicate leads to what became of its survivor', async () => {
    const told = await became('double')
    expect(nameOf(told.of.id)).toBe('open')
    expect(shape(told)['built']).toEqual(['item'])
  })

  test('an objective leads to what is done for it', async () => {
    const told = await became('objective')
    expect(shape(told)).toMatchObject({ proposed: ['idea'], built: ['item'] })
    expect(told.aims.map((row) => nameOf(row.id))).toEqual(['kr'])
  })
})

test('of many pieces the newest hundred are told, and all where all are asked for', async () => {
  const need = await world.make('create-need', { title: 'Heard by many' })
  for (let turn = 0; turn < 103; turn++) {
    const said = await world.make('create-feedback', { text: `Voice ${turn}` })
    const quote = await world.make('create-quote', { feedbackId: said.id, start: 0, end: 5 })
    await world.make('link', { from: quote.ref, relation: 'supports', to: need.ref })
  }
  const told = async (more: object): Promise<Why> =>
    (await world.store.view(world.as.owner, 'why', { of: need.ref, ...more })) as Why
  const [few, all] = [await told({}), await told({ pieces: 'all' })]
  expect([few.stations[0]?.rows.length, few.stations[0]?.count]).toEqual([100, 103])
  expect([all.stations[0]?.rows.length, all.stations[0]?.count]).toEqual([103, 103])
  expect(few.counts).toEqual(all.counts)
  expect(few.counts.supporting).toBe(103)
  expect(few.links[0]?.aboveCount).toBe(103)
})
