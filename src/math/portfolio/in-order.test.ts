import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { solveHere } from '../../app/aside/solver.world.ts'
import { choose } from './answer.ts'
import { brokenBy } from './feasible.ts'
import { inOrder } from './in-order.ts'
import { lossOf } from './loss.ts'
import type { Model } from './model.ts'
import { bare, bestByTrying, models, optionsOf } from './models.world.ts'

const model: Model = {
  ...bare,
  options: optionsOf({
    big: [10, { days: 8 }],
    left: [7, { days: 5 }],
    right: [6, { days: 5 }],
    small: [1, { days: 2 }],
    harmful: [-1, { days: 0 }],
  }),
  capacities: [{ id: 'days', limit: 10 }],
}
const byScore = ['big', 'left', 'right', 'small', 'harmful']

describe('a list taken from the top', () => {
  test('takes what fits and passes over what does not', () => {
    expect(inOrder(model, byScore)).toEqual({
      chosen: ['big', 'small'],
      value: 11,
      passedOver: ['left', 'right', 'harmful'],
      broken: [],
    })
  })

  test('brings what one requires along, the highest of those that would do, or takes neither', () => {
    const tied: Model = {
      ...model,
      rules: [
        { is: 'requires', option: 'left', anyOf: ['small', 'right'] },
        { is: 'requires', option: 'big', anyOf: ['right'] },
      ],
    }
    expect(inOrder(tied, byScore).chosen).toEqual(['left', 'right'])
    expect(inOrder(tied, ['left', 'small']).chosen).toEqual(['left', 'small'])
  })

  test('begins with what must be in, and takes one of those that exclude each other', () => {
    const ruled: Model = {
      ...model,
      rules: [
        { is: 'must', option: 'harmful' },
        { is: 'never', option: 'small' },
        { is: 'exclusive', atMostOneOf: ['left', 'right'] },
      ],
    }
    expect(inOrder(ruled, ['right', 'left', 'small']).chosen).toEqual(['harmful', 'right'])
  })

  test('may break rules that a list knows nothing of, and says so', () => {
    const shared: Model = {
      ...model,
      groups: [{ id: 'bets', members: ['right'] }],
      rules: [{ is: 'share', group: 'bets', capacity: 'days', atLeast: 0.3 }],
    }
    expect(inOrder(shared, byScore).broken).toEqual([
      { barrier: shared.rules[0], has: 0, asks: 0.3 },
    ])
  })

  test('keeps limits, requirements, exclusions and nevers, and is never better than the best set', () => {
    fc.assert(
      fc.property(models(), (any) => {
        const order = any.options.map(({ id }) => id)
        const taken = inOrder(any, order)
        const kinds = taken.broken.map(({ barrier }) => barrier.is)
        const best = bestByTrying(any)
        if (best !== undefined) {
          expect(kinds.filter((is) => !['must', 'count', 'share'].includes(is))).toEqual([])
          if (kinds.length === 0) expect(taken.value).toBeLessThanOrEqual(best.value + 1e-9)
        }
        expect(taken.broken).toEqual(brokenBy(any, taken.chosen))
      }),
      { numRuns: 300 },
    )
  })

  test('loses against the best set what the percent say', async () => {
    const outcome = await choose(model, solveHere, { seconds: 5, gap: 0 })
    if (outcome.is !== 'answer') throw new Error('There is no answer.')
    expect(outcome.answer.value).toBe(13)
    expect(lossOf(11, outcome.answer)?.percent).toBeCloseTo(200 / 13, 12)
    expect(lossOf(11, { ...outcome.answer, bound: 22 })?.atMost).toBe(50)
    expect(lossOf(1, { ...outcome.answer, value: 0, bound: 0 })).toBeUndefined()
  })
})
