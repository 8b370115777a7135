/**
 * A formula has one value for every row, finite or missing, and another reading of its text gives the same.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byStack } from './by-stack.world.ts'
import { evaluate } from './evaluate.ts'
import { functionNames, functions } from './functions.ts'
import { parse } from './parse.ts'
import { rows, texts, trees } from './programs.world.ts'

const runs = process.env['THROUGHLINE_LONG'] === '1' ? 100_000 : 2_000
/** Milliseconds that a hundred thousand programs may take on a busy machine. */
const patience = 900_000

const value = (text: string, row: Readonly<Record<string, number | null>> = {}): number | null => {
  const { tree, mistakes } = parse(text)
  expect(mistakes).toEqual([])
  return evaluate(tree, (name) => row[name])
}

test(
  'another reading of the same text gives the same value, to the bit',
  () => {
    let there = 0
    fc.assert(
      fc.property(texts, rows, (text, row) => {
        const { tree, mistakes } = parse(text)
        fc.pre(mistakes.every(({ code }) => !code.startsWith('too-')))
        expect(mistakes, text).toEqual([])
        const found = evaluate(tree, (name) => row[name])
        there += found === null ? 0 : 1
        expect(found, text).toBe(byStack(text, row))
      }),
      { numRuns: runs },
    )
    expect(there).toBeGreaterThan(runs / 5)
  },
  patience,
)

test('whatever the tree and the row, the value is finite or missing, and never −0', () => {
  fc.assert(
    fc.property(trees, rows, (tree, row) => {
      const found = evaluate(tree, (name) => row[name])
      expect(found === null || (Number.isFinite(found) && !Object.is(found, -0))).toBe(true)
    }),
    { numRuns: runs },
  )
})

describe('what binds more', () => {
  test.each([
    ['2 + 3 * 4', 14],
    ['(2 + 3) * 4', 20],
    ['10 - 4 - 3', 3],
    ['100 / 10 / 5', 2],
    ['2^3^2', 512],
    ['-2^2', -4],
    ['(-2)^2', 4],
    ['2^-1', 0.5],
    ['2^-1^2', 0.5],
    ['50%^2', 0.25],
    ['200 * 10%', 20],
    ['6 ÷ 3 × 2 − 1', 3],
    ['if(not 1 > 2 and 3 > 2, 1, 0)', 1],
    ['if(1 > 2 and 3 > 4 or 5 > 4, 1, 0)', 1],
    ['if(5 > 4 or 3 > 2 and 1 > 2, 1, 0)', 1],
    ['if(1 + 1 = 2, 1, 0)', 1],
  ])('%s is %d', (text, expected) => {
    expect(value(text)).toBe(expected)
  })
})

describe('what has no answer is missing', () => {
  test.each([
    ['1 / 0'],
    ['0 / 0'],
    ['1 / -0'],
    ['log(0)'],
    ['log10(-1)'],
    ['log2(0)'],
    ['sqrt(-1)'],
    ['0^-1'],
    ['(-8)^(1/3)'],
    ['1e308 * 10'],
    ['1e308 + 1e308'],
    ['exp(1000)'],
    ['10^309'],
    ['clip(1, 3, 2)'],
    ['1 / (1e308 * 10)'],
    ['missing^0'],
    ['0 * missing'],
    ['if(missing > 1, 1, 2)'],
    ['if(missing = missing, 1, 2)'],
    ['if(not missing > 1, 1, 2)'],
    ['max(1, missing)'],
    ['min(missing, 1)'],
    ['clip(1, missing, 2)'],
    ['sum(missing, 1 / 0)'],
    ['mean(missing)'],
    ['first(missing, log(-1))'],
    ['sum(1e308, 1e308, -1e308)'],
    ['mean(1e308, 1e308)'],
    ['Nowhere'],
  ])('%s', (text) => {
    expect(value(text)).toBe(null)
  })

  test('what a row holds that is no number counts as missing', () => {
    for (const odd of [Number.NaN, Infinity, -Infinity])
      expect(value('first(a, 7)', { a: odd })).toBe(7)
    expect(value('a', { a: -0 })).toBe(0)
  })
})

describe('what is there, is there', () => {
  test.each([
    ['0^0', 1],
    ['(-8)^3', -512],
    ['1e-300 * 1e-300', 0],
    ['-0', 0],
    ['0 * -1', 0],
    ['sum(1, missing, 2)', 3],
    ['mean(1, missing, 2)', 1.5],
    ['first(missing, 1 / 0, 5, 6)', 5],
    ['if(1 > 2, 1 / 0, 3)', 3],
    ['if(1 > 2 and missing > 1, 1, 3)', 3],
    ['if(missing > 1 and 1 > 2, 1, 3)', 3],
    ['if(2 > 1 or missing > 1, 1, 3)', 1],
    ['if(missing > 1 or 2 > 1, 1, 3)', 1],
    ['round(2.5)', 3],
    ['round(-2.5)', -3],
    ['round(0.49999999999999994)', 0],
    ['round(-0.2)', 0],
    ['floor(-1.5)', -2],
    ['ceil(-0.5)', 0],
    ['clip(7, 1, 5)', 5],
    ['clip(-7, 1, 5)', 1],
    ['clip(3, 1, 5)', 3],
    ['min(3, 1, 2)', 1],
    ['max(3, 1, 2)', 3],
    ['abs(-3)', 3],
    ['log10(1000)', 3],
    ['log2(8)', 3],
    ['log(exp(1))', 1],
  ])('%s is %d', (text, expected) => {
    expect(value(text)).toBe(expected)
  })
})

test('a function spreads or skips what is missing as it is said to', () => {
  for (const name of functionNames) {
    const { least, most, missing } = functions[name]
    const count = most ?? 3
    const args = Array.from({ length: count }, (_, at) => String(at + 1))
    expect(value(`${name}(${args.join(', ')})`)).not.toBe(null)
    for (let gone = 0; gone < count; gone += 1) {
      const text = `${name}(${args.with(gone, 'missing').join(', ')})`
      expect(value(text) === null, text).toBe(missing === 'spreads')
    }
    expect(value(`${name}(${Array.from({ length: least }, () => 'missing').join(', ')})`)).toBe(
      null,
    )
  }
})
