import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { solveHere } from '../../app/aside/solver.world.ts'
import { frontier, widened } from './frontier.ts'
import type { Model } from './model.ts'
import { bare, bestByTrying, models, optionsOf } from './models.world.ts'
import type { Solve } from './program.ts'

const limits = { seconds: 10, gap: 0 }

const model: Model = {
  ...bare,
  options: optionsOf({
    a: [10, { days: 6, money: 1 }],
    b: [7, { days: 5, money: 1 }],
    c: [6, { days: 5, money: 1 }],
  }),
  capacities: [
    { id: 'days', limit: 6 },
    { id: 'money', limit: 2 },
  ],
}

describe('the frontier', () => {
  test('tells what each step brings, what comes in and what leaves', async () => {
    const along = { is: 'capacity', capacity: 'days' } as const
    const steps = [11, 4, 5, 6, 10, 99, 5]
    const { points, isWhole } = await frontier(model, solveHere, limits, { along, steps })
    expect(isWhole).toBe(true)
    expect(
      points.map(({ at, outcome, entering, leaving }) => [
        at,
        outcome.is === 'answer' ? outcome.answer.value : outcome.is,
        entering.join(),
        leaving.join(),
      ]),
    ).toEqual([
      [4, 0, '', ''],
      [5, 7, 'b', ''],
      [6, 10, 'a', 'b'],
      [10, 13, 'b,c', 'a'],
      [11, 17, 'a', 'c'],
      [99, 17, '', ''],
    ])
  })

  test('scales all limits together, and leaves alone what has none', async () => {
    const open: Model = {
      ...model,
      capacities: [...model.capacities, { id: 'luck', limit: Number.POSITIVE_INFINITY }],
    }
    const given = { along: { is: 'all' }, steps: [0, 1, 2] } as const
    const { points } = await frontier(open, solveHere, limits, given)
    expect(
      points.map(({ outcome }) => (outcome.is === 'answer' ? outcome.answer.value : outcome.is)),
    ).toEqual([0, 10, 17])
  })

  test('is the best at every step, begins where musts fit, and never falls', async () => {
    await fc.assert(
      fc.asyncProperty(
        models(7),
        fc.array(fc.integer({ min: 0, max: 150 }), { minLength: 1, maxLength: 5 }),
        async (any, tenths) => {
          const along = { is: 'capacity', capacity: 'c0' } as const
          const steps = tenths.map((one) => one / 10)
          const { points } = await frontier(any, solveHere, limits, { along, steps })
          let before = Number.NEGATIVE_INFINITY
          for (const { at, outcome } of points) {
            const best = bestByTrying(widened(any, along, at))
            expect(outcome.is).toBe(best === undefined ? 'infeasible' : 'answer')
            if (outcome.is !== 'answer' || best === undefined) continue
            expect(outcome.answer.value).toBeCloseTo(best.value, 9)
            expect(outcome.answer.value).toBeGreaterThanOrEqual(before)
            before = outcome.answer.value
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  test('never falls even where nothing is proven: a step keeps the set of the one before, and no bound is above the next', async () => {
    let turn = 0
    const moody: Solve = async (program, given) => {
      const solved = await solveHere(program, given)
      if (solved.is !== 'solved') return solved
      turn++
      return turn % 2 === 0
        ? { ...solved, assignment: undefined, bound: Number.POSITIVE_INFINITY }
        : { ...solved, bound: solved.bound + 1024 * turn }
    }
    const given = { along: { is: 'capacity', capacity: 'days' }, steps: [5, 6, 10, 11] } as const
    const { points } = await frontier(model, moody, limits, given)
    const answers = points.flatMap(({ outcome }) => (outcome.is === 'answer' ? outcome.answer : []))
    expect(answers.length).toBe(4)
    answers.slice(1).forEach((answer, at) => {
      expect(answer.value).toBeGreaterThanOrEqual(answers[at]?.value ?? Number.NaN)
      expect(answer.bound).toBeGreaterThanOrEqual(answers[at]?.bound ?? Number.NaN)
    })
  })

  test('stops when the time is over, and names a step that is no limit', async () => {
    let asked = 0
    const given = {
      along: { is: 'capacity', capacity: 'days' },
      steps: [1, 2, 3],
      mayGoOn: () => asked++ < 2,
    } as const
    const { points, isWhole } = await frontier(model, solveHere, limits, given)
    expect([points.map(({ at }) => at), isWhole]).toEqual([[1, 2], false])
    const negative = { along: given.along, steps: [-1] }
    const refused = await frontier(model, solveHere, limits, negative)
    const nowhere = { along: { is: 'capacity', capacity: 'x' }, steps: [1] } as const
    expect((await frontier(model, solveHere, limits, nowhere)).points[0]?.outcome).toMatchObject({
      is: 'faulty',
      faults: [{ code: 'unknown-capacity', ids: ['x'] }],
    })
    expect(refused.points[0]?.outcome).toMatchObject({
      is: 'faulty',
      faults: [{ code: 'negative-limit' }],
    })
  })
})
