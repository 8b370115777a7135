import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusal } from '../../../../test/refusal.ts'
import { openWorld, type World } from '../../../../test/world.ts'
import type { Problem } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const places = (problem: Problem): readonly string[] => problem.places.map(({ at }) => at)
const read = async (record: string, id: string): Promise<Row> => {
  const row = await world.store.reader(world.as.owner).get(record, id)
  if (row === undefined) throw new Error(`no ${record}`)
  return row
}

test('a decision is superseded and reversed by decisions, which settle what it settled and say why', async () => {
  const idea = await world.make('create-idea', { title: 'Routes' })
  const first = await world.make('decide', { on: idea.ref, sentence: 'Routes are next' })
  await world.make('set-tripwire', {
    decision: first.id,
    text: 'x',
    watches: 'day',
    by: '2027-01-01',
  })
  expect(
    places(
      await refusal(
        world.store.apply(world.as.editor, 'supersede-decision', {
          decision: first.id,
          sentence: 'Later',
          reasons: ' ',
        }),
      ),
    ),
  ).toEqual(['reasons'])
  const second = await world.make('supersede-decision', {
    decision: first.id,
    sentence: 'Routes come later',
    reasons: 'Where there are zones, the gain is a few minutes',
  })
  expect(second).toMatchObject({ supersedesId: first.id, state: 'decided' })
  expect(await read('decision', first.id)).toMatchObject({ state: 'superseded' })
  const [wire] = await world.store.reader(world.as.owner).by('tripwire', 'decisionId', [first.id])
  expect(wire).toMatchObject({ state: 'withdrawn' })
  await world.make('reverse-decision', {
    decision: second.id,
    sentence: 'No routes',
    reasons: 'Zones',
  })
  expect(await read('decision', second.id)).toMatchObject({ state: 'reversed' })
  const links = await world.store.reader(world.as.owner).links([idea.id])
  expect(links.filter((one) => one['relation'] === 'settles')).toHaveLength(3)
  expect(
    await refusal(
      world.store.apply(world.as.editor, 'reverse-decision', {
        decision: first.id,
        sentence: 'a',
        reasons: 'b',
      }),
    ),
  ).toMatchObject({ code: 'invalid' })
})

test('an idea is refused with its reasons and what would bring it back', async () => {
  const idea = await world.make('create-idea', { title: 'A board on a screen' })
  expect(
    places(
      await refusal(
        world.store.apply(world.as.editor, 'refuse-idea', { idea: idea.ref, reasons: 'One firm' }),
      ),
    ),
  ).toEqual(['day'])
  const made = await world.make('refuse-idea', {
    idea: idea.ref,
    reasons: 'One firm asks for it',
    feedback: 5,
    segment: 'enterprise',
    day: '2027-06-01',
  })
  expect(made).toMatchObject({ kind: 'refusal', sentence: 'Not now: A board on a screen' })
  expect(await read('idea', idea.id)).toMatchObject({ state: 'withdrawn' })
  const wires = await world.store.reader(world.as.owner).by('tripwire', 'decisionId', [made.id])
  expect(
    wires.map(({ ref: _, ...one }) => [
      one['watches'],
      one['threshold'],
      one['segment'],
      one['by'],
      one['ideaId'],
    ]),
  ).toEqual(
    expect.arrayContaining([
      ['feedback', 5, 'enterprise', null, idea.id],
      ['day', null, null, '2027-06-01', null],
    ]),
  )
})

test('what would bring an idea back is checked as any tripwire is, at its place', async () => {
  const idea = await world.make('create-idea', { title: 'A board on a wall' })
  const metric = await world.make('create-metric', { title: 'Wards' })
  const refused = async (when: object): Promise<Problem> => {
    const input = { idea: idea.ref, reasons: 'One firm', ...when }
    return refusal(world.store.apply(world.as.editor, 'refuse-idea', input))
  }
  const unwatched = await refused({ votes: 5, revenue: 9, segment: 'Enterprice' })
  expect([unwatched.code, unwatched.message]).toEqual([
    'invalid',
    'What would bring the idea back cannot be watched as it is.',
  ])
  expect(unwatched.places).toEqual([
    {
      at: 'segment',
      says: 'A segment is a tier of companies: strategic, enterprise, business, starter or free.',
    },
  ])
  const day = '2027-06-01'
  expect(places(await refused({ day, metricId: metric.ref }))).toEqual(['metricAbove'])
  expect(places(await refused({ day, metricAbove: 5 }))).toEqual(['metricId'])
  expect(places(await refused({ metricBelow: 5, segment: 'none', votes: 1 }))).toEqual([
    'segment',
    'metricId',
  ])
  expect(await read('idea', idea.id)).toMatchObject({ state: 'open' })
  const made = await world.make('refuse-idea', {
    idea: idea.ref,
    reasons: 'One firm',
    metricId: metric.ref,
    metricBelow: 5,
    segment: 'Enterprise',
    votes: 1,
  })
  const wires = await world.store.reader(world.as.owner).by('tripwire', 'decisionId', [made.id])
  expect(new Map(wires.map((one) => [one['watches'], one['threshold']]))).toEqual(
    new Map([
      ['metric', 5],
      ['votes', 1],
    ]),
  )
})

test('a change of course and its sentence are one commit; it may name a decision instead', async () => {
  const item = await world.make('create-roadmap-item', { title: 'Routes', commitment: 'next' })
  const done = await world.store.apply(world.as.editor, 'change-course', {
    item: item.ref,
    commitment: 'later',
    sentence: 'Diesel is not the pain',
  })
  expect(done.changed.map(({ op, record }) => [op, record])).toEqual([
    ['update', 'roadmap-item'],
    ['create', 'decision'],
    ['create', 'link'],
  ])
  expect(done.changed[1]?.row).toMatchObject({ kind: 'course', state: 'decided' })
  const asked = { item: item.ref, commitment: 'now' }
  expect(places(await refusal(world.store.apply(world.as.editor, 'change-course', asked)))).toEqual(
    ['sentence'],
  )
  const open = await world.make('open-decision', { question: 'When?' })
  expect(
    places(
      await refusal(
        world.store.apply(world.as.editor, 'change-course', { ...asked, decision: open.ref }),
      ),
    ),
  ).toEqual(['decision'])
  const by = { ...asked, decision: done.changed[1]?.row?.ref }
  const again = await world.store.apply(world.as.editor, 'change-course', by)
  expect(again.changed.map(({ record }) => record)).toEqual(['roadmap-item'])
  expect(places(await refusal(world.store.apply(world.as.editor, 'change-course', by)))).toEqual([
    'commitment',
  ])
})

test('one verb decides, opens, chooses and brings in, and only one of them at a time', async () => {
  const idea = await world.make('create-idea', { title: 'Offline' })
  const open = await world.make('decide', { open: 'Do we?', on: idea.ref })
  expect(open).toMatchObject({ state: 'open', question: 'Do we?' })
  await world.make('decide', { choose: open.ref, sentence: 'We do' })
  expect(await read('decision', open.id)).toMatchObject({ state: 'decided', sentence: 'We do' })
  const brought = await world.make('decide', { from: '# Chat\n\n## Decision\n\nWe use one.\n' })
  expect(brought).toMatchObject({ question: 'Chat', sentence: 'We use one.', state: 'decided' })
  for (const [given, at] of [
    [{ sentence: 'x' }, ['on']],
    [{}, ['on', 'sentence']],
    [{ open: 'a', from: 'b' }, ['open']],
  ] as const)
    expect(places(await refusal(world.store.apply(world.as.editor, 'decide', given)))).toEqual(at)
})

test('a decision that came with a question alone is open', async () => {
  expect(await world.make('create-decision', { question: 'Who?' })).toMatchObject({ state: 'open' })
  expect(await world.make('create-decision', { sentence: 'We' })).toMatchObject({
    state: 'decided',
  })
})

test('a decision from a file is refused for a product that one does not see', async () => {
  const elsewhere = '01890a5d-ac96-774b-bcce-b302099a8057'
  for (const [command, input] of [
    ['import-decision', { text: '# Chat' }],
    ['open-decision', { question: 'Which?' }],
  ] as const) {
    const asked = world.store.apply(world.as.editor, command, { ...input, productId: elsewhere })
    expect(places(await refusal(asked)), command).toEqual(['productId'])
  }
})

test('what was decided in one sentence is locked as well, with what hangs on it', async () => {
  const idea = await world.make('create-idea', { title: 'A sound' })
  const taken = await world.make('decide', { on: idea.ref, sentence: 'Only a change rings' })
  const brought = await world.make('decide', {
    from: '# Chat\n\n## Considered Options\n\n* One\n* None\n\n## Decision Outcome\n\nChosen option: One\n',
  })
  const [option] = await world.store.reader(world.as.owner).by('option', 'decisionId', [brought.id])
  const open = await world.make('open-decision', { question: 'Which sound?' })
  const loose = await world.make('create-option', { decisionId: open.id, title: 'A bell' })
  const gone = await world.make('create-option', { decisionId: open.id, title: 'A horn' })
  await world.make('remove-option', { id: gone.id })
  await world.make('choose', { decision: open.id, sentence: 'None' })
  for (const [command, input] of [
    ['create-option', { decisionId: taken.id, title: 'A bell' }],
    ['create-criterion', { decisionId: taken.id, title: 'Loudness' }],
    ['update-decision', { id: taken.id, sentence: 'Everything rings' }],
    ['create-option', { decisionId: brought.id, title: 'Two' }],
    ['update-option', { id: option?.id, title: 'Two' }],
    ['update-option', { id: loose.id, title: 'A gong' }],
    ['restore-option', { id: gone.id }],
  ] as const) {
    const refused = await refusal(world.store.apply(world.as.owner, command, input))
    expect(refused.message, command).toMatch(/was decided, and what was decided stays as it is/)
  }
  const elsewhere = await world.make('open-decision', { question: 'Which light?' })
  const lamp = await world.make('create-option', { decisionId: elsewhere.id, title: 'A lamp' })
  const moved = { id: lamp.id, decisionId: taken.id }
  expect(await refusal(world.store.apply(world.as.owner, 'update-option', moved))).toMatchObject({
    code: 'invalid',
  })
})
