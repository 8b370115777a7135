import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scorecard, type Criterion } from './scorecard.ts'

/**
 * Laws: a score is within 0 and 1; it never falls when a value moves to its better end; it does not
 * depend on the unit of the weights or the order of the criteria; turning a scale round turns the
 * score round.
 */
const criterion = (id: string, weight: number, better: 'more' | 'less' = 'more'): Criterion => ({
  id,
  weight,
  better,
  low: 1,
  high: 5,
})

test('weights that sum to zero are refused, and so are those below it', () => {
  const none = [criterion('a', 0), criterion('b', 0)]
  expect(scorecard(none, { a: 1, b: 2 })).toEqual({
    kind: 'refused',
    code: 'no-weight',
    ids: ['a', 'b'],
  })
  expect(scorecard([], {})).toEqual({ kind: 'refused', code: 'no-weight', ids: [] })
  expect(scorecard([criterion('a', 2), criterion('b', -2)], {})).toMatchObject({
    code: 'weight',
    ids: ['b'],
  })
  expect(scorecard([criterion('a', Infinity)], {})).toMatchObject({ code: 'weight' })
  expect(scorecard([criterion('a', Number.NaN)], {})).toMatchObject({ code: 'weight' })
  const vast = [criterion('a', 1e308), criterion('b', 1e308)]
  expect(scorecard(vast, { a: 1, b: 1 })).toMatchObject({ code: 'weight', ids: ['a', 'b'] })
})

test('a scale without ends in order, and a criterion that is there twice, are refused', () => {
  expect(scorecard([{ ...criterion('a', 1), high: 1 }], { a: 1 })).toMatchObject({
    code: 'scale',
    ids: ['a'],
  })
  expect(scorecard([criterion('a', 1), criterion('a', 1)], { a: 1 })).toMatchObject({
    code: 'twice',
    ids: ['a'],
  })
})

test('what is missing or off its scale is named, unless it weighs nothing', () => {
  const card = [criterion('a', 1), criterion('b', 1), criterion('c', 0), criterion('d', 2)]
  expect(scorecard(card, { a: 6, d: 3 })).toEqual({
    kind: 'score',
    score: null,
    missing: ['b'],
    outside: ['a'],
    parts: [
      { id: 'a', weight: 0.25, standing: null },
      { id: 'b', weight: 0.25, standing: null },
      { id: 'c', weight: 0, standing: null },
      { id: 'd', weight: 0.5, standing: 0.5 },
    ],
  })
})

test('weights of 3 and 1 are 75 and 25 %, and less can be better', () => {
  const card = [criterion('value', 3), criterion('cost', 1, 'less')]
  expect(scorecard(card, { value: 4, cost: 2 })).toMatchObject({
    score: 0.75 * 0.75 + 0.25 * 0.75,
  })
  expect(scorecard(card, { value: 5, cost: 1 })).toMatchObject({ score: 1 })
  expect(scorecard(card, { value: 1, cost: 5 })).toMatchObject({ score: 0 })
})

const cards = fc.array(
  fc.record({
    weight: fc.integer({ min: 0, max: 10 }),
    better: fc.constantFrom('more' as const, 'less' as const),
    value: fc.integer({ min: 1, max: 5 }),
  }),
  { minLength: 1, maxLength: 6 },
)

test('the laws of a scorecard', () => {
  fc.assert(
    fc.property(cards, fc.nat(), fc.integer({ min: 2, max: 50 }), (rows, which, unit) => {
      fc.pre(rows.some(({ weight }) => weight > 0))
      const card = rows.map(({ weight, better }, at) => criterion(`c${at}`, weight, better))
      const values = Object.fromEntries(rows.map(({ value }, at) => [`c${at}`, value]))
      const scoreOf = (criteria: readonly Criterion[], given = values): number => {
        const told = scorecard(criteria, given)
        return told.kind === 'refused' ? Number.NaN : (told.score ?? Number.NaN)
      }
      const score = scoreOf(card)
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1 + 1e-12)
      expect(scoreOf(card.toReversed())).toBeCloseTo(score, 12)
      expect(scoreOf(card.map((one) => ({ ...one, weight: one.weight * unit })))).toBeCloseTo(
        score,
        12,
      )
      const turned = card.map((one): Criterion => ({
        ...one,
        better: one.better === 'more' ? 'less' : 'more',
      }))
      expect(scoreOf(turned)).toBeCloseTo(1 - score, 12)
      const moved = card[which % card.length] ?? expect.unreachable()
      const step = moved.better === 'more' ? 1 : -1
      const then = Math.min(5, Math.max(1, (values[moved.id] ?? 1) + step))
      expect(scoreOf(card, { ...values, [moved.id]: then })).toBeGreaterThanOrEqual(score - 1e-12)
    }),
  )
})
