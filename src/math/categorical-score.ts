import { checkProbability } from './forecast.ts'
import { logScoreOf, type LogPolicy, type LogScore } from './log-score.ts'
import { meanOf, sumOf } from './sum-of.ts'

/** The chances that were given to each of several classes, of which just one came true. */
export interface Categorical {
  /** One a class, 0 to 1, one in all. */
  readonly probabilities: readonly number[]
  /** Index of the class that came true. */
  readonly outcome: number
}

export interface CategoricalBrier {
  /**
   * Summed over the classes, as Brier had it: 0, the best, to 2. Always even chances of k classes:
   * 1 − 1/k.
   */
  readonly sum: number
  /** Half of it: 0 to 1, and for two classes the same as `brier`. */
  readonly half: number
}

/**
 * Mean over the forecasts of Σ(p − o)² over the classes (Brier, Verification of forecasts expressed
 * in terms of probability, Monthly Weather Review 78, 1950). Null of nothing. The number of classes
 * may differ from one forecast to the next. Throws a RangeError where chances do not sum to one.
 */
export function categoricalBrier(forecasts: readonly Categorical[]): CategoricalBrier | null {
  const sum = meanOf(checked(forecasts), ({ probabilities, outcome }) =>
    sumOf([...probabilities.keys()], (at) => {
      const happened = at === outcome ? 1 : 0
      return ((probabilities[at] ?? 0) - happened) ** 2
    }),
  )
  return sum === null ? null : { sum, half: sum / 2 }
}

/**
 * Mean of −ln of the chance of the class that came true; see `log-score.ts` for what infinite is.
 */
export const categoricalLog = (
  forecasts: readonly Categorical[],
  policy: LogPolicy = {},
): LogScore =>
  logScoreOf(
    checked(forecasts).map(({ probabilities, outcome }) => probabilities[outcome] ?? 0),
    policy,
  )

/**
 * Ranked probability score of classes that have an order: the mean of Σ(P − O)² ÷ (k − 1) over the
 * k − 1 inner edges, P and O being what was said and what came true of all classes up to there.
 * From 0, the best, to 1; a miss by one class costs less than a miss by two, and for two classes it
 * is the same as `brier`. Epstein, A scoring system for probability forecasts of ranked categories,
 * Journal of Applied Meteorology 8 (1969), as Murphy (1971) has it; some leave out the division.
 * Null of nothing. A RangeError as above, and for one class.
 */
export const rankedProbabilityScore = (forecasts: readonly Categorical[]): number | null =>
  meanOf(checked(forecasts), rankedOf)

function rankedOf({ probabilities, outcome }: Categorical): number {
  if (probabilities.length < 2) throw new RangeError('an order takes two classes or more')
  const squares: number[] = []
  let said = 0
  for (let at = 0; at < probabilities.length - 1; at += 1) {
    said += probabilities[at] ?? 0
    squares.push((said - (outcome <= at ? 1 : 0)) ** 2)
  }
  return sumOf(squares, (square) => square) / squares.length
}

/** What people type sums to one but for the last digit. */
const near = 1e-6

function checked(forecasts: readonly Categorical[]): readonly Categorical[] {
  for (const { probabilities, outcome } of forecasts) {
    for (const probability of probabilities) checkProbability(probability)
    const sum = sumOf(probabilities, (probability) => probability)
    if (Math.abs(sum - 1) > near)
      throw new RangeError(`the chances of all classes sum to 1, and these to ${sum}`)
    if (probabilities[outcome] === undefined)
      throw new RangeError(`there are ${probabilities.length} classes, and none is at ${outcome}`)
  }
  return forecasts
}
