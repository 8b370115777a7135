import type { Indexed } from './indexed.ts'
import { roomOf } from './rounding.ts'
import { settle } from './settle.ts'

/**
 * Where all that is open costs the same and only limits bind, the best set is no puzzle: what is settled, and
 * then the options with the largest values above 0, as many as fit.
 */
export interface Top {
  /** By option: 1 is in, 0 is out, -1 is open. */
  readonly state: Int8Array
  /** How many of the open ones fit. */
  readonly room: number
}

/** Undefined where the model is not of this kind. */
export function topOf(given: Indexed): Top | undefined {
  if (given.requirements.length > 0 || given.exclusives.length > 0) return undefined
  if (given.counts.length > 0 || given.shares.length > 0) return undefined
  const { state, isImpossible } = settle(given)
  if (isImpossible) return undefined
  const open = given.ids.flatMap((_, option) => (state[option] === -1 ? [option] : []))
  let room = open.length
  for (const { limit, costs } of given.capacities) {
    const cost = costs[open[0] ?? 0] ?? 0
    if (open.some((option) => costs[option] !== cost)) return undefined
    if (cost === 0) continue
    const used = costs.reduce((sum, one, option) => (state[option] === 1 ? sum + one : sum), 0)
    room = Math.min(room, Math.floor((roomOf(limit) - used) / cost))
  }
  return { state, room }
}

/** The best set for these values, by option. Of equal values, the one that comes first. */
export function topFor(top: Top, values: Float64Array): Uint8Array {
  const chosen = Uint8Array.from(top.state, (one) => (one === 1 ? 1 : 0))
  const brings = values.filter((value, option) => top.state[option] === -1 && value > 0)
  const size = Math.min(top.room, brings.length)
  if (size === 0) return chosen
  brings.sort()
  const least = brings[brings.length - size] ?? 0
  let equals = size - brings.reduce((sum, value) => (value > least ? sum + 1 : sum), 0)
  values.forEach((value, option) => {
    if (top.state[option] !== -1 || value < least) return
    if (value === least && equals-- <= 0) return
    chosen[option] = 1
  })
  return chosen
}
