import type { Chance } from '../candidates.ts'
import type { Estimated, Weighed } from '../factors.ts'

/** What a portfolio is asked for. Plain data, so that a worker can answer. */
export interface AskedPortfolio extends Chance {
  /** Ideas that stand for choice. */
  readonly ideas: readonly Weighed[]
  readonly estimates: readonly Estimated[]
  readonly costs: readonly CostSaid[]
  readonly capacities: readonly CapacitySaid[]
  readonly ties: readonly Tie[]
  /** Of these, at least a share of all that is spent. */
  readonly shares: readonly AskedShare[]
  readonly mustIds: readonly string[]
  readonly neverIds: readonly string[]
  /** How long all of it may take, in seconds; what is not worked out by then is left open. */
  readonly seconds: number
  /** Whose way in is asked for: all that are left out, these, or nobody's. */
  readonly enter: 'all' | readonly string[]
}

/** What an idea would take of one function, in person-months. */
export interface CostSaid {
  readonly ideaId: string
  readonly function: string
  readonly low: number | null
  readonly likely: number
  readonly high: number | null
}

/** What one function can do, in person-months; several of one function are added up. */
export interface CapacitySaid {
  readonly function: string
  readonly amount: number
}

/** The first depends on the second, or the two exclude each other. */
export interface Tie {
  readonly fromId: string
  readonly relation: 'depends-on' | 'excludes'
  readonly toId: string
}

export interface AskedShare {
  /** As it was said: a ref, or a period. */
  readonly name: string
  /** From 0 to 1. */
  readonly atLeast: number
  readonly ideaIds: readonly string[]
}

/** A function is the same however it is written. */
export const functionKey = (name: string): string => name.trim().toLocaleLowerCase('en')

/** Of an idea whose costs nobody said, the effort counts for this function. */
export const effortFunction = 'engineering'

/** The capacity that shares are asked of: all functions together. No function has an empty name. */
export const allFunctions = ''
