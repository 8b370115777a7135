import type { Choice } from './best-set.ts'
import { informationOfStates } from './states.ts'

/** A belief about a proportion: Beta(successes, failures), both above 0, such as 1 and 1 for no idea. */
export interface Beta {
  readonly successes: number
  readonly failures: number
}

/** What a count among `size` people will be, and what one will then believe: outcomes 0 to `size`. */
export interface Preposterior {
  readonly probability: Float64Array
  /** Expected proportion after each count. */
  readonly mean: Float64Array
}

/**
 * Beta-binomial: P(y) = C(n, y)·B(a + y, b + n − y) ÷ B(a, b), after which the proportion is expected to be
 * (a + y) ÷ (a + b + n) (Raiffa and Schlaifer 1961). By the ratio of neighbours, so that no gamma function
 * is needed. Throws a RangeError for a belief or a size that cannot be.
 */
export function preposteriorOf(prior: Beta, size: number): Preposterior {
  const { successes, failures } = prior
  if (!(successes > 0 && failures > 0)) throw new RangeError('A Beta has two numbers above 0.')
  if (!Number.isInteger(size) || size < 0) throw new RangeError('A size is a whole number.')
  const logs = new Float64Array(size + 1)
  for (let count = 1; count <= size; count += 1) {
    const ways = (size - count + 1) / count
    const odds = (successes + count - 1) / (failures + size - count)
    logs[count] = (logs[count - 1] ?? 0) + Math.log(ways * odds)
  }
  const most = logs.reduce((top, value) => Math.max(top, value), -Infinity)
  const weights = logs.map((value) => Math.exp(value - most))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return {
    probability: weights.map((weight) => weight / sum),
    mean: logs.map((_, count) => (successes + count) / (successes + failures + size)),
  }
}

/** What an option is worth, by the proportion: `base + slope · proportion`. */
export interface Line {
  readonly base: number
  readonly slope: number
}

/**
 * EVSI of counting among `size` people where each option's utility is linear in the proportion: an exact
 * sum over the counts, without draws. Time grows with size × options.
 */
export function informationOfCount(
  prior: Beta,
  size: number,
  options: readonly Line[],
  choice: Choice,
): number {
  const { probability, mean } = preposteriorOf(prior, size)
  const utility = options.map(({ base, slope }) => mean.map((share) => base + slope * share))
  return informationOfStates({ probability, utility, choice })
}

/**
 * The share ρ² of the variance of an input that the mean of `size` observations explains, 0 to 1, with
 * normal noise of this standard deviation: prior variance ÷ (prior variance + noise² ÷ size). The input's
 * expected value after the test varies by ρ² times its variance now (Raiffa and Schlaifer 1961).
 */
export function explainedShare(variance: number, noise: number, size: number): number {
  if (variance === 0) return 0
  return variance / (variance + noise ** 2 / size)
}
