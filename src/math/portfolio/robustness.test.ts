import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { solveHere } from '../../app/aside/solver.world.ts'
import type { Model } from './model.ts'
import { bare, bestByTrying, models, optionsOf } from './models.world.ts'
import type { Solve } from './program.ts'
import { robustness } from './robustness.ts'

const limits = { seconds: 10, gap: 0 }
const nobody: Solve = () => Promise.reject(new Error('No solver is needed.'))

/** Values are sums of distinct powers of two, so that no two sets are equally good. */
const drawsFor = (model: Model, count: number, seed: number) => {
  const ids = model.options.map(({ id }) => id)
  const values = Float64Array.from({ length: ids.length * count }, (_, at) => {
    const [option, draw] = [Math.floor(at / count), at % count]
    const wild = ((seed + draw * 31 + option * 17 + draw * option * 7) % 13) - 4
    return wild * 100 + 2 ** option / 10
  })
  return { ids, count, values }
}

const valuedAt = (model: Model, draws: ReturnType<typeof drawsFor>, draw: number): Model => ({
  ...model,
  options: model.options.map((option) => ({
    ...option,
    value: draws.values[draws.ids.indexOf(option.id) * draws.count + draw] ?? 0,
  })),
})

describe('how often an option is in the best set', () => {
  test('is counted over draws, each solved to its best', async () => {
    await fc.assert(
      fc.asyncProperty(models(7), fc.nat({ max: 100 }), async (model, seed) => {
        const draws = drawsFor(model, 6, seed)
        const bests = [...Array(6).keys()].map((at) => bestByTrying(valuedAt(model, draws, at)))
        const told = await robustness(model, draws, solveHere, limits, { most: 50 })
        expect(told.is).toBe(bests[0] === undefined ? 'infeasible' : 'robustness')
        if (told.is !== 'robustness') return
        expect(told).toMatchObject({ looked: 6, unproven: 0, isWhole: true })
        for (const { option, times, share } of told.standings) {
          expect(times).toBe(bests.filter((best) => best?.chosen.includes(option)).length)
          expect(share).toBe(times / 6)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('takes no solver where all that is open costs the same, and looks at every draw', async () => {
    const alike = models(8).map((model): Model => ({
      ...model,
      options: model.options.map((option) => ({
        ...option,
        costs: model.capacities.map(({ id }, at) => ({ capacity: id, amount: (at + 1) * 0.7 })),
      })),
      rules: model.rules.filter(({ is }) => is === 'never'),
    }))
    await fc.assert(
      fc.asyncProperty(alike, fc.nat({ max: 100 }), async (model, seed) => {
        const draws = drawsFor(model, 20, seed)
        const told = await robustness(model, draws, nobody, limits, { most: 3 })
        if (told.is !== 'robustness') throw new Error(`It is ${told.is}.`)
        expect([told.looked, told.isWhole]).toEqual([20, true])
        const bests = [...Array(20).keys()].map((at) => bestByTrying(valuedAt(model, draws, at)))
        for (const { option, times } of told.standings)
          expect(times).toBe(bests.filter((best) => best?.chosen.includes(option)).length)
      }),
      { numRuns: 60 },
    )
  })

  test('breaks ties among equals by the order of ids, and keeps what must be in', async () => {
    const model: Model = {
      ...bare,
      options: optionsOf({
        d: [1, { n: 1 }],
        c: [1, { n: 1 }],
        b: [1, { n: 1 }],
        a: [0, { n: 1 }],
      }),
      capacities: [{ id: 'n', limit: 3 }],
      rules: [{ is: 'must', option: 'a' }],
    }
    const draws = { ids: ['d', 'c', 'b'], count: 2, values: Float64Array.of(1, 2, 1, 2, 1, 5) }
    const given = { most: 10, set: ['a', 'b', 'c'] }
    const told = await robustness(model, draws, nobody, limits, given)
    if (told.is !== 'robustness') throw new Error(`It is ${told.is}.`)
    expect(told.standings.map(({ option, times }) => `${option} ${times}`)).toEqual([
      'a 2',
      'b 2',
      'c 2',
      'd 0',
    ])
    expect(told.same).toBe(2)
  })

  // Newcombe (1998), table I: 15/148, 81/263, 0/20 and 1/29, method 3.
  test('has the interval that Wilson gives, as printed by others', async () => {
    for (const [times, of, low, high] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const) {
      const model = { ...bare, options: optionsOf({ a: [0] }) }
      const values = Float64Array.from({ length: of }, (_, at) => (at < times ? 1 : -1))
      const draws = { ids: ['a'], count: of, values }
      const told = await robustness(model, draws, nobody, limits, { most: 1 })
      if (told.is !== 'robustness') throw new Error(`It is ${told.is}.`)
      expect(told.standings[0]?.times).toBe(times)
      expect(told.standings[0]?.low).toBeCloseTo(low, 4)
      expect(told.standings[0]?.high).toBeCloseTo(high, 4)
    }
  })

  test('is looked at in draws that lie evenly apart, as many as are asked and time allows', async () => {
    const model: Model = {
      ...bare,
      options: optionsOf({ a: [0, { n: 1 }], b: [0, { n: 2 }], c: [0, { n: 3 }] }),
      capacities: [{ id: 'n', limit: 4 }],
    }
    const values = Float64Array.from({ length: 300 }, (_, at) => 1 + (at % 7) + at / 1000)
    const draws = { ids: ['a', 'b', 'c'], count: 100, values }
    const told = await robustness(model, draws, solveHere, limits, { most: 10 })
    expect(told).toMatchObject({ is: 'robustness', looked: 10, isWhole: true })
    let asked = 0
    const short = await robustness(model, draws, solveHere, limits, {
      most: 10,
      mayGoOn: () => asked++ < 4,
    })
    expect(short).toMatchObject({ looked: 4, isWhole: false })
  })

  test('cannot be asked of draws that do not fit the model', async () => {
    const model = { ...bare, options: optionsOf({ a: [0] }) }
    const of = (ids: readonly string[], ...values: readonly number[]) =>
      robustness(model, { ids, count: 1, values: Float64Array.from(values) }, nobody, limits, {
        most: 1,
      })
    expect(await of(['a'])).toMatchObject({ is: 'faulty', faults: [{ code: 'draws-missing' }] })
    expect(await of(['x'], 1)).toMatchObject({ faults: [{ code: 'unknown-option', ids: ['x'] }] })
    expect(await of(['a', 'a'], 1, 1)).toMatchObject({ faults: [{ code: 'duplicate-option' }] })
    expect(await of(['a'], Number.NaN)).toMatchObject({
      faults: [{ code: 'not-a-number', ids: ['a'], params: { draw: 0 } }],
    })
  })
})
