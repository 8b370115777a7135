import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brokenBy, isFeasible } from './feasible.ts'
import type { Model, Rule } from './model.ts'
import { bare, judgeOf, models, optionsOf } from './models.world.ts'

describe('the checker', () => {
  test('allows exactly the sets that keep every rule and limit', () => {
    fc.assert(
      fc.property(models(), fc.nat(), (model, from) => {
        const allows = judgeOf(model)
        for (let at = 0; at < 64; at++) {
          const set = (from + at * 37) % 2 ** model.options.length
          const chosen = model.options.flatMap(({ id }, bit) => ((set >> bit) & 1 ? [id] : []))
          expect(isFeasible(model, chosen)).toBe(allows(set))
        }
      }),
    )
  })

  test('counts as people write: a tenth and two tenths fit into three', () => {
    const model: Model = {
      ...bare,
      options: optionsOf({ a: [1, { days: 0.1 }], b: [1, { days: 0.2 }], c: [1, { days: 0.001 }] }),
      capacities: [{ id: 'days', limit: 0.3 }],
    }
    expect(0.1 + 0.2).toBeGreaterThan(0.3)
    expect(isFeasible(model, ['a', 'b'])).toBe(true)
    expect(isFeasible(model, ['a', 'b', 'c'])).toBe(false)
  })

  test('says what is broken and by how much', () => {
    const rules: readonly Rule[] = [
      { is: 'must', option: 'c' },
      { is: 'never', option: 'a' },
      { is: 'requires', option: 'a', anyOf: ['c'] },
      { is: 'exclusive', atMostOneOf: ['a', 'b'] },
      { is: 'count', group: 'bets', atLeast: 2 },
      { is: 'share', group: 'bets', capacity: 'days', atLeast: 0.75 },
    ]
    const model: Model = {
      options: optionsOf({ a: [1, { days: 2 }], b: [1, { days: 6 }], c: [1] }),
      capacities: [{ id: 'days', limit: 5 }],
      groups: [{ id: 'bets', members: ['a', 'c'] }],
      rules,
    }
    expect(brokenBy(model, ['b', 'a', 'a', 'x'])).toEqual([
      { barrier: { is: 'unknown', option: 'x' }, has: 1, asks: 0 },
      { barrier: { is: 'limit', capacity: 'days' }, has: 8, asks: 5 },
      { barrier: rules[0], has: 0, asks: 1 },
      { barrier: rules[1], has: 1, asks: 0 },
      { barrier: rules[2], has: 0, asks: 1 },
      { barrier: rules[3], has: 2, asks: 1 },
      { barrier: rules[4], has: 1, asks: 2 },
      { barrier: rules[5], has: 0.25, asks: 0.75 },
    ])
  })
})
