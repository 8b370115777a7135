import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isFeasible } from './feasible.ts'
import { leftOutOf } from './left-out.ts'
import type { Model } from './model.ts'
import { bestByTrying, models, optionsOf } from './models.world.ts'

describe('what is left out', () => {
  test('hears what it would run into, with what comes with it', () => {
    const model: Model = {
      options: optionsOf({
        a: [9, { days: 8 }],
        b: [3, { days: 2 }],
        base: [0, { days: 1 }],
        c: [1, { days: 1 }],
        d: [-2],
        e: [5, { days: 1 }],
      }),
      capacities: [{ id: 'days', limit: 9 }],
      groups: [],
      rules: [
        { is: 'requires', option: 'b', anyOf: ['base'] },
        { is: 'exclusive', atMostOneOf: ['a', 'c'] },
        { is: 'never', option: 'e' },
      ],
    }
    expect(leftOutOf(model, ['a'])).toEqual([
      {
        option: 'b',
        brings: ['base'],
        value: 3,
        broken: [{ barrier: { is: 'limit', capacity: 'days' }, has: 11, asks: 9 }],
      },
      { option: 'base', brings: [], value: 0, broken: [] },
      {
        option: 'c',
        brings: [],
        value: 1,
        broken: [{ barrier: model.rules[1], has: 2, asks: 1 }],
      },
      { option: 'd', brings: [], value: -2, broken: [] },
      {
        option: 'e',
        brings: [],
        value: 5,
        broken: [{ barrier: model.rules[2], has: 1, asks: 0 }],
      },
    ])
  })

  test('could come into the best set only at no gain, where it would run into nothing', () => {
    fc.assert(
      fc.property(models(), (model) => {
        const best = bestByTrying(model)
        if (best === undefined) return
        for (const { option, brings, value, broken } of leftOutOf(model, best.chosen)) {
          const fits = isFeasible(model, [...best.chosen, option, ...brings])
          expect(broken.length === 0).toBe(fits)
          if (fits) expect(value).toBeLessThanOrEqual(1e-9)
        }
      }),
      { numRuns: 300 },
    )
  })
})
