import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../../test/world.ts'
import type { Role } from '../../../engine/access.ts'
import type { Row } from '../../../engine/record.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const day = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const predict = (more: object = {}): Promise<Row> =>
  world.make('create-prediction', {
    question: 'Twelve groups are on one price list',
    rule: 'Groups with the list on, on the day',
    resolvesOn: day(0),
    ...more,
  })
const as = (who: Role, command: string, input: object) =>
  world.store.apply(world.as[who], command, input)
const give = (who: Role, prediction: Row, more: object) =>
  as(who, 'give-odds', { prediction: prediction.ref, ...more })
const seen = async (id: string): Promise<Row | undefined> =>
  world.store.reader(world.as.owner).get('prediction', id)

test('odds fit the kind of the prediction, or are refused where they do not', async () => {
  const binary = await predict()
  await expect(give('editor', binary, { low: 1, likely: 2, high: 3 })).rejects.toMatchObject({
    code: 'invalid',
    places: [{ at: 'low' }, { at: 'likely' }, { at: 'high' }],
  })
  await expect(give('editor', binary, {})).rejects.toMatchObject({ places: [{ at: 'chance' }] })
  const several = await predict({ kind: 'choice', answers: ['Oslo', 'Lyon'] })
  await expect(give('editor', several, { chances: ['70', '40'] })).rejects.toMatchObject({
    places: [{ at: 'chances', says: 'Together they are 100 %, and these are 110 %.' }],
  })
  await give('editor', several, { chances: ['70', '30'] })
  await expect(predict({ kind: 'choice', answers: ['Oslo'] })).rejects.toMatchObject({
    code: 'invalid',
  })
})

test('what is locked takes no odds, is not reworded and not thrown away', async () => {
  const made = await predict()
  await give('editor', made, { chance: 70 })
  await as('editor', 'lock-prediction', { prediction: made.ref })
  await as('editor', 'lock-prediction', { prediction: made.ref })
  expect(await seen(made.id)).toMatchObject({ state: 'locked', lockedAt: expect.any(String) })
  await expect(give('owner', made, { chance: 10 })).rejects.toMatchObject({ code: 'denied' })
  for (const patch of [
    { question: 'Ten groups' },
    { rule: 'Whatever I think' },
    { resolvesOn: day(30) },
    { kind: 'quantity' },
    { threshold: 3 },
  ])
    await expect(as('owner', 'update-prediction', { id: made.id, ...patch })).rejects.toMatchObject(
      {
        code: 'denied',
      },
    )
  await as('owner', 'update-prediction', { id: made.id, visibility: 'people', personIds: [] })
  await expect(as('owner', 'remove-prediction', { id: made.id })).rejects.toMatchObject({
    code: 'denied',
  })
})

test('once somebody gave odds, the kind stays, and the words may still be mended until it is locked', async () => {
  const made = await predict()
  await give('contributor', made, { chance: 40 })
  await expect(
    as('owner', 'update-prediction', { id: made.id, kind: 'date' }),
  ).rejects.toMatchObject({ code: 'denied' })
  await as('owner', 'update-prediction', { id: made.id, rule: 'Counted on the day' })
})

test('what came is said only of what is locked, before the day only with a reason', async () => {
  const made = await predict({ resolvesOn: day(20) })
  const resolve = (more: object) =>
    as('editor', 'resolve-prediction', { prediction: made.ref, ...more })
  await expect(resolve({ came: 1 })).rejects.toMatchObject({ code: 'denied' })
  await as('editor', 'lock-prediction', { prediction: made.ref })
  await expect(resolve({ came: 1 })).rejects.toMatchObject({ places: [{ at: 'note' }] })
  await expect(resolve({ came: 2, note: 'It is out' })).rejects.toMatchObject({
    places: [{ at: 'came' }],
  })
  await resolve({ came: 1, note: 'It is out' })
  expect(await seen(made.id)).toMatchObject({
    state: 'resolved',
    came: 1,
    note: 'It is out',
    resolvedById: world.as.editor.id,
  })
  await expect(resolve({ came: 0 })).rejects.toMatchObject({ places: [{ at: 'note' }] })
  await resolve({ came: 0, note: 'The list was that of another firm' })
  expect(await seen(made.id)).toMatchObject({ came: 0 })
})

test('a date takes the day on which it came, not one that is yet to come', async () => {
  const made = await predict({ kind: 'date' })
  await as('editor', 'lock-prediction', { prediction: made.ref })
  const resolve = (more: object) =>
    as('editor', 'resolve-prediction', { prediction: made.ref, ...more })
  await expect(resolve({})).rejects.toMatchObject({ places: [{ at: 'cameOn' }] })
  await expect(resolve({ cameOn: day(3) })).rejects.toMatchObject({ places: [{ at: 'cameOn' }] })
  await resolve({ cameOn: day(-3) })
  expect(await seen(made.id)).toMatchObject({ came: 1, cameOn: day(-3) })
})

test('what is void counts nowhere and says why; it is neither locked nor resolved again', async () => {
  const made = await predict()
  await expect(as('editor', 'void-prediction', { prediction: made.ref })).rejects.toMatchObject({
    code: 'invalid',
  })
  await as('editor', 'void-prediction', { prediction: made.ref, note: 'The price list is gone' })
  expect(await seen(made.id)).toMatchObject({ state: 'void', note: 'The price list is gone' })
  for (const command of ['lock-prediction', 'resolve-prediction'])
    await expect(
      as('editor', command, { prediction: made.ref, ...(command[0] === 'r' ? { came: 1 } : {}) }),
    ).rejects.toMatchObject({ code: 'denied' })
})

test('an undo does not turn odds back on what is locked, and does not reword it', async () => {
  const made = await predict()
  const first = await give('editor', made, { chance: 90 })
  const second = await give('editor', made, { chance: 40 })
  const renamed = await as('owner', 'update-prediction', { id: made.id, question: 'Ten groups' })
  await as('owner', 'lock-prediction', { prediction: made.ref })
  for (const [who, { seq }] of [
    ['editor', second],
    ['editor', first],
    ['owner', renamed],
  ] as const)
    await expect(world.store.undo(world.as[who], seq)).rejects.toMatchObject({
      code: expect.stringMatching(/denied|stale|gone/),
    })
  const odds = await world.store.reader(world.as.owner).by('odds', 'predictionId', [made.id])
  expect(odds.map((one) => one['chance'])).toEqual([40])
})

test('locking ends a blind round with what is in, and then it is shown', async () => {
  const made = await predict()
  await as('owner', 'open-round', {
    title: 'Blind',
    predictionId: made.id,
    raterIds: [world.as.editor.id, world.as.contributor.id],
  })
  await give('editor', made, { chance: 65 })
  const hidden = await world.store.reader(world.as.owner).by('odds', 'predictionId', [made.id])
  expect(hidden).toEqual([])
  await as('owner', 'lock-prediction', { prediction: made.ref })
  await world.store.apply({ ...world.system, role: 'owner' }, 'show-rounds', {})
  const shown = await world.store.reader(world.as.owner).by('odds', 'predictionId', [made.id])
  expect(shown).toMatchObject([{ chance: 65, isShown: true }])
  await expect(give('contributor', made, { chance: 10 })).rejects.toMatchObject({ code: 'denied' })
})

test('the readings of its metric suggest what came, and write nothing', async () => {
  const metric = await world.make('create-metric', { title: 'Groups' })
  const made = await predict({ metricId: metric.id, passes: 'at-least', threshold: 12 })
  await world.make('create-reading', { metricId: metric.id, on: day(-2), value: 13 })
  const told = await world.store.view(world.as.viewer, 'suggest-outcome', { prediction: made.ref })
  expect(told).toMatchObject({
    came: 1,
    says: expect.stringMatching(/^The last reading up to .* is 13, of .*: at least 12\.$/),
  })
  expect(await seen(made.id)).toMatchObject({ state: 'open', came: null })
})
