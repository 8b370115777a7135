import { ask, type Asked, type Found } from './ask.ts'
import { faultsOf, type Fault } from './faults.ts'
import { chosenOf, indexOf } from './indexed.ts'
import type { Model } from './model.ts'
import type { Failed, Limits, Solve } from './program.ts'
import { isProven } from './proof.ts'
import { readingOf, type Use } from './reading.ts'

/** A set that the model allows, and how good it is known to be. */
export interface Answer {
  /** Sorted by id. */
  readonly chosen: readonly string[]
  readonly value: number
  /** No set that the model allows has a larger value. */
  readonly bound: number
  /** What may be missing to the best set, as part of the larger of value and bound: 0 where it is the best. */
  readonly gap: number
  /** `optimal` only where that is proven, to within 1e-8 of the value: see `isProven`. */
  readonly proof: 'optimal' | 'within'
  readonly use: readonly Use[]
}

export type Outcome =
  | { readonly is: 'answer'; readonly answer: Answer }
  /** No set keeps all rules and limits: `conflictsOf` says why. */
  | { readonly is: 'infeasible' }
  /** The time was not enough to find any set. */
  | { readonly is: 'undecided' }
  /** The model cannot be read. */
  | { readonly is: 'faulty'; readonly faults: readonly Fault[] }
  | Failed

/**
 * The set with the largest value that keeps all rules and limits (a multidimensional knapsack with
 * dependencies; Kellerer, Pferschy and Pisinger 2004), with the proof that the solver gives. The order in
 * which the model names things changes nothing.
 * @param starts sets to begin from, such as the last answer; the answer is never worse than an allowed one.
 */
export async function choose(
  model: Model,
  solve: Solve,
  limits: Limits,
  starts: readonly (readonly string[])[] = [],
): Promise<Outcome> {
  const faults = faultsOf(model)
  if (faults.length > 0) return { is: 'faulty', faults }
  const asked: Asked = { model, starts }
  return outcomeOf(model, await ask(asked, solve, limits))
}

/** The set as an answer, with the bound that is known for the model. */
export function answerOf(model: Model, chosen: readonly string[], bound: number): Answer {
  const { value, use } = readingOf(model, chosen)
  const given = indexOf(model)
  if (isProven(value, bound, given.values, chosenOf(given, chosen)))
    return { chosen, value, bound: value, gap: 0, proof: 'optimal', use }
  const gap = (bound - value) / Math.max(Math.abs(value), Math.abs(bound))
  return { chosen, value, bound, gap, proof: 'within', use }
}

function outcomeOf(model: Model, found: Found): Outcome {
  if (found.is !== 'found') return found
  return { is: 'answer', answer: answerOf(model, found.chosen, found.bound) }
}
