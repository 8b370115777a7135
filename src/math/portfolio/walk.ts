import type { Program } from './program.ts'

/** An assignment that keeps all rows, and what is needed to change it column by column. */
export interface Walk {
  readonly program: Program
  /** 0 or 1 by column. */
  readonly assignment: Float64Array
  /** By row: the sum of its coefficients of the columns that are 1. */
  readonly activity: Float64Array
  /** The matrix by column: where each begins, its rows, its coefficients. */
  readonly begins: Int32Array
  readonly rows: Int32Array
  readonly coefficients: Float64Array
}

/** Undefined where the assignment is none or breaks a row. */
export function walkFrom(program: Program, assignment: Float64Array): Walk | undefined {
  const { lower, upper, rowLower } = program
  if (assignment.length !== lower.length) return undefined
  if (assignment.some((one, at) => one < (lower[at] ?? 0) || one > (upper[at] ?? 0)))
    return undefined
  const walk: Walk = {
    program,
    assignment: assignment.slice(),
    activity: new Float64Array(rowLower.length),
    ...byColumn(program),
  }
  assignment.forEach((one, column) => {
    if (one === 1) shift(walk, column, 1)
  })
  return rowLower.every((_, row) => isKept(walk, row)) ? walk : undefined
}

/** Another that begins where this one stands. */
export const copyOf = (walk: Walk): Walk => ({
  ...walk,
  assignment: walk.assignment.slice(),
  activity: walk.activity.slice(),
})

/** The objective of where it stands. */
export const worthOf = ({ program, assignment }: Walk): number =>
  assignment.reduce((sum, one, column) => sum + one * (program.objective[column] ?? 0), 0)

/** Turns columns over: those that are 0 become 1, and those that are 1 become 0. */
export function turn(walk: Walk, columns: readonly number[]): void {
  for (const column of columns) {
    const one = walk.assignment[column] === 1 ? 0 : 1
    walk.assignment[column] = one
    shift(walk, column, one === 1 ? 1 : -1)
  }
}

/** Would all rows be kept if these columns were turned over? */
export function mayTurn(walk: Walk, columns: readonly number[]): boolean {
  for (const column of columns) shift(walk, column, walk.assignment[column] === 1 ? -1 : 1)
  const isFit = columns.every((column) => isKeptBy(walk, column))
  for (const column of columns) shift(walk, column, walk.assignment[column] === 1 ? 1 : -1)
  return isFit
}

function byColumn(program: Program): Pick<Walk, 'begins' | 'rows' | 'coefficients'> {
  const begins = new Int32Array(program.lower.length + 1)
  for (const column of program.columns) begins[column + 1] = (begins[column + 1] ?? 0) + 1
  for (let at = 1; at < begins.length; at++) begins[at] = (begins[at] ?? 0) + (begins[at - 1] ?? 0)
  const next = begins.slice()
  const rows = new Int32Array(program.columns.length)
  const coefficients = new Float64Array(program.columns.length)
  for (let row = 0; row + 1 < program.starts.length; row++)
    for (let at = program.starts[row] ?? 0; at < (program.starts[row + 1] ?? 0); at++) {
      const column = program.columns[at] ?? 0
      const place = next[column] ?? 0
      next[column] = place + 1
      rows[place] = row
      coefficients[place] = program.coefficients[at] ?? 0
    }
  return { begins, rows, coefficients }
}

function shift(walk: Walk, column: number, by: number): void {
  const { begins, rows, coefficients, activity } = walk
  for (let at = begins[column] ?? 0; at < (begins[column + 1] ?? 0); at++) {
    const row = rows[at] ?? 0
    activity[row] = (activity[row] ?? 0) + by * (coefficients[at] ?? 0)
  }
}

function isKeptBy(walk: Walk, column: number): boolean {
  const { begins, rows } = walk
  for (let at = begins[column] ?? 0; at < (begins[column + 1] ?? 0); at++)
    if (!isKept(walk, rows[at] ?? 0)) return false
  return true
}

function isKept({ activity, program }: Walk, row: number): boolean {
  const sum = activity[row] ?? 0
  return sum <= (program.rowUpper[row] ?? 0) && sum >= (program.rowLower[row] ?? 0)
}
