import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../../../engine/computed.ts'
import { rank } from '../rank.ts'
import { riceScore } from '../rice.ts'
import { cd3, cd3Order, delayCost, earnedBy, enablingScores, type Waiting } from './cd3.ts'
import { kano, kanoOf, kanoTable, type KanoAnswer } from './kano.ts'
import { nps } from './nps.ts'
import { opportunity } from './opportunity.ts'
import { pert } from './pert.ts'

/** Published examples and their answers, each case to the last digit that was printed. */
const sets =
  process.env['THROUGHLINE_SETS'] ??
  fileURLToPath(new URL('../../../../../../shared/data', import.meta.url))
const published = `${sets}/prioritisation-cases/dev/cases.json`

interface Case<Input, Expected> {
  readonly id: string
  readonly method: string
  readonly input: Input
  readonly expected: Expected
}

const asked = new Set<string>()

describe.skipIf(!existsSync(published))(
  'what others printed comes out (skipped where the set is not there)',
  () => {
    test('the Kano table', () => {
      for (const { expected } of casesOf<unknown, { table: string[][] }>('kano_evaluation_table'))
        expect(kanoTable).toEqual(expected.table)
    })

    test('pairs of Kano answers', () => {
      for (const { input, expected } of casesOf<
        { functional: KanoAnswer; dysfunctional: KanoAnswer },
        { category: string }
      >('kano_pair'))
        expect(kanoOf(input.functional, input.dysfunctional)).toBe(expected.category)
    })

    test('a Kano survey, ties said', () => {
      interface Feature {
        feature: number
        counts: Record<string, number>
        better: number
        worse: number
        modal: string[]
      }
      for (const { input, expected } of casesOf<
        { respondents: KanoAnswer[][] },
        { features: Feature[] }
      >('kano_survey'))
        for (const { feature, counts, better, worse, modal } of expected.features) {
          const pairs = input.respondents.map((answers) => ({
            functional: answers[2 * feature - 2] ?? null,
            dysfunctional: answers[2 * feature - 1] ?? null,
          }))
          expect(kano(pairs), 'by itself it refuses eight').toMatchObject({ kind: 'few', n: 8 })
          expect(kano(pairs, 8)).toMatchObject({
            n: 8,
            counts,
            modal,
            better: expect.closeTo(better, 6),
            worse: expect.closeTo(worse, 6),
            decidedBy: modal.length === 1 ? 'count' : 'group',
          })
        }
    })

    test('a sequence by cost of delay, and what other orders earn', () => {
      for (const { input, expected } of casesOf<
        {
          jobs: { name: string; duration_months: number; value_per_month: number }[]
          horizon_months: number
        },
        {
          totals: Record<string, number>
          best_order: string[]
          cd3: Record<string, number>
        }
      >('cost_of_delay_sequence')) {
        const items = input.jobs.map(({ name, duration_months, value_per_month }) =>
          waiting(name, value_per_month, duration_months),
        )
        for (const item of items) expect(cd3(item).score).toBe(expected.cd3[item.id])
        expect(cd3Order(items)).toMatchObject({ order: expected.best_order, isExact: true })
        for (const [label, total] of Object.entries(expected.totals)) {
          const order = [...label.matchAll(/\d/g)].map(([digit]) => `Feature ${digit}`)
          expect(earnedBy(items, order, input.horizon_months), label).toBe(total)
        }
      }
    })

    test('an enabler inherits what it enables, and a cheaper order is known', () => {
      for (const { input, expected } of casesOf<
        {
          items: { id: number; days: number; value: number; unit: string; needs?: number }[]
          days_per_month: number
        },
        {
          weights_without_children: Record<string, number>
          weights_with_children: Record<string, number>
          order: number[]
        }
      >('wsjf_with_prerequisite')) {
        const items = input.items.map(({ id, days, value, unit, needs }) =>
          waiting(
            `${id}`,
            unit === 'month' ? value / input.days_per_month : value,
            days,
            ...(needs === undefined ? [] : [`${needs}`]),
          ),
        )
        for (const item of items)
          expect(cd3(item).score).toBeCloseTo(
            expected.weights_without_children[item.id] ?? Number.NaN,
            6,
          )
        const enabling = enablingScores(items)
        for (const { id, score } of enabling)
          expect(score).toBeCloseTo(expected.weights_with_children[id] ?? Number.NaN, 6)
        const theirs = rank(enabling, ({ score }) => score).map(({ item }) => item.id)
        expect(theirs).toEqual(expected.order.map(String))
        const ours = cd3Order(items)
        if (ours.kind === 'refused') return expect.unreachable()
        expect(ours.order).toEqual(['2', '4', '3', '1'])
        expect(ours.delayCost).toBeCloseTo(delayCost(items, ours.order), 6)
        expect(ours.delayCost).toBeLessThan(delayCost(items, theirs))
      }
    })

    test('a simple order by value for days', () => {
      for (const { input, expected } of casesOf<
        { items: { name: string; days: number; value_scale: number }[] },
        { order: string[] }
      >('wsjf_simple')) {
        const items = input.items.map(({ name, days, value_scale }) =>
          waiting(name, value_scale, days),
        )
        expect(cd3Order(items)).toMatchObject({ order: expected.order })
      }
    })

    test('RICE scores and orders', () => {
      for (const { input, expected } of casesOf<
        {
          items: {
            name: string
            reach: number
            impact: number
            confidence: number
            effort: number
          }[]
        },
        { scores: Record<string, number>; order?: string[] }
      >('rice')) {
        const rows = input.items.map((item) => ({ ...item, confidence: item.confidence * 100 }))
        for (const row of rows)
          expect(evaluate(riceScore, row)).toBeCloseTo(expected.scores[row.name] ?? Number.NaN, 3)
        const order = rank(rows, (row) => evaluate(riceScore, row)).map(({ item }) => item.name)
        expect(order).toEqual(expected.order ?? order)
      }
    })

    test('opportunity scores', () => {
      for (const { input, expected } of casesOf<
        { outcomes: { importance: number; satisfaction: number }[] },
        { scores: number[] }
      >('opportunity_score'))
        expect(input.outcomes.map((outcome) => opportunity(outcome).score)).toEqual(expected.scores)
    })

    test('a net promoter score', () => {
      for (const { input, expected } of casesOf<
        { answers: Record<string, number> },
        { nps: number; promoters: number; passives: number; detractors: number }
      >('nps')) {
        const answers = Object.entries(input.answers).flatMap(([answer, times]) =>
          Array.from({ length: times }, () => Number(answer)),
        )
        expect(nps(answers)).toEqual({
          score: expected.nps,
          n: 100,
          promoters: expected.promoters,
          passives: expected.passives,
          detractors: expected.detractors,
          outside: 0,
        })
      }
    })

    test('a three-point estimate', () => {
      for (const { input, expected } of casesOf<
        { optimistic: number; likely: number; pessimistic: number },
        { mean: number; sd: number }
      >('pert')) {
        const told = pert({ low: input.optimistic, likely: input.likely, high: input.pessimistic })
        expect(told.mean).toBe(expected.mean)
        expect(told.deviation).toBeCloseTo(expected.sd, 6)
      }
    })

    test('no case was left out', () => {
      expect([...asked].toSorted()).toEqual(
        all()
          .map(({ id }) => id)
          .toSorted(),
      )
      expect(asked.size).toBe(17)
    })
  },
)

const all = (): readonly Case<unknown, unknown>[] => JSON.parse(readFileSync(published, 'utf8'))

function casesOf<Input, Expected>(method: string): readonly Case<Input, Expected>[] {
  const cases = all().filter((one) => one.method === method) as readonly Case<Input, Expected>[]
  for (const { id } of cases) asked.add(id)
  expect(cases.length).toBeGreaterThan(0)
  return cases
}

const waiting = (
  id: string,
  costOfDelay: number,
  duration: number,
  ...needs: readonly string[]
): Waiting => ({ id, costOfDelay, duration, needs })
