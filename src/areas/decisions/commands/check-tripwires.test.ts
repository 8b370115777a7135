import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorld, type World } from '../../../../test/world.ts'
import { realPorts } from '../../../app/ports.ts'
import type { Row } from '../../../engine/record.ts'
import { must } from '../../../engine/problem.ts'
import { dayAfter } from '../rules/days.ts'

let world: World
let at = Date.parse('2026-03-02T09:00:00Z')
beforeAll(async () => {
  world = await openWorld({ ...realPorts(), now: () => new Date(at) })
})
afterAll(() => world.close())
beforeEach(() => {
  at = Math.max(at, Date.parse('2026-03-02T09:00:00Z'))
})

const today = (): string => new Date(at).toISOString().slice(0, 10)
const pass = (days: number): void => void (at += days * 86_400_000)
const check = () => world.store.apply(world.system, 'check-tripwires', {})
const row = async (record: string, id: string): Promise<Row> =>
  must(await world.store.reader(world.as.owner).get(record, id), id)
const run = (command: string, input: unknown, who = world.as.editor) =>
  world.store.apply(who, command, input)
const view = async (name: string, input: unknown = {}) =>
  (await world.store.view(world.as.editor, name, input)) as Readonly<Record<string, never>>

async function settled(): Promise<{
  readonly idea: Row
  readonly item: Row
  readonly decision: Row
  readonly metric: Row
}> {
  const idea = await world.make('create-idea', { title: 'Ward sheet offline' })
  const item = await world.make('promote-idea', { idea: idea.ref, commitment: 'next' })
  const made = await run('decide', { on: idea.ref, sentence: 'Only the ward sheet' })
  const metric = await world.make('create-metric', { title: `Active wards ${at}`, unit: 'wards' })
  await run('create-reading', { metricId: metric.id, on: today(), value: 60 })
  return { idea, item, metric, decision: must(made.changed[0]?.row) }
}
const wired = async (decision: Row, more: object): Promise<Row> =>
  must(
    (await run('set-tripwire', { decision: decision.ref, text: 'Too few wards', ...more }))
      .changed[0]?.row,
  )
const inboxOf = async (who: World['as']['editor']) =>
  (
    (await world.store.view(who, 'inbox', {})) as {
      readonly entries: readonly {
        readonly on: string
        readonly why: string
        readonly by: string
      }[]
    }
  ).entries

test('a bad reading puts the decision under review, tells whom it concerns, and breaks the line; a review makes it whole', async () => {
  const { idea, item, decision, metric } = await settled()
  await run('update-decision', { id: decision.ref, informedIds: [world.as.viewer.id] })
  const wire = await wired(decision, { watches: 'metric', metricId: metric.id, threshold: 50 })
  expect((await check()).changed.map(({ record }) => record)).toEqual(['tripwire'])
  expect((await check()).seq).toBe(0)
  pass(7)
  await run('create-reading', { metricId: metric.id, on: today(), value: 41 })
  const fired = await check()
  expect(fired.changed.map(({ op, record }) => `${op} ${record}`)).toEqual([
    'update tripwire',
    'update decision',
    'create comment',
  ])
  expect(await row('tripwire', wire.id)).toMatchObject({
    state: 'fired',
    value: 41,
    firedValue: 41,
    crossings: 1,
  })
  expect(await row('decision', decision.id)).toMatchObject({ state: 'under-review' })
  expect((await check()).seq).toBe(0)
  for (const who of [world.as.editor, world.as.viewer])
    expect((await inboxOf(who)).filter(({ on }) => on === decision.ref)).toMatchObject([
      { why: 'driven', by: 'Throughline' },
    ])
  const broken = [{ ref: decision.ref, because: ['Too few wards'] }]
  expect((await view('roadmap'))['next']).toMatchObject([{ ref: item.ref, broken }])
  expect((await view('why', { of: item.ref }))['broken']).toMatchObject([{ ref: decision.ref }])
  const { rows } = (await view('under-review')) as unknown as {
    readonly rows: readonly { readonly id: string }[]
  }
  expect(rows.map(({ id }) => id).toSorted()).toEqual([decision.id, idea.id, item.id].toSorted())

  await run('record-review', { decision: decision.ref, verdict: 'persevere', reasons: 'A holiday' })
  expect(await row('decision', decision.id)).toMatchObject({ state: 'decided' })
  expect((await view('roadmap'))['next']).toMatchObject([{ ref: item.ref, broken: [] }])
  expect((await view('why', { of: item.ref }))['broken']).toEqual([])
  expect((await check()).seq).toBe(0)
  pass(7)
  await run('create-reading', { metricId: metric.id, on: today(), value: 55 })
  await check()
  expect(await row('tripwire', wire.id)).toMatchObject({ state: 'armed', crossings: 1 })
  pass(7)
  await run('create-reading', { metricId: metric.id, on: today(), value: 44 })
  await check()
  expect(await row('tripwire', wire.id)).toMatchObject({ state: 'fired', crossings: 2 })
  await run('record-review', {
    decision: decision.ref,
    verdict: 'stop',
    reasons: 'It does not come',
  })
  expect(await row('decision', decision.id)).toMatchObject({ state: 'reversed' })
})

test('nobody but the instance looks, and a decision that is open, or over, is not watched', async () => {
  await expect(run('check-tripwires', {}, world.as.owner)).rejects.toMatchObject({ code: 'denied' })
  const { decision, metric } = await settled()
  const wire = await wired(decision, { watches: 'metric', metricId: metric.id, threshold: 90 })
  await world.store.apply(world.as.owner, 'remove-decision', { id: decision.id })
  await check()
  expect(
    (await world.store.reader(world.as.owner).get('tripwire', wire.id))?.['state'] ?? 'armed',
  ).toBe('armed')
})

test('a tripwire says what it is missing, and a segment is one that there is', async () => {
  const { decision, metric } = await settled()
  const refused = (more: object) =>
    expect(wired(decision, more)).rejects.toMatchObject({
      code: 'invalid',
    })
  await refused({ watches: 'metric', threshold: 5 })
  await refused({ watches: 'metric', metricId: metric.id })
  await refused({ watches: 'day' })
  await refused({ watches: 'metric', metricId: metric.id, threshold: 5, rearmAt: 4 })
  await refused({
    watches: 'votes',
    ideaId: (await world.make('create-idea', { title: 'One' })).id,
    threshold: 5,
    segment: 'somewhere',
  })
})

test('once the decision was taken a tripwire does not change silently', async () => {
  const { decision, metric } = await settled()
  const wire = await wired(decision, { watches: 'metric', metricId: metric.id, threshold: 50 })
  await check()
  await expect(run('edit-tripwire', { tripwire: wire.ref, threshold: 70 })).rejects.toMatchObject({
    code: 'invalid',
    places: [{ at: 'reason' }],
  })
  await run('edit-tripwire', { tripwire: wire.ref, threshold: 70, reason: 'The market grew' })
  const [note] = await world.store
    .reader(world.as.owner)
    .by('amendment', 'decisionId', [decision.id])
  expect(note?.['text']).toContain('50 → 70')
  expect(note?.['text']).toContain('The market grew')
  await check()
  expect(await row('tripwire', wire.id)).toMatchObject({ state: 'fired', firedValue: 60 })
  await expect(
    run('edit-tripwire', { tripwire: wire.ref, threshold: 10, reason: 'So that it is quiet' }),
  ).rejects.toMatchObject({ code: 'taken' })
  await run('record-review', {
    decision: decision.ref,
    verdict: 'pivot',
    pivot: 'segment',
    reasons: 'Other wards',
  })
  await run('withdraw-tripwire', { tripwire: wire.ref, reason: 'Another one says it better' })
  expect(await row('tripwire', wire.id)).toMatchObject({ state: 'withdrawn' })
  await expect(
    run('withdraw-tripwire', { tripwire: wire.ref, reason: 'Again' }),
  ).rejects.toMatchObject({ code: 'taken' })
})

test('experiments, predictions, insights and days are watched as metrics are', async () => {
  const { decision } = await settled()
  const test_ = await world.make('create-experiment', {
    title: 'Two wards',
    hypothesis: 'They switch it on',
    threshold: 40,
  })
  await run('start-experiment', { experiment: test_.ref })
  const byVerdict = await wired(decision, { watches: 'experiment', experimentId: test_.id })
  const need = await world.make('create-need', { title: 'Nurses lose the sheet' })
  const insight = await world.make('create-insight', { title: 'Behind the door' })
  const thin = await wired(decision, {
    watches: 'insights',
    needId: need.id,
    threshold: 1,
    withinDays: 60,
  })
  await run('link', { from: insight.ref, relation: 'supports', to: need.ref })
  const prediction = await world.make('create-prediction', {
    question: 'Will they?',
    rule: 'Count them',
    resolvesOn: dayAfter(today(), 100),
  })
  const unlikely = await wired(decision, {
    watches: 'prediction',
    predictionId: prediction.id,
    threshold: 30,
  })
  await run('give-odds', { prediction: prediction.ref, chance: 70 })
  await run('give-odds', { prediction: prediction.ref, chance: 40 }, world.as.admin)
  const due = await wired(decision, { watches: 'day', by: dayAfter(today(), 61) })
  await check()
  expect(await row('tripwire', thin.id)).toMatchObject({ state: 'armed', value: 1 })
  expect(await row('tripwire', unlikely.id)).toMatchObject({ state: 'armed', value: 55 })
  await run('end-experiment', { experiment: test_.ref, result: 31, learned: 'They did not' })
  await check()
  expect(await row('tripwire', byVerdict.id)).toMatchObject({ state: 'fired', firedValue: 31 })
  await run('give-odds', { prediction: prediction.ref, chance: 15 })
  await run('give-odds', { prediction: prediction.ref, chance: 10 }, world.as.admin)
  await check()
  expect(await row('tripwire', unlikely.id)).toMatchObject({ state: 'fired', firedValue: 12.5 })
  pass(60)
  await check()
  expect(await row('tripwire', thin.id)).toMatchObject({ state: 'fired', firedValue: 0 })
  expect(await row('tripwire', due.id)).toMatchObject({ state: 'armed' })
  pass(1)
  await check()
  expect(await row('tripwire', due.id)).toMatchObject({ state: 'fired' })
})

test('what was refused comes back when enough of a segment ask for it, with the reason beside it, once', async () => {
  const idea = await world.make('create-idea', { title: 'A wall of screens' })
  const refusal = await refusing(idea)
  const company = await world.make('create-company', { name: 'North Ward', tier: 'enterprise' })
  const small = await world.make('create-company', { name: 'Small Ward', tier: 'starter' })
  const ask = async (name: string, companyId: string): Promise<void> => {
    const contact = await world.make('create-contact', { name, companyId })
    const said = must(
      (
        await run(
          'create-feedback',
          { text: `${name} wants a wall`, contactId: contact.id, companyId },
          world.as.contributor,
        )
      ).changed[0],
    )
    await run('ask-for', { feedbackId: said.id, ideaId: idea.id }, world.as.contributor)
  }
  await ask('Anna', small.id)
  await ask('Berta', small.id)
  await ask('Carla', company.id)
  await check()
  expect(await row('idea', idea.id)).toMatchObject({ state: 'withdrawn' })
  await ask('Dora', company.id)
  const fired = await check()
  expect(fired.changed.filter(({ record }) => record === 'comment').length).toBe(2)
  expect(await row('idea', idea.id)).toMatchObject({ state: 'open' })
  expect(await row('decision', refusal.id)).toMatchObject({ state: 'under-review' })
  const mine = (await inboxOf(world.as.contributor)).find(({ on }) => on === idea.ref)
  expect(mine).toMatchObject({ why: 'asked', text: expect.stringContaining('Too few would look') })
  await ask('Emma', company.id)
  expect((await check()).changed.map(({ record }) => record)).toEqual(['tripwire'])
  await run('record-review', { decision: refusal.ref, verdict: 'persevere', reasons: 'Still no' })
  expect(await row('idea', idea.id)).toMatchObject({ state: 'withdrawn' })
})

/** A refusal with one condition under which the idea comes back. */
async function refusing(idea: Row): Promise<Row> {
  const made = await world.make('create-decision', {
    sentence: 'Not now',
    kind: 'refusal',
    reasons: 'Too few would look at it',
  })
  await run('link', { from: made.ref, relation: 'settles', to: idea.ref })
  await run('update-idea', { id: idea.ref, state: 'withdrawn' })
  await wired(made, {
    text: 'More than one enterprise asks',
    watches: 'votes',
    ideaId: idea.id,
    comparison: 'above',
    threshold: 1,
    segment: 'enterprise',
  })
  return made
}

test('a clock that is put back makes nothing happen twice', async () => {
  const { decision, metric } = await settled()
  const wire = await wired(decision, { watches: 'metric', metricId: metric.id, threshold: 50 })
  const need = await world.make('create-need', { title: 'Quiet' })
  const insight = await world.make('create-insight', { title: 'A noise' })
  await run('link', { from: insight.ref, relation: 'supports', to: need.ref })
  const aging = await wired(decision, {
    watches: 'insights',
    needId: need.id,
    threshold: 1,
    withinDays: 30,
  })
  await check()
  pass(31)
  await run('create-reading', { metricId: metric.id, on: today(), value: 40 })
  await check()
  await run('record-review', { decision: decision.ref, verdict: 'persevere', reasons: 'Wait' })
  await check()
  pass(-20)
  await check()
  pass(20)
  await check()
  expect(await row('tripwire', wire.id)).toMatchObject({ state: 'reviewed', crossings: 1 })
  expect(await row('tripwire', aging.id)).toMatchObject({ state: 'reviewed', crossings: 1 })
})
