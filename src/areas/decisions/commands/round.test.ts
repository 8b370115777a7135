/**
 * A blind round from its opening to what is rated again: what is missing is named, who abstains is done, and until all
 * are in nobody reads what another gave.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusal } from '../../../../test/refusal.ts'
import { openWorld, type World } from '../../../../test/world.ts'
import type { Actor } from '../../../engine/access.ts'
import { must } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import type { RoundStanding } from '../views/round-standing.ts'

let world: World
let criteria: readonly Row[] = []
let ideas: readonly Row[] = []
let model: Row

beforeAll(async () => {
  world = await openWorld()
  const { changed } = await world.store.apply(world.as.editor, 'add-model', {
    method: 'value-effort',
  })
  const rows = changed.flatMap(({ row }) => row ?? [])
  model = must(rows.find((row) => row.ref.startsWith('MODEL')))
  criteria = rows.filter((row) => row.ref.startsWith('CRIT'))
  ideas = [
    await world.make('create-idea', { title: 'One' }),
    await world.make('create-idea', { title: 'Two' }),
  ]
})
afterAll(() => world.close())

const opened = async (raters: readonly Actor[]): Promise<Row> => {
  const { changed } = await world.store.apply(world.as.editor, 'open-round', {
    title: 'What is it worth',
    modelId: model.id,
    ideaIds: ideas.map(({ id }) => id),
    raterIds: raters.map(({ id }) => id),
  })
  return must(changed[0]?.row)
}

const rate = (by: Actor, idea: number, criterion: number, input: object) =>
  world.store.apply(by, 'rate', {
    idea: ideas[idea]?.id,
    criterion: criteria[criterion]?.id,
    ...input,
  })

const standing = async (by: Actor, round: Row): Promise<RoundStanding> =>
  (await world.store.view(by, 'round-standing', { round: round.ref })) as RoundStanding

const ratingsSeenBy = async (by: Actor): Promise<readonly Row[]> =>
  (await world.store.reader(by).list('rating', { limit: 200 })).data

test('goes from the first rating to all of them shown, and on to what is said again', async () => {
  const { owner, admin, contributor, viewer } = world.as
  const round = await opened([owner, admin, contributor])
  for (const [idea, criterion, likely] of [
    [0, 0, 2],
    [0, 1, 3],
    [1, 0, 4],
  ] as const)
    await rate(owner, idea, criterion, { likely })
  const missing = await refusal(world.store.apply(owner, 'hand-in', { round: round.ref }))
  expect(missing.message).toBe('One rating is missing. Give it, or abstain from it.')
  expect(missing.places).toEqual([{ at: ideas[1]?.ref, says: 'Effort of “Two” is not rated.' }])
  expect((await standing(owner, round)).left).toEqual([
    { idea: ideas[1]?.ref, criterion: 'Effort' },
  ])
  await rate(owner, 1, 1, { abstains: true })
  await world.store.apply(owner, 'hand-in', { round: round.ref })

  // the others see who has answered, and nothing of what
  for (const by of [admin, contributor, viewer]) {
    expect(await ratingsSeenBy(by)).toEqual([])
    expect(await standing(by, round)).toMatchObject({ answered: 1, asked: 3, cells: [] })
  }
  expect((await refusal(rate(world.as.editor, 0, 0, { likely: 9 }))).code).toBe('denied')

  for (const criterion of [0, 1])
    for (const idea of [0, 1]) await rate(admin, idea, criterion, { low: 5, likely: 8, high: 9 })
  await world.store.apply(admin, 'hand-in', { round: round.ref })
  // who abstains from the whole of it is done too, and with the last all are in
  await world.store.apply(contributor, 'hand-in', { round: round.ref, abstain: true })
  expect(await world.store.reader(viewer).get('round', round.ref)).toMatchObject({
    state: 'complete',
    abstainedIds: [contributor.id],
  })
  expect((await refusal(rate(owner, 0, 0, { likely: 5 }))).code).toBe('denied')
  expect(await ratingsSeenBy(viewer)).toEqual([])

  await world.store.apply(world.system, 'show-rounds', {})
  expect((await ratingsSeenBy(viewer)).length).toBe(8)
  const told = await standing(viewer, round)
  expect(told.state).toBe('shown')
  // the largest disagreement first: 2 and 8 of a scale from 0 to 10
  expect(told.cells[0]).toMatchObject({
    idea: ideas[0]?.ref,
    criterion: 'Value',
    answers: 2,
    mean: 5,
    least: 2,
    most: 8,
    spread: 0.6,
    says: 'One of 2 differs from the middle by more than 2.5.',
  })

  // said again after it is shown, it stands where it stood
  await rate(owner, 0, 0, { likely: 7 })
  expect((await standing(viewer, round)).cells.at(-1)?.spread).toBeLessThan(0.5)
})

test('a round is about those it names, and closes for those who wait too long', async () => {
  const { owner, admin, contributor } = world.as
  const round = await opened([admin, contributor])
  await rate(admin, 0, 0, { likely: 1 })
  await world.store.apply(admin, 'hand-in', { round: round.ref, abstain: true })
  expect(
    (await refusal(world.store.apply(contributor, 'close-round', { round: round.ref }))).code,
  ).toBe('denied')
  await world.store.apply(owner, 'close-round', { round: round.ref })
  await world.store.apply(world.system, 'show-rounds', {})
  expect(await standing(contributor, round)).toMatchObject({ state: 'shown', answered: 1 })
})

test('a person who may not rate by a criterion is not asked for it', async () => {
  const { admin, contributor } = world.as
  await world.store.apply(world.as.editor, 'update-criterion', {
    id: criteria[1]?.id,
    raterIds: [admin.id],
  })
  const round = await opened([contributor])
  for (const idea of [0, 1]) await rate(contributor, idea, 0, { likely: 3 })
  await world.store.apply(contributor, 'hand-in', { round: round.ref })
  expect(await standing(contributor, round)).toMatchObject({ state: 'complete', left: [] })
})

test('an idea and a person are named by their refs, and a name of nobody is refused at its place', async () => {
  const { editor, contributor } = world.as
  const person = must(await world.store.reader(editor).get('member', contributor.id))
  const open = (input: object) =>
    world.store.apply(editor, 'open-round', {
      title: 'By their refs',
      modelId: model.ref,
      ideaIds: ideas.map(({ ref }) => ref),
      raterIds: [person.ref],
      ...input,
    })
  for (const [at, name] of [
    ['ideaIds', 'IDEA-999'],
    ['raterIds', 'MEM-999'],
    ['raterIds', 'somebody'],
  ] as const) {
    const { code, places } = await refusal(open({ [at]: [name] }))
    expect([code, places.map((place) => place.at)]).toEqual(['invalid', [at]])
    expect(places[0]?.says).toContain(name)
  }
  const { changed } = await open({ raterIds: [person.ref, person.id] })
  expect(changed[0]?.row).toMatchObject({
    modelId: model.id,
    ideaIds: ideas.map(({ id }) => id),
    raterIds: [contributor.id],
  })
  await world.store.apply(editor, 'close-round', { round: must(changed[0]).id })
  await world.store.apply(world.system, 'show-rounds', {})
})

test('nobody is asked who could not answer, and no day that is over is set', async () => {
  const { editor, viewer, contributor, owner } = world.as
  const left = await world.make('create-member', { name: 'Lea', role: 'editor' })
  await world.store.apply(owner, 'suspend-member', { id: left.id })
  const open = (input: object) =>
    world.store.apply(editor, 'open-round', {
      title: 'Who can say',
      modelId: model.id,
      ideaIds: ideas.map(({ id }) => id),
      raterIds: [contributor.id],
      ...input,
    })
  const today = new Date().toISOString().slice(0, 10)
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  const raterIds = [viewer.id, contributor.id, left.id]
  expect((await refusal(open({ raterIds, dueOn: yesterday }))).places).toEqual([
    {
      at: 'raterIds',
      says: 'The viewer may only look. Make them a contributor first, or leave them out.',
    },
    { at: 'raterIds', says: 'Lea is suspended. Reinstate them first, or leave them out.' },
    { at: 'dueOn', says: 'A day from today on, or none.' },
  ])
  expect((await refusal(open({ raterIds: [] }))).places).toEqual([
    { at: 'raterIds', says: 'Name one person at least.' },
  ])
  const { changed } = await open({ dueOn: today })
  expect(changed[0]?.row).toMatchObject({ dueOn: today, raterIds: [contributor.id] })
  await world.store.apply(editor, 'close-round', { round: must(changed[0]).id })
  await world.store.apply(world.system, 'show-rounds', {})
})
