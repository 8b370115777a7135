import { betaQuantile } from './beta.ts'

/**
 * Low and high are the extremes and likely is the mode; low ≤ likely ≤ high and low < high. A
 * Beta(1 + 4t, 5 − 4t) number, stretched from low to high, where t is how far along likely lies: the
 * distribution that has the mean of PERT (Malcolm, Roseboom, Clark and Fazar, 1959; Vose, "Risk analysis", 2008).
 */
export interface Pert {
  readonly low: number
  readonly likely: number
  readonly high: number
}

/** (low + 4 likely + high) / 6. */
export const pertMean = ({ low, likely, high }: Pert): number =>
  low + (4 * (likely - low) + (high - low)) / 6

/** Exactly that of the distribution: ((high − low) / 6)² of 1959 is an approximation of it. */
export function pertVariance(range: Pert): number {
  const mean = pertMean(range)
  return ((mean - range.low) * (range.high - mean)) / 7
}

/** The value that is not exceeded with probability p, from 0 to 1. */
export const pertQuantile = ({ low, likely, high }: Pert, p: number): number =>
  low + (high - low) * pertShareQuantile((likely - low) / (high - low), p)

/** The same between 0 and 1 with the mode at this share of the way. */
export const pertShareQuantile = (mode: number, p: number): number =>
  betaQuantile(p, 1 + 4 * mode, 5 - 4 * mode)
