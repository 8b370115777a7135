/**
 * The scoring formulas that other tools print can be written as they are, and give the scores that were
 * published or worked out by hand.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { check, type Vocabulary } from './check.ts'
import { compile } from './compile.ts'
import { evaluate } from './evaluate.ts'
import { parse } from './parse.ts'
import { unitText, type Unit } from './unit.ts'

type Row = Readonly<Record<string, number>>

const score = (text: string, row: Row): number | null => {
  const { tree, mistakes } = parse(text)
  expect(mistakes).toEqual([])
  const compiled = compile(tree)
  const value = evaluate(tree, (name) => row[name])
  const [drawn] = compiled.run(
    compiled.names.map((name) => row[name] ?? null),
    new Float64Array(1),
  )
  expect(drawn).toBe(value ?? Number.NaN)
  return value
}

const rice = 'Reach × Impact × Confidence ÷ Effort'
const wsjf = '([User value] + [Time criticality] + [Risk reduction]) ÷ [Job size]'
const delay = '[Cost of delay] ÷ Duration'

describe('a formula and its score', () => {
  test.each<[string, string, Row, number]>([
    // McBride, 2016; 5,000 × 2 × 80 % ÷ 2.
    ['RICE', rice, { Reach: 5000, Impact: 2, Confidence: 0.8, Effort: 2 }, 4000],
    ['ICE as a product', 'Impact * Confidence * Ease', { Impact: 8, Confidence: 5, Ease: 3 }, 120],
    ['ICE as a mean', 'mean(Impact, Confidence, Ease)', { Impact: 8, Confidence: 4, Ease: 3 }, 5],
    [
      'ICE as a mean of all',
      '(Impact + Confidence + Ease) / 3',
      { Impact: 8, Confidence: 4, Ease: 3 },
      5,
    ],
    // (13 + 8 + 5) ÷ 2.
    [
      'WSJF',
      wsjf,
      { 'User value': 13, 'Time criticality': 8, 'Risk reduction': 5, 'Job size': 2 },
      13,
    ],
    ['CD3', delay, { 'Cost of delay': 7, Duration: 4 }, 1.75],
    // 4 × 10 × (0.6 × 0.75 + 0.25) × 3 ÷ 7.
    [
      'airfocus',
      'Y1 * Y1_MAX * (Y2 * 0.75 + 0.25) * Y3 / max(1e-12,X)',
      { Y1: 4, Y1_MAX: 10, Y2: 0.6, Y3: 3, X: 7 },
      12,
    ],
    [
      'airfocus, normalised',
      'min((Y1 * Y2 * Y3 / max(1e-12,X) * 100),100)',
      { Y1: 0.5, Y2: 0.5, Y3: 0.8, X: 0.5 },
      40,
    ],
    [
      'airfocus, normalised, without effort',
      'min((Y1 * Y2 * Y3 / max(1e-12,X) * 100),100)',
      { Y1: 0.5, Y2: 0.5, Y3: 0.8, X: 0 },
      100,
    ],
    // (2 × 3 + 1 × 4) ÷ (1 × 2 + 3 × 1).
    [
      'Canny',
      '(2 * Demand + 1 * Retention) / (1 * Build + 3 * Upkeep)',
      { Demand: 3, Retention: 4, Build: 2, Upkeep: 1 },
      2,
    ],
    [
      'Aha!',
      '(1.0 * Population + 1.0 * Urgency + 1.0 * Strategy - 1.0 * Effort) * Confidence',
      { Population: 8, Urgency: 6, Strategy: 9, Effort: 3, Confidence: 0.5 },
      10,
    ],
    // 4/5 of 50 + (6 − 2)/5 of 30 + (6 − 1)/5 of 20.
    [
      'ProductPlan',
      'Value / 5 * 50 + (6 - Cost) / 5 * 30 + (6 - Risk) / 5 * 20',
      { Value: 4, Cost: 2, Risk: 1 },
      84,
    ],
    [
      'ProductPlan, with the fives and ones that give the most',
      'Value / 5 * 50 + (6 - Cost) / 5 * 30 + (6 - Risk) / 5 * 20',
      { Value: 5, Cost: 1, Risk: 1 },
      100,
    ],
    [
      'the opportunity score',
      'Importance + max(Importance - Satisfaction, 0)',
      { Importance: 8, Satisfaction: 4 },
      12,
    ],
    ['weighted scoring', '40% * Value + 60% * Fit', { Value: 5, Fit: 2.5 }, 3.5],
    ['PERT', '(Low + 4 * Likely + High) / 6', { Low: 2, Likely: 4, High: 12 }, 5],
    [
      'progress',
      'clip((Current - Start) / (Target - Start), 0, 1)',
      { Current: 30, Start: 20, Target: 60 },
      0.25,
    ],
    ['a half-life', '2^(-Age / [Half-life])', { Age: 180, 'Half-life': 90 }, 0.25],
  ])('%s', (_name, text, row, expected) => {
    expect(score(text, row)).toBeCloseTo(expected, 12)
  })

  test('without effort RICE has no score, and neither has it with one factor missing', () => {
    expect(score(rice, { Reach: 5000, Impact: 2, Confidence: 0.8, Effort: 0 })).toBe(null)
    expect(score(rice, { Reach: 5000, Impact: 2, Effort: 1 })).toBe(null)
  })
})

describe('with units', () => {
  const people: Unit = { people: 1 }
  const vocabulary: Vocabulary = {
    names: new Map([
      ['Reach', { unit: people }],
      ['Impact', { unit: {} }],
      ['Confidence', { unit: {}, isShare: true }],
      ['Effort', { unit: { 'person-months': 1 } }],
      ['Cost of delay', { unit: { EUR: 1, week: -1 } }],
      ['Duration', { unit: { week: 1 } }],
    ]),
    units: new Map([
      ['people', people],
      ['person-months', { 'person-months': 1 }],
    ]),
  }

  test.each([
    [rice, 'people/person-months'],
    [
      'Reach * Impact * (Confidence * 0.75 + 0.25) / max(1e-12 person-months, Effort)',
      'people/person-months',
    ],
    [delay, 'EUR/week^2'],
  ])('%s is in %s', (text, unit) => {
    const checked = check(parse(text).tree, vocabulary)
    expect([checked.mistakes, checked.hints]).toEqual([[], []])
    expect(unitText(checked.unit ?? {})).toBe(unit)
  })
})

const sets =
  process.env['THROUGHLINE_SETS'] ??
  fileURLToPath(new URL('../../../../shared/data', import.meta.url))
const published = `${sets}/prioritisation-cases/dev/cases.json`

interface Case {
  readonly method: string
  readonly input: {
    readonly items: readonly (Row & { readonly name: string })[]
    readonly outcomes: readonly Row[]
    readonly jobs: readonly (Row & { readonly name: string })[]
    readonly optimistic: number
    readonly likely: number
    readonly pessimistic: number
  }
  readonly expected: {
    readonly scores: Readonly<Record<string, number>> & readonly number[]
    readonly cd3: Readonly<Record<string, number>>
    readonly mean: number
  }
}

test.skipIf(!existsSync(published))(
  'scores that others printed come out (skipped where the set is not there)',
  () => {
    const cases = JSON.parse(readFileSync(published, 'utf8')) as readonly Case[]
    const seen = new Set<string>()
    for (const { method, input, expected } of cases) {
      const before = expect.getState().assertionCalls
      if (method === 'rice')
        for (const { name, ...row } of input.items)
          expect(score('reach * impact * confidence / effort', row)).toBeCloseTo(
            expected.scores[name] ?? Number.NaN,
            3,
          )
      if (method === 'opportunity_score')
        input.outcomes.forEach((row, at) =>
          expect(score('importance + max(importance - satisfaction, 0)', row)).toBeCloseTo(
            expected.scores[at] ?? Number.NaN,
            9,
          ),
        )
      if (method === 'cost_of_delay_sequence')
        for (const { name, ...row } of input.jobs)
          expect(score('value_per_month / duration_months', row)).toBeCloseTo(
            expected.cd3[name] ?? Number.NaN,
            9,
          )
      if (method === 'pert') {
        const { optimistic, likely, pessimistic } = input
        expect(
          score('(optimistic + 4 * likely + pessimistic) / 6', { optimistic, likely, pessimistic }),
        ).toBeCloseTo(expected.mean, 9)
      }
      if (expect.getState().assertionCalls > before) seen.add(method)
    }
    expect([...seen].toSorted()).toEqual([
      'cost_of_delay_sequence',
      'opportunity_score',
      'pert',
      'rice',
    ])
  },
)
