import { brokenBy, type Broken } from './feasible.ts'
import { idsOf, indexOf, sumOf, type Indexed } from './indexed.ts'
import type { Model } from './model.ts'
import { roomOf } from './rounding.ts'
import { byOption, settle } from './settle.ts'

/** What a list that is taken from the top comes to. */
export interface Taken {
  readonly chosen: readonly string[]
  readonly value: number
  /** What stood in the order and was passed over: it did not fit any more, or it brings nothing. */
  readonly passedOver: readonly string[]
  /** Rules that a list from the top knows nothing of, such as shares. Empty: the set may stand. */
  readonly broken: readonly Broken[]
}

/**
 * Taken from the top of a list: what must be in first, then each in its turn, together with what it
 * requires (of several that would do, the highest on the list), as long as all of it fits and its value
 * is above 0; what does not fit is passed over. This is how a list with a line under it is read, and is no
 * optimum: `lossOf` says how far from it.
 * @param order ids, best first; what is not in it comes in only where something requires it.
 */
export function inOrder(model: Model, order: readonly string[]): Taken {
  const given = indexOf(model)
  const ranks = order.flatMap((id) => given.at.get(id) ?? [])
  const set = takenFrom(given, ranks)
  const chosen = idsOf(given, set)
  return {
    chosen,
    value: sumOf(given.values, set),
    passedOver: order.filter((id) => given.at.has(id) && set[given.at.get(id) ?? -1] !== 1),
    broken: brokenBy(model, chosen),
  }
}

/** Best first by value for all capacities together: each cost counts as its part of the limit. */
export function byWorth(given: Indexed): readonly number[] {
  const weights = given.ids.map((_, option) =>
    given.capacities.reduce((sum, { limit, costs }) => {
      const cost = costs[option] ?? 0
      return cost === 0 ? sum : sum + cost / limit
    }, 0),
  )
  const worth = weights.map((weight, option) => (given.values[option] ?? 0) / (weight + 1e-12))
  return given.ids
    .map((_, option) => option)
    .toSorted((left, right) => (worth[right] ?? 0) - (worth[left] ?? 0))
}

/** Best first by value alone. */
export const byValue = (given: Indexed): readonly number[] =>
  given.ids
    .map((_, option) => option)
    .toSorted((left, right) => (given.values[right] ?? 0) - (given.values[left] ?? 0))

/** As `inOrder`, by index. */
export function takenFrom(given: Indexed, order: readonly number[]): Uint8Array {
  const { state } = settle(given)
  const run: Run = {
    given,
    state,
    chosen: new Uint8Array(given.ids.length),
    lefts: given.capacities.map(({ limit }) => roomOf(limit)),
    rank: ranksOf(order, given.ids.length),
    requirements: byOption(given.requirements, given.ids.length),
    exclusives: exclusivesOf(given),
  }
  const musts = order.filter((option) => state[option] === 1)
  const others = given.ids.flatMap((_, option) =>
    state[option] === 1 && run.rank[option] === Number.POSITIVE_INFINITY ? [option] : [],
  )
  for (const option of [...musts, ...others]) take(run, option, Number.NEGATIVE_INFINITY)
  for (const option of order) take(run, option, 0)
  return run.chosen
}

interface Run {
  readonly given: Indexed
  readonly state: Int8Array
  readonly chosen: Uint8Array
  /** What is left of each capacity. */
  readonly lefts: number[]
  /** By option: its place in the order. */
  readonly rank: Float64Array
  readonly requirements: ReturnType<typeof byOption>
  /** By option: the exclusive sets that it is in. */
  readonly exclusives: readonly (readonly (readonly number[])[])[]
}

function ranksOf(order: readonly number[], size: number): Float64Array {
  const rank = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
  order.forEach((option, at) => {
    rank[option] = Math.min(rank[option] ?? at, at)
  })
  return rank
}

function exclusivesOf(given: Indexed): readonly (readonly (readonly number[])[])[] {
  const byEach: (readonly number[])[][] = given.ids.map(() => [])
  for (const exclusive of given.exclusives)
    for (const option of exclusive) byEach[option]?.push(exclusive)
  return byEach
}

/** Puts the option in with all that it requires and is not in yet, or leaves everything as it is. */
function take(run: Run, option: number, above: number): void {
  if (run.chosen[option] === 1) return
  const bundle = bundleOf(run, option)
  if (bundle === undefined) return
  const value = bundle.reduce((sum, one) => sum + (run.given.values[one] ?? 0), 0)
  if (value <= above) return
  const takes = run.given.capacities.map(({ costs }) =>
    bundle.reduce((sum, one) => sum + (costs[one] ?? 0), 0),
  )
  if (takes.some((amount, at) => amount > (run.lefts[at] ?? 0))) return
  for (const one of bundle) run.chosen[one] = 1
  takes.forEach((amount, at) => {
    run.lefts[at] = (run.lefts[at] ?? 0) - amount
  })
}

function bundleOf(run: Run, option: number): readonly number[] | undefined {
  const bundle = new Set<number>()
  const isIn = (one: number): boolean => run.chosen[one] === 1 || bundle.has(one)
  const mayCome = (one: number): boolean =>
    run.state[one] !== 0 &&
    (run.exclusives[one] ?? []).every((exclusive) =>
      exclusive.every((other) => other === one || !isIn(other)),
    )
  if (!mayCome(option)) return undefined
  bundle.add(option)
  for (const one of bundle)
    for (const { anyOf } of run.requirements[one] ?? []) {
      if (anyOf.some(isIn)) continue
      const [first, ...others] = anyOf.filter(mayCome)
      if (first === undefined) return undefined
      bundle.add(
        others.reduce(
          (best, other) => ((run.rank[other] ?? 0) < (run.rank[best] ?? 0) ? other : best),
          first,
        ),
      )
    }
  return [...bundle]
}
