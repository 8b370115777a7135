import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../../engine/computed.ts'
import { english } from '../../../engine/words.ts'
import { idea } from '../records/idea.ts'
import { rank } from './rank.ts'
import { confidences, explain, impacts, riceScore } from './rice.ts'

const sets =
  process.env['THROUGHLINE_SETS'] ??
  fileURLToPath(new URL('../../../../../shared/data', import.meta.url))
const published = `${sets}/prioritisation-cases/dev/cases.json`

interface Case {
  readonly id: string
  readonly method: string
  readonly input: {
    readonly items: readonly {
      name: string
      reach: number
      impact: number
      confidence: number
      effort: number
    }[]
  }
  readonly expected: {
    readonly scores: Readonly<Record<string, number>>
    readonly order?: readonly string[]
  }
}

describe('published examples', () => {
  test.skipIf(!existsSync(published))(
    'the scores and orders that others printed come out (skipped where the set is not there)',
    () => {
      const cases = (JSON.parse(readFileSync(published, 'utf8')) as Case[]).filter(
        (one) => one.method === 'rice',
      )
      expect(cases.length).toBeGreaterThan(0)
      for (const { input, expected } of cases) {
        const rows = input.items.map((item) => ({ ...item, confidence: item.confidence * 100 }))
        for (const row of rows)
          expect(evaluate(riceScore, row)).toBeCloseTo(expected.scores[row.name] ?? Number.NaN, 3)
        const order = rank(rows, (row) => evaluate(riceScore, row)).map(({ item }) => item.name)
        expect(order).toEqual(expected.order ?? order)
      }
    },
  )

  test('5,000 people, high impact, medium confidence and two person-months score 4,000', () => {
    expect(evaluate(riceScore, { reach: 5000, impact: 2, confidence: 80, effort: 2 })).toBe(4000)
  })
})

const factors = fc.record({
  reach: fc.nat(1_000_000),
  impact: fc.constantFrom(...Object.values(impacts)),
  confidence: fc.constantFrom(...Object.values(confidences)),
  effort: fc.constantFrom(0.5, 1, 2, 3, 5, 8, 13),
})

test('more reach never lowers a score, and twice the effort halves it', () => {
  fc.assert(
    fc.property(factors, fc.nat(1000), (row, more) => {
      const score = evaluate(riceScore, row) ?? Number.NaN
      const wider = evaluate(riceScore, { ...row, reach: row.reach + more }) ?? Number.NaN
      const dearer = evaluate(riceScore, { ...row, effort: row.effort * 2 }) ?? Number.NaN
      expect(wider).toBeGreaterThanOrEqual(score)
      expect(dearer).toBe(score / 2)
    }),
  )
})

test('a missing factor leaves the score out and is named', () => {
  fc.assert(
    fc.property(
      factors,
      fc.subarray(['reach', 'impact', 'confidence', 'effort'] as const, { minLength: 1 }),
      (row, gone) => {
        const told = explain(
          { ...row, ...Object.fromEntries(gone.map((name) => [name, null])) },
          english,
        )
        const words = told.factors
          .filter(({ field }) => gone.some((name) => name === field))
          .map(({ word }) => word)
        expect([told.score, told.worked, told.missing]).toEqual([null, null, words])
      },
    ),
  )
})

test('an explanation works the formula out with its words and units', () => {
  const told = explain(
    {
      reach: 500,
      reachPeriod: 'month',
      impact: 0.5,
      confidence: 80,
      effort: 0.5,
    },
    english,
  )
  expect(told.worked).toBe('500 × 0.5 × 80 % ÷ 0.5 = 400')
  expect(told.factors.map(({ value, unit, step }) => [value, unit, step])).toEqual([
    [500, 'people per month', null],
    [0.5, '×', 'low'],
    [80, '%', 'medium'],
    [0.5, 'person-months', null],
  ])
  expect(explain({ reach: 1, impact: 1 }, english).says).toBe(
    'No score yet: confidence and effort are missing.',
  )
})

test('effort is half a person-month or whole ones', () => {
  const places = (effort: number): number => idea.check?.({ effort }).length ?? -1
  expect([0.5, 1, 2, 40].map(places)).toEqual([0, 0, 0, 0])
  expect([0.75, 1.5, 2.25].map(places)).toEqual([1, 1, 1])
})
