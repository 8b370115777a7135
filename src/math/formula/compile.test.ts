/** Over columns of draws a formula gives what it gives for each draw alone. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile, type Compiled, type Input } from './compile.ts'
import { evaluate } from './evaluate.ts'
import { parse } from './parse.ts'
import { rows, texts, trees, type Row } from './programs.world.ts'
import type { Expr } from './tree.ts'

const runs = process.env['THROUGHLINE_LONG'] === '1' ? 100_000 : 2_000
/** Milliseconds that a hundred thousand programs may take on a busy machine. */
const patience = 900_000

const columnOf = (all: readonly Row[], name: string): Float64Array =>
  Float64Array.from(all, (row) => row[name] ?? Number.NaN)

const byRow = (tree: Expr, all: readonly Row[]): Float64Array =>
  Float64Array.from(all, (row) => evaluate(tree, (name) => row[name]) ?? Number.NaN)

const run = ({ names, run: over }: Compiled, all: readonly Row[]): Float64Array =>
  over(
    names.map((name) => columnOf(all, name)),
    new Float64Array(all.length),
  )

test(
  'for each draw the value is the one that the formula has for it alone, to the bit',
  () => {
    fc.assert(
      fc.property(
        fc.oneof(
          trees,
          texts.map((text) => parse(text).tree),
        ),
        fc.array(rows, { minLength: 1, maxLength: 4 }),
        (tree, all) => {
          expect(run(compile(tree), all)).toEqual(byRow(tree, all))
        },
      ),
      { numRuns: runs },
    )
  },
  patience,
)

test('a second run, also of another length, owes nothing to the first', () => {
  fc.assert(
    fc.property(
      trees,
      fc.array(fc.array(rows, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 3 }),
      (tree, several) => {
        const compiled = compile(tree)
        const found = several.map((all) => run(compiled, all))
        expect(found).toEqual(several.map((all) => byRow(tree, all)))
      },
    ),
    { numRuns: runs / 10 },
  )
})

test('an input may be one value for all draws, or missing', () => {
  fc.assert(
    fc.property(trees, rows, (tree, row) => {
      const { names, run: over } = compile(tree)
      const inputs = names.map((name): Input => row[name] ?? null)
      const all = [row, row, row]
      expect(over(inputs, new Float64Array(3))).toEqual(byRow(tree, all))
    }),
    { numRuns: runs / 10 },
  )
})

test('it says which inputs it takes, each once, and leaves them as they are', () => {
  const { names, run: over } = compile(parse('b * a + b / -c').tree)
  expect(names).toEqual(['b', 'a', 'c'])
  const inputs = [Float64Array.of(2, -0), Float64Array.of(3, 4), Float64Array.of(-1, Infinity)]
  const out = new Float64Array(2)
  expect(over(inputs, out)).toBe(out)
  expect([...out]).toEqual([8, Number.NaN])
  expect(inputs).toEqual([
    Float64Array.of(2, -0),
    Float64Array.of(3, 4),
    Float64Array.of(-1, Infinity),
  ])
})

test('the result may be written over an input, and where a column ends, all is missing', () => {
  const { run: over } = compile(parse('1 / (a + 1) - a').tree)
  const column = Float64Array.of(0, 1)
  expect([...over([column], column)]).toEqual([1, -0.5])
  expect([...over([Float64Array.of(0)], new Float64Array(2))]).toEqual([1, Number.NaN])
})

test('a formula without a sign in it is written out as well', () => {
  const once = (text: string): number | undefined =>
    compile(parse(text).tree).run([Float64Array.of(5)], new Float64Array(1))[0]
  expect(['a', '7', '80%', 'missing', 'max(a)', 'sum(a)'].map(once)).toEqual([
    5,
    7,
    0.8,
    Number.NaN,
    5,
    5,
  ])
})
