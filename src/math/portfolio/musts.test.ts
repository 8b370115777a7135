import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Model, Rule } from './model.ts'
import { bare, bestByTrying, models, optionsOf } from './models.world.ts'
import { quarrelsOf } from './musts.ts'

describe('quarrels among musts', () => {
  test('are told by the path to what may never be', () => {
    const model: Model = {
      ...bare,
      options: optionsOf({ a: [1], b: [1], c: [1], d: [1] }),
      rules: [
        { is: 'must', option: 'a' },
        { is: 'requires', option: 'a', anyOf: ['b'] },
        { is: 'requires', option: 'b', anyOf: ['c'] },
        { is: 'never', option: 'c' },
        { is: 'must', option: 'd' },
        { is: 'never', option: 'd' },
      ],
    }
    expect(quarrelsOf(model)).toEqual([
      { code: 'must-needs-never', path: ['a', 'b', 'c'] },
      { code: 'must-needs-never', path: ['d'] },
    ])
  })

  test('are told by the two that exclude each other', () => {
    const model: Model = {
      ...bare,
      options: optionsOf({ a: [1], b: [1], c: [1], d: [1] }),
      rules: [
        { is: 'must', option: 'a' },
        { is: 'must', option: 'd' },
        { is: 'requires', option: 'd', anyOf: ['c'] },
        { is: 'exclusive', atMostOneOf: ['a', 'b', 'c'] },
      ],
    }
    expect(quarrelsOf(model)).toEqual([{ code: 'musts-exclude', paths: [['a'], ['d', 'c']] }])
  })

  test('are told by the few that are too much, and by how much', () => {
    const model: Model = {
      ...bare,
      options: optionsOf({
        a: [1, { days: 6 }],
        b: [1, { days: 1 }],
        c: [1, { days: 5 }],
        base: [0, { days: 2 }],
      }),
      capacities: [{ id: 'days', limit: 10 }],
      rules: [
        { is: 'must', option: 'a' },
        { is: 'must', option: 'b' },
        { is: 'must', option: 'c' },
        { is: 'requires', option: 'a', anyOf: ['base'] },
        { is: 'requires', option: 'c', anyOf: ['base'] },
      ],
    }
    expect(quarrelsOf(model)).toEqual([
      {
        code: 'musts-exceed',
        capacity: 'days',
        musts: ['a', 'c'],
        needed: 13,
        limit: 10,
        over: 3,
        neededByAll: 14,
      },
    ])
  })

  test('are there exactly where no set is allowed, if requirements leave no choice', () => {
    fc.assert(
      fc.property(models(), (model) => {
        const rules = model.rules.flatMap((rule): readonly Rule[] => {
          if (rule.is === 'count' || rule.is === 'share') return []
          return [rule.is === 'requires' ? { ...rule, anyOf: rule.anyOf.slice(0, 1) } : rule]
        })
        const only: Model = { ...model, rules }
        expect(quarrelsOf(only).length > 0).toBe(bestByTrying(only) === undefined)
      }),
      { numRuns: 500 },
    )
  })

  test('name musts that would fit if any one of them were none', () => {
    fc.assert(
      fc.property(models(), (model) => {
        for (const quarrel of quarrelsOf(model)) {
          if (quarrel.code !== 'musts-exceed') continue
          for (const free of quarrel.musts) {
            const rules = [
              ...quarrel.musts.flatMap((option): readonly Rule[] =>
                option === free ? [] : [{ is: 'must', option }],
              ),
              ...model.rules.filter((rule) => rule.is === 'requires'),
            ]
            const left = { ...model, rules, groups: [] }
            const { capacity } = quarrel
            expect(
              quarrelsOf(left).some(
                (one) => one.code === 'musts-exceed' && one.capacity === capacity,
              ),
            ).toBe(false)
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})
