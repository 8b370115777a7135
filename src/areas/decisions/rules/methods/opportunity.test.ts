import fc from 'fast-check'
import { expect, test } from 'vitest'
import { opportunities, opportunity } from './opportunity.ts'

const tenth = fc.integer({ min: 0, max: 100 }).map((value) => value / 10)

test('what is missing or off the scale is named, and there is no score', () => {
  expect(opportunity({ importance: null, satisfaction: 10.1 })).toEqual({
    score: null,
    missing: ['importance'],
    outside: ['satisfaction'],
    reading: null,
    isOverServed: null,
  })
})

test.for([
  [10, 4, 16, 'extreme'],
  [10, 5, 15, 'strong'],
  [8, 3.5, 12.5, 'strong'],
  [8, 4, 12, 'worthwhile'],
  [10, 10, 10, 'worthwhile'],
  [6, 3, 9, 'low'],
] as const)(
  'importance %d and satisfaction %d are %d, %s',
  ([importance, satisfaction, score, reading]) => {
    expect(opportunity({ importance, satisfaction })).toMatchObject({
      score,
      reading,
      isOverServed: false,
    })
  },
)

test('more satisfied than important is over-served, and the score is the importance', () => {
  expect(opportunity({ importance: 3, satisfaction: 8 })).toMatchObject({
    score: 3,
    isOverServed: true,
  })
})

test('a score rises with importance, never rises with satisfaction, and is within 0 and 20', () => {
  fc.assert(
    fc.property(tenth, tenth, tenth, (importance, satisfaction, other) => {
      const score = opportunity({ importance, satisfaction }).score ?? Number.NaN
      const wanted = opportunity({ importance: Math.max(importance, other), satisfaction })
      const served = opportunity({ importance, satisfaction: Math.max(satisfaction, other) })
      expect(wanted.score).toBeGreaterThanOrEqual(score)
      expect(served.score).toBeLessThanOrEqual(score)
      expect(score >= 0 && score <= 20).toBe(true)
    }),
  )
})

const rated = (
  segment: string,
  importance: readonly (number | null)[],
  satisfaction: readonly (number | null)[],
) =>
  importance.map((one, at) => ({
    segment,
    importance: one,
    satisfaction: satisfaction[at] ?? null,
  }))

test('shares of 4s and 5s are taken within a segment, and too few say so', () => {
  const answers = [
    ...rated('large', [5, 5, 4, 4, 5, 4, 5, 4, 3, 1], [1, 2, 3, 5, 1, 1, 2, 3, 4, 1]),
    ...rated('small', [1, 2, 3, 1, 2, 3, 1, 2, 5, 5, 6], [5, 5, 5, 5, 5, 5, 5, 5, 1, 1, null]),
    ...rated('new', [5, 5], [1, 1]),
  ]
  expect(opportunities(answers)).toEqual([
    {
      segment: 'large',
      importanceN: 10,
      satisfactionN: 10,
      outsideN: 0,
      result: {
        kind: 'opportunity',
        score: 14,
        missing: [],
        outside: [],
        reading: 'strong',
        isOverServed: false,
        importance: 8,
        satisfaction: 2,
      },
    },
    {
      segment: 'new',
      importanceN: 2,
      satisfactionN: 2,
      outsideN: 0,
      result: { kind: 'few', n: 2, needed: 10 },
    },
    expect.objectContaining({
      segment: 'small',
      importanceN: 10,
      satisfactionN: 10,
      outsideN: 1,
      result: expect.objectContaining({ score: 2, satisfaction: 8, isOverServed: true }),
    }),
  ])
  expect(opportunities(answers.toReversed())).toEqual(opportunities(answers))
})

test('few ratings of either are few', () => {
  const answers = rated('all', [5, 5, 5, 5, 5, 5, 5, 5, 5, 5], [1, null, 1])
  expect(opportunities(answers)[0]?.result).toEqual({ kind: 'few', n: 2, needed: 10 })
  expect(opportunities(rated('all', [null], [null]), 0)[0]?.result).toMatchObject({ needed: 1 })
})
