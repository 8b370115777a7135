import { betaQuantile } from '../beta.ts'
import { normalQuantile } from '../normal.ts'
import { contestOf, perfectGainsOf } from './contest.ts'
import type { StandingChoice } from './standing-choice.ts'

/**
 * The value of information (Raiffa and Schlaifer 1961): by how much the choice would be worth more, on
 * average, if something were known before it is made. What holds in all of these files:
 *
 * - Values are in the unit of utility, which is the score that ranks the options; a set is worth the sum
 *   of its options, and an option's utility does not depend on what else is taken.
 * - The choice is by expected utility: nobody is averse to risk, or fond of it.
 * - The draws say all that is believed, and fairly: what all of them have wrong, no figure here can show.
 * - The choice can still be made anew when the answer comes, and waiting for it costs nothing but what the
 *   test is said to cost.
 * - What a test measures differs from the truth by chance only, and by chance that is independent of
 *   everything else that is drawn.
 *
 * A value counts once, for this one choice. A standard error says how far the figure may be off because
 * there are only so many draws, and nothing of how good the draws are. Where they are stratified and their blocks
 * are named, it is what those say of each other, and at most what it would be of independent draws.
 */
export interface Figure {
  readonly value: number
  readonly standardError: number
}

export interface PerfectInformation extends Figure {
  /** In which share of the draws another set than the base is better, 0 to 1. */
  readonly changes: number
  /**
   * What may be hidden in changes too rare to be seen: no change in n draws leaves a chance of up to 3/n
   * (Hanley and Lippman-Hand 1983), and what it would then bring is of the size of the largest standard
   * deviation of a contender. A rough bound, against being sure too soon.
   */
  readonly unseen: number
}

/**
 * Expected value of perfect information, EVPI = E[max over sets] − max over sets of E: the most that any
 * learning can be worth. The eight steps of Rothery et al. (2020, Value in Health 23, algorithm 1), with
 * the k largest in the place of the largest where k are taken. The base is chosen on the same draws, which
 * makes the figure a little low where two sets are nearly equal and draws are few.
 */
export function perfectInformation(standing: StandingChoice): PerfectInformation {
  const gains = perfectGainsOf(contestOf(standing))
  const changed = gains.reduce((count, gain) => (gain > 0 ? count + 1 : count), 0)
  return {
    ...estimateOf(gains, standing.blocks),
    changes: changed / gains.length,
    unseen: (3 / gains.length) * largestSpread(standing),
  }
}

/**
 * The mean, and how far off it may be. `blocks` names, for each draw, a block of draws that is stratified by itself:
 * the means of such blocks differ by what is left to chance, and by no more (McKay, Beckman and Conover 1979; Owen
 * 1992), so that the error is had from them by the method of batch means (Conway 1963). As they are few, it is made
 * larger until twice of it holds 19 times in 20, as Student's t says. Independent draws are never surer
 * than stratified ones, so that theirs is the bound.
 */
export function estimateOf(gains: Float64Array, blocks?: Uint16Array): Figure {
  let sum = 0
  for (const gain of gains) sum += gain
  const value = sum / gains.length
  let squares = 0
  for (const gain of gains) squares += (gain - value) ** 2
  const spread = gains.length > 1 ? squares / (gains.length - 1) : 0
  const standardError = Math.sqrt(spread / gains.length)
  return {
    value,
    standardError:
      blocks === undefined
        ? standardError
        : Math.min(standardError, errorOfBlocks(gains, value, blocks) ?? Infinity),
  }
}

function errorOfBlocks(
  gains: Float64Array,
  value: number,
  blocks: Uint16Array,
): number | undefined {
  const sums: number[] = []
  const sizes: number[] = []
  for (let draw = 0; draw < gains.length; draw += 1) {
    const block = blocks[draw] ?? 0
    sums[block] = (sums[block] ?? 0) + (gains[draw] ?? 0)
    sizes[block] = (sizes[block] ?? 0) + 1
  }
  const free = sums.length - 1
  if (free < 1) return undefined
  let apart = 0
  sums.forEach((sum, block) => {
    const size = sizes[block] ?? 1
    apart += size * (sum / size - value) ** 2
  })
  return (widened(free) * Math.sqrt(apart / free)) / Math.sqrt(gains.length)
}

/** By how much Student's t of so many degrees of freedom is wider than a normal number, where each leaves out 1 in 20. */
function widened(free: number): number {
  const known = widths.get(free)
  if (known !== undefined) return known
  const share = betaQuantile(0.05, free / 2, 0.5)
  const width = Math.sqrt(free * (1 / share - 1)) / normalQuantile(0.975)
  widths.set(free, width)
  return width
}

const widths = new Map<number, number>()

/** 0 where all options are taken anyway. */
function largestSpread({ rows, base, mean }: StandingChoice): number {
  if (base.length === mean.length) return 0
  const errors = rows.map((row) => estimateOf(row).standardError * Math.sqrt(row.length))
  return Math.max(0, ...errors)
}
