import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Choice } from './best-set.ts'
import { estimateOf, perfectInformation } from './information.ts'
import { bestOf, chanceOf, drawn, setsOf, subsetsOf, unitNormalLoss } from './information.world.ts'
import { standingChoice } from './standing-choice.ts'

const evpi = (utility: readonly Float64Array[], choice: Choice) =>
  perfectInformation(standingChoice(utility, choice))

const tables = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 8 }))
  .chain(([options, draws]) =>
    fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: draws, maxLength: draws }), {
      minLength: options,
      maxLength: options,
    }),
  )
const sizes = fc.integer({ min: 1, max: 6 })

const rowsOf = (table: readonly (readonly number[])[]): readonly Float64Array[] =>
  table.map((row) => Float64Array.from(row))

/** By its definition, over all sets. */
function byHand(
  table: readonly (readonly number[])[],
  sets: readonly (readonly number[])[],
): number {
  const draws = table[0]?.length ?? 0
  const at = (draw: number): readonly number[] => table.map((row) => row[draw] ?? 0)
  const means = table.map((row) => row.reduce((sum, value) => sum + value, 0) / draws)
  const most = Array.from({ length: draws }, (_, draw) => bestOf(sets, at(draw)))
  return most.reduce((sum, value) => sum + value, 0) / draws - bestOf(sets, means)
}

describe('perfect information', () => {
  test('is worth 350 in a published example, in ten equally likely draws', () => {
    // Wikipedia, "Expected value of perfect information": five draws up, three level, two down.
    const spread = (up: number, level: number, down: number) =>
      Float64Array.of(up, up, up, up, up, level, level, level, down, down)
    const utility = [spread(1500, 300, -800), spread(900, 600, -200), spread(500, 500, 500)]
    const found = evpi(utility, { take: 1 })
    expect(found.value).toBeCloseTo(350, 10)
    expect(found.changes).toBe(0.5)
  })

  test('is what the normal loss integral says for two options with a normal difference', () => {
    // Jackson's vignette of the R package voi: 0 against p1 − p2, p1 ~ N(1, 1), p2 ~ N(0, 2); 0.4798107.
    expect(Math.sqrt(5) * unitNormalLoss(1 / Math.sqrt(5))).toBeCloseTo(0.4798107, 7)
    const chance = chanceOf(11)
    const other = drawn(40_000, () => 1 + chance.normal() - 2 * chance.normal())
    const { value, standardError } = evpi([new Float64Array(40_000), other], { take: 1 })
    expect(standardError).toBeLessThan(0.006)
    expect(Math.abs(value - 0.4798107)).toBeLessThan(4 * standardError)
  })

  test('is what all sets of a size, tried one by one, say', () => {
    fc.assert(
      fc.property(tables, sizes, (table, take) => {
        const size = Math.min(take, table.length)
        const exact = byHand(table, setsOf(table.length, size))
        expect(evpi(rowsOf(table), { take }).value).toBeCloseTo(exact, 9)
      }),
    )
  })

  test('is what all sets that fit a capacity, tried one by one, say', () => {
    const costs = fc.array(fc.nat(9), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(tables, costs, fc.nat(20), (table, all, capacity) => {
        const own = Float64Array.from(all.slice(0, table.length))
        const sets = subsetsOf(table.length).filter(
          (set) => set.reduce((sum, option) => sum + (own[option] ?? 0), 0) <= capacity,
        )
        const found = evpi(rowsOf(table), { costs: own, capacity })
        expect(found.value).toBeCloseTo(byHand(table, sets), 9)
      }),
    )
  })

  test('is never worth less than nothing, also where the search for sets is greedy', () => {
    const costs = Float64Array.of(1.5, 2.5, 3.5, 4.5, 1.1, 0.3)
    fc.assert(
      fc.property(tables, fc.nat(9), (table, capacity) => {
        const standing = standingChoice(rowsOf(table), {
          costs: costs.slice(0, table.length),
          capacity,
        })
        expect(standing.method).toBe('greedy')
        expect(perfectInformation(standing).value).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('is worth nothing where there is one option, or all are taken', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const whole = evpi(rowsOf(table), { take: table.length })
        expect(whole).toEqual({ value: 0, standardError: 0, changes: 0, unseen: 0 })
        expect(evpi(rowsOf(table.slice(0, 1)), { take: 1 }).value).toBe(0)
      }),
    )
  })

  test('does not change when all options gain the same in a draw, where a number is taken', () => {
    const shifts = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(tables, sizes, shifts, (table, take, shift) => {
        const moved = table.map((row) => row.map((value, draw) => value + (shift[draw] ?? 0)))
        const before = evpi(rowsOf(table), { take }).value
        expect(evpi(rowsOf(moved), { take }).value).toBeCloseTo(before, 9)
      }),
    )
  })

  test('scales with utility, and does not depend on the order of the options', () => {
    fc.assert(
      fc.property(tables, sizes, fc.integer({ min: 1, max: 9 }), (table, take, factor) => {
        const { value, standardError } = evpi(rowsOf(table), { take })
        const scaled = evpi(rowsOf(table.map((row) => row.map((one) => one * factor))), { take })
        expect(scaled.value).toBeCloseTo(factor * value, 9)
        expect(scaled.standardError).toBeCloseTo(factor * standardError, 9)
        expect(evpi(rowsOf(table.toReversed()), { take }).value).toBeCloseTo(value, 9)
      }),
    )
  })
})

test('what may be hidden in changes too rare to be seen falls with the number of draws', () => {
  const chance = chanceOf(4)
  const unseen = [30, 3000].map((draws) => {
    const utility = [drawn(draws, () => 50 + chance.normal()), new Float64Array(draws)]
    const found = evpi(utility, { take: 1 })
    expect([found.value, found.standardError]).toEqual([0, 0])
    return found.unseen
  })
  expect(unseen[0]).toBeGreaterThan(0.05)
  expect(unseen[1]).toBeLessThan(0.002)
})

test('the standard error is that of a mean', () => {
  // 1, 2, 3, 4: variance 5/3 over n − 1, so √(5/12) for the mean.
  const found = estimateOf(Float64Array.of(1, 2, 3, 4))
  expect(found.value).toBe(2.5)
  expect(found.standardError).toBeCloseTo(Math.sqrt(5 / 12), 12)
  expect(estimateOf(Float64Array.of(3)).standardError).toBe(0)
})

test('the standing choice says what is taken, and what that is worth', () => {
  const standing = standingChoice(
    [Float64Array.of(1, 2), Float64Array.of(5, 7), Float64Array.of(3, 4)],
    { take: 2 },
  )
  expect([...standing.base]).toEqual([1, 2])
  expect(standing.worth).toBe(9.5)
  expect(standing.method).toBe('exact')
})

test('what is no choice is refused', () => {
  const one = Float64Array.of(1, 2)
  expect(() => standingChoice([], { take: 1 })).toThrow(RangeError)
  expect(() => standingChoice([one, Float64Array.of(1)], { take: 1 })).toThrow(RangeError)
  expect(() => standingChoice([one, Float64Array.of(1, Number.NaN)], { take: 1 })).toThrow(
    RangeError,
  )
})
