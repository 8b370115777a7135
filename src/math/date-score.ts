import { coverageOf, type Coverage } from './coverage.ts'
import type { Few } from './few.ts'
import { weightedIntervalScore } from './interval-score.ts'
import { ordered, type Quantile } from './pinball.ts'
import type { Level } from './wilson.ts'

/**
 * Forecasts of when something happens, as quantiles in days after the day on which they were given.
 *
 * What has not happened yet is known to be later than today, and no more. Two ways of leaving it
 * out are wrong: scoring only what happened keeps the quick ones and makes honest dates look late,
 * and scoring today as if it were the day flatters whoever said today. What is right is to ask on a
 * day c how well min(day, c) was forecast: on day c it is known of all, and its quantiles are those
 * of the day, cut at c (Powell, Censored regression quantiles, Journal of Econometrics 32, 1986).
 * That is a proper score of what can be known by then. It never falls while one waits, and the
 * final score is never below it.
 */
export interface DateOutcome {
  /** Whole days that are over since the forecast was given. */
  readonly elapsed: number
  /** Days from the forecast to the day on which it happened; null while it has not. */
  readonly happened: number | null
}

export interface DateScore {
  /**
   * `final` once it happened; until then `so-far`, and it will not come to less. No mean of both.
   */
  readonly kind: 'final' | 'so-far'
  /**
   * Weighted interval score in days; infinite where a quantile is (it was said never to happen) and
   * it did.
   */
  readonly days: number
}

/** What a forecast of a date scores today. */
export function dateScore(quantiles: readonly Quantile[], outcome: DateOutcome): DateScore {
  checkOutcome(outcome)
  return outcome.happened === null
    ? { kind: 'so-far', days: dateScoreBy(outcome.elapsed, quantiles, outcome) }
    : { kind: 'final', days: weightedIntervalScore(quantiles, outcome.happened) }
}

/**
 * What it scores by day `by` after it was given, whether or not it had happened by then: the score
 * to mean over forecasts of which some are open, or by which to compare two people's. `by` must not
 * depend on what happened: a day that was said beforehand, or today. Throws a RangeError where that
 * day is yet to come and it has not happened.
 */
export function dateScoreBy(
  by: number,
  quantiles: readonly Quantile[],
  outcome: DateOutcome,
): number {
  checkOutcome(outcome)
  if (!(by >= 0)) throw new RangeError(`a day is counted from 0, and this is ${by}`)
  if (outcome.happened === null && by > outcome.elapsed)
    throw new RangeError(`nothing is known of day ${by} on day ${outcome.elapsed}`)
  return weightedIntervalScore(
    ordered(quantiles).map(({ level, value }) => ({ level, value: Math.min(value, by) })),
    Math.min(outcome.happened ?? by, by),
  )
}

/**
 * `kept`: it happened by that day. `missed`: the day is past. `early`: it happened, and the day is
 * yet to come. `open`: neither.
 */
export type Due = 'kept' | 'missed' | 'early' | 'open'

/** How one date of a forecast stands today. */
export function due(day: number, outcome: DateOutcome): Due {
  checkOutcome(outcome)
  if (day > outcome.elapsed) return outcome.happened === null ? 'open' : 'early'
  return outcome.happened !== null && outcome.happened <= day ? 'kept' : 'missed'
}

/**
 * How many of the days that were given with one chance, and are over, were kept. What came early
 * does not count before its day is over: those beside it that will come late cannot be counted yet,
 * and the share would flatter.
 */
export function dateCoverage(
  days: readonly { readonly day: number; readonly outcome: DateOutcome }[],
  level: Level,
  fewest?: number,
): Coverage | Few {
  const states = days.map(({ day, outcome }) => due(day, outcome))
  const kept = states.filter((state) => state === 'kept').length
  const missed = states.filter((state) => state === 'missed').length
  return coverageOf(kept, kept + missed, level, fewest)
}

function checkOutcome({ elapsed, happened }: DateOutcome): void {
  if (!(elapsed >= 0) || (happened !== null && !(happened >= 0 && happened <= elapsed)))
    throw new RangeError(`what happened on day ${happened} is not known on day ${elapsed}`)
}
