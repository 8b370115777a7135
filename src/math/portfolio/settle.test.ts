import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indexOf } from './indexed.ts'
import type { Model } from './model.ts'
import { bare, judgeOf, models, optionsOf } from './models.world.ts'
import { settle, settled } from './settle.ts'

describe('what is settled', () => {
  test('is so in every set that the model allows', () => {
    fc.assert(
      fc.property(models(), (model) => {
        const { steps, isImpossible } = settle(indexOf(model))
        const allows = judgeOf(model)
        for (let set = 0; set < 2 ** model.options.length; set++) {
          if (!allows(set)) continue
          expect(isImpossible).toBe(false)
          for (const { option, goes } of steps) {
            const bit = model.options.findIndex(({ id }) => id === option)
            expect((set >> bit) & 1).toBe(goes === 'in' ? 1 : 0)
          }
        }
      }),
    )
  })

  test('follows step by step, each with its reason', () => {
    const model: Model = {
      options: optionsOf({
        login: [5, { days: 4 }],
        accounts: [0, { days: 3 }],
        guests: [9, { days: 1 }],
        export: [7, { days: 2 }],
        format: [0, { days: 2 }],
        theme: [3, { days: 3 }],
        legal: [-1, { days: 0 }],
        old: [2],
        plugin: [4],
      }),
      capacities: [{ id: 'days', limit: 10 }],
      groups: [{ id: 'duties', members: ['legal', 'old'] }],
      rules: [
        { is: 'must', option: 'login' },
        { is: 'never', option: 'old' },
        { is: 'requires', option: 'login', anyOf: ['accounts'] },
        { is: 'exclusive', atMostOneOf: ['accounts', 'guests'] },
        { is: 'requires', option: 'export', anyOf: ['format'] },
        { is: 'requires', option: 'plugin', anyOf: ['old', 'guests'] },
        { is: 'count', group: 'duties', atLeast: 1 },
      ],
    }
    const because = Object.fromEntries(settled(model).map((step) => [step.option, step]))
    expect(because).toMatchObject({
      login: { goes: 'in', because: { is: 'must' } },
      old: { goes: 'out', because: { is: 'never' } },
      accounts: { goes: 'in', because: { is: 'required', by: 'login' } },
      guests: { goes: 'out', because: { is: 'excluded', by: 'accounts' } },
      plugin: { goes: 'out', because: { is: 'lacks', anyOf: ['guests', 'old'] } },
      legal: { goes: 'in', because: { is: 'count', group: 'duties' } },
      export: { goes: 'out', because: { is: 'no-room', capacity: 'days', takes: 4 } },
    })
    expect(because).not.toHaveProperty('theme')
    expect(because).not.toHaveProperty('format')
  })

  test('is nothing where there are no rules and all fits', () => {
    expect(settled({ ...bare, options: optionsOf({ a: [1], b: [-1] }) })).toEqual([])
  })
})
