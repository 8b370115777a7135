import { indexOf } from './indexed.ts'
import type { Model } from './model.ts'
import type { Program, Question } from './program.ts'

/** What a model asks of a solver, with nothing settled but what must be in and may never be. */
export function questionOf(model: Model): Question {
  const given = indexOf(model)
  const state = new Int8Array(given.ids.length).fill(-1)
  for (const one of given.musts) state[one] = 1
  for (const one of given.nevers) state[one] = 0
  return { given, state, objective: given.values, rows: [], start: undefined }
}

/** Does an assignment keep bounds and rows, read as they stand? */
export function keeps(program: Program, assignment: readonly number[]): boolean {
  const isWithin = assignment.every(
    (one, at) => one >= (program.lower[at] ?? 0) && one <= (program.upper[at] ?? 0),
  )
  return (
    isWithin &&
    [...program.rowLower.keys()].every((row) => {
      let sum = 0
      for (let at = program.starts[row] ?? 0; at < (program.starts[row + 1] ?? 0); at++)
        sum += (program.coefficients[at] ?? 0) * (assignment[program.columns[at] ?? -1] ?? 0)
      return sum >= (program.rowLower[row] ?? 0) && sum <= (program.rowUpper[row] ?? 0)
    })
  )
}

/** All assignments of 0 and 1 that keep bounds and rows, for up to about 12 columns. */
export function keeping(program: Program): readonly (readonly number[])[] {
  const columns = [...program.objective.keys()]
  return [...Array(2 ** columns.length).keys()]
    .map((set) => columns.map((column) => (set >> column) & 1))
    .filter((assignment) => keeps(program, assignment))
}

export const worthOf = ({ objective }: Program, assignment: ArrayLike<number>): number =>
  objective.reduce((sum, value, column) => sum + value * (assignment[column] ?? 0), 0)
