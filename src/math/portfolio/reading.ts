import { chosenOf, idsOf, indexOf, sumOf } from './indexed.ts'
import type { Model } from './model.ts'

/** A set as it stands, allowed or not: what it brings and what it spends. */
export interface Reading {
  /** Sorted by id; ids that the model does not know are left aside. */
  readonly chosen: readonly string[]
  readonly value: number
  /** In the order of the model's capacities. */
  readonly use: readonly Use[]
}

export interface Use {
  readonly capacity: string
  readonly used: number
  readonly limit: number
  /** Below 0 where the set takes more than there is. */
  readonly left: number
  /** `used` as part of the limit; 0 where nothing is used. */
  readonly share: number
}

export function readingOf(model: Model, ids: Iterable<string>): Reading {
  const given = indexOf(model)
  const chosen = chosenOf(given, ids)
  const spendings = new Map(given.capacities.map((spending) => [spending.id, spending]))
  return {
    chosen: idsOf(given, chosen),
    value: sumOf(given.values, chosen),
    use: model.capacities.map(({ id, limit }) => {
      const used = sumOf(spendings.get(id)?.costs ?? new Float64Array(), chosen)
      return { capacity: id, used, limit, left: limit - used, share: used === 0 ? 0 : used / limit }
    }),
  }
}
