import { checked, checkProbability, type Forecast } from './forecast.ts'
import { meanOf } from './sum-of.ts'

/**
 * The mean of −ln of the chance that was given to what happened. From 0, the best; always saying
 * one half gives ln 2.
 *
 * Whoever gave no chance at all to what then happened has an infinite score, and no later one mends
 * it. That is what this score means, so nothing is clipped unless a floor is asked for: `refuted`
 * counts these forecasts, `mean` is null because infinity is no figure to show, and `meanOfRest` is
 * what the others come to.
 */
export interface LogScore {
  readonly n: number
  /** In nats. Null where it is infinite, and where there is no forecast. */
  readonly mean: number | null
  /** Forecasts that had said 0 of what happened. */
  readonly refuted: number
  /** The mean without those; the same as `mean` where there are none. */
  readonly meanOfRest: number | null
  /** Chances that were below the floor and count as the floor. */
  readonly raised: number
}

export interface LogPolicy {
  /**
   * The least chance that counts, between 0 and 1: 1e-6 of many published figures, say. With a
   * floor no score is infinite, and the score is no longer proper for chances below it. 0 where it
   * is left out.
   */
  readonly floor?: number
}

/**
 * Log score of yes-or-no forecasts (Good, Rational decisions, Journal of the Royal Statistical
 * Society B 14, 1952).
 */
export const logScore = (forecasts: readonly Forecast[], policy: LogPolicy = {}): LogScore =>
  logScoreOf(
    checked(forecasts).map(({ probability, outcome }) =>
      outcome === 1 ? probability : 1 - probability,
    ),
    policy,
  )

/** The same from the chances that were given to what happened. */
export function logScoreOf(given: readonly number[], { floor = 0 }: LogPolicy = {}): LogScore {
  checkProbability(floor)
  const counted = given.map((chance) => Math.max(floor, chance))
  const possible = counted.filter((chance) => chance > 0)
  const meanOfRest = meanOf(possible, surprise)
  const refuted = counted.length - possible.length
  return {
    n: given.length,
    mean: refuted > 0 ? null : meanOfRest,
    refuted,
    meanOfRest,
    raised: given.filter((chance) => chance < floor).length,
  }
}

/** −ln, without the minus that ln 1 would leave on its zero. */
const surprise = (chance: number): number => (chance === 1 ? 0 : -Math.log(chance))
