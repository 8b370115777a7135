import { among, chooserOf, methodOf, sumOf, type Choice, type Method } from './best-set.ts'
import { bestFirst, contendersOf } from './contenders.ts'
import { dealOf, inOrder, type Deal } from './deal.ts'
import { meanOf } from './mean-of.ts'

/**
 * A choice among options before anything more is learnt: which set would be taken, and what it is worth.
 * Every question about the value of information starts from it. "Utility" is in the unit of the score
 * that ranks the options; a set is worth the sum of its options.
 */
export interface StandingChoice {
  readonly choice: Choice
  /** What each option is worth on average, by its index. */
  readonly mean: Float64Array
  /** The set that is best on average, ascending. */
  readonly base: Int32Array
  /** What the base is worth on average. */
  readonly worth: number
  readonly method: Method
  /** The options that can be in a best set, the best on average first. */
  readonly contenders: Int32Array
  readonly deal: Deal
  /** The block of each draw, as they were dealt, where blocks of draws are stratified. */
  readonly blocks: Uint16Array | undefined
  /** Utility of each contender in each draw, as they were dealt. */
  readonly rows: readonly Float64Array[]
}

export interface Given {
  /** Found where they are not given. */
  readonly contenders?: Int32Array
  /** Where runs of draws end that are stratified by themselves, ascending; draws are independent without it. */
  readonly evenBlocks?: readonly number[]
}

/**
 * `utility[option][draw]`, all options in the same draws (common random numbers). Throws a RangeError where there is nothing to choose from, where the options
 * have not the same draws, or where a utility is no finite number.
 */
export function standingChoice(
  utility: readonly Float64Array[],
  choice: Choice,
  { contenders, evenBlocks }: Given = {},
): StandingChoice {
  const draws = utility[0]?.length ?? 0
  if (draws === 0) throw new RangeError('There is nothing to choose from.')
  if (utility.some((own) => own.length !== draws))
    throw new RangeError('All options have the same draws.')
  const mean = Float64Array.from(utility, meanOf)
  if (!mean.every(Number.isFinite)) throw new RangeError('A utility is a finite number.')
  chooserOf(choice, utility.length)
  const kept = bestFirst(contenders ?? contendersOf(utility, mean, choice), mean)
  const keptMean = Float64Array.from(kept, (option) => mean[option] ?? 0)
  const places = chooserOf(among(choice, kept), kept.length)(keptMean)
  const base = Int32Array.from(places, (place) => kept[place] ?? 0).sort()
  const deal = dealOf(draws)
  return {
    choice,
    mean,
    base,
    worth: sumOf(mean, base),
    method: methodOf(choice),
    contenders: kept,
    deal,
    blocks: evenBlocks === undefined ? undefined : blocksOf(deal, evenBlocks),
    rows: Array.from(kept, (option) => inOrder(utility[option] ?? none, deal)),
  }
}

function blocksOf({ order }: Deal, ends: readonly number[]): Uint16Array {
  const blocks = new Uint16Array(order.length)
  ends.forEach((end, block) => blocks.fill(block, ends[block - 1] ?? 0, end))
  return Uint16Array.from(order, (draw) => blocks[draw] ?? 0)
}

const none = new Float64Array()
