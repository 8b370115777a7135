import { settled } from './arithmetic.ts'
import { load } from './loops.ts'
import { columnAt, planOf, type Columns, type Plan } from './plan.ts'
import type { Expr } from './tree.ts'

/** One value for every draw, or a column with one for each. null and NaN are missing. */
export type Input = number | null | Float64Array

export interface Compiled {
  /** In the order in which their inputs are given. */
  readonly names: readonly string[]
  /**
   * Writes into `out`, for each draw up to its length, what `evaluate` gives for the inputs of that draw,
   * with NaN where it is missing; gives `out` back. What lies past the end of a column is missing.
   */
  readonly run: (inputs: readonly Input[], out: Float64Array) => Float64Array
}

/**
 * A formula for many draws of many rows. Each step of the formula goes over all draws of a row before the
 * next step does, so that a thousand draws stay in the nearest cache. The columns between the steps are
 * kept from one run to the next of the same length.
 */
export function compile(tree: Expr): Compiled {
  const plan = planOf(tree)
  let columns: Columns = []
  let length = -1
  return {
    names: plan.names,
    run: (inputs, out) => {
      if (out.length !== length) {
        length = out.length
        columns = columnsFor(plan, length)
      }
      columns[plan.result] = out
      plan.names.forEach((_, at) => give(inputs[at] ?? null, columnAt(columns, at)))
      for (const step of plan.steps) step(columns)
      return out
    },
  }
}

function columnsFor({ slots, constants }: Plan, length: number): Columns {
  const columns = Array.from({ length: slots }, () => new Float64Array(length))
  for (const [value, slot] of constants) columnAt(columns, slot).fill(value)
  return columns
}

function give(input: Input, column: Float64Array): void {
  if (input instanceof Float64Array) load(column, [input])
  else column.fill(settled(input ?? Number.NaN))
}
