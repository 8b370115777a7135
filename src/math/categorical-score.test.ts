import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brier } from './brier.ts'
import {
  categoricalBrier,
  categoricalLog,
  rankedProbabilityScore,
  type Categorical,
} from './categorical-score.ts'
import { logScore } from './log-score.ts'

/**
 * Laws: two classes score as yes or no; whoever says what they think scores best on average; the
 * ranked score does not change when the order is turned round, and the others under any order.
 */
const simplex = (least: number, most: number): fc.Arbitrary<readonly number[]> =>
  fc
    .array(fc.integer({ min: 1, max: 1000 }), { minLength: least, maxLength: most })
    .map((parts) => parts.map((part) => part / parts.reduce((sum, one) => sum + one, 0)))
const one = (probabilities: readonly number[], outcome: number): readonly Categorical[] => [
  { probabilities, outcome },
]

test('chances that do not sum to one, and outcomes that are no class, are refused', () => {
  expect(() => categoricalBrier(one([0.5, 0.4], 0))).toThrow(RangeError)
  expect(() => categoricalBrier(one([0.5, 0.5], 2))).toThrow(RangeError)
  expect(() => categoricalBrier(one([1.5, -0.5], 0))).toThrow(RangeError)
  expect(() => categoricalLog(one([], 0))).toThrow(RangeError)
  expect(() => rankedProbabilityScore(one([1], 0))).toThrow(RangeError)
})

test('nothing has no score', () => {
  expect([categoricalBrier([]), rankedProbabilityScore([]), categoricalLog([]).mean]).toEqual([
    null,
    null,
    null,
  ])
})

test('even chances of k classes score 1 − 1/k, and the sure and wrong 2', () => {
  for (const k of [2, 3, 5, 10])
    expect(
      categoricalBrier(
        one(
          Array.from({ length: k }, () => 1 / k),
          0,
        ),
      )?.sum,
    ).toBeCloseTo(1 - 1 / k, 12)
  expect(categoricalBrier(one([0, 1, 0], 2))).toEqual({ sum: 2, half: 1 })
})

// Constantinou and Fenton, Solving the problem of inadequate scoring rules for assessing
// probabilistic football forecast models, Journal of Quantitative Analysis in Sports 8 (2012): home
// win, draw, away win.
test.for([
  [[1, 0, 0], 0, 0],
  [[0.9, 0.1, 0], 0, 0.005],
  [[0.8, 0.1, 0.1], 0, 0.025],
  [[0.5, 0.25, 0.25], 0, 0.1562],
  [[0.35, 0.3, 0.35], 1, 0.1225],
  [[0.6, 0.3, 0.1], 1, 0.185],
  [[0.6, 0.25, 0.15], 0, 0.0913],
  [[0.6, 0.15, 0.25], 0, 0.1113],
  [[0.57, 0.33, 0.1], 0, 0.0975],
  [[0.6, 0.2, 0.2], 0, 0.1],
] as const)('%j of outcome %i ranks as printed', ([said, outcome, printed]) => {
  const score = rankedProbabilityScore(one(said, outcome)) ?? Number.NaN
  expect(Math.abs(score - printed)).toBeLessThanOrEqual(0.00005 + 1e-12)
})

// Wilks, Statistical Methods in the Atmospheric Sciences, has the sum over the edges, undivided:
// 0.73 and 0.89.
test('a wet forecast of a dry day scores worse the wetter it was', () => {
  expect(2 * (rankedProbabilityScore(one([0.2, 0.5, 0.3], 0)) ?? 0)).toBeCloseTo(0.73, 12)
  expect(2 * (rankedProbabilityScore(one([0.2, 0.3, 0.5], 0)) ?? 0)).toBeCloseTo(0.89, 12)
})

test('two classes score as yes or no', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      fc.constantFrom(0 as const, 1 as const),
      (probability, outcome) => {
        const two = one([1 - probability, probability], outcome)
        const yes = [{ probability, outcome }]
        expect(categoricalBrier(two)?.half).toBeCloseTo(brier(yes) ?? Number.NaN, 12)
        expect(rankedProbabilityScore(two)).toBeCloseTo(brier(yes) ?? Number.NaN, 12)
        expect(categoricalLog(two).mean).toBeCloseTo(logScore(yes).mean ?? Number.NaN, 12)
      },
    ),
  )
})

test('on average nothing scores better than what one thinks', () => {
  const pair = fc.integer({ min: 2, max: 6 }).chain((k) => fc.tuple(simplex(k, k), simplex(k, k)))
  fc.assert(
    fc.property(pair, ([thought, said]) => {
      for (const score of [
        (forecasts: readonly Categorical[]) => categoricalBrier(forecasts)?.sum,
        (forecasts: readonly Categorical[]) => categoricalLog(forecasts).mean,
        rankedProbabilityScore,
      ]) {
        const expected = (told: readonly number[]): number =>
          thought.reduce(
            (sum, chance, outcome) => sum + chance * (score(one(told, outcome)) ?? Number.NaN),
            0,
          )
        expect(expected(said)).toBeGreaterThanOrEqual(expected(thought) - 1e-12)
      }
    }),
  )
})

test('the ranked score is the same from the other end, and within 0 and 1', () => {
  fc.assert(
    fc.property(simplex(2, 7), fc.nat(), (said, at) => {
      const outcome = at % said.length
      const score = rankedProbabilityScore(one(said, outcome)) ?? Number.NaN
      const turned = one(said.toReversed(), said.length - 1 - outcome)
      expect(rankedProbabilityScore(turned)).toBeCloseTo(score, 12)
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
    }),
  )
})
