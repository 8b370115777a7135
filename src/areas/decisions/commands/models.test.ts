import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusal } from '../../../../test/refusal.ts'
import { openWorld, type World } from '../../../../test/world.ts'
import { must } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import type { ScoreExplained } from '../views/explain-score.ts'
import type { DemandTold } from '../views/demand.ts'
import type { Ranking } from '../views/rank.ts'
import type { SideBySide } from '../views/models-side-by-side.ts'

let world: World
let ideas: readonly Row[] = []
const added = async (input: object): Promise<{ model: Row; criteria: readonly Row[] }> => {
  const { changed } = await world.store.apply(world.as.editor, 'add-model', input)
  const rows = changed.flatMap(({ row }) => row ?? [])
  return {
    model: must(rows.find((row) => row.ref.startsWith('MODEL'))),
    criteria: rows.filter((row) => row.ref.startsWith('CRIT')),
  }
}
const rate = (
  idea: Row | undefined,
  criterion: Row | undefined,
  input: object,
  as = world.as.owner,
) => world.store.apply(as, 'rate', { idea: idea?.id, criterion: criterion?.id, ...input })
const view = async <T>(name: string, input: object): Promise<T> =>
  (await world.store.view(world.as.viewer, name, input)) as T
beforeAll(async () => {
  world = await openWorld()
  const made: Row[] = []
  for (const title of ['Keep the job', 'Ring for a change', 'A dark paper'])
    made.push(
      await world.make('create-idea', { title, reach: 100, impact: 1, confidence: 80, effort: 1 }),
    )
  ideas = made
})
afterAll(() => world.close())

test('a template brings its criteria, in one commit that one undo takes back', async () => {
  const { model, criteria } = await added({ method: 'wsjf' })
  expect(model).toMatchObject({ title: 'WSJF', isOffered: true, formula: null })
  expect(criteria.map((row) => [row['name'], row['least'], row['most']])).toEqual([
    ['Value', 1, 20],
    ['Urgency', 1, 20],
    ['Risk', 1, 20],
    ['Size', 1, 20],
  ])
  const reader = world.store.reader(world.as.viewer)
  const [last] = await reader.history({ id: model.id, limit: 1 })
  await world.store.undo(world.as.editor, must(last).commit.seq)
  for (const { ref } of criteria) expect(await reader.get('criterion', ref)).toBeUndefined()
  expect(await reader.get('scoring-model', model.ref)).toBeUndefined()
})

test('ideas are ranked under a model once they are rated, and the score says how it came about', async () => {
  const { model, criteria } = await added({ method: 'value-effort', title: 'Worth it' })
  const [value, effort] = criteria
  await rate(ideas[0], value, { likely: 4 })
  await rate(ideas[0], effort, { likely: 2 })
  await rate(ideas[1], value, { low: 3, likely: 6, high: 8 })
  await rate(ideas[1], effort, { likely: 2 })
  const told = await view<Ranking>('rank', { model: model.ref, top: 1 })
  expect(told.rows.map(({ title, rank }) => [title, rank])).toEqual([
    ['Ring for a change', 1],
    ['Keep the job', 2],
    ['A dark paper', null],
  ])
  expect(told.rows[0]?.low).toBeLessThan(told.rows[0]?.high ?? 0)
  expect(told.rows[0]?.first).toBeGreaterThan(0.7)
  expect(told).toMatchObject({ top: 1, seed: 1, unscored: 1 })
  expect(await view<Ranking>('rank', { model: model.ref, top: 1 })).toEqual(told)
  const explained = await view<ScoreExplained>('explain-score', {
    idea: ideas[0]?.ref,
    model: model.ref,
  })
  expect(explained).toMatchObject({
    method: 'Worth it',
    formula: 'Value ÷ Effort',
    score: 2,
    factors: [{ value: 4 }, { value: 2 }],
  })
})

test('a rating lies on the scale of its criterion, and who may not rate by it is refused', async () => {
  const { criteria } = await added({ method: 'ice' })
  const [impact] = criteria
  const told = await refusal(rate(ideas[0], impact, { likely: 11 }))
  expect(told.places).toEqual([{ at: 'likely', says: 'From 1 to 10.' }])
  await world.store.apply(world.as.editor, 'update-criterion', {
    id: impact?.id,
    raterIds: [world.as.admin.id],
  })
  expect((await refusal(rate(ideas[0], impact, { likely: 3 }))).code).toBe('denied')
  await rate(ideas[0], impact, { likely: 3 }, world.as.admin)
})

test('a formula of one’s own is read where it is given: names, units, circles, each at its place', async () => {
  const { model, criteria } = await added({
    method: 'formula',
    formula: '(Value + Urgency) / Effort',
  })
  expect(criteria.map((row) => row['name'])).toEqual(['Value', 'Urgency', 'Effort'])
  const change = (input: object) =>
    world.store.apply(world.as.editor, 'update-scoring-model', { id: model.id, ...input })
  const says = async (formula: string): Promise<readonly string[]> =>
    (await refusal(change({ formula }))).places.map((place) => place.says)
  expect(await says('(Value +\n Urgncy) / Effort')).toEqual([
    'Line 2, column 2: No criterion of this model is called Urgncy; Urgency is meant, perhaps. Write Urgency there.',
  ])
  expect(await says('Value / ')).toEqual([
    'Line 1, column 7: A number, a name or a parenthesis is missing beside /.',
  ])
  expect(
    (
      await refusal(
        world.store.apply(world.as.editor, 'add-model', { method: 'formula', formula: 'a +' }),
      )
    ).code,
  ).toBe('invalid')
  // units: what is in weeks cannot be added to what is in euros
  const set = (at: number, input: object) =>
    world.store.apply(world.as.editor, 'update-criterion', { id: criteria[at]?.id, ...input })
  await change({ formula: 'Value / Effort' })
  await set(0, { unit: 'EUR' })
  await set(2, { unit: 'week' })
  expect(await says('Value + Effort')).toEqual([
    'Line 1, column 9: week cannot stand beside EUR: the units differ.',
  ])
  // none of what the formula speaks of can go, or be called otherwise
  expect(
    (await refusal(world.store.apply(world.as.editor, 'remove-criterion', { id: criteria[0]?.id })))
      .message,
  ).toContain('A formula speaks of Value')
  expect((await refusal(set(0, { name: 'Worth' }))).places[0]?.at).toBe('name')
  expect((await refusal(set(1, { name: 'Value' }))).places[0]?.says).toContain(
    'is called Value already',
  )
  // a circle
  await set(1, { source: 'formula', formula: 'Value * 2' })
  expect(
    (await refusal(set(0, { source: 'formula', formula: 'Urgency / 2' }))).places[0]?.says,
  ).toBe(
    'Urgency → Value → Urgency: these are worked out of each other. Give one of them otherwise.',
  )
})

test('a criterion that no formula speaks of goes as it came', async () => {
  const { criteria } = await added({ method: 'weighted' })
  await world.store.apply(world.as.editor, 'remove-criterion', { id: criteria[3]?.id })
  const reader = world.store.reader(world.as.viewer)
  expect(await reader.get('criterion', String(criteria[3]?.ref))).toBeUndefined()
})

test('weights change together and with a reason, which stands on the model and in its history', async () => {
  const { model, criteria } = await added({ method: 'weighted' })
  const [value, fit] = criteria
  await world.store.apply(world.as.editor, 'weigh', {
    model: model.ref,
    weights: [`${value?.ref}=10`, `${fit?.ref}=60`],
    reason: 'The board wants the strategy first',
  })
  const reader = world.store.reader(world.as.viewer)
  expect((await reader.get('criterion', String(fit?.ref)))?.['weight']).toBe(60)
  expect((await reader.get('scoring-model', model.ref))?.['reason']).toBe(
    'The board wants the strategy first',
  )
  const [last] = await reader.history({ limit: 1 })
  expect(last?.commit.command).toBe('weigh')
  expect(last?.changes.map(({ record }) => record).toSorted()).toEqual([
    'criterion',
    'criterion',
    'scoring-model',
  ])
  const none = refusal(
    world.store.apply(world.as.editor, 'weigh', {
      model: model.ref,
      weights: criteria.map(({ ref }) => `${ref}=0`),
      reason: 'Nothing counts',
    }),
  )
  expect((await none).places.map(({ says }) => says)).toEqual([
    'At least one criterion has weight.',
  ])
})

test('demand is counted from what asks for an idea: votes, people, companies, revenue, by segment', async () => {
  const company = (name: string, minor: number, tier: string) =>
    world.make('create-company', { name, tier, revenue: { minor, currency: 'EUR' } })
  const large = await company('Large', 5_000_000, 'enterprise')
  const small = await company('Small', 100_000, 'starter')
  const idea = await world.make('create-idea', { title: 'Asked for' })
  for (const [at, of] of [large, large, small].entries()) {
    const contact = await world.make('create-contact', { name: `Person ${at}`, companyId: of.id })
    const feedback = await world.make('create-feedback', {
      text: `We want it ${at}`,
      contactId: contact.id,
    })
    await world.make('ask-for', { feedbackId: feedback.id, ideaId: idea.id })
  }
  const told = await view<DemandTold>('demand', {})
  expect(told.currency).toBe('EUR')
  expect(told.rows[0]).toMatchObject({
    title: 'Asked for',
    votes: 3,
    people: 3,
    companies: 2,
    revenue: 51_000,
  })
  // three fresh, independent sources: 3 ÷ (3 + 1)
  expect(told.rows[0]?.evidence).toBeCloseTo(0.75, 3)
  const segment = await view<DemandTold>('demand', { segment: 'enterprise' })
  expect(segment.rows.find(({ title }) => title === 'Asked for')).toMatchObject({
    votes: 2,
    companies: 1,
    revenue: 50_000,
  })
})

test('models stand side by side with how far they agree', async () => {
  const told = await view<SideBySide>('models-side-by-side', {})
  expect(told.models[0]).toMatchObject({ ref: 'RICE' })
  expect(told.models.length).toBeGreaterThan(4)
  expect(told.rows.every(({ ranks }) => ranks.length === told.models.length)).toBe(true)
  expect(told.agreement.length).toBe((told.models.length * (told.models.length - 1)) / 2)
})

test('confidence is computed from what is linked, and another one takes a reason that shows', async () => {
  const idea = await world.make('create-idea', { title: 'Believed in', confidence: 100 })
  for (const at of [1, 2, 3]) {
    const contact = await world.make('create-contact', { name: `Interviewed ${at}` })
    const feedback = await world.make('create-feedback', {
      text: `Said in an interview ${at}`,
      source: 'Interview',
      contactId: contact.id,
    })
    await world.make('ask-for', { feedbackId: feedback.id, ideaId: idea.id })
  }
  const told = await view<{ percent: number; says: string; override: string }>(
    'computed-confidence',
    { idea: idea.ref },
  )
  // user evidence: each fresh piece 3, and no more than 3 together, of 10
  expect(told).toMatchObject({
    percent: 30,
    says: 'Computed 30 %: 3 interviews, the newest 0 days old.',
    override: 'Typed in: 100 %, without a reason.',
  })
  const bare = refusal(
    world.store.apply(world.as.editor, 'override-confidence', { idea: idea.id, confidence: 80 }),
  )
  expect((await bare).code).toBe('invalid')
  await world.store.apply(world.as.editor, 'override-confidence', {
    idea: idea.id,
    confidence: 80,
    reason: 'We built it once before',
  })
  expect(await view<{ override: string }>('computed-confidence', { idea: idea.ref })).toMatchObject(
    { override: 'Typed in: 80 %. We built it once before' },
  )
})
