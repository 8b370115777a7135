import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bare, judgeOf, models, optionsOf } from './models.world.ts'
import { programOf } from './program.ts'
import { keeps, questionOf } from './programs.world.ts'

describe('the program', () => {
  test('is kept by exactly the sets that the model allows', () => {
    fc.assert(
      fc.property(models(7), (model) => {
        const bothWays = new Set(model.rules.flatMap((r) => (r.is === 'must' ? [r.option] : [])))
        fc.pre(!model.rules.some((r) => r.is === 'never' && bothWays.has(r.option)))
        const { program } = programOf(questionOf(model))
        const sorted = model.options.toSorted((left, right) => (left.id < right.id ? -1 : 1))
        const allows = judgeOf({ ...model, options: sorted })
        for (let set = 0; set < 2 ** sorted.length; set++) {
          const assignment = sorted.map((_, bit) => (set >> bit) & 1)
          expect(keeps(program, assignment)).toBe(allows(set))
        }
      }),
    )
  })

  test('holds every double as it was, times a power of two', () => {
    const model = {
      ...bare,
      options: optionsOf({ a: [0.1, { days: 1 / 3 }], b: [-7e9, { days: 2e-7 }] }),
      capacities: [{ id: 'days', limit: 0.333_333_4 }],
    }
    const { program, inAll } = programOf(questionOf(model))
    const factor = (program.coefficients[0] ?? 0) / (1 / 3)
    expect(Number.isInteger(Math.log2(factor))).toBe(true)
    expect([...program.coefficients].map((one) => one / factor)).toEqual([1 / 3, 2e-7])
    expect([...program.objective].map(inAll)).toEqual([0.1, -7e9])
  })

  test('weighs what is out with nothing, however dear it is', () => {
    const model = {
      ...bare,
      options: optionsOf({ a: [1, { days: 1 }], b: [1, { days: 1e15 }] }),
      capacities: [{ id: 'days', limit: 1 }],
      rules: [{ is: 'never' as const, option: 'b' }],
    }
    expect([...programOf(questionOf(model)).program.coefficients]).toEqual([0.5])
  })

  test('weighs what is settled with nothing, and adds it to what comes out', () => {
    const model = {
      ...bare,
      options: optionsOf({ a: [1, { days: 1 }], b: [1e12, { days: 1 }], c: [3, { days: 1 }] }),
      capacities: [{ id: 'days', limit: 2 }],
      rules: [{ is: 'must' as const, option: 'b' }],
    }
    const { program, inAll } = programOf(questionOf(model))
    expect([...program.objective]).toEqual([256, 0, 768])
    expect(inAll(768)).toBe(1e12 + 3)
  })

  test('names nothing twice in a row', () => {
    fc.assert(
      fc.property(models(), (model) => {
        const { program } = programOf(questionOf(model))
        for (const row of program.rowLower.keys()) {
          const columns = program.columns.slice(program.starts[row], program.starts[row + 1])
          expect(new Set(columns).size).toBe(columns.length)
        }
      }),
    )
  })
})
