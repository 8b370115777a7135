import type { Categorical } from '../../../math/categorical-score.ts'
import { dateScoreBy } from '../../../math/date-score.ts'
import type { Forecast } from '../../../math/forecast.ts'
import { weightedIntervalScore } from '../../../math/interval-score.ts'
import type { Quantile } from '../../../math/pinball.ts'
import { answersIn, chancesIn, daysIn, kindIn, oddsFaults } from './odds.ts'

type Plain = Readonly<Record<string, unknown>>

/** A prediction and what one person gave it. */
export interface Said {
  readonly prediction: Plain & { readonly id: string; readonly ref: string }
  readonly odds: Plain
}

/** A range and what came: low, likely and high are the quantiles of 10, 50 and 90 %. */
export interface Ranged {
  readonly said: Said
  readonly unit: string
  /** In the unit; null where a day had not come and the range still reached beyond the last day. */
  readonly held: boolean | null
  /** Twice the mean pinball loss of the three quantiles, in the unit. */
  readonly loss: number
}

/** What can be scored of what was said, by kind; what does not fit its question is left out. */
export interface Scored {
  readonly yesNo: readonly (Forecast & { readonly said: Said })[]
  readonly several: readonly (Categorical & { readonly said: Said })[]
  readonly ranges: readonly Ranged[]
}

/** Only of what is resolved, and only odds that fit. */
export function scoredOf(all: readonly Said[]): Scored {
  const fitting = all.filter(
    ({ prediction, odds }) =>
      prediction['state'] === 'resolved' && oddsFaults(prediction, odds).length === 0,
  )
  const of = (kind: string): readonly Said[] =>
    fitting.filter(({ prediction }) => kindIn(prediction) === kind)
  return {
    yesNo: of('binary').map((said) => ({
      said,
      probability: Number(said.odds['chance']) / 100,
      outcome: said.prediction['came'] === 1 ? 1 : 0,
    })),
    several: of('choice').flatMap((said) => severalOf(said)),
    ranges: [...of('quantity').map(quantityOf), ...of('date').flatMap((said) => dateOf(said))],
  }
}

function severalOf(said: Said): readonly (Categorical & { readonly said: Said })[] {
  const chances = chancesIn(said.odds)
  const sum = chances.reduce((all, chance) => all + chance, 0)
  const outcome = Number(said.prediction['came'])
  return answersIn(said.prediction)[outcome] === undefined
    ? []
    : [{ said, probabilities: chances.map((chance) => chance / sum), outcome }]
}

const quantiles = (low: number, likely: number, high: number): readonly Quantile[] => [
  { level: 0.1, value: low },
  { level: 0.5, value: likely },
  { level: 0.9, value: high },
]

function quantityOf(said: Said): Ranged {
  const { odds, prediction } = said
  const [low, likely, high] = [Number(odds['low']), Number(odds['likely']), Number(odds['high'])]
  const came = Number(prediction['came'])
  return {
    said,
    unit: String(prediction['unit'] ?? ''),
    held: low <= came && came <= high,
    loss: weightedIntervalScore(quantiles(low, likely, high), came),
  }
}

/**
 * Days are counted from the day on which it was locked. What had not come by the last day is scored as
 * far as it is known: its quantiles cut at that day (Powell, 1986).
 */
function dateOf(said: Said): readonly Ranged[] {
  const { prediction, odds } = said
  const days = daysIn(odds)
  if (days === undefined) return []
  const from = String(prediction['lockedAt'] ?? prediction['createdAt']).slice(0, 10)
  const at = (day: string): number => Math.max(0, daysBetween(from, day))
  const [low, likely, high] = [at(days.low), at(days.likely), at(days.high)]
  const { cameOn } = prediction
  if (typeof cameOn === 'string') {
    const came = at(cameOn)
    return [
      {
        said,
        unit: 'days',
        held: days.low <= cameOn && cameOn <= days.high,
        loss: weightedIntervalScore(quantiles(low, likely, high), came),
      },
    ]
  }
  const last = String(prediction['resolvesOn'])
  const by = at(last)
  return [
    {
      said,
      unit: 'days',
      held: days.high < last ? false : null,
      loss: dateScoreBy(by, quantiles(low, likely, high), { elapsed: by, happened: null }),
    },
  ]
}

/** Whole days from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs)

const dayMs = 86_400_000

/** Penalty of one that is scored from 0 to 1: yes or no, and one of several (half of Brier's sum). */
export const penaltyOf = ({ probability, outcome }: Forecast): number =>
  (probability - outcome) ** 2

export const penaltyOfSeveral = ({ probabilities, outcome }: Categorical): number =>
  probabilities.reduce((sum, chance, at) => sum + (chance - (at === outcome ? 1 : 0)) ** 2, 0) / 2
