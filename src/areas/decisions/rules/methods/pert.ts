import type { Inputs } from './scored.ts'

export type PertInput = 'low' | 'likely' | 'high'

export interface Pert {
  /** In the unit of the estimates; null while one is missing, and where they are not in order. */
  readonly mean: number | null
  readonly deviation: number | null
  readonly missing: readonly PertInput[]
  /** low ≤ likely ≤ high, as far as they are given. */
  readonly isInOrder: boolean
}

/**
 * Three-point estimate: mean (low + 4 · likely + high) ÷ 6, standard deviation (high − low) ÷ 6
 * (Malcolm, Roseboom, Clark and Fazar, Application of a technique for research and development
 * program evaluation, Operations Research 7, 1959).
 */
export function pert(inputs: Inputs<PertInput>): Pert {
  const missing = names.filter((name) => inputs[name] === null)
  const given = names.flatMap((name) => inputs[name] ?? [])
  const isInOrder =
    given.every(Number.isFinite) &&
    given.every((value, at) => at === 0 || (given[at - 1] ?? value) <= value)
  const { low, likely, high } = inputs
  if (!isInOrder || low === null || likely === null || high === null)
    return { mean: null, deviation: null, missing, isInOrder }
  return { mean: (low + 4 * likely + high) / 6, deviation: (high - low) / 6, missing, isInOrder }
}

const names = ['low', 'likely', 'high'] as const
