/** Whatever the text, it is read to its end, what is wrong is told at its place, and nothing is thrown. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from './check.ts'
import { compile } from './compile.ts'
import { evaluate } from './evaluate.ts'
import { limits } from './limits.ts'
import type { Mistake } from './mistake.ts'
import { parse } from './parse.ts'
import { print } from './print.ts'
import { brokenTexts } from './programs.world.ts'

const long = process.env['THROUGHLINE_LONG'] === '1'
const runs = long ? 100_000 : 2_000

describe('what is refused', () => {
  test.each([
    ['', 'empty', '', null],
    ['  \n ', 'empty', '  \n ', null],
    ['2e999 * a', 'number-too-large', '2e999', null],
    ['a # b', 'sign-unknown', '#', null],
    ['=a * 2', 'sign-unknown', '=', 'a * 2'],
    ['a * +2', 'sign-unknown', '+', 'a * 2'],
    ['[Time criticality', 'name-unclosed', '[Time criticality', '[Time criticality]'],
    ['2 * "Job size', 'name-unclosed', '"Job size', '2 * "Job size"'],
    ['[] + 1', 'name-empty', '[]', null],
    [
      '2 * Time criticality + 1',
      'name-unbracketed',
      'Time criticality',
      '2 * [Time criticality] + 1',
    ],
    ['a *', 'operand-missing', '*', null],
    ['* a', 'operand-missing', '*', null],
    ['a + () + b', 'operand-missing', '(', null],
    ['min(a, )', 'operand-missing', ',', null],
    ['if(a > 1 and, 1, 2)', 'operand-missing', 'and', null],
    ['(a + 1)(b + 1)', 'operator-missing', '(', '(a + 1)* (b + 1)'],
    ['(a) b', 'operator-missing', 'b', '(a) * b'],
    ['1 2', 'operator-missing', '2', '1 * 2'],
    ['2 * (a + b', 'parenthesis-unclosed', '(', '2 * (a + b)'],
    ['min(a, b', 'parenthesis-unclosed', '(', 'min(a, b)'],
    ['a + b) * 2', 'parenthesis-unopened', ')', 'a + b * 2'],
    ['0,5 * a', 'comma-outside', ',', '0.5 * a'],
    ['(1, 2)', 'comma-outside', ',', null],
    ['a%', 'percent-misplaced', '%', 'a / 100'],
    ['(1 + 2)% * a', 'percent-misplaced', '%', '(1 + 2) / 100 * a'],
    ['averge(a, b)', 'function-unknown', 'averge', null],
    ['average(a, b)', 'function-unknown', 'average', 'mean(a, b)'],
    ['sqr(a)', 'function-unknown', 'sqr', 'sqrt(a)'],
    ['Reach (a + 1)', 'function-unknown', 'Reach', 'Reach * (a + 1)'],
    ['sqrt(a, b)', 'argument-count', 'sqrt(a, b)', null],
    ['min()', 'argument-count', 'min()', null],
    ['2 * if(a > 1, b)', 'argument-count', 'if(a > 1, b)', null],
    ['a > 1', 'number-wanted', 'a > 1', 'if(a > 1, 1, 0)'],
    ['2 * (a > 1)', 'number-wanted', '(a > 1)', '2 * if((a > 1), 1, 0)'],
    ['(a < b) + 1', 'number-wanted', '(a < b)', 'if((a < b), 1, 0) + 1'],
    ['if(a, 1, 2)', 'condition-wanted', 'a', 'if(a > 0, 1, 2)'],
    ['if(not a, 1, 2)', 'condition-wanted', 'a', 'if(not a > 0, 1, 2)'],
    ['if(1 < a < 3, 1, 2)', 'comparison-chained', '1 < a < 3', 'if(1 < a and a < 3, 1, 2)'],
  ])('%j: %s at %j', (text, code, place, mended) => {
    const { mistakes } = parse(text)
    expect(mistakes.map((one) => [one.code, text.slice(...one.at)])).toEqual([[code, place]])
    const after = mended === null ? null : parse(mended)
    expect(mistakes.map((one) => remedied(text, one))).toEqual([mended])
    expect(after?.mistakes ?? []).toEqual([])
  })

  test('what its sentence has to name comes with each mistake', () => {
    const params = (text: string): readonly unknown[] =>
      parse(text).mistakes.map((one) => one.params)
    expect(params('clip(a, 1)')).toEqual([{ name: 'clip', least: 3, most: 3, given: 2 }])
    expect(params('max()')).toEqual([{ name: 'max', least: 1, most: null, given: 0 }])
    expect(params('Average(a)')).toEqual([{ name: 'Average', nearest: 'mean' }])
    expect(params('constructor(a) + toString(a)')).toEqual([
      { name: 'constructor', nearest: '' },
      { name: 'toString', nearest: '' },
    ])
    expect(params('a ÷')).toEqual([{ beside: '÷' }])
    expect(params('“a')).toEqual([{ mark: '“' }])
    expect(params('1e400')).toEqual([{ number: '1e400' }])
  })

  test('several mistakes are told of at once, each where it is', () => {
    const text = 'a * * b + sqrt(1, 2) - 0,5 + (c'
    expect(parse(text).mistakes.map(({ code, at }) => [code, text.slice(...at), at[0]])).toEqual([
      ['operand-missing', '*', 2],
      ['argument-count', 'sqrt(1, 2)', 10],
      ['comma-outside', ',', 24],
      ['parenthesis-unclosed', '(', 29],
    ])
  })

  test('places count UTF-16 code units, so that an editor can underline them', () => {
    const text = '[😀 a] + #'
    expect(parse(text).mistakes.map(({ at }) => at)).toEqual([[9, 10]])
    expect(parse('😀').mistakes.map(({ at }) => at)).toEqual([[0, 2]])
  })

  test('a formula of many mistakes is told of the first ones', () => {
    expect(parse('# '.repeat(300)).mistakes).toHaveLength(limits.mistakes)
  })
})

describe('how large it may be', () => {
  test('more text, more parts or more depth than the limit is refused as a whole', () => {
    const codes = (text: string): readonly string[] => parse(text).mistakes.map(({ code }) => code)
    const sum = (terms: number): string => Array.from({ length: terms }, () => 'a').join('+')
    expect(codes(`a + ${' '.repeat(limits.typed)}`)).toEqual(['too-long'])
    expect(codes(`[${'é a'.repeat(limits.text / 3 - 1)}]`)).toEqual([])
    expect(codes(`[${'é a'.repeat(limits.text / 3)}]`)).toEqual(['too-long'])
    expect(codes(sum(limits.parts / 2))).toEqual([])
    expect(codes(sum(limits.parts / 2 + 1))).toEqual(['too-many-parts'])
    for (const [open, close] of [
      ['(', ')'],
      ['-', ''],
      ['abs(', ')'],
      ['2^', ''],
    ] as const) {
      const nested = (times: number): string => `${open.repeat(times)}a${close.repeat(times)}`
      expect(codes(nested(limits.depth))).toEqual([])
      expect(codes(nested(limits.depth + 1))).toEqual(['too-deep'])
    }
    expect(codes(`if(${'not '.repeat(limits.depth - 1)}a > 1, 1, 2)`)).toEqual([])
    expect(codes(`if(${'not '.repeat(limits.depth)}a > 1, 1, 2)`)).toEqual(['too-deep'])
  })

  test('the longest formulas are worked out', () => {
    const { tree } = parse(Array.from({ length: limits.parts / 2 }, () => '1').join('+'))
    expect(evaluate(tree, () => null)).toBe(500)
    expect(compile(tree).run([], new Float64Array(1))[0]).toBe(500)
    expect(check(tree, { names: new Map(), units: new Map() }).mistakes).toEqual([])
    expect(parse(print(tree)).mistakes).toEqual([])
  })
})

test('any text is read, and every place lies inside it', () => {
  let wrong = 0
  fc.assert(
    fc.property(brokenTexts, (text) => {
      const { tree, mistakes } = parse(text)
      const checked = check(tree, { names: new Map([['a', { unit: {} }]]), units: new Map() })
      wrong += mistakes.length > 0 ? 1 : 0
      for (const told of [...mistakes, ...checked.mistakes, ...checked.hints])
        for (const [from, to] of [told.at, told.remedy?.at ?? told.at]) {
          expect(0 <= from && from <= to && to <= text.length).toBe(true)
        }
      expect(mistakes.map(({ at }) => at[0])).toEqual(
        mistakes.map(({ at }) => at[0]).toSorted((left, right) => left - right),
      )
      const value = evaluate(tree, () => 2)
      expect(value === null || Number.isFinite(value)).toBe(true)
      expect(compile(tree).run([2, 2, 2, 2, 2], new Float64Array(1))).toHaveLength(1)
      expect(typeof print(tree)).toBe('string')
      for (const one of mistakes) expect(typeof remedied(text, one)).not.toBe('undefined')
    }),
    { numRuns: runs },
  )
  expect(wrong).toBeGreaterThan(runs / 2)
})

function remedied(text: string, { remedy }: Mistake): string | null {
  if (remedy === undefined) return null
  return text.slice(0, remedy.at[0]) + remedy.text + text.slice(remedy.at[1])
}
