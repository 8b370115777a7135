import { meanOf } from './mean-of.ts'

/**
 * What is expected of each option, once the inputs are known: least squares of utility on functions of
 * the inputs (Strong, Oakley and Brennan 2014). The functions are offered in stages, from a constant
 * upwards, and each option takes the stage with the least generalised cross-validation score
 * (Craven and Wahba 1979), so that an option that does not depend on the inputs is mostly seen as constant.
 */

/** Functions of the inputs in each draw, orthonormal over the draws; the first is the constant 1. */
export interface Basis {
  readonly draws: number
  readonly width: number
  /** Column after column: `columns[column * draws + draw]`. */
  readonly columns: Float64Array
  /** Numbers of columns at which one may stop, ascending, from 1 to `width`. */
  readonly stages: readonly number[]
}

/** What each column is multiplied by, up to the last that one option takes; the sum is the fitted value. */
export type Coefficients = Float64Array

/** The constant is the option's mean over all draws in each of these, so that they differ in shape only. */
export interface Fits {
  /** From all draws. */
  readonly whole: readonly Coefficients[]
  /** `without[part][option]`: from all draws but that part's. */
  readonly without: readonly (readonly Coefficients[])[]
}

/** `ends` are those of the parts in which the draws lie. */
export function fit(basis: Basis, utility: readonly Float64Array[], ends: readonly number[]): Fits {
  const grams = ends.map((end, part) => gramOf(basis, ends[part - 1] ?? 0, end))
  const gram = totalOf(grams)
  const solve = solverOf(basis, gram, basis.draws)
  const solvers = grams.map((own, part) => {
    const size = (ends[part] ?? 0) - (ends[part - 1] ?? 0)
    return solverOf(basis, difference(gram, own), basis.draws - size)
  })
  const centred = new Float64Array(basis.draws)
  const whole: Coefficients[] = []
  const without = ends.map((): Coefficients[] => [])
  for (const own of utility) {
    // The mean goes out first, so that squares of large numbers do not hide small differences.
    const mean = meanOf(own)
    for (let draw = 0; draw < own.length; draw += 1) centred[draw] = (own[draw] ?? 0) - mean
    const moments = momentsOf(basis, centred, ends)
    const all = totalOf(moments)
    whole.push(solve(all, mean))
    moments.forEach((part, at) =>
      without[at]?.push(solvers[at]?.(difference(all, part), mean) ?? all),
    )
  }
  return { whole, without }
}

/** Writes the fitted values in the draws `from` up to `to` to the start of `into`. */
export function valuesOf(
  basis: Basis,
  coefficients: Coefficients,
  from: number,
  to: number,
  into: Float64Array,
): void {
  const { draws, columns } = basis
  for (let draw = from; draw < to; draw += 1) {
    let sum = 0
    for (let column = 0, place = draw; column < coefficients.length; column += 1, place += draws)
      sum += (columns[place] ?? 0) * (coefficients[column] ?? 0)
    into[draw - from] = sum
  }
}

/** Products of the columns with each other over some draws: row after row, the lower half. */
function gramOf(basis: Basis, from: number, to: number): Float64Array {
  const { draws, width, columns } = basis
  const gram = new Float64Array(width * width)
  for (let row = 0; row < width; row += 1)
    for (let column = 0; column <= row; column += 1) {
      let sum = 0
      for (let draw = from; draw < to; draw += 1)
        sum += (columns[row * draws + draw] ?? 0) * (columns[column * draws + draw] ?? 0)
      gram[row * width + column] = sum
    }
  return gram
}

/** For each part, products of the columns with the utility, and last the utility's own squares. */
function momentsOf(
  basis: Basis,
  centred: Float64Array,
  ends: readonly number[],
): readonly Float64Array[] {
  const { draws, width, columns } = basis
  return ends.map((end, part) => {
    const from = ends[part - 1] ?? 0
    const moments = new Float64Array(width + 1)
    for (let column = 0; column < width; column += 1) {
      let sum = 0
      for (let draw = from, place = column * draws + from; draw < end; draw += 1, place += 1)
        sum += (columns[place] ?? 0) * (centred[draw] ?? 0)
      moments[column] = sum
    }
    let squares = 0
    for (let draw = from; draw < end; draw += 1) squares += (centred[draw] ?? 0) ** 2
    moments[width] = squares
    return moments
  })
}

type Solve = (moments: Float64Array, mean: number) => Coefficients

/**
 * By Cholesky's factor: its leading blocks are the factors of the smaller stages, so one forward
 * substitution gives what each of them leaves unexplained.
 */
function solverOf(basis: Basis, gram: Float64Array, draws: number): Solve {
  const { width, stages } = basis
  const factor = cholesky(gram, width, draws)
  return (moments, mean) => {
    const forward = new Float64Array(width)
    for (let row = 0; row < width; row += 1) {
      let sum = moments[row] ?? 0
      for (let column = 0; column < row; column += 1)
        sum -= (factor[row * width + column] ?? 0) * (forward[column] ?? 0)
      forward[row] = sum / (factor[row * width + row] ?? 1)
    }
    const stage = stageOf(stages, forward, moments[width] ?? 0, draws)
    const found = backward(factor, forward, width, stage)
    found[0] = mean
    return found
  }
}

/** Pivots that are nothing but rounding stand as infinite: their column then has no coefficient. */
function cholesky(gram: Float64Array, width: number, draws: number): Float64Array {
  const factor = new Float64Array(width * width)
  for (let row = 0; row < width; row += 1)
    for (let column = 0; column <= row; column += 1) {
      let sum = gram[row * width + column] ?? 0
      for (let inner = 0; inner < column; inner += 1)
        sum -= (factor[row * width + inner] ?? 0) * (factor[column * width + inner] ?? 0)
      const isPivot = row === column
      const pivot = sum > 1e-6 * draws ? Math.sqrt(sum) : Infinity
      factor[row * width + column] = isPivot ? pivot : sum / (factor[column * width + column] ?? 1)
    }
  return factor
}

function stageOf(
  stages: readonly number[],
  forward: Float64Array,
  squares: number,
  draws: number,
): number {
  let best = 1
  let least = Infinity
  let left = squares
  let column = 0
  for (const stage of stages) {
    for (; column < stage; column += 1) left -= (forward[column] ?? 0) ** 2
    if (stage > 1 && stage > draws / 4) break
    // What is left of the squares after an exact fit is rounding, and must not choose between stages.
    const unexplained = Math.max(left, 1e-12 * squares)
    const score = unexplained / (draws - stage) ** 2
    if (score < least) {
      least = score
      best = stage
    }
  }
  return best
}

function backward(
  factor: Float64Array,
  forward: Float64Array,
  width: number,
  stage: number,
): Coefficients {
  const found = new Float64Array(stage)
  for (let row = stage - 1; row >= 0; row -= 1) {
    let sum = forward[row] ?? 0
    for (let below = row + 1; below < stage; below += 1)
      sum -= (factor[below * width + row] ?? 0) * (found[below] ?? 0)
    found[row] = sum / (factor[row * width + row] ?? 1)
  }
  return found
}

function totalOf(parts: readonly Float64Array[]): Float64Array {
  const total = new Float64Array(parts[0]?.length ?? 0)
  for (const part of parts)
    for (let place = 0; place < total.length; place += 1)
      total[place] = (total[place] ?? 0) + (part[place] ?? 0)
  return total
}

function difference(all: Float64Array, part: Float64Array): Float64Array {
  const left = new Float64Array(all.length)
  for (let place = 0; place < all.length; place += 1)
    left[place] = (all[place] ?? 0) - (part[place] ?? 0)
  return left
}
