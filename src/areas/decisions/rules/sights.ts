import type { Row } from '../../../engine/record.ts'
import { daysBetween } from './days.ts'
import { numberIn, textIn } from './watch-of.ts'
import type { Sight } from './watch.ts'

/** The readings of a metric, one a day. */
export const ofMetric = (readings: readonly Row[]): Sight => ({
  is: 'series',
  points: readings
    .flatMap((row) => {
      const [on, value] = [textIn(row['on']), numberIn(row['value'])]
      return on === null || value === null ? [] : [{ on, value }]
    })
    .toSorted((one, other) => (one.on < other.on ? -1 : 1)),
})

/** The result of an experiment; without a threshold of its own the watch goes by the verdict. */
export function ofExperiment(wire: Row, experiment: Row | undefined, today: string): Sight {
  const isOver = ['ended', 'stopped'].includes(String(experiment?.['state']))
  const [value, verdict] = [numberIn(experiment?.['result']), textIn(experiment?.['verdict'])]
  if (!isOver || (value === null && verdict === null)) return nothingKnown(today)
  const on = textIn(experiment?.['endedOn']) ?? today
  if (numberIn(wire['threshold']) !== null) return { is: 'now', value, on, final: true }
  const wanted = wire['comparison'] === 'above' ? 'held' : 'failed'
  return { is: 'now', value: value ?? 0, on, crosses: verdict === wanted, final: true }
}

/**
 * What came of a prediction, in percent where it was yes or no; before that the mean of the odds that are
 * shown (an equal-weight linear pool; Clemen and Winkler 1999).
 */
export function ofPrediction(
  wire: Row,
  prediction: Row | undefined,
  odds: readonly Row[],
  today: string,
): Sight {
  if (prediction === undefined || prediction['state'] === 'void') return nothingKnown(today)
  const isBinary = prediction['kind'] === 'binary'
  const came = prediction['state'] === 'resolved' ? numberIn(prediction['came']) : null
  if (came !== null) {
    const on = textIn(prediction['cameOn']) ?? today
    const value = isBinary ? came * 100 : came
    if (numberIn(wire['threshold']) !== null) return { is: 'now', value, on, final: true }
    const crosses = wire['comparison'] === 'above' ? came > 0 : came === 0
    return { is: 'now', value, on, crosses, final: true }
  }
  const given = odds
    .filter((row) => row['isShown'] !== false)
    .flatMap((row) => numberIn(row[isBinary ? 'chance' : 'likely']) ?? [])
  if (given.length === 0 || numberIn(wire['threshold']) === null) return nothingKnown(today)
  return { is: 'now', value: mean(given), on: today }
}

/** Somebody who asks for an idea: what was said, when, and by which company. */
export interface Ask {
  readonly feedback: Row
  readonly company: Row | undefined
}

/** Those who ask for an idea: how often, how many people, or how much their companies pay. */
export function ofAsks(
  wire: Row,
  asks: readonly Ask[],
  {
    at,
    today,
    currency,
  }: { readonly at: string; readonly today: string; readonly currency: string },
): Sight {
  const counted = asks.filter(
    ({ feedback, company }) =>
      isIn(textIn(wire['segment']), company) &&
      isWithin(
        numberIn(wire['withinDays']),
        textIn(feedback['occurredAt']) ?? feedback.createdAt,
        at,
      ),
  )
  switch (wire['watches']) {
    case 'votes':
      return { is: 'now', value: new Set(counted.map(whoseOf)).size, on: today }
    case 'revenue':
      return { is: 'now', value: revenueOf(counted, currency), on: today }
    default:
      return { is: 'now', value: counted.length, on: today }
  }
}

/** Insights that support a need, by when they were tied to it. */
export const ofInsights = (
  wire: Row,
  ties: readonly Row[],
  { at, today }: { readonly at: string; readonly today: string },
): Sight => ({
  is: 'now',
  value: ties.filter((tie) => isWithin(numberIn(wire['withinDays']), tie.createdAt, at)).length,
  on: today,
})

/** The segments there are: the tiers of companies, by name, and all of them under none. */
export const isIn = (segment: string | null, company: Row | undefined): boolean =>
  segment === null || company?.['tier'] === segment.toLowerCase()

const nothingKnown = (on: string): Sight => ({ is: 'now', value: null, on })

const isWithin = (days: number | null, at: string, now: string): boolean =>
  at <= now && (days === null || daysBetween(at, now) < days)

/** One person, or the company where the person is not known, or else what was said, by itself. */
const whoseOf = ({ feedback }: Ask): string =>
  textIn(feedback['contactId']) ?? textIn(feedback['companyId']) ?? feedback.id

/** Of each company once, in whole units of one currency; no rates are known, so others are left out. */
function revenueOf(asks: readonly Ask[], currency: string): number {
  const companies = new Map(
    asks.flatMap(({ company }) => (company === undefined ? [] : [[company.id, company] as const])),
  )
  return [...companies.values()].reduce((sum, row) => {
    const amount = row['revenue'] as { readonly minor: number; readonly currency: string } | null
    return amount?.currency === currency ? sum + amount.minor / 100 : sum
  }, 0)
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
