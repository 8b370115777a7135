import type { Bounds } from './bounds.ts'

/** How far one value has to go for two options to swap places. */
export interface Flip {
  /** The value at which they are equal, or at which the order turns where scores jump past each other. */
  readonly at: number
  /** `at` less the present value, in its unit. */
  readonly change: number
  /** The change as a share of the present value's size; null where that is 0 and the change is not. */
  readonly relative: number | null
}

/**
 * The smallest change of one value that swaps two options, or undefined where none within the bounds does. `gap` is the
 * first option's score less the second's at a value. It is monotone: it never falls, or never rises, within the
 * bounds, and the present value lies there. Where a score is missing gap is null or not finite, and the search goes as
 * far as there are scores. Where the two are equal already, the change is 0.
 *
 * By steps that double until the order has turned, then by bisection until no double lies between: at the value the
 * order no longer holds, and at the double before it still does.
 */
export function flipOf(
  present: number,
  within: Bounds,
  gap: (value: number) => number | null,
): Flip | undefined {
  const order = signAt(present, gap)
  if (order === undefined) return undefined
  if (order === 0) return flipAt(present, present)
  const turnsIn = (end: number): Flip | undefined => {
    const at = turnBetween(present, end, order, gap)
    return at === undefined ? undefined : flipAt(at, present)
  }
  return nearer(turnsIn(within.least), turnsIn(within.most))
}

/** Of these the ones that are there, the relatively smallest first; those without a relative size last. */
export const smallestFirst = <T extends Flip>(flips: readonly (T | undefined)[]): readonly T[] =>
  flips.filter((flip) => flip !== undefined).toSorted((left, right) => sizeOf(left) - sizeOf(right))

export function flipAt(at: number, present: number): Flip {
  const change = at - present
  return {
    at,
    change,
    relative: change === 0 ? 0 : present === 0 ? null : change / Math.abs(present),
  }
}

type Gap = (value: number) => number | null

const sizeOf = ({ relative }: Flip): number => (relative === null ? Infinity : Math.abs(relative))

function nearer(left: Flip | undefined, right: Flip | undefined): Flip | undefined {
  if (left === undefined || right === undefined) return left ?? right
  return Math.abs(left.change) <= Math.abs(right.change) ? left : right
}

/** Undefined where a score is missing. */
function signAt(value: number, gap: Gap): number | undefined {
  const difference = gap(value)
  return difference === null || !Number.isFinite(difference) ? undefined : Math.sign(difference)
}

/** The value nearest to `from`, on the way to `end`, at which the order is another. */
function turnBetween(from: number, end: number, order: number, gap: Gap): number | undefined {
  let kept = from
  let step = Math.max(Math.abs(from), 1) * 2 ** -20 * Math.sign(end - from)
  while (kept !== end) {
    const next = Math.abs(step) < Math.abs(end - kept) ? kept + step : end
    const sign = Number.isFinite(next) ? signAt(next, gap) : undefined
    if (sign !== undefined && sign !== order) return firstTurned(kept, next, order, gap)
    if (sign === undefined) return turnBeforeMissing(kept, next, order, gap)
    kept = next
    step *= 2
  }
  return undefined
}

/** The order holds at `kept`, and has turned at `turned`. */
function firstTurned(kept: number, turned: number, order: number, gap: Gap): number {
  let [before, after] = [kept, turned]
  for (;;) {
    const middle = before / 2 + after / 2
    if (middle === before || middle === after) return after
    if (signAt(middle, gap) === order) before = middle
    else after = middle
  }
}

/** The order holds at `kept`, and at `missing` there is no score: it may turn in what there is between. */
function turnBeforeMissing(
  kept: number,
  missing: number,
  order: number,
  gap: Gap,
): number | undefined {
  let [before, after] = [
    kept,
    Number.isFinite(missing) ? missing : Math.sign(missing) * Number.MAX_VALUE,
  ]
  for (;;) {
    const middle = before / 2 + after / 2
    if (middle === before || middle === after) return undefined
    const sign = signAt(middle, gap)
    if (sign !== undefined && sign !== order) return firstTurned(before, middle, order, gap)
    if (sign === undefined) after = middle
    else before = middle
  }
}
