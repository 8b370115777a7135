import { invalid } from '../../../../engine/problem.ts'
import type { Row } from '../../../../engine/record.ts'
import { sentence } from '../../../../engine/words.ts'
import { deliveredBy } from '../delivered.ts'
import { weighedEstimate, weighedIdea } from '../factors.ts'
import { standsForChoice } from '../ranking-of.ts'
import type { AskedPortfolio, Tie } from './asked.ts'
import { periodAt } from './period.ts'
import { sharesOf, type Groups } from './shares.ts'

/** The rows that a portfolio is made from. */
export interface PortfolioRows extends Groups {
  readonly estimates: readonly Row[]
  readonly costs: readonly Row[]
  readonly capacities: readonly Row[]
  /** What delivers ideas; what is delivered already is not chosen again. */
  readonly delivering: readonly Row[]
}

/** What somebody says of a portfolio beside the rows. */
export interface PortfolioChoice {
  /** The one that is on or next, without it. */
  readonly period?: string | undefined
  readonly productId?: string | undefined
  readonly mustIds: readonly string[]
  readonly neverIds: readonly string[]
  readonly shares: readonly string[]
  readonly enter: AskedPortfolio['enter']
  readonly seed: number
  readonly draws: number
  readonly seconds: number
}

export interface Gathered {
  readonly asked: AskedPortfolio
  /** Undefined where no capacity is said at all. */
  readonly period: string | undefined
  readonly periods: readonly string[]
  /** Ideas that are delivered already. */
  readonly delivered: readonly string[]
}

/**
 * The question that rows and a choice come to. An `invalid` where a share cannot be read.
 * @param today YYYY-MM-DD
 */
export function gathered(rows: PortfolioRows, choice: PortfolioChoice, today: string): Gathered {
  const periods = [...new Set(rows.capacities.map((row) => String(row['period'])))].toSorted(
    (one, other) => (one < other ? -1 : 1),
  )
  const period = choice.period ?? periodAt(periods, today)
  const delivered = deliveredBy(rows.links, rows.delivering)
  const ideas = rows.ideas.filter((row) => standsForChoice(row) && !delivered.has(row.id))
  return {
    period,
    periods,
    delivered: rows.ideas.flatMap(({ id }) => (delivered.has(id) ? [id] : [])),
    asked: {
      ideas: ideas.map(weighedIdea),
      estimates: rows.estimates.map(weighedEstimate),
      costs: rows.costs.map((row) => ({
        ideaId: String(row['ideaId']),
        function: String(row['function']),
        low: numberIn(row['low']),
        likely: Number(row['likely']),
        high: numberIn(row['high']),
      })),
      capacities: rows.capacities
        .filter((row) => row['period'] === period)
        .map((row) => ({ function: String(row['function']), amount: Number(row['amount']) })),
      ties: tiesIn(rows.links).filter(({ toId }) => !delivered.has(toId)),
      shares: sharesOf(choice.shares, rows),
      mustIds: choice.mustIds,
      neverIds: choice.neverIds,
      enter: choice.enter,
      seed: choice.seed,
      draws: choice.draws,
      seconds: choice.seconds,
    },
  }
}

/** Of a period without capacity there is nothing to fit into: an `invalid` that names those that have some. */
export function needCapacity({ period, periods }: Gathered): void {
  if (period === undefined || periods.includes(period)) return
  throw invalid(sentence('There is no capacity for {period}.', { period }), [
    {
      at: 'period',
      says:
        periods.length === 0
          ? 'Say first how much each function can do in it: add capacity.'
          : sentence('Name one that has capacity, such as {periods}, or add capacity.', {
              periods: periods.slice(-3).join(', '),
            }),
    },
  ])
}

export const tiesIn = (links: readonly Readonly<Record<string, unknown>>[]): readonly Tie[] =>
  links.flatMap((link): readonly Tie[] => {
    const relation = link['relation']
    if (relation !== 'depends-on' && relation !== 'excludes') return []
    return [{ fromId: String(link['fromId']), relation, toId: String(link['toId']) }]
  })

const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null)
