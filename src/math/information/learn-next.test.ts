import { describe, expect, test } from 'vitest'
import { must } from '../../engine/problem.ts'
import { informationOfInput } from './information-of-input.ts'
import { informationOfTest } from './information-of-test.ts'
import { perfectInformation } from './information.ts'
import { chanceOf, drawn } from './information.world.ts'
import { learnNext, type Plan, type Threshold } from './learn-next.ts'
import { standingChoice } from './standing-choice.ts'

/** Two options near each other that the first input decides, the second a little, and the third not at all. */
const draws = 4000
const chance = chanceOf(17)
const inputs = [0, 1, 2].map(() => drawn(draws, chance.normal))
const weights = [4, 1, 0]
const second = drawn(draws, (draw) =>
  inputs.reduce((sum, input, at) => sum + (weights[at] ?? 0) * (input[draw] ?? 0), 99.5),
)
const near = standingChoice([new Float64Array(draws).fill(100), second], { take: 1 })
const far = standingChoice([new Float64Array(draws).fill(200), second], { take: 1 })

function advised(
  standing: typeof near,
  plans: readonly Plan[],
  threshold: Threshold = {},
  of: readonly Float64Array[] = inputs,
) {
  const perfect = perfectInformation(standing)
  const known = of.map((input) => informationOfInput(standing, { values: [input] }, perfect))
  return { ...learnNext(standing, perfect, known, plans, threshold), known }
}

const plan = (input: number, size: number, cost: number, duration: number): Plan => ({
  input,
  test: { kind: 'mean', noise: 4, size },
  cost,
  duration,
})

describe('what to learn next', () => {
  test('is the test that brings most above its cost in its time', () => {
    const plans = [plan(0, 1, 0.1, 2), plan(0, 16, 0.3, 4), plan(0, 16, 0.3, 40), plan(0, 16, 9, 1)]
    const { verdict, tests, known } = advised(near, plans, { share: 0.001 })
    expect(verdict).toBe('learn')
    expect(tests.at(-1)?.plan).toBe(3)
    for (const one of tests) {
      const own = plans[one.plan] ?? plan(0, 1, 0, 1)
      const value = known[0] === undefined ? 0 : informationOfTest(known[0], own.test).value
      expect(one.value).toBe(value)
      expect(one.net).toBe(value - own.cost)
      expect(one.rate).toBe((value - own.cost) / own.duration)
    }
    const paying = tests.filter(({ net }) => net > 0).map(({ rate }) => rate)
    expect(paying.length).toBe(3)
    expect(paying).toEqual(paying.toSorted((left, right) => right - left))
  })

  test('weighs each input against the threshold', () => {
    const { stake, threshold, inputs: weighed } = advised(near, [])
    expect(stake).toBeCloseTo(Math.max(100, near.mean[1] ?? 0), 9)
    expect(threshold).toBe(stake / 100)
    expect(weighed.map(({ weight }) => weight)).toEqual(['something', 'nothing', 'nothing'])
  })

  test('is nothing where no test can change the choice', () => {
    const { verdict, perfect, tests } = advised(far, [plan(0, 16, 0, 1)])
    expect(verdict).toBe('nothing-to-learn')
    expect(perfect).toEqual({ value: 0, standardError: 0, weight: 'nothing' })
    expect(tests[0]?.value).toBe(0)
  })

  test('is not told where what matters is no single input', () => {
    expect(advised(near, [], {}, inputs.slice(1)).verdict).toBe('no-single-input')
  })

  test('is not told where the draws are too few', () => {
    const few = standingChoice([second.slice(0, 6), new Float64Array(6).fill(100)], { take: 1 })
    const own = inputs.map((input) => input.slice(0, 6))
    expect(advised(few, [], {}, own.slice(1)).verdict).toBe('too-few-draws')
  })

  test('counts what is worth about the threshold, which more draws would not part from it', () => {
    const of = inputs.slice(1)
    const { known } = advised(near, [], {}, of)
    const { value, standardError } = must(known[0], 'what the second input is worth')
    expect(value).toBeGreaterThan(2 * standardError)
    const judged = (threshold: number): string =>
      must(advised(near, [], { stake: threshold, share: 1 }, of).inputs[0], 'its weight').weight
    expect(judged(value * 0.99)).toBe('something')
    expect(judged(value + 1.99 * standardError)).toBe('something')
    expect(judged(value + 2.01 * standardError)).toBe('nothing')
  })

  test('says that no plan measures what matters', () => {
    expect(advised(near, []).verdict).toBe('no-test-planned')
    expect(advised(near, [plan(2, 16, 0, 1)]).verdict).toBe('no-test-planned')
  })

  test('says that no test is worth its cost', () => {
    expect(advised(near, [plan(0, 16, 50, 1)]).verdict).toBe('no-test-pays')
  })

  test('takes the stake that it is given', () => {
    const { verdict, threshold } = advised(near, [], { stake: 1e6 })
    expect(threshold).toBe(1e4)
    expect(verdict).toBe('nothing-to-learn')
  })

  test('refuses a plan for no input, or of no time', () => {
    expect(() => advised(near, [plan(5, 1, 0, 1)])).toThrow(RangeError)
    expect(() => advised(near, [plan(0, 1, 0, 0)])).toThrow(RangeError)
  })
})
