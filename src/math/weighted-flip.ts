import type { Bounds } from './bounds.ts'
import { flipAt, smallestFirst, type Flip } from './flip.ts'

/** Two options under a weighted sum: for each criterion its weight and what either has there. */
export interface WeightedPair {
  readonly weights: readonly number[]
  readonly first: readonly number[]
  readonly second: readonly number[]
}

/** A flip by the weight of a criterion, or by what the first or the second option has in it. */
export interface WeightedFlip extends Flip {
  readonly of: 'weight' | 'first' | 'second'
  readonly criterion: number
}

/** All single changes that swap the two, the relatively smallest first; empty where none does. */
export function weightedFlips(
  pair: WeightedPair,
  bounds: { readonly weight: Bounds; readonly value: Bounds },
): readonly WeightedFlip[] {
  return smallestFirst(
    pair.weights.flatMap((_, criterion) => [
      named(weightFlip(pair, criterion, bounds.weight), 'weight', criterion),
      named(valueFlip(pair, 'first', criterion, bounds.value), 'first', criterion),
      named(valueFlip(pair, 'second', criterion, bounds.value), 'second', criterion),
    ]),
  )
}

export interface WeightFlip extends Flip {
  /** `at` as a share of all weights; the others keep their proportions, so it flips a normalised sum too. */
  readonly share: number
}

/**
 * The weight of one criterion at which the two are equal, the other weights staying as they are, or undefined where
 * there is none within the bounds. The sum is linear in it: at = weight − (lead of the first) / (its lead there).
 */
export function weightFlip(
  pair: WeightedPair,
  criterion: number,
  bounds: Bounds,
): WeightFlip | undefined {
  const { weights, first, second } = pair
  const weight = weights[criterion] ?? 0
  const slope = (first[criterion] ?? 0) - (second[criterion] ?? 0)
  const flip = solved(weight, lead(pair), slope, bounds)
  if (flip === undefined) return undefined
  const all = weights.reduce((sum, one) => sum + one, 0)
  return { ...flip, share: flip.at / (all + flip.change) }
}

/** What one option would have to have in one criterion to be equal to the other; undefined where it cannot be. */
export function valueFlip(
  pair: WeightedPair,
  of: 'first' | 'second',
  criterion: number,
  bounds: Bounds,
): Flip | undefined {
  const weight = pair.weights[criterion] ?? 0
  return solved(pair[of][criterion] ?? 0, lead(pair), of === 'first' ? weight : -weight, bounds)
}

/**
 * What a factor or a divisor of a score would have to be for it to equal a rival's score; undefined where it cannot be.
 * Such a score is proportional to a factor, and inversely to a divisor.
 */
export function factorFlip(
  present: number,
  of: 'factor' | 'divisor',
  score: number,
  rival: number,
  bounds: Bounds,
): Flip | undefined {
  if (score === rival) return flipAt(present, present)
  return within(
    of === 'factor' ? present * (rival / score) : present * (score / rival),
    present,
    bounds,
  )
}

const named = (
  flip: Flip | undefined,
  of: WeightedFlip['of'],
  criterion: number,
): WeightedFlip | undefined => (flip === undefined ? undefined : { ...flip, of, criterion })

const lead = ({ weights, first, second }: WeightedPair): number =>
  weights.reduce((sum, weight, at) => sum + weight * ((first[at] ?? 0) - (second[at] ?? 0)), 0)

function solved(present: number, gap: number, slope: number, bounds: Bounds): Flip | undefined {
  if (gap === 0) return flipAt(present, present)
  return within(present - gap / slope, present, bounds)
}

const within = (at: number, present: number, { least, most }: Bounds): Flip | undefined =>
  Number.isFinite(at) && at >= least && at <= most ? flipAt(at, present) : undefined
