import type { Program } from './program.ts'

/** The answer to a program whose columns may be anything from 0 to 1. */
export interface Relaxation {
  readonly assignment: Float64Array
  /** By row: what one more unit of its bound would bring. */
  readonly prices: Float64Array
}

/** What each column would bring beyond what it takes at these prices. */
export function reducedCosts(program: Program, prices: Float64Array): Float64Array {
  const reduced = program.objective.slice()
  for (let row = 0; row < prices.length; row++) {
    const price = usable(program, prices, row)
    for (let at = program.starts[row] ?? 0; at < (program.starts[row + 1] ?? 0); at++) {
      const column = program.columns[at] ?? 0
      reduced[column] = (reduced[column] ?? 0) - price * (program.coefficients[at] ?? 0)
    }
  }
  return reduced
}

/**
 * An objective that no assignment surpasses, whole or not: all that rows allow at these prices, and each
 * column where it brings most beyond them. It holds for any prices (weak duality), so that nobody need
 * believe where they come from; for those of the relaxation it is its objective.
 */
export function boundBy(program: Program, prices: Float64Array): number {
  let bound = 0
  for (let row = 0; row < prices.length; row++) {
    const price = usable(program, prices, row)
    if (price > 0) bound += price * (program.rowUpper[row] ?? 0)
    if (price < 0) bound += price * (program.rowLower[row] ?? 0)
  }
  reducedCosts(program, prices).forEach((beyond, column) => {
    bound += Math.max(beyond * (program.lower[column] ?? 0), beyond * (program.upper[column] ?? 0))
  })
  return bound
}

/** A price on a bound that is not there says nothing. */
function usable({ rowUpper, rowLower }: Program, prices: Float64Array, row: number): number {
  const price = prices[row] ?? 0
  return Number.isFinite(price > 0 ? rowUpper[row] : rowLower[row]) ? price : 0
}
