import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { must } from '../../../engine/problem.ts'
import { learntOf, type Learnt } from './certainty.ts'
import type { PlannedTest } from './planned-test.ts'
import type { TestWorth } from './worth-learning.ts'

const idea = (id: string, reach = 1000) => ({ id, reach, impact: 1, confidence: 100, effort: 1 })

const estimate = (ideaId: string, low: number, likely: number, high: number, factor = 'reach') => ({
  id: `${ideaId} ${factor}`,
  ideaId,
  factor,
  low,
  likely,
  high,
  raterId: 'ana',
})

const ideas = [idea('safe', 1000), idea('wild', 900), idea('far', 10)]
const doubtful = [
  estimate('wild', 200, 800, 3000),
  estimate('wild', 0.9, 1, 1.1, 'effort'),
  estimate('far', 8, 10, 12),
]

const test1 = (more: Partial<PlannedTest> = {}): PlannedTest => ({
  id: 'a test',
  ideaId: 'wild',
  factor: 'reach',
  spread: 2000,
  sample: 25,
  cost: 0,
  days: 5,
  ...more,
})

const weigh = (tests: readonly PlannedTest[], top = 1): Learnt['learn'] =>
  must(
    learntOf({ ideas, estimates: doubtful, top, draws: 4096, seed: 1, tests }),
    'something unsure',
  ).learn

describe('a planned test', () => {
  test('is worth part of what it measures, and that less its cost, by days', () => {
    const { tests, questions, verdict, perfect } = weigh([test1({ cost: 10 })])
    const [one] = tests
    const [question] = questions
    expect(verdict).toBe('learn')
    expect(one).toMatchObject({ id: 'a test', why: 'measures', pays: true, known: question?.value })
    expect(one?.value).toBeGreaterThan(0)
    expect(one?.value).toBeLessThanOrEqual(question?.value ?? 0)
    expect(question?.value).toBeLessThanOrEqual(perfect)
    expect(one?.net).toBeCloseTo((one?.value ?? 0) - 10, 9)
    expect(one?.rate).toBeCloseTo((one?.net ?? 0) / 5, 9)
    expect(one?.prior?.mean).toBeGreaterThan(800)
  })

  test('comes before another that brings less a day, and one that costs more than it brings comes last', () => {
    const { tests } = weigh([
      test1({ id: 'dear', cost: 1e6 }),
      test1({ id: 'slow', days: 50 }),
      test1({ id: 'quick', days: 2 }),
      test1({ id: 'small', days: 2, sample: 1 }),
    ])
    expect(tests.map(({ id, pays }) => [id, pays])).toEqual([
      ['quick', true],
      ['small', true],
      ['slow', true],
      ['dear', false],
    ])
  })

  test('of what cannot change the choice is worth nothing', () => {
    const worth = (more: Partial<PlannedTest>, top?: number): TestWorth =>
      must(weigh([test1(more)], top).tests[0], 'the test')
    expect(worth({ ideaId: 'far' })).toMatchObject({ value: 0, pays: false, why: 'measures' })
    expect(worth({ ideaId: 'safe' })).toMatchObject({ value: 0, pays: false, why: 'point' })
    expect(worth({ ideaId: 'gone' })).toMatchObject({ value: 0, pays: false, why: 'out' })
    expect(worth({}, 3)).toMatchObject({ value: 0, pays: false })
  })

  test('that measures several ideas is told once, of the one for which it is worth most', () => {
    const { tests } = weigh([test1({ ideaId: 'far' }), test1(), test1({ ideaId: 'safe' })])
    expect(tests.map(({ id, ideaId }) => [id, ideaId])).toEqual([['a test', 'wild']])
  })

  test('is no reason to test where it does not pay, and the verdict says so', () => {
    expect(weigh([test1({ cost: 1e6 })]).verdict).toBe('no-test-pays')
    expect(weigh([test1({ ideaId: 'far' })]).verdict).toBe('no-test-planned')
    expect(weigh([test1()], 3).verdict).toBe('nothing-to-learn')
  })
})

test('0 ≤ EVSI ≤ EVPPI ≤ EVPI, and EVSI rises with the sample, whatever was estimated', () => {
  const ranges = fc
    .tuple(
      fc.double({ min: 50, max: 2000, noNaN: true }),
      fc.double({ min: 1.05, max: 4, noNaN: true }),
      fc.double({ min: 1.05, max: 4, noNaN: true }),
    )
    .map(([likely, down, up]) => [likely / down, likely, likely * up] as const)
  let worthSomething = 0
  fc.assert(
    fc.property(
      fc.array(ranges, { minLength: 2, maxLength: 6 }),
      fc.integer({ min: 1, max: 4 }),
      fc.double({ min: 1, max: 5000, noNaN: true }),
      fc.nat(5),
      (all, top, spread, which) => {
        const named = all.map((_, at) => idea(`idea ${at}`))
        const estimates = all.map(([low, likely, high], at) =>
          estimate(`idea ${at}`, low, likely, high),
        )
        const sizes = [1, 4, 16, 256, 100_000]
        const tests = sizes.map((sample) =>
          test1({ id: String(sample), ideaId: `idea ${which % all.length}`, spread, sample }),
        )
        const told = learntOf({ ideas: named, estimates, top, draws: 512, seed: 1, tests })
        const { learn } = must(told, 'something unsure')
        for (const { value } of learn.questions) {
          expect(value).toBeGreaterThan(0)
          expect(value).toBeLessThanOrEqual(learn.perfect)
        }
        const values = sizes.map(
          (size) =>
            must(
              learn.tests.find(({ id }) => id === String(size)),
              `of ${size}`,
            ).value,
        )
        const { known } = must(learn.tests[0], 'a test')
        values.forEach((value, at) => {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(known)
          expect(value).toBeGreaterThanOrEqual((values[at - 1] ?? 0) - 0.01 * known)
        })
        if (known > 0) worthSomething += 1
      },
    ),
    { numRuns: 40 },
  )
  expect(worthSomething).toBeGreaterThan(5)
})
