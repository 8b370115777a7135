import { finite, type Fault } from './faults.ts'
import type { Indexed } from './indexed.ts'
import type { Model } from './model.ts'

/** Values over draws. In one draw all options stand in the same world: draws are common to them. */
export interface Draws {
  /** Options whose value is drawn; the others keep the value of the model. */
  readonly ids: readonly string[]
  /** Draws of each option. */
  readonly count: number
  /** All draws of the first id, then all of the second: ids × count. */
  readonly values: Float64Array
  /** What they take of these capacities in each draw, laid out alike; of others what the model says. */
  readonly costs?: readonly DrawnCosts[]
}

export interface DrawnCosts {
  readonly capacity: string
  /** 0 or more: ids × count. */
  readonly amounts: Float64Array
}

export function faultsOfDraws(model: Model, draws: Draws): readonly Fault[] {
  const known = new Set(model.options.map(({ id }) => id))
  const capacities = new Set(model.capacities.map(({ id }) => id))
  const expected = draws.ids.length * draws.count
  if (draws.values.length !== expected)
    return [{ code: 'draws-missing', ids: [], params: { expected, given: draws.values.length } }]
  const costs = (draws.costs ?? []).flatMap(({ capacity, amounts }): readonly Fault[] => {
    if (!capacities.has(capacity))
      return [{ code: 'unknown-capacity', ids: [capacity], params: {} }]
    if (amounts.length !== expected)
      return [
        { code: 'draws-missing', ids: [capacity], params: { expected, given: amounts.length } },
      ]
    const amount = amounts.find((one) => !(one >= 0) || finite(one, []).length > 0)
    return amount === undefined
      ? []
      : [{ code: 'negative-cost', ids: [capacity], params: { amount } }]
  })
  const values = draws.ids.flatMap((id, at): readonly Fault[] => {
    if (!known.has(id)) return [{ code: 'unknown-option', ids: [id], params: {} }]
    if (draws.ids.indexOf(id) !== at) return [{ code: 'duplicate-option', ids: [id], params: {} }]
    const own = draws.values.subarray(at * draws.count, (at + 1) * draws.count)
    const draw = own.findIndex((value) => finite(value, [id]).length > 0)
    return draw === -1 ? [] : finite(own[draw] ?? 0, [id], { draw })
  })
  return [...costs, ...values]
}

/** The model with what options take in one draw. */
export function modelIn(model: Model, draws: Draws, draw: number): Model {
  const { costs } = draws
  if (costs === undefined) return model
  const rows = new Map(draws.ids.map((id, at) => [id, at]))
  const drawn = new Set(costs.map(({ capacity }) => capacity))
  return {
    ...model,
    options: model.options.map((option) => {
      const row = rows.get(option.id)
      if (row === undefined) return option
      const own = costs.map(({ capacity, amounts }) => ({
        capacity,
        amount: amounts[row * draws.count + draw] ?? 0,
      }))
      return {
        ...option,
        costs: [...option.costs.filter(({ capacity }) => !drawn.has(capacity)), ...own],
      }
    }),
  }
}

/** What each option is worth in one draw, in the order of the index. */
export function valuesIn(given: Indexed, draws: Draws, draw: number): Float64Array {
  const values = given.values.slice()
  draws.ids.forEach((id, at) => {
    values[given.at.get(id) ?? -1] = draws.values[at * draws.count + draw] ?? 0
  })
  return values
}
