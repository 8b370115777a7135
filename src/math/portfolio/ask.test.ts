import { describe, expect, test } from 'vitest'
import { solveHere } from '../../app/aside/solver.world.ts'
import { choose, type Answer, type Outcome } from './answer.ts'
import type { Model } from './model.ts'
import { bare, optionsOf } from './models.world.ts'
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

describe('what a solver says', () => {
  const saying =
    (...ids: readonly number[]): Solve =>
    (program) =>
      Promise.resolve({
        is: 'solved',
        assignment: program.objective.map((_, at) => (ids.includes(at) ? 1 : 0)),
        bound: Number.POSITIVE_INFINITY,
      })

  test('is held against the model: a set that does not fit is cut off and the rest asked again', async () => {
    let lies = 0
    const lyingOnce: Solve = (program, limits) =>
      lies++ === 0 ? saying(0, 1, 2)(program, limits) : solveHere(program, limits)
    const answer = answered(await choose(three, lyingOnce, exactly))
    expect(lies).toBe(2)
    expect(answer).toMatchObject({ chosen: ['b', 'c'], value: 9, proof: 'optimal' })
  })

  test('is cut off exactly, also where its tolerances let through what is over by a little', async () => {
    const model: Model = {
      ...bare,
      options: optionsOf({
        a: [3, { days: 5.00003 }],
        b: [3, { days: 5.00002 }],
        c: [1, { days: 1 }],
      }),
      capacities: [{ id: 'days', limit: 10 }],
    }
    const coarse: Solve = (program, limits) =>
      solveHere({ ...program, rowUpper: program.rowUpper.map((one) => one + 1e-4) }, limits)
    const answer = answered(await choose(model, coarse, exactly))
    expect(answer).toMatchObject({ value: 4, proof: 'optimal' })
  })

  test('is refused where it goes on being untrue', async () => {
    const lying = saying(0, 1, 2)
    expect(await choose(three, lying, exactly)).toMatchObject({ is: 'failed', failure: 'wrong' })
    const denying: Solve = () => Promise.resolve({ is: 'infeasible' })
    expect(await choose(three, denying, exactly)).toMatchObject({ is: 'failed', failure: 'wrong' })
  })

  test('is cut off only so often: then the best known set stands, with the bound of the last turn', async () => {
    const many: Model = {
      ...bare,
      options: optionsOf(
        Object.fromEntries([...'abcdefg'].map((id) => [id, [1, { days: 2 }]] as const)),
      ),
      capacities: [{ id: 'days', limit: 2 }],
    }
    const pairs = [...Array(7).keys()].flatMap((one) =>
      [...Array(one).keys()].map((other) => [one, other] as const),
    )
    let turns = 0
    const inventive: Solve = async (program, limits) => {
      const solved = await saying(...(pairs[turns++] ?? []))(program, limits)
      return solved.is === 'solved' ? { ...solved, bound: 2 * (program.objective[0] ?? 0) } : solved
    }
    expect(answered(await choose(many, inventive, exactly))).toMatchObject({
      value: 1,
      bound: 2,
      proof: 'within',
    })
    expect(turns).toBe(20)
  })

  test('is no proof where its bound stays above: then the gap is said, and never "optimal"', async () => {
    const half: Solve = async (program, limits) => {
      const solved = await solveHere(program, limits)
      return solved.is === 'solved' ? { ...solved, bound: solved.bound * 1.25 } : solved
    }
    const answer = answered(await choose(three, half, exactly))
    expect(answer).toMatchObject({ value: 9, bound: 11.25, proof: 'within' })
    expect(answer.gap).toBeCloseTo(0.2, 12)
  })

  test('is not waited for in vain: out of time, the best known set stands with the bound that is known', async () => {
    const late: Solve = () =>
      Promise.resolve({ is: 'solved', assignment: undefined, bound: Number.POSITIVE_INFINITY })
    expect(answered(await choose(three, late, exactly, [['b', 'c']]))).toMatchObject({
      chosen: ['b', 'c'],
      value: 9,
      bound: 15,
      proof: 'within',
    })
    const hidden: Model = {
      ...three,
      groups: [{ id: 'late', members: ['c'] }],
      rules: [{ is: 'share', group: 'late', capacity: 'days', atLeast: 0.4 }],
      options: optionsOf({ a: [6, { days: 5 }], b: [5, { days: 4 }], c: [-4, { days: 3 }] }),
    }
    const asked: Model = { ...hidden, rules: [...hidden.rules, { is: 'must', option: 'b' }] }
    expect(await choose(asked, late, exactly)).toEqual({ is: 'undecided' })
  })

  test('is handed on by its name where it fails', async () => {
    const broken: Solve = () =>
      Promise.resolve({ is: 'failed', failure: 'crashed', says: 'unreachable' })
    expect(await choose(three, broken, exactly)).toEqual({
      is: 'failed',
      failure: 'crashed',
      says: 'unreachable',
    })
  })
})
