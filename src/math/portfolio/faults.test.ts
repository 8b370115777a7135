import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultsOf } from './faults.ts'
import { indexOf } from './indexed.ts'
import type { Model, Rule } from './model.ts'
import { models, optionsOf } from './models.world.ts'

const sound: Model = {
  options: optionsOf({ a: [1, { days: 2 }], b: [-3, { days: 0 }] }),
  capacities: [{ id: 'days', limit: 5 }],
  groups: [{ id: 'bets', members: ['a'] }],
  rules: [],
}
const withRule = (rule: Rule): Model => ({ ...sound, rules: [rule] })
const withCost = (amount: number, capacity = 'days'): Model => ({
  ...sound,
  options: [{ id: 'a', value: 1, costs: [{ capacity, amount }] }],
})

describe('the faults of a model', () => {
  test('are none where it can be read', () => {
    fc.assert(
      fc.property(models(), (model) => {
        expect(faultsOf(model)).toEqual([])
      }),
    )
  })

  test('name what is there twice', () => {
    const twice: Model = {
      options: [...sound.options, ...optionsOf({ a: [2] })],
      capacities: [...sound.capacities, { id: 'days', limit: 1 }],
      groups: [...sound.groups, { id: 'bets', members: [] }],
      rules: [],
    }
    expect(faultsOf(twice).map(({ code, ids }) => [code, ...ids])).toEqual([
      ['duplicate-option', 'a'],
      ['duplicate-capacity', 'days'],
      ['duplicate-group', 'bets'],
    ])
    const cost = { capacity: 'days', amount: 1 }
    const twiceInOne = { ...sound, options: [{ id: 'a', value: 1, costs: [cost, cost] }] }
    expect(faultsOf(twiceInOne)[0]).toEqual({
      code: 'duplicate-cost',
      ids: ['a', 'days'],
      params: {},
    })
  })

  test.each<[string, Rule, readonly string[]]>([
    ['a must', { is: 'must', option: 'x' }, ['x']],
    ['a never', { is: 'never', option: 'x' }, ['x']],
    ['what requires', { is: 'requires', option: 'x', anyOf: ['a'] }, ['x']],
    ['what is required', { is: 'requires', option: 'a', anyOf: ['b', 'x', 'x'] }, ['x']],
    ['an exclusive set', { is: 'exclusive', atMostOneOf: ['a', 'x', 'y'] }, ['x', 'y']],
  ])('name an option that is not there, in %s', (_, rule, strangers) => {
    expect(faultsOf(withRule(rule))).toEqual(
      strangers.map((id) => ({ code: 'unknown-option', ids: [id], params: { rule: 0 } })),
    )
  })

  test('name groups and capacities that are not there', () => {
    const share: Rule = { is: 'share', group: 'x', capacity: 'y', atLeast: 0.5 }
    expect(faultsOf(withRule(share)).map(({ code, ids }) => [code, ...ids])).toEqual([
      ['unknown-group', 'x'],
      ['unknown-capacity', 'y'],
    ])
    expect(faultsOf(withRule({ is: 'count', group: 'x', atLeast: 1 }))[0]?.code).toBe(
      'unknown-group',
    )
    expect(faultsOf(withCost(1, 'y'))[0]).toMatchObject({
      code: 'unknown-capacity',
      ids: ['y', 'a'],
    })
    const stranger = { ...sound, groups: [{ id: 'bets', members: ['a', 'x'] }] }
    expect(faultsOf(stranger)).toEqual([{ code: 'unknown-option', ids: ['x', 'bets'], params: {} }])
  })

  test('name amounts that are none, and say which they are', () => {
    expect(faultsOf(withCost(-1))).toEqual([
      { code: 'negative-cost', ids: ['a', 'days'], params: { amount: -1 } },
    ])
    expect(faultsOf(withCost(Number.NaN))[0]?.code).toBe('not-a-number')
    expect(faultsOf(withCost(Number.POSITIVE_INFINITY))[0]?.code).toBe('too-large')
    for (const [value, code] of [
      [Number.NaN, 'not-a-number'],
      [1e16, 'too-large'],
      [Number.NEGATIVE_INFINITY, 'too-large'],
    ] as const)
      expect(faultsOf({ ...sound, options: optionsOf({ a: [value], b: [1] }) })[0]).toMatchObject({
        code,
        ids: ['a'],
      })
    const limited = (limit: number) => faultsOf({ ...sound, capacities: [{ id: 'days', limit }] })
    expect(limited(-2)).toEqual([{ code: 'negative-limit', ids: ['days'], params: { limit: -2 } }])
    expect(limited(Number.NaN)[0]?.code).toBe('not-a-number')
    expect(limited(Number.POSITIVE_INFINITY)).toEqual([])
  })

  test('name shares and counts out of range, and a requirement of nothing', () => {
    for (const atLeast of [-0.1, 1.1, Number.NaN])
      expect(
        faultsOf(withRule({ is: 'share', group: 'bets', capacity: 'days', atLeast })),
      ).toMatchObject([{ code: 'share-out-of-range', params: { rule: 0 } }])
    for (const atLeast of [-1, 0.5, Number.NaN])
      expect(faultsOf(withRule({ is: 'count', group: 'bets', atLeast }))).toMatchObject([
        { code: 'count-not-whole', params: { rule: 0 } },
      ])
    expect(faultsOf(withRule({ is: 'requires', option: 'a', anyOf: [] }))).toMatchObject([
      { code: 'nothing-required', ids: ['a'] },
    ])
  })

  test('are a bug where nobody asked for them', () => {
    expect(() => indexOf(withCost(-1))).toThrow('negative-cost')
  })
})
