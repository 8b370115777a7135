import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../../test/world.ts'
import { evaluate } from '../../../engine/computed.ts'
import { riceScore } from '../rules/rice.ts'
import type { ScoreExplained } from './explain-score.ts'
import type { LearnNext } from './learn-next.ts'
import type { Ranking } from './rank.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  const product = await world.make('create-product', { name: 'Ward' })
  const part = await world.make('create-product', { name: 'Sheet', parentId: product.id })
  const idea = (
    title: string,
    reach: number | null,
    effort: number,
    productId: string | null = null,
  ) => world.make('create-idea', { title, reach, impact: 2, confidence: 80, effort, productId })
  await idea('Best', 1000, 1, part.id)
  await idea('Tied one', 500, 1, product.id)
  await idea('Tied two', 1000, 2)
  await idea('Last', 10, 3)
  await idea('Unscored', null, 1)
  await world.make('create-idea', {
    title: 'Gone',
    reach: 9000,
    impact: 3,
    confidence: 100,
    effort: 1,
    state: 'withdrawn',
  })
})
afterAll(() => world.close())

const ranking = async (input: object = {}) =>
  (await world.store.view(world.as.viewer, 'rank', input)) as Ranking

test('ideas come by score, equals share a rank, and what is withdrawn is not ranked', async () => {
  const told = await ranking()
  expect(told.rows.map((row) => [row.title, row.rank, row.tied]).slice(0, 1)).toEqual([
    ['Best', 1, false],
  ])
  expect(told.rows.slice(1, 3).map((row) => [row.rank, row.tied])).toEqual([
    [2, true],
    [2, true],
  ])
  expect(told.rows.slice(3).map((row) => [row.title, row.rank])).toEqual([
    ['Last', 4],
    ['Unscored', null],
  ])
  expect([told.total, told.unscored, told.cut]).toEqual([5, 1, false])
})

test('products that are the same on paper are tied', async () => {
  const [one, other] = [
    await world.make('create-idea', {
      title: 'O',
      reach: 136,
      impact: 3,
      confidence: 80,
      effort: 1,
    }),
    await world.make('create-idea', {
      title: 'P',
      reach: 544,
      impact: 3,
      confidence: 100,
      effort: 5,
    }),
  ]
  const { rows } = await ranking()
  const [first, second] = [one, other].map(({ id }) => rows.find((row) => row.id === id))
  expect(first?.tied).toBe(true)
  expect(first?.rank).toBe(second?.rank)
  await world.store.apply(world.as.editor, 'trash-ideas', { ids: [one.id, other.id] })
})

test('a limit never splits a tie', async () => {
  expect((await ranking({ limit: 2 })).rows.length).toBe(3)
})

test('a product takes in its parts', async () => {
  const [product] = (
    await world.store.reader(world.as.viewer).list('product', { sort: 'name' })
  ).data.filter((row) => row['name'] === 'Ward')
  expect((await ranking({ productId: product?.id })).rows.map((row) => row.title)).toEqual([
    'Best',
    'Tied one',
  ])
  expect((await ranking({ productId: product?.ref })).rows).toHaveLength(2)
  await expect(ranking({ productId: 'PROD-99' })).rejects.toMatchObject({
    code: 'unknown',
    message: 'There is no product PROD-99 that you may see.',
  })
})

test('the score that the database keeps is the one that the rule gives', async () => {
  const { data } = await world.store.reader(world.as.viewer).list('idea', { limit: 200 })
  expect(data.map((row) => row['score'])).toEqual(data.map((row) => evaluate(riceScore, row)))
})

test('a score is explained on demand', async () => {
  const best = (await ranking()).rows[0]
  const told = (await world.store.view(world.as.viewer, 'explain-score', {
    idea: best?.ref,
  })) as ScoreExplained
  expect(told).toMatchObject({
    of: { ref: best?.ref },
    score: 1600,
    worked: '1,000 × 2 × 80 % ÷ 1 = 1,600',
    missing: [],
  })
})

test('estimates say how sure the order is, the same again by the same seed, and cost nobody’s wait', async () => {
  const { rows } = await ranking()
  const best = rows.find(({ title }) => title === 'Best')
  const second = rows.find(({ title }) => title === 'Tied one')
  for (const [on, low, likely, high] of [
    [best?.ref, 500, 1000, 1500],
    [second?.ref, 300, 900, 2000],
  ] as const)
    await world.make('estimate', { on, factor: 'reach', low, likely, high })
  const told = await ranking({ top: 1, seed: 7 })
  expect(told).toMatchObject({ top: 1, draws: 2000, seed: 7 })
  expect(told.changes).toBeGreaterThan(0.1)
  const [first] = told.rows
  expect(first?.low).toBeLessThan(Number(first?.expected))
  expect(first?.first).toBeGreaterThan(0.4)
  expect(first?.first).toBeLessThan(0.99)
  expect(first?.ranks?.from).toBe(1)
  expect(told.rows.filter((row) => row.group === 1).length).toBeGreaterThanOrEqual(2)
  expect((await ranking({ top: 1, seed: 7 })).rows).toEqual(told.rows)
})

test('what to learn first is said, and that nothing is worth learning where all of them fit', async () => {
  const learn = async (input: object) =>
    (await world.store.view(world.as.viewer, 'learn-next', input)) as LearnNext
  const told = await learn({ top: 1 })
  expect(told.lessons[0]).toMatchObject({ factor: 'reach' })
  expect(told.says).toContain('Learn this first: reach of')
  expect(told.verdict).toBe('no-test-planned')
  expect(told.rule).toBe('The choice is the idea with the largest expected score.')
  expect(told.lessons[0]?.how.steps.join(' ')).toMatch(/2,000 draws of seed 1/)
  expect(told.flip).toContain('comes in')
  expect(await learn({ top: 50 })).toMatchObject({
    verdict: 'nothing-to-learn',
    says: 'No test can change this choice.',
    lessons: [],
    flip: null,
  })
})

test('a test that is planned is told first, with how its worth came about, and one that lacks something is named', async () => {
  const { rows } = await ranking({ top: 1 })
  const best = rows.find(({ title }) => title === 'Best')
  const planned = await world.make('plan-experiment', {
    idea: best?.ref,
    title: 'Count them',
    hypothesis: 'A thousand',
    factor: 'reach',
    spread: 2000,
    plannedSample: 50,
    days: 5,
    cost: 1,
  })
  const bare = await world.make('plan-experiment', {
    idea: best?.ref,
    title: 'Some day',
    hypothesis: 'Perhaps',
    factor: 'effort',
  })
  const told = (await world.store.view(world.as.viewer, 'learn-next', { top: 1 })) as LearnNext
  expect(told.verdict).toBe('learn')
  expect(told.says).toBe('Test this first: “Count them”. It could change the choice.')
  const [first] = told.tests
  expect(first).toMatchObject({
    ref: planned.ref,
    idea: best?.ref,
    factor: 'reach',
    state: 'planned',
    pays: true,
    cost: 1,
    days: 5,
  })
  expect(first?.value).toBeLessThanOrEqual(
    told.lessons.find(({ ref, factor }) => ref === best?.ref && factor === 'reach')?.value ?? 0,
  )
  expect(first?.rate).toBeCloseTo(((first?.value ?? 0) - 1) / 5, 9)
  expect(first?.how.steps.join(' ')).toContain('The mean of 50 observations, each off by 2,000')
  expect(told.unvalued).toMatchObject([
    {
      ref: bare.ref,
      says: 'It cannot be valued yet. It lacks: Spread of one observation, Planned sample and Days that it takes.',
    },
  ])
})

test('the score of an idea that was estimated is explained as it is ranked', async () => {
  const unscored = (await ranking()).rows.find(({ title }) => title === 'Unscored')
  for (const [factor, likely] of [
    ['reach', 1000],
    ['impact', 1],
    ['confidence', 80],
    ['effort', 2],
  ] as const)
    await world.make('estimate', { on: unscored?.ref, factor, likely })
  const explained = async () =>
    (await world.store.view(world.as.viewer, 'explain-score', {
      idea: unscored?.ref,
    })) as ScoreExplained
  const ranked = (await ranking()).rows.find(({ title }) => title === 'Unscored')
  expect(ranked?.expected).toBe(400)
  for (const told of [await explained(), ranked?.explanation])
    expect(told).toMatchObject({
      score: null,
      missing: [],
      says: 'By what people estimated, a score of 400 is to be expected.',
    })
})

test('what is delivered is not ranked any more, and is again once its item is open again', async () => {
  const before = await ranking()
  const best = before.rows.find(({ title }) => title === 'Best')
  const item = await world.make('promote-idea', { idea: best?.ref, commitment: 'now' })
  expect((await ranking()).total).toBe(before.total)
  const done = await world.make('update-roadmap-item', { id: item.id, status: 'done' })
  const told = await ranking()
  expect(told.total).toBe(before.total - 1)
  expect(told.rows.map(({ title }) => title)).not.toContain('Best')
  expect(await world.store.view(world.as.viewer, 'delivered', {})).toEqual({
    ideas: [{ id: best?.id, ref: best?.ref, title: 'Best' }],
  })
  const learn = (await world.store.view(world.as.viewer, 'learn-next', { top: 1 })) as LearnNext
  expect(JSON.stringify(learn)).not.toContain('Best')
  await world.make('update-roadmap-item', {
    id: item.id,
    status: 'in-progress',
    version: done.version,
  })
  expect((await ranking()).total).toBe(before.total)
})
