/**
 * The laws of every order under a model: a rank is a place in a permutation, it does not hang on the order in which
 * ideas or ratings come, and a score never falls when something good rises.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { english } from '../../../../engine/words.ts'
import { cellsOf } from './cells.ts'
import { explainModel } from './explain-model.ts'
import type { Criterion } from './model.ts'
import { askedOf, criteriaFor, rating, scoreOf, type Value } from './models.world.ts'
import { modelOrder } from './order.ts'

const value = fc.double({ min: 1, max: 5, noNaN: true })
const threeOf = fc
  .tuple(value, value, value)
  .map((three) => three.toSorted((one, other) => one - other))
  .map(([low = 1, likely = 1, high = 1]): Value => [low, likely, high])
const ratedIdea = fc.record({
  Value: fc.oneof(value, threeOf),
  Fit: fc.oneof(value, threeOf),
  Effort: fc.oneof(value, threeOf),
})
const weighted = criteriaFor('weighted').filter(({ name }) => name !== 'Companies')

test('ranks are a permutation, and hang neither on the order of ideas nor on that of ratings', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), ratedIdea, { minKeys: 1, maxKeys: 12 }),
      fc.integer({ min: 1, max: 5 }),
      (ideas, top) => {
        const asked = askedOf('weighted', weighted, ideas, { draws: 200, top })
        const told = modelOrder(asked)
        const turned = modelOrder({
          ...asked,
          ideas: asked.ideas.toReversed(),
          ratings: asked.ratings.toReversed(),
        })
        expect(turned).toEqual(told)
        expect(told.standings.map(({ id }) => id).toSorted()).toEqual(asked.ideas.toSorted())
        // Every rank is somebody's in every draw: the chances of the first add up to one.
        expect(told.standings.reduce((sum, { first }) => sum + first, 0)).toBeCloseTo(1, 9)
        expect(told.standings.reduce((sum, { inTop }) => sum + inTop, 0)).toBeCloseTo(
          Math.min(top, asked.ideas.length),
          9,
        )
      },
    ),
    { numRuns: 40 },
  )
})

test('a score never falls when a benefit rises, and never rises with effort', () => {
  fc.assert(
    fc.property(ratedIdea, value, value, (rest, one, other) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)]
      for (const [name, better] of [
        ['Value', 1],
        ['Effort', -1],
      ] as const) {
        const at = (given: number): number =>
          scoreOf(askedOf('weighted', weighted, { a: { ...rest, [name]: given } }), 'a') ?? 0
        expect(better * (at(more) - at(less))).toBeGreaterThanOrEqual(-1e-12)
      }
    }),
    { numRuns: 40 },
  )
})

test('whoever weighs the same on paper shares a place, however the sum is rounded', () => {
  const steps = [1, 2, 3, 4, 5]
  const ideas = Object.fromEntries(
    steps.flatMap((Value) =>
      steps.flatMap((Fit) =>
        steps.map((Effort) => [`${Value}${Fit}${Effort}`, { Value, Fit, Effort }] as const),
      ),
    ),
  )
  const onPaper = new Set(
    Object.values(ideas).map(({ Value, Fit, Effort }) => 40 * Value + 30 * Fit - 15 * Effort),
  )
  const { standings } = modelOrder(askedOf('weighted', weighted, ideas))
  expect(new Set(standings.map(({ expected }) => expected)).size).toBe(onPaper.size)
})

test('what is not rated by everything that counts has no score, and says what it lacks', () => {
  const told = modelOrder(
    askedOf('wsjf', criteriaFor('wsjf'), {
      a: { Value: 8, Urgency: 5, Risk: 1, Size: 2 },
      b: { Value: 8, Size: 2 },
    }),
  )
  expect(told.standings.map(({ id }) => id)).toEqual(['a'])
  expect(told.lacking).toEqual([{ id: 'b', criterionIds: ['Urgency', 'Risk'] }])
})

test('people who disagree make the order unsure, those who agree do not', () => {
  const asked = askedOf('value-effort', criteriaFor('value-effort'), {
    a: { Value: 6, Effort: 2 },
    b: { Value: 5, Effort: 2 },
  })
  expect(modelOrder(asked)).toMatchObject({ isUncertain: false, changes: 0, draws: 1 })
  const doubted = modelOrder({
    ...asked,
    ratings: [...asked.ratings, rating('b', 'Value', 9, 'bea')],
  })
  expect(doubted.isUncertain).toBe(true)
  expect(doubted.changes).toBeGreaterThan(0.2)
})

test('the weight that would turn the cut turns it', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.stringMatching(/^[a-z]{1,6}$/),
        fc.record({ Value: value, Fit: value, Effort: value }),
        { minKeys: 3, maxKeys: 8 },
      ),
      (ideas) => {
        const asked = askedOf('weighted', weighted, ideas)
        const [turn] = modelOrder(asked).flips
        if (turn === undefined) return
        const leadAt = (weight: number): number => {
          const told = modelOrder({
            ...asked,
            criteria: weighted.map((one) =>
              one.id === turn.criterionId ? { ...one, weight } : one,
            ),
          })
          const at = (id: string): number =>
            told.standings.find((one) => one.id === id)?.expected ?? 0
          return at(turn.leaves) - at(turn.enters)
        }
        expect(leadAt(turn.at)).toBeCloseTo(0, 9)
        expect(leadAt(turn.is)).toBeGreaterThanOrEqual(-1e-12)
      },
    ),
    { numRuns: 40 },
  )
})

test('a formula of one’s own is worked out over criteria that are worked out of others', () => {
  const criteria: readonly Criterion[] = [
    ...criteriaFor('value-effort'),
    {
      ...(criteriaFor('value-effort')[0] as Criterion),
      id: 'Net',
      name: 'Net',
      title: 'Net',
      source: 'formula',
      formula: 'Value - Effort',
    },
  ]
  const asked = {
    ...askedOf('formula', criteria, { a: { Value: 7, Effort: 3 }, b: { Value: 1 } }),
    model: { id: 'm', method: 'formula', formula: 'max(Net, 0) * 2' } as const,
  }
  expect(scoreOf(asked, 'a')).toBe(8)
  // 1 − missing is missing, so that b has no score and says why
  expect(modelOrder(asked).lacking).toEqual([{ id: 'b', criterionIds: ['Effort'] }])
})

test('a score says how it came about', () => {
  const criteria = criteriaFor('wsjf')
  const asked = askedOf('wsjf', criteria, { a: { Value: 8, Urgency: 5, Risk: 1, Size: 2 } })
  const told = explainModel(
    {
      model: { ...asked.model, title: 'Ours' },
      criteria,
      cells: cellsOf(asked.ideas, criteria, asked.ratings, {}),
      score: 7,
    },
    'a',
    english,
  )
  expect(told).toMatchObject({
    method: 'Ours',
    formula: '(Value + Urgency + Risk) ÷ Size',
    says: 'The score is 7.',
    missing: [],
  })
  expect(told.factors.map(({ word, value: of }) => [word, of])).toEqual([
    ['User and business value', 8],
    ['Time criticality', 5],
    ['Risk reduction or opportunity enablement', 1],
    ['Job size', 2],
  ])
})

test('a criterion that was rated does not say that nobody has, and Kano does not multiply answers', () => {
  const criteria = criteriaFor('kano')
  const asked = askedOf('kano', criteria, { a: { Functional: 1 } })
  const told = explainModel(
    {
      model: { ...asked.model, title: 'Kano' },
      criteria,
      cells: cellsOf(asked.ideas, criteria, asked.ratings, {}),
      score: null,
    },
    'a',
    english,
  )
  expect(told.factors.map(({ asks }) => asks)).toEqual(['', 'Nobody has rated it yet.'])
  expect(told.formula).toBe('(A + 2 · O + M) ÷ (A + O + M + I)')
})
