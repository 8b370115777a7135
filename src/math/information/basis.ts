import { levelsOf } from './cells.ts'
import type { Basis } from './conditional-means.ts'

/**
 * Functions of one input. Up to ten distinct values: a line, then a mean for each value. More: a line, then
 * a cubic spline with knots at the median, the quartiles and the eighths (kernel of Gu 2002; Wood 2006,
 * 3.2.1), so that a stage keeps all functions of the one before it.
 * `sorted` are the same values, ascending.
 */
export function basisOfOne(values: Float64Array, sorted: Float64Array): Basis {
  const levels = levelsOf(sorted, fewLevels)
  const scaled = scaledOf(values, sorted)
  if (levels.length <= fewLevels) {
    const means = levels.slice(2).map((level) => values.map((value) => (value === level ? 1 : 0)))
    return orthonormal([[scaled], means], values.length)
  }
  const low = sorted[0] ?? 0
  const range = (sorted[sorted.length - 1] ?? 0) - low
  const knotsAt = (shares: readonly number[]): readonly Float64Array[] =>
    shares.map((share) => {
      const knot = ((sorted[Math.floor(share * sorted.length)] ?? 0) - low) / range
      const bent = new Float64Array(values.length)
      for (let draw = 0; draw < values.length; draw += 1)
        bent[draw] = kernel(((values[draw] ?? 0) - low) / range, knot)
      return bent
    })
  return orthonormal([[scaled], ...knots.map(knotsAt)], values.length)
}

/**
 * Functions of several inputs together: all their products up to a degree, of at most 36 terms and at most
 * degree 4; from eight inputs on, lines only. Throws a RangeError for more than 35 inputs.
 */
export function basisOfSeveral(inputs: readonly Float64Array[]): Basis {
  if (inputs.length >= mostTerms) throw new RangeError('At most 35 inputs are weighed together.')
  const draws = inputs[0]?.length ?? 0
  const scaled = inputs.map((values) => scaledOf(values, values.toSorted()))
  let terms: readonly Term[] = [{ product: new Float64Array(draws).fill(1), last: 0 }]
  const degrees: (readonly Float64Array[])[] = []
  let count = 1
  for (let degree = 1; degree <= mostDegrees; degree += 1) {
    terms = terms.flatMap(({ product, last }) =>
      scaled.slice(last).map((values, step) => ({
        product: product.map((value, draw) => value * (values[draw] ?? 0)),
        last: last + step,
      })),
    )
    count += terms.length
    if (count > mostTerms) break
    degrees.push(terms.map(({ product }) => product))
  }
  return orthonormal(degrees, draws)
}

interface Term {
  readonly product: Float64Array
  /** The last input in it: only that one and later ones are multiplied in, so that each product comes once. */
  readonly last: number
}

const fewLevels = 10
const mostTerms = 36
const mostDegrees = 4
const knots = [[1 / 2], [1 / 4, 3 / 4], [1 / 8, 3 / 8, 5 / 8, 7 / 8]] as const

function scaledOf(values: Float64Array, sorted: Float64Array): Float64Array {
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0
  let squares = 0
  for (const value of values) squares += (value - middle) ** 2
  const spread = Math.sqrt(squares / values.length)
  return spread > 0 ? values.map((value) => (value - middle) / spread) : values.map(() => 0)
}

function kernel(value: number, knot: number): number {
  const apart = Math.abs(value - knot) - 0.5
  const square = apart * apart
  const ends = ((knot - 0.5) ** 2 - 1 / 12) * ((value - 0.5) ** 2 - 1 / 12)
  return ends / 4 - (square * square - square / 2 + 7 / 240) / 24
}

/**
 * Modified Gram and Schmidt: once is enough, as the regression takes the columns as they have become. A
 * column that the earlier ones already say is left out.
 */
function orthonormal(stages: readonly (readonly Float64Array[])[], draws: number): Basis {
  const most = 1 + stages.reduce((count, columns) => count + columns.length, 0)
  const columns = new Float64Array(most * draws).fill(1, 0, draws)
  const kept = [columns.subarray(0, draws)]
  const ends = [1]
  for (const added of stages) {
    for (const column of added) {
      const own = columns.subarray(kept.length * draws, (kept.length + 1) * draws)
      own.set(column)
      const before = dot(own, own)
      for (const other of kept) add(own, other, -dot(own, other) / draws)
      const length = dot(own, own)
      if (length <= 1e-18 * before) continue
      add(own, own, Math.sqrt(draws / length) - 1)
      kept.push(own)
    }
    if (kept.length > (ends[ends.length - 1] ?? 0)) ends.push(kept.length)
  }
  return { draws, width: kept.length, columns, stages: ends }
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let draw = 0; draw < one.length; draw += 1) sum += (one[draw] ?? 0) * (other[draw] ?? 0)
  return sum
}

/** own + times · other, in place of own. */
function add(own: Float64Array, other: Float64Array, times: number): void {
  for (let draw = 0; draw < own.length; draw += 1)
    own[draw] = (own[draw] ?? 0) + times * (other[draw] ?? 0)
}
