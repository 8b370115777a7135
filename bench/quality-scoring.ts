import { readFileSync } from 'node:fs'
import {
  cd3,
  cd3Order,
  earnedBy,
  enablingScores,
  type Waiting,
} from '../src/areas/decisions/rules/methods/cd3.ts'
import {
  kano,
  kanoOf,
  kanoTable,
  type KanoAnswer,
} from '../src/areas/decisions/rules/methods/kano.ts'
import { nps } from '../src/areas/decisions/rules/methods/nps.ts'
import { opportunity } from '../src/areas/decisions/rules/methods/opportunity.ts'
import { pert } from '../src/areas/decisions/rules/methods/pert.ts'
import { rank } from '../src/areas/decisions/rules/rank.ts'
import { riceScore } from '../src/areas/decisions/rules/rice.ts'
import { evaluate } from '../src/engine/computed.ts'
import { exactly, type Verdict } from './verdicts.ts'

interface Case {
  readonly id: string
  readonly method: string
  readonly input: never
  readonly expected: never
}

/** Published examples of scoring, each to the last digit that was printed. */
export const scoringVerdicts = (folder: string): readonly Verdict[] =>
  (JSON.parse(readFileSync(`${folder}/cases.json`, 'utf8')) as readonly Case[]).map(
    ({ id, method, input, expected }) => {
      const answer = answerBy[method]
      return exactly(
        'prioritisation-cases',
        id,
        expected,
        answer === undefined ? 'no such method' : answer(input, expected),
      )
    },
  )

/** What we make of the input of a method, in the shape and the digits in which the answer was printed. */
const answerBy: Readonly<Record<string, (input: never, expected: never) => unknown>> = {
  kano_evaluation_table: () => ({ table: kanoTable }),

  kano_pair: ({ functional, dysfunctional }: Pair) => ({
    category: kanoOf(functional, dysfunctional),
  }),

  kano_survey: ({ respondents }: Survey, expected: { readonly features: readonly Feature[] }) => ({
    features: expected.features.map(({ feature, better, worse }) => {
      const told = kano(
        respondents.map((answers) => ({
          functional: answers[2 * feature - 2] ?? null,
          dysfunctional: answers[2 * feature - 1] ?? null,
        })),
        respondents.length,
      )
      return told.kind === 'few'
        ? told
        : {
            feature,
            counts: told.counts,
            better: asPrinted(told.better, better),
            worse: asPrinted(told.worse, worse),
            modal: told.modal,
          }
    }),
  }),

  cost_of_delay_sequence: (
    input: { readonly jobs: readonly Job[]; readonly horizon_months: number },
    expected: { readonly totals: Readonly<Record<string, number>> },
  ) => {
    const items = input.jobs.map((job) =>
      waiting(job.name, job.value_per_month, job.duration_months),
    )
    return {
      totals: Object.fromEntries(
        Object.keys(expected.totals).map((label) => [
          label,
          earnedBy(
            items,
            [...label.matchAll(/\d/g)].map(([digit]) => `Feature ${digit}`),
            input.horizon_months,
          ),
        ]),
      ),
      best_order: orderOf(items),
      cd3: Object.fromEntries(items.map((item) => [item.id, cd3(item).score])),
    }
  },

  wsjf_with_prerequisite: (
    input: { readonly items: readonly Item[]; readonly days_per_month: number },
    expected: Readonly<Record<'weights_without_children' | 'weights_with_children', Numbers>>,
  ) => {
    const items = input.items.map(({ id, days, value, unit, needs }) =>
      waiting(
        `${id}`,
        unit === 'month' ? value / input.days_per_month : value,
        days,
        ...(needs === undefined ? [] : [`${needs}`]),
      ),
    )
    const enabling = enablingScores(items)
    const alone = items.map((item) => [item.id, cd3(item).score] as const)
    const withChildren = enabling.map(({ id, score }) => [id, score] as const)
    return {
      weights_without_children: printed(alone, expected.weights_without_children),
      weights_with_children: printed(withChildren, expected.weights_with_children),
      order: rank(enabling, ({ score }) => score).map(({ item }) => Number(item.id)),
    }
  },

  wsjf_simple: ({ items }: { readonly items: readonly Small[] }) => ({
    order: orderOf(items.map(({ name, days, value_scale }) => waiting(name, value_scale, days))),
  }),

  rice: (
    { items }: { readonly items: readonly Rice[] },
    expected: { readonly scores: Numbers; readonly order?: readonly string[] },
  ) => {
    const rows = items.map((item) => ({ ...item, confidence: item.confidence * 100 }))
    const scores = rows.map((row) => [row.name, evaluate(riceScore, row)] as const)
    const order = rank(rows, (row) => evaluate(riceScore, row)).map(({ item }) => item.name)
    return {
      scores: printed(scores, expected.scores),
      ...(expected.order === undefined ? {} : { order }),
    }
  },

  opportunity_score: ({ outcomes }: { readonly outcomes: readonly Outcome[] }) => ({
    scores: outcomes.map((outcome) => opportunity(outcome).score),
  }),

  nps: ({ answers }: { readonly answers: Readonly<Record<string, number>> }) => {
    const told = nps(
      Object.entries(answers).flatMap(([answer, times]) =>
        Array.from({ length: times }, () => Number(answer)),
      ),
    )
    return {
      nps: told.score,
      promoters: told.promoters,
      passives: told.passives,
      detractors: told.detractors,
    }
  },

  pert: (
    {
      optimistic,
      likely,
      pessimistic,
    }: Readonly<Record<'optimistic' | 'likely' | 'pessimistic', number>>,
    expected: Readonly<Record<'mean' | 'sd', number>>,
  ) => {
    const told = pert({ low: optimistic, likely, high: pessimistic })
    return {
      mean: asPrinted(told.mean, expected.mean),
      sd: asPrinted(told.deviation, expected.sd),
    }
  },
}

interface Pair {
  readonly functional: KanoAnswer
  readonly dysfunctional: KanoAnswer
}
interface Survey {
  readonly respondents: readonly (readonly KanoAnswer[])[]
}
interface Feature {
  readonly feature: number
  readonly better: number
  readonly worse: number
}
interface Job {
  readonly name: string
  readonly duration_months: number
  readonly value_per_month: number
}
interface Item {
  readonly id: number
  readonly days: number
  readonly value: number
  readonly unit: string
  readonly needs?: number
}
interface Small {
  readonly name: string
  readonly days: number
  readonly value_scale: number
}
interface Rice {
  readonly name: string
  readonly reach: number
  readonly impact: number
  readonly confidence: number
  readonly effort: number
}
interface Outcome {
  readonly importance: number
  readonly satisfaction: number
}
type Numbers = Readonly<Record<string, number>>

const waiting = (
  id: string,
  costOfDelay: number,
  duration: number,
  ...needs: readonly string[]
): Waiting => ({ id, costOfDelay, duration, needs })

const orderOf = (items: readonly Waiting[]): readonly string[] => {
  const told = cd3Order(items)
  return told.kind === 'refused' ? [told.kind] : told.order
}

/** Half of the last digit that was printed is what may differ. */
function asPrinted(value: number | null, other: number): number | null {
  const [, places = ''] = String(other).split('.')
  return value !== null && Math.abs(value - other) <= 0.5 * 10 ** -places.length + 1e-12
    ? other
    : value
}

const printed = (
  values: readonly (readonly [name: string, value: number | null])[],
  as: Numbers,
): Readonly<Record<string, number | null>> =>
  Object.fromEntries(
    values.map(([name, value]) => [name, asPrinted(value, as[name] ?? Number.NaN)]),
  )
