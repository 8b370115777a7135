/** What is said to rise never falls, what is said to lie in a range lies in it, whatever the row. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { direction, rangeOf, type Direction } from './direction.ts'
import { evaluate } from './evaluate.ts'
import { parse } from './parse.ts'
import { nameList, oddNumbers, trees } from './programs.world.ts'
import { anything, notNegative, type Range } from './range.ts'

const runs = process.env['THROUGHLINE_LONG'] === '1' ? 100_000 : 2_000

const score = { low: 1, high: 5 }
const places: Readonly<Record<string, Range>> = {
  Reach: notNegative,
  Impact: notNegative,
  Confidence: { low: 0, high: 1 },
  Effort: notNegative,
  Balance: anything,
  Cost: score,
  Value: score,
}
const ranges = (name: string): Range => places[name] ?? anything
const way = (text: string, name: string): Direction => {
  const { tree, mistakes } = parse(text)
  expect(mistakes).toEqual([])
  return direction(tree, name, ranges)
}

describe('which way a formula goes', () => {
  test.each<[string, string, Direction]>([
    ['Reach * Impact * Confidence / Effort', 'Reach', 'rising'],
    ['Reach * Impact * Confidence / Effort', 'Confidence', 'rising'],
    ['Reach * Impact * Confidence / Effort', 'Effort', 'falling'],
    ['Reach * Impact * Confidence / Effort', 'Value', 'still'],
    ['Reach * (Confidence * 0.75 + 0.25) / max(1e-12, Effort)', 'Effort', 'falling'],
    ['(Reach + Impact - Effort) * Confidence', 'Effort', 'falling'],
    ['(Reach + Impact - Effort) * Confidence', 'Confidence', 'unknown'],
    ['Value / 5 * 50 + (6 - Cost) / 5 * 30', 'Cost', 'falling'],
    ['Value + max(Value - Impact, 0)', 'Value', 'rising'],
    ['Balance * Reach', 'Reach', 'unknown'],
    ['Balance * Reach', 'Balance', 'rising'],
    ['Reach / Balance', 'Balance', 'unknown'],
    ['1 / (Value - 3)', 'Value', 'unknown'],
    ['1 / (Value + 3)', 'Value', 'falling'],
    ['Reach - Reach^2', 'Reach', 'both'],
    ['Balance^2', 'Balance', 'unknown'],
    ['Balance^3', 'Balance', 'rising'],
    ['Reach^2', 'Reach', 'rising'],
    ['Reach^-2', 'Reach', 'falling'],
    ['2^(-Reach / 90)', 'Reach', 'falling'],
    ['0.5^Reach', 'Reach', 'falling'],
    ['Value^Reach', 'Reach', 'rising'],
    ['Confidence^Reach', 'Reach', 'falling'],
    ['abs(Balance)', 'Balance', 'unknown'],
    ['abs(-Reach)', 'Reach', 'rising'],
    ['log(Reach) + sqrt(Reach) + round(Reach)', 'Reach', 'rising'],
    ['clip(Effort, 0, Reach)', 'Reach', 'rising'],
    ['if(Reach >= 1000, 3, if(Reach >= 100, 2, 1))', 'Reach', 'rising'],
    ['if(Reach < 100, 3, 1)', 'Reach', 'falling'],
    ['if(not Reach < 100 and Impact > 2, 3, 1)', 'Reach', 'rising'],
    ['if(Reach > 100, 1, Reach)', 'Reach', 'unknown'],
    ['if(Reach = 100, 2, 1)', 'Reach', 'unknown'],
    ['if(Impact > 2, Reach, 2 * Reach)', 'Reach', 'rising'],
    ['if(Impact > 2, Reach, -Reach)', 'Reach', 'both'],
    ['sum(Reach, Impact)', 'Reach', 'rising'],
    ['mean(Value, Cost, missing)', 'Cost', 'rising'],
    // Where the logarithm goes missing, the sum loses what it was worth.
    ['sum(Impact, log(Reach))', 'Reach', 'unknown'],
    ['first(Reach, 5)', 'Reach', 'rising'],
    ['first(log(Reach), 5)', 'Reach', 'unknown'],
    ['first(Impact, log(Reach))', 'Reach', 'rising'],
  ])('%s with %s is %s', (text, name, expected) => {
    expect(way(text, name)).toBe(expected)
  })
})

const bounds: fc.Arbitrary<Range> = fc.oneof(
  fc.constantFrom(
    anything,
    notNegative,
    { low: 0, high: 1 },
    { low: 1, high: 5 },
    { low: -10, high: 10 },
  ),
  fc
    .tuple(oddNumbers, oddNumbers)
    .map(([one, other]) => ({ low: Math.min(one, other), high: Math.max(one, other) })),
)

/** For each name its range, and in it two values of which either may be missing. */
const inputs = fc.tuple(
  ...nameList.map((name) =>
    fc
      .tuple(
        bounds,
        fc.tuple(oddNumbers, oddNumbers, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(9)),
      )
      .map(([range, [one, other, share, gone]]) => {
        const within = (value: number): number => Math.min(range.high, Math.max(range.low, value))
        const between = range.low + share * (range.high - range.low)
        return {
          name,
          range,
          values: [within(one), Number.isFinite(between) ? within(between) : within(other)],
          isMissing: gone === 0,
        }
      }),
  ),
)

test('a result never goes the other way than was said', () => {
  const seen: Record<Direction, number> = { still: 0, rising: 0, falling: 0, both: 0, unknown: 0 }
  fc.assert(
    fc.property(trees, inputs, fc.nat(nameList.length - 1), (tree, all, chosen) => {
      const asked = all[chosen]
      if (asked === undefined) return
      const said = direction(
        tree,
        asked.name,
        (name) => all.find((one) => one.name === name)?.range ?? anything,
      )
      const [low = 0, high = 0] = asked.values.toSorted((left, right) => left - right)
      const at = (value: number): number | null =>
        evaluate(tree, (name) => {
          if (name === asked.name) return value
          const one = all.find((other) => other.name === name)
          return one === undefined || one.isMissing ? null : one.values[0]
        })
      const [before, after] = [at(low), at(high)]
      if (said === 'still') expect(after).toBe(before)
      if (before === null || after === null) return
      seen[said] += 1
      // Powers, exponentials and logarithms are not promised to be rounded in order.
      const room = 1e-12 * Math.max(Math.abs(before), Math.abs(after))
      if (said === 'rising') expect(after).toBeGreaterThanOrEqual(before - room)
      if (said === 'falling') expect(after).toBeLessThanOrEqual(before + room)
    }),
    { numRuns: runs * 2 },
  )
  for (const said of ['still', 'rising', 'falling', 'unknown'] as const)
    expect(seen[said], said).toBeGreaterThan(runs / 100)
})

test('a range goes as far as its values do, also beside nought', () => {
  const range = (text: string, a: Range): Range => rangeOf(parse(text).tree, () => a)
  expect(range('1 / a', { low: 0, high: 4 })).toEqual({ low: 0.25, high: Number.MAX_VALUE })
  expect(range('a^-1', { low: -0, high: 1 }).high).toBe(Number.MAX_VALUE)
  expect(range('(-a)^-1', { low: -1, high: 0 }).high).toBe(Number.MAX_VALUE)
  expect(range('first(0^a, 1)', { low: -2, high: -1 }).low).toBeLessThanOrEqual(1)
  expect(range('a^2', { low: -3, high: 2 }).low).toBe(0)
  expect(range('abs(a)', { low: -3, high: 2 })).toEqual({ low: 0, high: 3 })
  expect(range('sum(a, a)', { low: 2, high: 3 })).toEqual({ low: 2, high: 6 })
})

test('a result lies in the range that was said', () => {
  let narrower = 0
  fc.assert(
    fc.property(trees, inputs, (tree, all) => {
      const { low, high } = rangeOf(
        tree,
        (name) => all.find((one) => one.name === name)?.range ?? anything,
      )
      const value = evaluate(tree, (name) => {
        const one = all.find((other) => other.name === name)
        return one === undefined || one.isMissing ? null : one.values[1]
      })
      if (value === null) return
      narrower += low > anything.low || high < anything.high ? 1 : 0
      expect(value).toBeGreaterThanOrEqual(low)
      expect(value).toBeLessThanOrEqual(high)
    }),
    { numRuns: runs },
  )
  expect(narrower).toBeGreaterThan(runs / 4)
})
