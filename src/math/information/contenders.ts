import type { Choice } from './best-set.ts'

/**
 * The options that can be in a best set, whatever is learnt; the others change no answer and are left out.
 *
 * An option is out where others are at least as good **in every draw**, at no higher cost, and so many
 * that it fits only if one of them is left out: that one can then take its place. This keeps its truth
 * under every average of draws, so also for what is expected once an input is known. It does not do to
 * keep what is best in some draw: a middling option may be best of what is expected and best in no draw.
 *
 * Under a capacity an option is out, too, where it does not fit or is worth nothing in every draw.
 * The best on average comes first. Time: one pass over the draws for each pair that is in this order in all of them, and a few
 * draws for each other pair.
 */
export function contendersOf(
  utility: readonly Float64Array[],
  mean: Float64Array,
  choice: Choice,
): Int32Array {
  const order = bestFirst(Int32Array.from(utility.keys()), mean)
  const kept: number[] = []
  for (const option of order)
    if (!isHopeless(option, utility, choice) && !isCrowdedOut(option, kept, utility, choice))
      kept.push(option)
  return Int32Array.from(kept)
}

export const bestFirst = (options: Int32Array, mean: Float64Array): Int32Array =>
  options.toSorted((left, right) => (mean[right] ?? 0) - (mean[left] ?? 0) || left - right)

function isHopeless(option: number, utility: readonly Float64Array[], choice: Choice): boolean {
  if ('take' in choice) return false
  if ((choice.costs[option] ?? 0) > choice.capacity) return true
  return (utility[option] ?? none).every((value) => value <= 0)
}

function isCrowdedOut(
  option: number,
  better: readonly number[],
  utility: readonly Float64Array[],
  choice: Choice,
): boolean {
  const own = utility[option] ?? none
  const costs = 'take' in choice ? undefined : choice.costs
  const cost = costs?.[option] ?? 1
  let room = ('take' in choice ? choice.take : choice.capacity) - cost
  for (const other of better) {
    const price = costs === undefined ? 1 : (costs[other] ?? 0)
    if (price > cost || !isNeverLess(utility[other] ?? none, own)) continue
    room -= price
    if (room < 0) return true
  }
  return false
}

function isNeverLess(one: Float64Array, other: Float64Array): boolean {
  for (let draw = 0; draw < other.length; draw += 1)
    if ((one[draw] ?? 0) < (other[draw] ?? 0)) return false
  return true
}

const none = new Float64Array()
