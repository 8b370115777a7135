/**
 * What is added, compared or chosen from has one unit; the unit of the result is the one that an algebra of
 * powers gives.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check, type Checked, type Vocabulary } from './check.ts'
import { parse } from './parse.ts'
import { texts, trees } from './programs.world.ts'
import type { Expr } from './tree.ts'
import { unitText, type Unit } from './unit.ts'

const people: Unit = { people: 1 }
const perQuarter: Unit = { people: 1, quarter: -1 }
const money: Unit = { EUR: 1 }

const vocabulary: Vocabulary = {
  names: new Map([
    ['Reach', { unit: people }],
    ['Pace', { unit: perQuarter }],
    ['Revenue', { unit: money }],
    ['Cost', { unit: money }],
    ['Effort', { unit: { 'person-months': 1 } }],
    ['Impact', { unit: {} }],
    ['Time criticality', { unit: {} }],
    ['Confidence', { unit: {}, isShare: true }],
  ]),
  units: new Map([
    ['people', people],
    ['person', people],
    ['quarter', { quarter: 1 }],
    ['person-months', { 'person-months': 1 }],
    ['EUR', money],
    ['€', money],
  ]),
}

const checked = (text: string): Checked => {
  const { tree, mistakes } = parse(text)
  expect(mistakes).toEqual([])
  return check(tree, vocabulary)
}

const mended = (text: string): readonly (string | null)[] =>
  checked(text).mistakes.map(({ remedy }) =>
    remedy === undefined
      ? null
      : text.slice(0, remedy.at[0]) + remedy.text + text.slice(remedy.at[1]),
  )

describe('what is refused', () => {
  test.each([
    ['Reach + Cost', 'units-differ', 'Cost', null],
    ['Reach + 10', 'units-differ', '10', 'Reach + 10 people'],
    ['10 + Reach', 'units-differ', '10', '10 people + Reach'],
    ['Reach + -10', 'units-differ', '-10', 'Reach + -10 people'],
    ['Pace - 5', 'units-differ', '5', 'Pace - 5 [people/quarter]'],
    [
      'max(1, Effort, 2 person-months)',
      'units-differ',
      '1',
      'max(1 person-months, Effort, 2 person-months)',
    ],
    ['clip(Revenue, 0, 100)', 'units-differ', '100', 'clip(Revenue, 0, 100 EUR)'],
    ['if(Reach > 100, 1, 2)', 'units-differ', '100', 'if(Reach > 100 people, 1, 2)'],
    ['if(1 > 2, Reach, Cost)', 'units-differ', 'Cost', null],
    ['first(Reach, Impact)', 'units-differ', 'Impact', null],
    ['Reach + 80%', 'units-differ', '80%', null],
    ['log(Reach)', 'unit-in-function', 'Reach', 'log(Reach / 1 people)'],
    [
      'log10(Reach - 5 people)',
      'unit-in-function',
      'Reach - 5 people',
      'log10((Reach - 5 people) / 1 people)',
    ],
    ['sqrt(Pace)', 'unit-in-function', 'Pace', 'sqrt(Pace / 1 [people/quarter])'],
    ['2^Reach', 'unit-in-exponent', 'Reach', '2^(Reach / 1 people)'],
    ['Reach^0.5', 'power-of-unit', '0.5', null],
    ['Reach^Impact', 'power-of-unit', 'Impact', null],
    ['Reach^10', 'power-of-unit', '10', null],
    ['Reach^5 * Reach^5', 'power-of-unit', 'Reach^5 * Reach^5', null],
    ['reach * Impact', 'name-unknown', 'reach', 'Reach * Impact'],
    ['Imapct * 2', 'name-unknown', 'Imapct', 'Impact * 2'],
    ['[Time critcality] * 2', 'name-unknown', '[Time critcality]', '[Time criticality] * 2'],
    ['Velocity * 2', 'name-unknown', 'Velocity', null],
    ['10 peoples + Reach', 'unit-unknown', '10 peoples', '10 people + Reach'],
    ['5 furlongs', 'unit-unknown', '5 furlongs', null],
    ['2 Impact', 'operator-missing', '2 Impact', '2 * Impact'],
  ])('%s: %s at %j', (text, code, place, after) => {
    const { mistakes } = checked(text)
    expect(mistakes.map((one) => [one.code, text.slice(...one.at)])).toEqual([[code, place]])
    expect(mended(text)).toEqual([after])
  })

  test('a remedy leaves nothing to mend', () => {
    for (const text of [
      'Reach + 10',
      'Pace - 5',
      'log10(Reach - 5 people)',
      'sqrt(Pace)',
      '2^Reach',
      '2 Impact',
      'Imapct * 2',
    ])
      expect(checked(mended(text)[0] ?? '').mistakes).toEqual([])
  })

  test('several are told of at once, and one does not bring forth others', () => {
    const text = 'Imapct * (Reach + Cost) + log(Effort) + 5 furlongs'
    expect(checked(text).mistakes.map(({ code }) => code)).toEqual([
      'name-unknown',
      'units-differ',
      'unit-in-function',
      'unit-unknown',
    ])
    expect(check(parse('Reach + ').tree, vocabulary).mistakes).toEqual([])
    expect(check(parse('Reach^').tree, vocabulary).mistakes).toEqual([])
  })
})

test('what its sentence has to name comes with each mistake', () => {
  const params = (text: string): readonly unknown[] =>
    checked(text).mistakes.map((one) => one.params)
  expect(params('Pace + Cost')).toEqual([{ by: '+', wanted: 'people/quarter', given: 'EUR' }])
  expect(params('max(Cost, 5)')).toEqual([{ by: 'max', wanted: 'EUR', given: '' }])
  expect(params('Imapct + Velocity')).toEqual([
    { name: 'Imapct', nearest: 'Impact' },
    { name: 'Velocity', nearest: '' },
  ])
  expect(params('log(Reach)')).toEqual([{ name: 'log', unit: 'people' }])
  expect(params('Reach^Impact')).toEqual([{ unit: 'people', most: 9 }])
})

describe('what fits', () => {
  test.each([
    ['Reach * Impact * Confidence / Effort', 'people/person-months'],
    ['Pace * 2 quarter', 'people'],
    ['Revenue - Cost', 'EUR'],
    ['(Revenue - Cost) / Cost', ''],
    ['Cost / Reach / 1 quarter', 'EUR/people/quarter'],
    ['1 / (2 quarter)', '1/quarter'],
    ['Reach^2', 'people^2'],
    ['Reach^-1', '1/people'],
    ['sqrt(Reach^2)', 'people'],
    ['log(Revenue / Cost)', ''],
    ['2^(Reach / 7 people)', ''],
    ['max(Reach, 0)', 'people'],
    ['if(Reach > 0, Reach, missing)', 'people'],
    ['5 € + Cost', 'EUR'],
    ['1 person + 2 people', 'people'],
    ['3 [EUR·people/quarter^2]', 'EUR·people/quarter^2'],
    ['0 * Reach + Reach', 'people'],
    ['Impact * 80% + 0.2', ''],
    ['round(Effort)', 'person-months'],
  ])('%s is in %j', (text, unit) => {
    const { mistakes, unit: found } = checked(text)
    expect(mistakes).toEqual([])
    expect(found === null ? null : unitText(found)).toBe(unit)
  })

  test('nought and what is missing fit every unit', () => {
    expect(['0', 'missing', 'max(0, missing)'].map((text) => checked(text).unit)).toEqual([
      null,
      null,
      null,
    ])
  })
})

test('a share beside a number above 1 is hinted at, with the percent sign that is probably meant', () => {
  const hints = (text: string): readonly string[] =>
    checked(text).hints.map(({ at, remedy }) => `${text.slice(...at)}: ${remedy?.text}`)
  expect(hints('if(Confidence > 50, 1, 2)')).toEqual(['50: 50%'])
  expect(hints('max(Confidence, 20)')).toEqual(['20: 20%'])
  expect(hints('if(Confidence > 50%, 1, 2)')).toEqual([])
  expect(hints('1 - Confidence')).toEqual([])
  expect(hints('100 * Confidence')).toEqual([])
})

/**
 * The reference: each base is a number of its own, a unit is the product of the bases to their powers, and
 * what is measured in it scales with it. A formula that passes the check gives, with every base scaled, its
 * value scaled by its unit (Buckingham, 1914).
 */
test('whoever counts in other units gets the same result in other units', () => {
  const scales: Readonly<Record<string, number>> = {
    people: 4,
    quarter: 8,
    EUR: 0.5,
    'person-months': 2,
  }
  const scaleOf = (unit: Unit): number =>
    Object.entries(unit).reduce((all, [base, power]) => all * (scales[base] ?? 1) ** power, 1)
  const names = [...vocabulary.names].map(([name, { unit }]) => ({ name, unit }))
  const leaf = fc.constantFrom(
    ...names.map(({ name }): Expr => ({ kind: 'name', name, at: [0, 0] })),
  )
  const formula = fc.letrec<{ node: Expr }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc
        .tuple(fc.constantFrom('+', '-', '*', '/'), tie('node'), tie('node'))
        .map(([sign, left, right]): Expr => ({ kind: 'binary', sign, left, right, at: [0, 0] })),
      fc
        .tuple(
          fc.constantFrom('max' as const, 'sum' as const, 'mean' as const),
          tie('node'),
          tie('node'),
        )
        .map(([name, ...args]): Expr => ({ kind: 'call', name, args, at: [0, 0] })),
      tie('node').map((of): Expr => ({ kind: 'call', name: 'sqrt', args: [of], at: [0, 0] })),
    ),
  })).node
  let passed = 0
  let refused = 0
  fc.assert(
    fc.property(
      formula,
      fc.array(fc.integer({ min: 1, max: 50 }), {
        minLength: names.length,
        maxLength: names.length,
      }),
      (tree, values) => {
        const { unit, mistakes } = check(tree, vocabulary)
        if (mistakes.length > 0) refused += 1
        if (mistakes.length > 0 || unit === null) return
        passed += 1
        const row = new Map(
          names.map(({ name, unit: of }, at) => [
            name,
            { value: values[at] ?? 1, scale: scaleOf(of) },
          ]),
        )
        const plainly = worked(tree, (name) => row.get(name)?.value ?? Number.NaN)
        const scaled = worked(
          tree,
          (name) => (row.get(name)?.value ?? Number.NaN) * (row.get(name)?.scale ?? 1),
        )
        if (Number.isFinite(plainly) && Math.abs(plainly) > 1e-6)
          expect(scaled / scaleOf(unit) / plainly).toBeCloseTo(1, 6)
      },
    ),
    { numRuns: 2_000 },
  )
  expect(passed).toBeGreaterThan(200)
  expect(refused).toBeGreaterThan(200)
})

test('no formula is too odd to be checked', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        trees,
        texts.map((text) => parse(text).tree),
      ),
      (tree) => {
        const { mistakes, hints } = check(tree, vocabulary)
        expect(mistakes.length + hints.length).toBeGreaterThanOrEqual(0)
      },
    ),
    { numRuns: 500 },
  )
})

function worked(node: Expr, of: (name: string) => number): number {
  if (node.kind === 'name') return of(node.name)
  if (node.kind === 'binary') {
    const [left, right] = [worked(node.left, of), worked(node.right, of)]
    return node.sign === '+'
      ? left + right
      : node.sign === '-'
        ? left - right
        : node.sign === '*'
          ? left * right
          : left / right
  }
  if (node.kind !== 'call') return Number.NaN
  const args = node.args.map((arg) => worked(arg, of))
  const sum = args.reduce((left, right) => left + right, 0)
  if (node.name === 'max') return Math.max(...args)
  return node.name === 'sum'
    ? sum
    : node.name === 'mean'
      ? sum / args.length
      : Math.sqrt(args[0] ?? Number.NaN)
}
