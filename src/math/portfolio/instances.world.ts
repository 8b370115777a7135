import type { Model } from './model.ts'

/** A multidimensional knapsack as the published sets write it. */
export interface Instance {
  readonly id: string
  readonly values: readonly number[]
  /** By budget, then by item. */
  readonly costs: readonly (readonly number[])[]
  readonly limits: readonly number[]
  readonly optimum: number
  readonly baselines: {
    readonly by_value: number
    readonly by_value_per_total_share: number
  }
}

export const modelOf = (instance: Pick<Instance, 'values' | 'costs' | 'limits'>): Model => ({
  options: instance.values.map((value, item) => ({
    id: `item ${item}`,
    value,
    costs: instance.costs.map((costs, budget) => ({
      capacity: `budget ${budget}`,
      amount: costs[item] ?? 0,
    })),
  })),
  capacities: instance.limits.map((limit, budget) => ({ id: `budget ${budget}`, limit })),
  groups: [],
  rules: [],
})

/** As Chu and Beasley (1998) make theirs: values follow costs, limits are a part of all costs. */
export function madeModel(
  size: number,
  budgets: number,
  requirements: number,
  seed: number,
): Model {
  const chance = chanceFrom(seed)
  const costs = Array.from({ length: budgets }, () =>
    Array.from({ length: size }, () => 1 + Math.floor(chance() * 1000)),
  )
  const values = Array.from({ length: size }, (_, item) =>
    Math.round(costs.reduce((sum, row) => sum + (row[item] ?? 0), 0) / budgets + 500 * chance()),
  )
  const limits = costs.map((row) => row.reduce((sum, cost) => sum + cost, 0) * 0.3)
  return {
    ...modelOf({ values, costs, limits }),
    rules: Array.from({ length: requirements }, () => ({
      is: 'requires' as const,
      option: `item ${Math.floor(chance() * size)}`,
      anyOf: [`item ${Math.floor(chance() * size)}`],
    })),
  }
}

/** Lehmer's generator as Park and Miller (1988) set it: the same for everybody. */
function chanceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
