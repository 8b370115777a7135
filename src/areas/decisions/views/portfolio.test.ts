import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../../test/world.ts'
import type { Row } from '../../../engine/record.ts'
import type { PlansCompared } from './compare-plans.ts'
import type { PortfolioAnswer } from './portfolio.ts'

let world: World
const ideas = new Map<string, Row>()
beforeAll(async () => {
  world = await openWorld()
  const idea = async (title: string, reach: number, effort: number, more: object = {}) => {
    const made = await world.make('create-idea', {
      title,
      reach,
      impact: 1,
      confidence: 100,
      effort,
      ...more,
    })
    ideas.set(title, made)
  }
  await idea('Large', 1000, 5)
  await idea('Middle', 600, 3)
  await idea('Small', 500, 2)
  await idea('Needs small', 300, 1)
  await idea('Built', 900, 1)
  await idea('Hidden', 5000, 1, { draft: true })
  await world.make('create-capacity', { function: 'Engineering', period: '2031-Q1', amount: 6 })
  await world.make('link', { from: of('Needs small'), relation: 'depends-on', to: of('Small') })
  const item = await world.make('promote-idea', { idea: of('Built'), commitment: 'now' })
  await world.make('update-roadmap-item', { id: item.id, status: 'done' })
})
afterAll(() => world.close())

const of = (title: string): string => ideas.get(title)?.ref ?? ''
const portfolio = async (input: object = {}, as = world.as.viewer) =>
  (await world.store.view(as, 'portfolio', input)) as PortfolioAnswer
const refused = (input: object) =>
  world.store.apply(world.as.editor, 'save-plan', input).then(
    () => 'done',
    (error: { readonly code: string }) => error.code,
  )

test('a period without capacity is refused with those that have some', async () => {
  await expect(portfolio({ period: '2031-Q2' })).rejects.toMatchObject({
    code: 'invalid',
    places: [
      { at: 'period', says: 'Name one that has capacity, such as 2031-Q1, or add capacity.' },
    ],
  })
})

test('the set that fits is chosen beside the process, of what one sees and what is not built yet', async () => {
  const told = await portfolio()
  expect(told.period).toBe('2031-Q1')
  expect(told.chosen.map(({ title }) => title)).toEqual(['Middle', 'Small', 'Needs small'])
  expect(told.value).toBe(1400)
  expect(told.proof).toBe('No other set that fits brings more; that is proven.')
  expect(told.spend).toEqual([
    { function: 'Engineering', used: 6, low: 6, high: 6, capacity: 6, over: 0 },
  ])
  expect(told.leftOut).toMatchObject([
    {
      title: 'Large',
      why: 'With all that is in: Engineering lacks 5 person-months.',
      toEnter: '“Middle”, “Small” and “Needs small” must leave; the set loses 400.',
    },
  ])
  expect(told.notes.map(({ says }) => says)).toContain(
    '1 idea is delivered already and asks for no more room.',
  )
  expect(told.frontier.find(({ capacity }) => capacity === 100)?.value).toBe(1400)
  expect(told.frontier.at(-1)?.value).toBe(2400)
})

test('musts, nevers and shares are kept, by ref; what cannot be kept together is said', async () => {
  const must = await portfolio({ must: [of('Large')] })
  expect(must.chosen.map(({ title, must: is }) => [title, is])).toEqual([['Large', true]])
  const never = await portfolio({ never: [of('Small')] })
  expect(never.leftOut.map(({ title, why }) => [title, why])).toContainEqual([
    'Needs small',
    'With all that is in: “Needs small” depends on “Small”.',
  ])
  const both = await portfolio({ must: [of('Large'), of('Middle')] })
  expect(both.says).toBe('No set of ideas keeps all that is asked.')
  expect(both.conflicts[0]?.says).toContain('“Large” must be in')
  await expect(portfolio({ must: [of('Hidden')] })).rejects.toMatchObject({ code: 'unknown' })
  await expect(portfolio({ shares: ['OBJ-99: 20 %'] })).rejects.toMatchObject({ code: 'invalid' })
  await expect(portfolio({ shares: ['a lot'] })).rejects.toMatchObject({ code: 'invalid' })
})

test('a share goes to what advances an objective or what is under it', async () => {
  const all = await world.make('create-objective', { title: 'All', period: '2031' })
  const part = await world.make('create-objective', { title: 'Part', parentId: all.id })
  await world.make('link', { from: of('Large'), relation: 'advances', to: part.ref })
  for (const shares of [[`${all.ref}: 60 %`], ['2031: 60 %']]) {
    const told = await portfolio({ shares })
    expect(told.chosen.map(({ title }) => title)).toEqual(['Large'])
  }
})

test('a set that fits is saved with its value, and one that does not is refused with what it breaks', async () => {
  const given = { title: 'First', period: '2031-Q1' }
  const ideaIds = ['Middle', 'Small'].map(of)
  const plan = await world.make('save-plan', { ...given, ideaIds, gap: 0 })
  expect(plan).toMatchObject({ kind: 'scenario', value: 1100, gap: 0, draft: false })
  expect(await refused({ ...given, ideaIds: [of('Large'), of('Small')] })).toBe('invalid')
  expect(await refused({ ...given, ideaIds: [of('Needs small')] })).toBe('invalid')
  expect(await refused({ ...given, ideaIds: [of('Built')] })).toBe('invalid')
  expect(await refused({ ...given, ideaIds: [of('Hidden')] })).toBe('invalid')
  const mine = await world.make('save-plan', {
    ...given,
    period: '2031-Q4',
    ideaIds: [of('Hidden')],
  })
  expect(mine['draft']).toBe(true)
})

test('a plan is filled and made the baseline by the commands that weigh it alone', async () => {
  const said = { title: 'By hand', period: '2031-Q1' }
  const made = await world.make('create-plan', said)
  for (const given of [{ kind: 'baseline' }, { ideaIds: [of('Middle')] }])
    for (const [name, input] of [
      ['create-plan', said],
      ['update-plan', { id: made.id }],
    ] as const)
      await expect(
        world.store.apply(world.as.editor, name, { ...input, ...given }),
      ).rejects.toMatchObject({ code: 'invalid' })
})

test('deciding on a plan settles its ideas and makes it the baseline; the one before is a scenario again', async () => {
  const save = (title: string, names: readonly string[]) =>
    world.make('save-plan', { title, period: '2031-Q1', ideaIds: names.map(of) })
  const [old, next] = [await save('Old', ['Middle']), await save('Next', ['Small', 'Needs small'])]
  const adopt = async (plan: Row) =>
    world.make('adopt-plan', { plan: plan.ref, sentence: `We go for ${String(plan['title'])}.` })
  const decision = await adopt(old)
  await adopt(next)
  const reader = world.store.reader(world.as.viewer)
  expect(await reader.get('plan', old.id)).toMatchObject({
    kind: 'scenario',
    decisionId: decision.id,
  })
  const now = await reader.get('plan', next.id)
  expect(now?.['kind']).toBe('baseline')
  const settled = (await reader.links([String(now?.['decisionId'])])).map((one) => one['toId'])
  expect(new Set(settled)).toEqual(
    new Set(['Small', 'Needs small'].map((title) => ideas.get(title)?.id)),
  )
  await expect(
    world.store.apply(world.as.editor, 'adopt-plan', { plan: next.ref, sentence: 'Again.' }),
  ).rejects.toMatchObject({ code: 'invalid' })
  const told = (await world.store.view(world.as.viewer, 'compare-plans', {
    before: old.ref,
    after: next.ref,
  })) as PlansCompared
  expect(told).toMatchObject({
    valueBefore: 600,
    valueAfter: 800,
    valueDifference: 200,
    entered: [{ title: 'Small' }, { title: 'Needs small' }],
    left: [{ title: 'Middle' }],
    spend: [{ function: 'Engineering', before: 3, after: 3, difference: 0 }],
    unseen: 0,
  })
})
