import { describe, expect, test } from 'vitest'
import { must } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import { certaintyOf, learntOf, type Learnt, type Standing } from './certainty.ts'

const row = (id: string, more: object): Row => ({ id, ...more }) as unknown as Row

const idea = (id: string, reach: number | null = 1000): Row =>
  row(id, { reach, impact: 1, confidence: 100, effort: 1 })

const estimate = (
  ideaId: string,
  [low, likely, high]: readonly [number, number, number],
  { factor = 'reach', raterId = 'ana' } = {},
): Row => row(`${ideaId} ${raterId}`, { ideaId, factor, low, likely, high, raterId })

const weigh = (
  ideas: readonly Row[],
  estimates: readonly Row[],
  more: { readonly top?: number; readonly draws?: number; readonly seed?: number } = {},
): Learnt =>
  must(learntOf({ ideas, estimates, top: 1, draws: 4_096, seed: 1, ...more }), 'something unsure')

const of = (all: Learnt, id: string): Standing => {
  const found = all.standings.find((one) => one.id === id)
  if (found === undefined) throw new Error(id)
  return found
}

describe('an order of points', () => {
  const points = [idea('a', 10), idea('b', 30), idea('c', 20)]
  const hardly = [estimate('a', [9, 10, 11])]

  test('is nothing to be unsure of', () => {
    expect(certaintyOf({ ideas: points, estimates: [], top: 1, draws: 100, seed: 1 })).toBeNull()
  })

  test('stays as it is beside an idea that is far away', () => {
    const all = weigh(points, hardly)
    expect(all.standings.map(({ id, place, first, group }) => [id, place, first, group])).toEqual([
      ['b', 1, 1, 0],
      ['c', 2, 0, 1],
      ['a', 3, 0, 2],
    ])
    expect(of(all, 'b')).toMatchObject({
      expected: 30,
      low: 30,
      high: 30,
      bestRank: 1,
      worstRank: 1,
    })
    expect(all.learn).toMatchObject({
      verdict: 'nothing-to-learn',
      perfect: 0,
      changes: 0,
      questions: [],
    })
  })

  test('flips when the next one is worth as much more as it lacks', () => {
    expect(weigh(points, hardly).flip).toEqual({ enters: 'c', leaves: 'b', by: 1.5 })
    expect(weigh(points, hardly, { top: 3 }).flip).toBeNull()
  })

  test('gives ideas that are equal one place, one group, and each half of the first rank', () => {
    const { standings } = weigh([idea('x'), idea('y'), ...points], hardly)
    expect(standings.slice(0, 2).map(({ place, first, group }) => [place, first, group])).toEqual([
      [1, 0.5, 0],
      [1, 0.5, 0],
    ])
  })
})

describe('an order of ranges', () => {
  const wide = [500, 1000, 2000] as const

  test('of ideas about which the same is thought has them first equally often, in one group', () => {
    const all = weigh(
      ['a', 'b', 'c'].map((id) => idea(id)),
      ['a', 'b', 'c'].map((id) => estimate(id, wide)),
    )
    for (const { first, group } of all.standings) {
      expect(first).toBeCloseTo(1 / 3, 1)
      expect(group).toBe(0)
    }
    expect(all.standings.reduce((sum, { first }) => sum + first, 0)).toBeCloseTo(1, 9)
  })

  test('does not depend on the order in which ideas and estimates come', () => {
    const ideas = ['a', 'b', 'c'].map((id) => idea(id))
    const estimates = [
      estimate('a', wide),
      estimate('a', [100, 200, 900], { raterId: 'ben' }),
      estimate('b', [800, 900, 1000]),
    ]
    const forth = weigh(ideas, estimates)
    const back = weigh(ideas.toReversed(), estimates.toReversed())
    for (const { id } of forth.standings) expect(of(back, id)).toEqual(of(forth, id))
  })

  test('comes out the same again, and by another seed nearly so', () => {
    const asked = [[idea('a'), idea('b')], [estimate('a', wide)]] as const
    expect(weigh(...asked)).toEqual(weigh(...asked))
    expect(of(weigh(...asked, { seed: 2 }), 'a').first).toBeCloseTo(
      of(weigh(...asked), 'a').first,
      1,
    )
  })

  test('puts a score between low and high eight times in ten, by the quantiles that were given', () => {
    const { low, high } = of(weigh([idea('a')], [estimate('a', wide)]), 'a')
    expect(low / 500).toBeCloseTo(1, 1)
    expect(high / 2000).toBeCloseTo(1, 1)
  })

  test('is wider where people disagree', () => {
    const ideas = [idea('a')]
    const alone = of(weigh(ideas, [estimate('a', [900, 1000, 1100])]), 'a')
    const together = of(
      weigh(ideas, [
        estimate('a', [900, 1000, 1100]),
        estimate('a', [1900, 2000, 2100], { raterId: 'ben' }),
      ]),
      'a',
    )
    expect(together.high - together.low).toBeGreaterThan(3 * (alone.high - alone.low))
  })

  test('leaves out what lacks a factor, and takes the estimate where the idea bears no number', () => {
    const all = weigh([idea('a', null), idea('b', null)], [estimate('b', wide)])
    expect(all.standings.map(({ id }) => id)).toEqual(['b'])
  })

  test('reads an end on the bound as an extreme', () => {
    const all = weigh(
      [idea('a')],
      [estimate('a', [50, 80, 100], { factor: 'confidence' }), estimate('a', [0, 500, 1000])],
    )
    expect(of(all, 'a').low).toBeGreaterThan(0)
    expect(of(all, 'a').high).toBeLessThanOrEqual(1000)
  })
})

describe('what to learn next', () => {
  const ideas = [idea('safe', 1000), idea('wild', 900), idea('far', 10)]
  const doubtful = [
    estimate('wild', [200, 800, 3000]),
    estimate('wild', [0.9, 1, 1.1], { factor: 'effort' }),
    estimate('far', [8, 10, 12]),
  ]

  test('is the number that could change the choice most', () => {
    const { learn } = weigh(ideas, doubtful)
    expect(learn.verdict).toBe('no-test-planned')
    expect(learn.questions[0]).toMatchObject({ id: 'wild', factor: 'reach', weight: 'something' })
    expect(learn.questions.some(({ id }) => id === 'far')).toBe(false)
    expect(learn.questions[0]?.value).toBeLessThanOrEqual(learn.perfect)
    expect(learn.perfect).toBeGreaterThan(0)
  })

  test('is nothing where no answer could change the choice', () => {
    const { learn } = weigh(
      [idea('safe', 1000), idea('far', 10)],
      [estimate('safe', [900, 1000, 1100]), estimate('far', [8, 10, 12])],
    )
    expect(learn.verdict).toBe('nothing-to-learn')
    expect(learn.questions).toEqual([])
  })

  test('is nothing where all of them fit', () => {
    expect(weigh(ideas, doubtful, { top: 3 }).learn.verdict).toBe('nothing-to-learn')
  })
})
