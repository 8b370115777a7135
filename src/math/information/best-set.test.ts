import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooserOf, methodOf, sumOf, type Choice } from './best-set.ts'
import { bestOf, setsOf, subsetsOf } from './information.world.ts'

const worths = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), {
  minLength: 1,
  maxLength: 9,
})

const best = (choice: Choice, worth: readonly number[]): number => {
  const utility = Float64Array.from(worth)
  return sumOf(utility, chooserOf(choice, worth.length)(utility))
}

const fits = (costs: readonly number[], capacity: number) => (set: readonly number[]) =>
  set.reduce((sum, option) => sum + (costs[option] ?? 0), 0) <= capacity

test('the best of all sets of a size is found', () => {
  fc.assert(
    fc.property(worths, fc.integer({ min: 1, max: 9 }), (worth, take) => {
      const size = Math.min(take, worth.length)
      expect(best({ take }, worth)).toBeCloseTo(bestOf(setsOf(worth.length, size), worth), 9)
    }),
  )
})

test('as many are taken as were asked for, also where all are worth less than nothing', () => {
  const utility = Float64Array.of(-1, -2, -3)
  expect([...chooserOf({ take: 2 }, 3)(utility)]).toEqual([0, 1])
  expect([...chooserOf({ take: 7 }, 3)(utility)]).toEqual([0, 1, 2])
})

describe('under a capacity', () => {
  test('the best of all sets that fit is found where costs are whole numbers', () => {
    const whole = fc.array(fc.nat(12), { minLength: 9, maxLength: 9 })
    fc.assert(
      fc.property(worths, whole, fc.nat(40), (worth, all, capacity) => {
        const costs = all.slice(0, worth.length)
        const choice = { costs: Float64Array.from(costs), capacity }
        const sets = subsetsOf(worth.length).filter(fits(costs, capacity))
        expect(methodOf(choice)).toBe('exact')
        expect(best(choice, worth)).toBeCloseTo(bestOf(sets, worth), 9)
      }),
    )
  })

  test('a greedy set fits, and is worth at least half of the best', () => {
    const broken = fc.array(fc.double({ min: 0, max: 12, noNaN: true }), {
      minLength: 9,
      maxLength: 9,
    })
    fc.assert(
      fc.property(worths, broken, fc.nat(40), (worth, all, capacity) => {
        const costs = all.slice(0, worth.length).map((cost) => cost + 0.05)
        const choice = { costs: Float64Array.from(costs), capacity }
        const sets = subsetsOf(worth.length).filter(fits(costs, capacity))
        const utility = Float64Array.from(worth)
        const found = chooserOf(choice, worth.length)(utility)
        expect(fits(costs, capacity)([...found])).toBe(true)
        expect(sumOf(utility, found)).toBeGreaterThanOrEqual(bestOf(sets, worth) / 2 - 1e-9)
        expect(sumOf(utility, found)).toBeLessThanOrEqual(bestOf(sets, worth) + 1e-9)
      }),
    )
  })

  test('it is said which of the two it is', () => {
    expect(methodOf({ take: 3 })).toBe('exact')
    expect(methodOf({ costs: Float64Array.of(1, 2), capacity: 2.5 })).toBe('exact')
    expect(methodOf({ costs: Float64Array.of(1, 2.5), capacity: 3 })).toBe('greedy')
    expect(methodOf({ costs: Float64Array.of(1, 2), capacity: 1e6 })).toBe('greedy')
  })
})

test('a choice that cannot be is refused', () => {
  for (const choice of [
    { take: 0 },
    { take: 1.5 },
    { costs: Float64Array.of(1), capacity: 1 },
    { costs: Float64Array.of(1, -1), capacity: 1 },
    { costs: Float64Array.of(1, 1), capacity: Number.NaN },
  ])
    expect(() => chooserOf(choice, 2)).toThrow(RangeError)
})
