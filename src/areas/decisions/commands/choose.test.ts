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

/** A one-way door with everything that choosing asks for; the approver is the admin. */
async function prepared(): Promise<{ readonly row: Row; readonly option: Row }> {
  const idea = await world.make('create-idea', { title: 'Offline' })
  const row = await world.make('open-decision', {
    question: 'Do we build for no network?',
    door: 'one-way',
    on: [idea.ref],
    dueOn: '2027-03-01',
    otherwise: 'We stay online',
    approverId: world.as.admin.id,
  })
  const [nothing] = await world.store.reader(world.as.owner).by('option', 'decisionId', [row.id])
  const option = await world.make('create-option', {
    decisionId: row.id,
    title: 'The open job first',
    pros: 'It takes away nine in ten losses',
    cons: 'Conflicts are two thirds of the work',
  })
  await world.make('update-option', {
    id: nothing?.id,
    pros: 'None found',
    cons: 'Reports are lost',
  })
  await world.make('create-criterion', { decisionId: row.id, title: 'Losses' })
  await world.make('update-decision', { id: row.id, premortem: 'Nobody trusted the sync' })
  await world.make('create-prediction', {
    question: 'Losses fall by half',
    rule: 'The counter',
    resolvesOn: '2027-06-01',
    decisionId: row.id,
  })
  await world.make('create-assumption', { decisionId: row.id, text: 'Phones have room' })
  await world.make('set-tripwire', {
    decision: row.id,
    text: 'Losses have not fallen',
    watches: 'day',
    by: '2027-06-01',
  })
  return { row, option }
}

test('a question is opened with what it would settle, and behind a one-way door doing nothing is an option', async () => {
  const idea = await world.make('create-idea', { title: 'Offline', draft: true })
  const need = await world.make('create-need', { title: 'Read it in the tunnel', kind: 'need' })
  const done = await world.store.apply(world.as.owner, 'open-decision', {
    question: 'Which way?',
    door: 'one-way',
    on: [need.ref, idea.ref, need.id],
  })
  expect(done.changed.map(({ record }) => record)).toEqual(['decision', 'link', 'link', 'option'])
  expect(done.changed[0]?.row).toMatchObject({
    state: 'open',
    driverId: world.as.owner.id,
    draft: true,
  })
  expect(done.changed[3]?.row).toMatchObject({ title: 'Do nothing', isNothing: true })
})

test('a two-way door asks for a sentence, and for nothing else', async () => {
  const row = await world.make('open-decision', { question: 'Which colour?' })
  expect(
    places(await refusal(world.store.apply(world.as.editor, 'choose', { decision: row.id }))),
  ).toEqual(['sentence'])
  await world.store.apply(world.as.editor, 'choose', { decision: row.id, sentence: 'Green' })
  expect(await read('decision', row.id)).toMatchObject({
    state: 'decided',
    sentence: 'Green',
    decidedById: world.as.editor.id,
  })
  const again = await refusal(
    world.store.apply(world.as.editor, 'choose', { decision: row.id, sentence: 'Blue' }),
  )
  expect(again).toMatchObject({ code: 'invalid', places: [{ at: 'decision' }] })
})

test('blind rounds that run when a two-way door is decided end with what is in', async () => {
  const row = await world.make('open-decision', { question: 'Which sound?' })
  const prediction = await world.make('create-prediction', {
    question: 'Half of them turn it off',
    rule: 'The counter',
    resolvesOn: '2027-06-01',
    decisionId: row.id,
  })
  const raterIds = [world.as.owner.id, world.as.editor.id]
  const rounds = await Promise.all(
    [{ decisionId: row.id }, { predictionId: prediction.id }].map((about) =>
      world.make('open-round', { title: 'Blind', raterIds, ...about }),
    ),
  )
  await world.store.apply(world.as.editor, 'choose', { decision: row.id, sentence: 'None' })
  for (const { id } of rounds) expect((await read('round', id))['state']).toBe('complete')
  await world.store.apply(world.system, 'show-rounds', {})
  for (const { id } of rounds) expect((await read('round', id))['state']).toBe('shown')
})

test('a one-way door is refused with every missing piece by its place', async () => {
  const row = await world.make('open-decision', { question: 'Which way?', door: 'one-way' })
  const refused = await refusal(world.store.apply(world.as.owner, 'choose', { decision: row.id }))
  expect(places(refused)).toEqual([
    'sentence',
    'approverId',
    'premortem',
    'options',
    'criteria',
    'evidence',
    'evidence',
    'predictions',
    'assumptions',
    'tripwires',
    'option',
    'reasons',
    'reviewOn',
  ])
})

test('only the approver decides, or an owner, and then it is said in whose place', async () => {
  const { row, option } = await prepared()
  const choosing = {
    decision: row.id,
    sentence: 'The open job first',
    option: option.ref,
    reasons: 'A third of the work for nine tenths of the good',
    reviewOn: '2027-07-01',
  }
  expect(await refusal(world.store.apply(world.as.editor, 'choose', choosing))).toMatchObject({
    code: 'denied',
  })
  const done = await world.store.apply(world.as.owner, 'choose', choosing)
  expect(done.result).toMatchObject({ inPlaceOf: world.as.admin.id })
})

test('a blind round on it keeps it open until its answers are shown', async () => {
  const { row, option } = await prepared()
  await world.make('open-round', {
    title: 'Where do you stand',
    decisionId: row.id,
    raterIds: [world.as.editor.id],
  })
  const choosing = {
    decision: row.id,
    sentence: 'The open job first',
    option: option.id,
    reasons: 'For less',
    reviewOn: '2027-07-01',
  }
  const refused = await refusal(world.store.apply(world.as.admin, 'choose', choosing))
  expect(places(refused)).toEqual(['rounds'])
  await world.store.apply(world.as.editor, 'take-position', { decision: row.id, stance: 'against' })
  await world.store.apply(world.system, 'show-rounds', {})
  await world.store.apply(world.as.admin, 'choose', choosing)
  expect(await read('decision', row.id)).toMatchObject({ state: 'decided', chosenId: option.id })
})

test('choosing locks the text, the predictions, the options and the criteria, and leaves open who is told', async () => {
  const { row, option } = await prepared()
  await world.store.apply(world.as.admin, 'choose', {
    decision: row.id,
    sentence: 'The open job first',
    option: option.id,
    reasons: 'For less',
    reviewOn: '2027-07-01',
  })
  const taken = await read('decision', row.id)
  expect(taken['evidenceHash']).toMatch(/^[0-9a-f]{64}$/)
  expect(taken['evidenceSeq']).toBeGreaterThan(0)
  const predictions = await world.store
    .reader(world.as.owner)
    .by('prediction', 'decisionId', [row.id])
  expect(predictions).toMatchObject([{ state: 'locked', lockedAt: taken['decidedAt'] }])
  for (const [command, input] of [
    ['update-decision', { id: row.id, reasons: 'For more' }],
    ['update-decision', { id: row.id, dueOn: '2027-04-01' }],
    ['update-option', { id: option.id, title: 'Another one' }],
    ['create-option', { decisionId: row.id, title: 'A third' }],
    ['remove-option', { id: option.id }],
    ['create-criterion', { decisionId: row.id, title: 'Cost' }],
    ['set-decisions', { ids: [row.id], reasons: 'For more' }],
  ] as const)
    expect(await refusal(world.store.apply(world.as.owner, command, input)), command).toMatchObject(
      {
        code: 'invalid',
      },
    )
  await world.make('update-decision', { id: row.id, informedIds: [world.as.viewer.id] })
  await world.make('amend', { decision: row.id, text: 'Photos too' })
  const [assumption] = await world.store
    .reader(world.as.owner)
    .by('assumption', 'decisionId', [row.id])
  await world.make('update-assumption', { id: assumption?.id, state: 'broken' })
})

test('many decisions are set at once, and those that were decided are left as they are and named', async () => {
  const open = await world.make('open-decision', { question: 'When?' })
  const taken = await world.make('create-decision', { sentence: 'Now' })
  const done = await world.store.apply(world.as.owner, 'set-decisions', {
    ids: [open.id, taken.id],
    reasons: 'Because',
  })
  expect(done.result).toMatchObject({ changed: 1, refusedInAll: 1, refused: [{ ref: taken.ref }] })
})

test('an undo does not bring a locked text back past the approver', async () => {
  const { row, option } = await prepared()
  const before = await world.store.apply(world.as.editor, 'update-decision', {
    id: row.id,
    otherwise: 'We wait',
  })
  const chosen = await world.store.apply(world.as.owner, 'choose', {
    decision: row.id,
    sentence: 'The open job first',
    option: option.id,
    reasons: 'For less',
    reviewOn: '2027-07-01',
  })
  expect(await refusal(world.store.undo(world.as.editor, before.seq))).toMatchObject({
    code: 'stale',
  })
  expect(await read('decision', row.id)).toMatchObject({ otherwise: 'We wait' })
  await world.store.undo(world.as.admin, chosen.seq)
  expect(await read('decision', row.id)).toMatchObject({ state: 'open', evidenceHash: null })
  const again = await world.make('open-decision', {
    question: 'Who?',
    approverId: world.as.owner.id,
  })
  const taken = await world.store.apply(world.as.owner, 'choose', {
    decision: again.id,
    sentence: 'I',
  })
  expect(await refusal(world.store.undo(world.as.admin, taken.seq))).toMatchObject({
    code: 'denied',
  })
})
