import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { circlesOf } from './circles.ts'
import type { Model, Rule } from './model.ts'
import { bare, judgeOf, models, optionsOf } from './models.world.ts'

const requires = (option: string, ...anyOf: readonly string[]): Rule => ({
  is: 'requires',
  option,
  anyOf,
})
const options = optionsOf({ a: [1], b: [1], c: [1], d: [1], e: [1] })
const withRules = (...rules: readonly Rule[]): Model => ({ ...bare, options, rules })

describe('a circle of requirements', () => {
  test('is told as the options that are in together or not at all', () => {
    const rules = [requires('d', 'a'), requires('a', 'b'), requires('b', 'd'), requires('c', 'a')]
    expect(circlesOf(withRules(...rules))).toEqual([['a', 'b', 'd']])
    expect(circlesOf(withRules(requires('a', 'b'), requires('b', 'a', 'a')))).toEqual([['a', 'b']])
  })

  test('is none where there is a choice, or where one requires itself', () => {
    expect(circlesOf(withRules(requires('a', 'b', 'c'), requires('b', 'a')))).toEqual([])
    expect(circlesOf(withRules(requires('a', 'a')))).toEqual([])
  })

  test('holds exactly those that no allowed set parts', () => {
    fc.assert(
      fc.property(models(7), (model) => {
        const rules = model.rules.flatMap((rule): readonly Rule[] =>
          rule.is === 'requires' ? [{ ...rule, anyOf: rule.anyOf.slice(0, 1) }] : [],
        )
        const only: Model = { ...bare, options: model.options, rules }
        const allows = judgeOf(only)
        const circles = circlesOf(only)
        const sets = [...Array(2 ** only.options.length).keys()].filter(allows)
        only.options.forEach((left, one) => {
          only.options.forEach((right, other) => {
            if (one === other) return
            const together = sets.every((set) => ((set >> one) & 1) === ((set >> other) & 1))
            const said = circles.some((ids) => ids.includes(left.id) && ids.includes(right.id))
            expect(said).toBe(together)
          })
        })
      }),
    )
  })
})
