import fc from 'fast-check'
import { functionNames, functions } from './functions.ts'
import type { Place } from './mistake.ts'
import type { Comparison, Condition, Expr } from './tree.ts'

/** Programs made by chance, for the tests beside this. */

export const nameList = ['a', 'Reach', 'Größe', 'x1_y', 'Time criticality'] as const

/** Doubles at which arithmetic is odd, and ordinary ones. */
export const oddNumbers: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(0, -0, 1, -1, 2, 0.5, -0.5, 2.5, -2.5, 3, 10, 100),
  fc.constantFrom(1e308, -1e308, 1e-308, 5e-324, Number.MAX_VALUE, Number.EPSILON, 2 ** 53),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)

export type Row = Readonly<Record<string, number | null>>

export const rows: fc.Arbitrary<Row> = fc.record(
  Object.fromEntries(
    nameList.map((name) => [
      name,
      fc.oneof(
        { weight: 8, arbitrary: oddNumbers },
        { weight: 1, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Infinity, -Infinity) },
      ),
    ]),
  ),
)

const at: Place = [0, 0]

const signs = ['+', '-', '*', '/', '^'] as const
const comparisons: readonly Comparison[] = ['<', '<=', '>', '>=', '=', '!=']

const numbers: fc.Arbitrary<Expr> = fc.record({
  kind: fc.constant('number' as const),
  value: fc.oneof(fc.nat(20), oddNumbers.map(Math.abs)).map((value) => value + 0),
  unit: fc.constantFrom(null, null, null, '%', 'people', 'person-months', 'people/quarter'),
  at: fc.constant(at),
})

const names: fc.Arbitrary<Expr> = fc
  .constantFrom(...nameList)
  .map((name) => ({ kind: 'name', name, at }))

/** Trees, with every place left at nought. */
export const trees: fc.Arbitrary<Expr> = fc.letrec<{ expr: Expr; condition: Condition }>((tie) => {
  const [expr, condition] = [tie('expr'), tie('condition')]
  const some = fc.array(expr, { minLength: 1, maxLength: 3 })
  return {
    expr: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 3, arbitrary: names },
      { weight: 3, arbitrary: numbers },
      { weight: 1, arbitrary: fc.constant<Expr>({ kind: 'missing', at }) },
      { weight: 1, arbitrary: expr.map((of): Expr => ({ kind: 'negate', of, at })) },
      {
        weight: 8,
        arbitrary: fc
          .tuple(fc.constantFrom(...signs), expr, expr)
          .map(([sign, left, right]): Expr => ({ kind: 'binary', sign, left, right, at })),
      },
      {
        weight: 4,
        arbitrary: fc
          .tuple(fc.constantFrom(...functionNames), some, expr, expr)
          .map(([name, args, second, third]): Expr => ({
            kind: 'call',
            name,
            args:
              functions[name].most === null
                ? args
                : name === 'clip'
                  ? [...args.slice(0, 1), second, third]
                  : args.slice(0, 1),
            at,
          })),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(condition, expr, expr)
          .map(([when, yes, no]): Expr => ({ kind: 'if', condition: when, yes, no, at })),
      },
    ),
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      {
        weight: 4,
        arbitrary: fc
          .tuple(fc.constantFrom(...comparisons), expr, expr)
          .map(([sign, left, right]): Condition => ({ kind: 'compare', sign, left, right, at })),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.constantFrom('and' as const, 'or' as const), condition, condition)
          .map(([word, left, right]): Condition => ({ kind: 'join', word, left, right, at })),
      },
      { weight: 1, arbitrary: condition.map((of): Condition => ({ kind: 'not', of, at })) },
    ),
  }
}).expr

/** The tree without its places, to compare it with another. */
export function withoutPlaces(node: Expr | Condition): unknown {
  return JSON.parse(
    JSON.stringify(node, (key, value: unknown) => (key === 'at' ? undefined : value)),
  )
}

const spaced = (signsOf: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...signsOf), fc.constantFrom('', ' '))
    .map(([sign, space]) => `${space}${sign}${space}`)

/**
 * Texts written level by level as the grammar says, with any spelling of a sign and parentheses where none
 * are wanted.
 */
const written = fc.letrec<Record<Level, string>>((tie) => {
  const chain = (of: Level, between: readonly string[]): fc.Arbitrary<string> => {
    const another = fc.tuple(spaced(between), tie(of)).map((pair) => pair.join(''))
    return fc
      .tuple(
        tie(of),
        fc.oneof(
          { weight: 5, arbitrary: fc.constant('') },
          { weight: 3, arbitrary: another },
          { weight: 1, arbitrary: fc.tuple(another, another).map((pair) => pair.join('')) },
        ),
      )
      .map((pair) => pair.join(''))
  }
  const list = fc.array(tie('sum'), { minLength: 1, maxLength: 3 })
  return {
    sum: chain('product', ['+', '-', '−']),
    product: chain('minus', ['*', '/', '×', '÷', '·']),
    minus: fc
      .tuple(fc.constantFrom('', '', '', '', '', '', '-', '−', '- '), tie('power'))
      .map((pair) => pair.join('')),
    power: fc.oneof(
      { weight: 6, arbitrary: tie('single') },
      { weight: 1, arbitrary: fc.tuple(tie('single'), tie('minus')).map((pair) => pair.join('^')) },
    ),
    single: fc.oneof(
      { maxDepth: 2 },
      {
        weight: 12,
        arbitrary: fc.constantFrom(
          'a',
          'Reach',
          'Größe',
          'x1_y',
          '[Time criticality]',
          '"Time criticality"',
        ),
      },
      {
        weight: 12,
        arbitrary: fc.constantFrom(
          '0',
          '1',
          '2.5',
          '.5',
          '3',
          '100',
          '0.75',
          '1e308',
          '1e-12',
          '80%',
          '5 %',
          '7 people ',
          '2 person-months ',
          '5 [people/quarter]',
          'missing',
        ),
      },
      { weight: 2, arbitrary: tie('sum').map((inner) => `(${inner})`) },
      {
        weight: 2,
        arbitrary: fc
          .tuple(
            fc.constantFrom('min', 'max', 'sum', 'mean', 'first', 'MAX', 'Sum'),
            list,
            fc.constantFrom(', ', ',', ' ; '),
          )
          .map(([name, args, comma]) => `${name}(${args.join(comma)})`),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(
            fc.constantFrom(...functionNames.filter((name) => functions[name].most === 1)),
            tie('sum'),
          )
          .map(([name, arg]) => `${name} (${arg})`),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(tie('sum'), tie('sum'), tie('sum'))
          .map((args) => `clip(${args.join(', ')})`),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(tie('either'), tie('sum'), tie('sum'))
          .map((args) => `if(${args.join(', ')})`),
      },
    ),
    either: chain('both', [' or ', ' OR ']),
    both: chain('negated', [' and ']),
    negated: fc
      .tuple(fc.constantFrom('', '', 'not '), tie('compared'))
      .map((pair) => pair.join('')),
    compared: fc.oneof(
      { maxDepth: 1 },
      {
        weight: 4,
        arbitrary: fc
          .tuple(
            tie('sum'),
            spaced(['<', '<=', '>', '>=', '=', '!=', '≤', '≥', '≠', '<>', '==']),
            tie('sum'),
          )
          .map((parts) => parts.join('')),
      },
      { weight: 1, arbitrary: tie('either').map((inner) => `(${inner})`) },
    ),
  }
})

export const texts: fc.Arbitrary<string> = written.sum

export const conditionTexts: fc.Arbitrary<string> = written.either

type Level =
  | 'sum'
  | 'product'
  | 'minus'
  | 'power'
  | 'single'
  | 'either'
  | 'both'
  | 'negated'
  | 'compared'

/** Programs with letters left out, put in or repeated, and texts of any letters. */
export const brokenTexts: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        texts,
        fc.array(
          fc.tuple(
            fc.double({ min: 0, max: 1, noNaN: true }),
            fc.nat(3),
            fc.constantFrom(
              ...'()[]",;%^*/+-<=>!. ae1#&',
              'and',
              'not',
              ' if(',
              '−',
              '😀',
              '\ud800',
            ),
          ),
          { minLength: 1, maxLength: 4 },
        ),
      )
      .map(([text, changes]) =>
        changes.reduce((changed, [where, left, letter]) => {
          const from = Math.floor(where * changed.length)
          return (
            changed.slice(0, from) +
            (left === 3 ? '' : letter) +
            changed.slice(from + (left === 0 ? 0 : left - 1))
          )
        }, text),
      ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  {
    weight: 1,
    arbitrary: fc
      .array(
        fc.constantFrom('(', ')', ',', 'a', '1', '-', 'not ', '^', '[', 'if(', 'and ', ' < '),
        { maxLength: 120 },
      )
      .map((parts) => parts.join('')),
  },
)
