import type { Figure } from './information.ts'
import type { Curve, InformationOfInput } from './information-of-input.ts'
import { likelihoodOfCount, likelihoodOfMean } from './likelihood.ts'
import { informationOfOutcomes, informationOfStates } from './states.ts'

/** A test that is planned, of one input. */
export type Test =
  /** The mean of `size` observations, each the input plus normal noise of this standard deviation. */
  | { readonly kind: 'mean'; readonly noise: number; readonly size: number }
  /** How many of `size` people do something, where the input is the share of all who do, 0 to 1. */
  | { readonly kind: 'proportion'; readonly size: number }
  /** Any other: `likelihood[outcome][state]`, for the states of the input's curve. */
  | { readonly kind: 'outcomes'; readonly likelihood: readonly Float64Array[] }

export interface InformationOfTest extends Figure {
  /** The share of what it is worth to know the input that this test brings, 0 to 1. */
  readonly share: number
}

/**
 * Expected value of sample information, EVSI: what the choice would be worth more, on average, if it were
 * made after the test. By Bayes' rule over the slices of the input (Raiffa and Schlaifer 1961), with each
 * slice's expected utilities from the regression on the input: E over outcomes of the best set by
 * E(utility | outcome).
 *
 * It takes the input's distribution as it was drawn. Moment matching (Heath, Manolopoulou and Baio 2018)
 * and the Gaussian approximation (Jalal and Alarid-Escudero 2018) scale it by √(prior variance ÷ (prior
 * variance + noise² ÷ size)), which comes to the same where the input is normal and utility linear in it;
 * elsewhere a small test of a skewed input is off by as much as threefold. For one input Bayes' rule costs
 * no more.
 *
 * The test's share of the input's value is read from the whole fit, where the noise of the fit is in both,
 * and then applied to the value of the input, which is free of upward bias. So a test is never worth more
 * than its input, and comes to it as the test grows.
 *
 * A proportion is exact for up to 500 people, and taken as the mean of 0s and 1s with normal noise beyond.
 * Throws a RangeError for a test that cannot be: no people, negative noise, a share outside 0 to 1, or of
 * several inputs at once.
 */
export function informationOfTest(known: InformationOfInput, test: Test): InformationOfTest {
  check(test)
  if (known.value === 0) return { value: 0, standardError: known.standardError, share: 0 }
  if (known.curve === null) throw new RangeError('A test measures one input.')
  const whole = informationOfStates(known.curve)
  const part = informationOfOutcomes(known.curve, likelihoodOf(known.curve, test))
  const share = whole > 0 ? Math.min(1, part / whole) : 0
  return { value: share * known.value, standardError: share * known.standardError, share }
}

const mostCounted = 500

function check(test: Test): void {
  if (test.kind === 'outcomes') return
  if (!Number.isInteger(test.size) || test.size < 1)
    throw new RangeError('A test has a whole number of observations, and at least one.')
  if (test.kind === 'mean' && !(test.noise >= 0 && test.noise < Infinity))
    throw new RangeError('Noise is a standard deviation, zero or more.')
}

function likelihoodOf(curve: Curve, test: Test): readonly Float64Array[] {
  const { at, probability } = curve
  switch (test.kind) {
    case 'outcomes':
      if (test.likelihood.some((row) => row.length !== at.length))
        throw new RangeError('Each outcome has a likelihood for each state.')
      return test.likelihood
    case 'mean':
      return likelihoodOfMean(
        at,
        probability,
        at.map(() => test.noise / Math.sqrt(test.size)),
      )
    case 'proportion':
      if (!at.every((share) => share >= 0 && share <= 1))
        throw new RangeError('A share lies between 0 and 1.')
      if (test.size <= mostCounted) return likelihoodOfCount(at, test.size)
      return likelihoodOfMean(
        at,
        probability,
        at.map((share) => Math.sqrt((share * (1 - share)) / test.size)),
      )
  }
}
