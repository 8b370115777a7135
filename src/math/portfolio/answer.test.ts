import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { solveHere } from '../../app/aside/solver.world.ts'
import { choose, type Answer, type Outcome } from './answer.ts'
import { isFeasible } from './feasible.ts'
import type { Model } from './model.ts'
import { bare, bestByTrying, models, optionsOf } from './models.world.ts'
import type { Solve } from './program.ts'

const exactly = { seconds: 10, gap: 0 }

const three: Model = {
  ...bare,
  options: optionsOf({ a: [6, { days: 5 }], b: [5, { days: 4 }], c: [4, { days: 3 }] }),
  capacities: [{ id: 'days', limit: 7 }],
}

function answered(outcome: Outcome): Answer {
  if (outcome.is !== 'answer') throw new Error(`There is no answer, but ${outcome.is}.`)
  return outcome.answer
}

describe('the answer', () => {
  test('is the best of all sets, whatever the rules', async () => {
    await fc.assert(
      fc.asyncProperty(models(), async (model) => {
        const best = bestByTrying(model)
        const outcome = await choose(model, solveHere, exactly)
        expect(outcome.is).toBe(best === undefined ? 'infeasible' : 'answer')
        if (best === undefined) return
        const { chosen, value, proof, gap } = answered(outcome)
        expect(isFeasible(model, chosen)).toBe(true)
        expect(value).toBeCloseTo(best.value, 9)
        expect([proof, gap]).toEqual(['optimal', 0])
      }),
      { numRuns: process.env['THROUGHLINE_LONG'] === '1' ? 3_000 : 200 },
    )
  })

  test('is the same whatever the order of options, capacities, rules and names in them', async () => {
    const shuffled = models().chain((model) => fc.tuple(fc.constant(model), mixed(model)))
    await fc.assert(
      fc.asyncProperty(shuffled, async ([model, other]) => {
        const [one, two] = [
          await choose(model, solveHere, exactly),
          await choose(other, solveHere, exactly),
        ]
        expect(two.is).toBe(one.is)
        if (one.is !== 'answer' || two.is !== 'answer') return
        expect(two.answer.value).toBe(one.answer.value)
        expect(two.answer.chosen).toEqual(one.answer.chosen)
      }),
      { numRuns: 60 },
    )
  })

  test('is the same in any unit of value and of capacity', async () => {
    await fc.assert(
      fc.asyncProperty(
        models(),
        fc.constantFrom(1e-6, 3, 1e9),
        fc.constantFrom(1e-7, 7, 1e8),
        async (model, dear, wide) => {
          const other: Model = {
            ...model,
            options: model.options.map(({ id, value, costs }) => ({
              id,
              value: value * dear,
              costs: costs.map((cost) => ({ ...cost, amount: cost.amount * wide })),
            })),
            capacities: model.capacities.map(({ id, limit }) => ({ id, limit: limit * wide })),
          }
          const one = await choose(model, solveHere, exactly)
          const two = await choose(other, solveHere, exactly)
          expect(two.is).toBe(one.is)
          if (one.is !== 'answer' || two.is !== 'answer') return
          expect(two.answer.proof).toBe('optimal')
          expect(two.answer.value / dear).toBeCloseTo(one.answer.value, 7)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('keeps limits that the eighth digit decides', async () => {
    const fine = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 5 }))
    const tight = fc.record({
      costs: fc.array(fine, { minLength: 3, maxLength: 8 }),
      limit: fc.tuple(fc.integer({ min: 5, max: 25 }), fc.integer({ min: 0, max: 9 })),
    })
    await fc.assert(
      fc.asyncProperty(tight, async ({ costs, limit }) => {
        const amountOf = ([whole, grains]: readonly [number, number]) => whole + grains * 3e-7
        const model: Model = {
          ...bare,
          options: costs.map((cost, at) => ({
            id: `o${at}`,
            value: 10 * cost[0] + at,
            costs: [{ capacity: 'days', amount: amountOf(cost) }],
          })),
          capacities: [{ id: 'days', limit: amountOf(limit) }],
        }
        const answer = answered(await choose(model, solveHere, exactly))
        let most = 0
        for (let set = 0; set < 2 ** costs.length; set++) {
          const ids = costs.flatMap((_, at) => ((set >> at) & 1 ? [`o${at}`] : []))
          if (!isFeasible(model, ids)) continue
          const value = costs.reduce(
            (sum, cost, at) => ((set >> at) & 1 ? sum + 10 * cost[0] + at : sum),
            0,
          )
          most = Math.max(most, value)
        }
        expect(answer).toMatchObject({ value: most, proof: 'optimal' })
      }),
      { numRuns: 15 },
    )
  })

  test('is weighed up among what is open, however large what is settled is', async () => {
    const model: Model = {
      ...three,
      options: [...three.options, ...optionsOf({ huge: [1e14, { days: 0 }], never: [-1e15] })],
      rules: [{ is: 'must', option: 'huge' }],
    }
    const { chosen } = answered(await choose(model, solveHere, exactly))
    expect(chosen).toEqual(['b', 'c', 'huge'])
  })

  test('never falls when a limit is raised', async () => {
    await fc.assert(
      fc.asyncProperty(
        models(),
        fc.nat(),
        fc.integer({ min: 0, max: 50 }),
        async (model, at, by) => {
          const raised = model.capacities.map((one, index) =>
            index === at % model.capacities.length ? { ...one, limit: one.limit + by / 10 } : one,
          )
          const before = await choose(model, solveHere, exactly)
          fc.pre(before.is === 'answer')
          const after = await choose({ ...model, capacities: raised }, solveHere, exactly)
          expect(answered(after).value).toBeGreaterThanOrEqual(answered(before).value - 1e-9)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('says what is used of each capacity, in the order in which they came', async () => {
    const model: Model = {
      ...three,
      capacities: [
        { id: 'people', limit: Number.POSITIVE_INFINITY },
        { id: 'days', limit: 8 },
        { id: 'money', limit: 0 },
      ],
    }
    const { chosen, value, use } = answered(await choose(model, solveHere, exactly))
    expect([chosen, value]).toEqual([['a', 'c'], 10])
    expect(use).toEqual([
      { capacity: 'people', used: 0, limit: Infinity, left: Infinity, share: 0 },
      { capacity: 'days', used: 8, limit: 8, left: 0, share: 1 },
      { capacity: 'money', used: 0, limit: 0, left: 0, share: 0 },
    ])
  })

  test('is the empty set where nothing brings anything, and settles what has no choice without a solver', async () => {
    const nobody: Solve = () => Promise.reject(new Error('There is nothing to solve.'))
    const worthless = { ...bare, options: optionsOf({ a: [-1], b: [0] }) }
    expect(answered(await choose(worthless, nobody, exactly))).toMatchObject({
      chosen: [],
      value: 0,
      gap: 0,
      proof: 'optimal',
    })
    expect(answered(await choose(bare, nobody, exactly)).chosen).toEqual([])
    const forced: Model = { ...worthless, rules: [{ is: 'must', option: 'a' }] }
    expect(answered(await choose(forced, nobody, exactly))).toMatchObject({
      chosen: ['a'],
      value: -1,
      proof: 'optimal',
    })
  })

  test('is refused for a model that cannot be read', async () => {
    const faulty: Model = { ...three, rules: [{ is: 'must', option: 'x' }] }
    expect(await choose(faulty, solveHere, exactly)).toMatchObject({
      is: 'faulty',
      faults: [{ code: 'unknown-option', ids: ['x'] }],
    })
  })
})

function mixed(model: Model): fc.Arbitrary<Model> {
  const anyOrder = <T>(all: readonly T[]): fc.Arbitrary<T[]> =>
    fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length })
  const rules = model.rules.map((rule) => {
    if (rule.is === 'requires') return { ...rule, anyOf: rule.anyOf.toReversed() }
    return rule.is === 'exclusive' ? { ...rule, atMostOneOf: rule.atMostOneOf.toReversed() } : rule
  })
  return fc.record({
    options: anyOrder(model.options),
    capacities: anyOrder(model.capacities),
    groups: anyOrder(
      model.groups.map((group) => ({ ...group, members: group.members.toReversed() })),
    ),
    rules: anyOrder(rules),
  })
}
