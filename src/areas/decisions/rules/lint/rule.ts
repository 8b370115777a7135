import type { Held, Told } from './material.ts'
import type { About, Found } from './shape.ts'

/** A rule reads either what a browser holds, so that its marks come and go at once, or what only the server tells. */
export type Rule = HeldRule | ToldRule

export interface HeldRule extends About {
  readonly reads: 'held'
  readonly find: (material: Held) => readonly Found[]
}

export interface ToldRule extends About {
  readonly reads: 'told'
  readonly find: (material: Told) => readonly Found[]
}

export const heldRule = (made: Omit<HeldRule, 'reads'>): HeldRule => ({ ...made, reads: 'held' })
export const toldRule = (made: Omit<ToldRule, 'reads'>): ToldRule => ({ ...made, reads: 'told' })
