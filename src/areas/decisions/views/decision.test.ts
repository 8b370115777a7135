import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../../test/world.ts'
import { must } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import type { AsOf } from '../rules/as-of.ts'
import { evidenceOf, evidenceText } from '../rules/evidence-pin.ts'
import type { DecisionQueue } from './decision-queue.ts'

let world: World
let idea: Row
let need: Row
let quote: Row
let taken: Row
beforeAll(async () => {
  world = await openWorld()
  const heard = await world.make('create-feedback', { text: 'It hangs in the cellar every day.' })
  quote = await world.make('create-quote', { feedbackId: heard.id, start: 0, end: 8 })
  need = await world.make('create-need', { title: 'Work in the cellar', kind: 'need' })
  idea = await world.make('create-idea', { title: 'Offline', effort: 3 })
  await world.make('link', { from: quote.id, relation: 'supports', to: need.id })
  await world.make('link', { from: idea.id, relation: 'addresses', to: need.id })
  const open = await world.make('open-decision', {
    question: 'Do we build for no network?',
    on: [idea.ref],
    dueOn: '2026-01-05',
    escalateToId: world.as.admin.id,
    approverId: world.as.owner.id,
    otherwise: 'We stay online',
  })
  const [one, other] = [
    await world.make('create-option', { decisionId: open.id, title: 'All of it', place: 1 }),
    await world.make('create-option', { decisionId: open.id, title: 'The open job', place: 2 }),
  ]
  await world.make('link', { from: quote.id, relation: 'speaks-for', to: one.id })
  const criterion = await world.make('create-criterion', { decisionId: open.id, title: 'Losses' })
  for (const [who, likely] of [
    ['editor', 2],
    ['owner', 4],
  ] as const)
    await world.store.apply(world.as[who], 'rate', {
      criterion: criterion.id,
      option: other.id,
      likely,
      words: `by the ${who}`,
    })
  await world.store.apply(world.as.editor, 'take-position', {
    decision: open.id,
    stance: 'for',
    option: one.id,
    reasons: 'Half is not enough',
  })
  await world.make('create-prediction', {
    question: 'Losses fall by half',
    rule: 'The counter',
    resolvesOn: '2027-06-01',
    decisionId: open.id,
  })
  await world.store.apply(world.as.owner, 'choose', {
    decision: open.id,
    option: other.id,
    sentence: 'The open job first',
    reasons: 'For a third of the work',
    reviewOn: '2027-07-01',
  })
  taken = must(await world.store.reader(world.as.owner).get('decision', open.id))
})
afterAll(() => world.close())

const ask = (view: string, input: object, as: 'owner' | 'admin' | 'viewer' = 'owner') =>
  world.store.view(world.as[as], view, input)

test('a decision is told whole: options with what speaks both ways, ratings pooled, dissent by name', async () => {
  expect(await ask('decision', { of: taken.ref })).toMatchObject({
    sentence: 'The open job first',
    state: 'decided',
    latencyDays: 0,
    inForceDays: 1,
    next: { on: '2027-06-01', is: 'prediction' },
    settles: [{ ref: idea.ref, record: 'idea' }],
    options: [
      {
        letter: 'A',
        title: 'All of it',
        isChosen: false,
        for: [{ ref: quote.ref }],
        against: [],
        ratings: [],
      },
      {
        letter: 'B',
        title: 'The open job',
        isChosen: true,
        ratings: [{ count: 2, mean: 3, least: 2, most: 4, words: expect.any(Array) }],
      },
    ],
    dissent: [{ by: { name: 'The editor' }, stance: 'for', option: 'All of it' }],
    people: { approver: { name: 'Ingrid Solheim' }, inPlaceOf: null },
    missing: [],
  })
})

test('the pinned hash is the one that anybody works out from the documented rule', async () => {
  const reader = world.store.reader(world.as.viewer)
  const options = await reader.by('option', 'decisionId', [taken.id])
  const evidence = await evidenceOf(
    { decisionId: taken.id, optionIds: options.map(({ id }) => id) },
    { rows: reader.many, links: reader.links },
  )
  expect(evidence.rows.map(({ record }) => record).toSorted()).toEqual([
    'feedback',
    'idea',
    'need',
    'quote',
  ])
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
  expect(sha256(evidenceText(evidence, sha256))).toBe(taken['evidenceHash'])
})

test('as of then: what came, what changed and what went since, and the hash still holds', async () => {
  expect(await ask('decision-as-of', { of: taken.ref })).toMatchObject({
    hash: { is: 'matches' },
    came: [],
    changed: [],
    went: [],
  })
  const later = await world.make('create-need', { title: 'Work on the roof', kind: 'need' })
  await world.make('link', { from: idea.id, relation: 'addresses', to: later.id })
  await world.make('update-idea', { id: idea.id, effort: 8 })
  await world.store.apply(world.as.owner, 'unlink', {
    from: quote.id,
    relation: 'supports',
    to: need.id,
  })
  await world.make('remove-need', { id: need.id })
  for (const as of ['owner', 'viewer'] as const) {
    const told = (await ask('decision-as-of', { of: taken.ref }, as)) as AsOf
    expect(told.hash).toMatchObject({ is: 'matches', recomputed: taken['evidenceHash'] })
    expect(told.came.map(({ ref }) => ref)).toEqual([later.ref])
    expect(told.went.map(({ ref }) => ref)).toEqual([need.ref])
    expect(told.changed).toMatchObject([
      { ref: idea.ref, fields: [{ field: 'effort', was: '3', is: '8' }] },
    ])
  }
})

test('a decision that is taken in one go pins what it saw, by every verb that takes one', async () => {
  const item = await world.make('promote-idea', { idea: idea.id, commitment: 'later' })
  const other = await world.make('create-idea', { title: 'A board' })
  const wanted = await world.make('create-need', { title: 'See the day', kind: 'need' })
  await world.make('link', { from: other.id, relation: 'addresses', to: wanted.id })
  await world.make('create-capacity', { function: 'Engineering', period: '2027-Q1', amount: 6 })
  const weighed = await world.make('create-idea', {
    title: 'Routes',
    reach: 100,
    impact: 1,
    confidence: 80,
    effort: 2,
  })
  const plan = await world.make('save-plan', {
    title: 'Spring',
    period: '2027-Q1',
    ideaIds: [weighed.ref],
  })
  const decided = await world.make('decide', { on: idea.ref, sentence: 'We build it' })
  const ids: string[] = [decided.id]
  for (const [command, input] of [
    ['supersede-decision', { decision: decided.id, sentence: 'In spring', reasons: 'Snow' }],
    ['change-course', { item: item.ref, commitment: 'now', sentence: 'There is room' }],
    ['refuse-idea', { idea: other.ref, reasons: 'One firm', day: '2027-06-01' }],
    ['adopt-plan', { plan: plan.ref, sentence: 'That is spring' }],
    ['create-decision', { sentence: 'We meet on Mondays' }],
  ] as const) {
    const { changed } = await world.store.apply(world.as.owner, command, input)
    const made = must(changed.find((one) => one.op === 'create' && one.record === 'decision'))
    ids.push(made.id)
  }
  await world.make('reverse-decision', { decision: must(ids[1]), sentence: 'No', reasons: 'Rain' })
  await world.make('update-idea', { id: idea.id, effort: 9 })
  for (const of of ids)
    for (const as of ['owner', 'viewer'] as const)
      expect((await ask('decision-as-of', { of }, as)) as AsOf).toMatchObject({
        hash: { is: 'matches', pinned: expect.stringMatching(/^[0-9a-f]{64}$/) },
      })
  const told = (await ask('decision-as-of', { of: decided.id })) as AsOf
  expect(told.seen.map(({ record }) => record)).toContain('idea')
  expect(told.changed).toMatchObject([{ fields: [{ field: 'effort', was: '8', is: '9' }] }])
})

test('a decision without a pin is still told as of the day on which it was taken', async () => {
  const from = '# Chat\n\n## Decision\n\nWe use one.\n'
  const chat = await world.make('create-idea', { title: 'Chat', effort: 8 })
  const brought = await world.make('decide', { from, on: chat.ref })
  await world.make('update-idea', { id: chat.id, effort: 9 })
  const told = (await ask('decision-as-of', { of: brought.ref })) as AsOf
  expect(told.hash).toMatchObject({ is: 'unpinned', pinned: null })
  expect(told.changed).toMatchObject([{ fields: [{ field: 'effort', was: '8', is: '9' }] }])
})

test('the queue tells what is late, what is due and whom it asks for, the most pressing first', async () => {
  await world.make('open-decision', { question: 'Some day', driverId: world.as.editor.id })
  const late = await world.make('open-decision', {
    question: 'Overdue',
    dueOn: '2026-01-01',
    approverId: world.as.owner.id,
    escalateToId: world.as.admin.id,
  })
  const told = (await ask('decision-queue', {}, 'admin')) as DecisionQueue
  expect(told.rows.map(({ is }) => is)).toEqual(['escalated', 'open'])
  expect(told.rows[0]).toMatchObject({ ref: late.ref, isMine: true })
  expect(told.rows[0]?.needs.map(({ name }) => name)).toEqual(['The admin', 'Ingrid Solheim'])
  expect(told.mine).toBe(1)
  const mine = (await ask('decision-queue', { mine: true }, 'viewer')) as DecisionQueue
  expect(mine).toMatchObject({ rows: [], mine: 0 })
})

test('it goes out as MADR', async () => {
  const { text } = (await ask('decision', { of: taken.ref, format: 'madr' })) as { text: string }
  expect(text).toContain('# Do we build for no network?')
  // its words name the option that was chosen, so that it is not said twice
  expect(text).toContain('The open job first')
  expect(text).toContain('decision-makers: Ingrid Solheim')
})

test('what one may not see is not there', async () => {
  const secret = await world.make('create-idea', { title: 'Secret', draft: true })
  const made = await world.make('decide', { on: secret.ref, sentence: 'Not yet' })
  for (const view of ['decision', 'decision-as-of'])
    await expect(ask(view, { of: made.ref }, 'admin')).rejects.toMatchObject({ code: 'unknown' })
})
