import type { Indexed } from './indexed.ts'
import { evenScale, leastForSolver, roomForSolver } from './rounding.ts'

/**
 * A question to a solver of mixed-integer programs: of all columns that are 0 or 1 and keep the rows, those
 * with the largest objective. Numbers only: no name is in it that could be read as something else, and
 * every amount is the double it was, scaled by a power of two.
 */
export interface Program {
  /** By column, to be made as large as possible; 0 where the column is settled. */
  readonly objective: Float64Array
  /** What the settled columns bring, in the same unit: a gap is a part of both together. */
  readonly settled: number
  /** By column: 0 or 1. Where both are the same, the column is settled. */
  readonly lower: Float64Array
  readonly upper: Float64Array
  /** By row; infinite where there is no such bound. */
  readonly rowLower: Float64Array
  readonly rowUpper: Float64Array
  /** The rows one after the other: where each begins (one more than rows), its columns, its coefficients. */
  readonly starts: Int32Array
  readonly columns: Int32Array
  readonly coefficients: Float64Array
  /** An assignment that keeps all rows, to begin from; empty where none is known. */
  readonly start: Float64Array
}

/** When a solver may stop. */
export interface Limits {
  readonly seconds: number
  /** The part of the value by which the bound may still be above it: 0.001 is a tenth of a percent. */
  readonly gap: number
}

export type Solved =
  | {
      readonly is: 'solved'
      /** By column; undefined where nothing was found in the time. */
      readonly assignment: Float64Array | undefined
      /** No assignment has a larger objective; `Infinity` where nothing is known. */
      readonly bound: number
    }
  | { readonly is: 'infeasible' }
  | Failed

/** The solver came to no answer, and that says nothing about the question. */
export interface Failed {
  readonly is: 'failed'
  readonly failure: Failure
  /** For a log, in the solver's own words. */
  readonly says: string
}

export type Failure =
  /** It broke down. */
  | 'crashed'
  /** It did not stop when it had to, and was ended. */
  | 'overtime'
  /** It would not take the question. */
  | 'refused'
  /** Too many questions wait already. */
  | 'busy'
  /** It was shut down. */
  | 'closed'
  /** What it said is not so. */
  | 'wrong'

/** Answers a program. It never throws: what goes wrong is a `Failed`. */
export type Solve = (program: Program, limits: Limits) => Promise<Solved>

/** Σ coefficient × column lies from `atLeast` to `atMost`. */
export interface Row {
  readonly entries: readonly (readonly [column: number, coefficient: number])[]
  readonly atLeast: number
  readonly atMost: number
}

export interface Question {
  readonly given: Indexed
  /** By option: 1 is in, 0 is out, -1 is open. */
  readonly state: Int8Array
  /** By option, to be made as large as possible. */
  readonly objective: Float64Array
  /** Beyond those of the model. */
  readonly rows: readonly Row[]
  readonly start: Uint8Array | undefined
}

export interface Asking {
  readonly program: Program
  /** What the objective of the question is for one of the program. */
  readonly inAll: (objective: number) => number
}

/** Only what is open counts in the objective of the program, so that what is settled cannot drown it. */
export function programOf(question: Question): Asking {
  const { given, state, start } = question
  const rows = [...rowsOf(given, state), ...question.rows]
  const sizes = rows.map(({ entries }) => entries.length)
  const starts = new Int32Array(rows.length + 1)
  for (const [at, size] of sizes.entries()) starts[at + 1] = (starts[at] ?? 0) + size
  // Solvers measure with absolute yardsticks of about a millionth: the largest value becomes about a thousand.
  const open = question.objective.map((value, option) => (state[option] === -1 ? value : 0))
  const settled = question.objective.reduce(
    (sum, value, option) => (state[option] === 1 ? sum + value : sum),
    0,
  )
  const scale = 1024 * evenScale(largestOf(open))
  return {
    inAll: (objective) => settled + objective / scale,
    program: {
      objective: open.map((value) => value * scale),
      settled: settled * scale,
      lower: Float64Array.from(state, (one) => (one === 1 ? 1 : 0)),
      upper: Float64Array.from(state, (one) => (one === 0 ? 0 : 1)),
      rowLower: Float64Array.from(rows, ({ atLeast }) => atLeast),
      rowUpper: Float64Array.from(rows, ({ atMost }) => atMost),
      starts,
      columns: Int32Array.from(rows.flatMap(({ entries }) => entries.map(([column]) => column))),
      coefficients: Float64Array.from(rows.flatMap(({ entries }) => entries.map(([, one]) => one))),
      start: start === undefined ? new Float64Array() : Float64Array.from(start),
    },
  }
}

const nothing = Number.NEGATIVE_INFINITY
const anything = Number.POSITIVE_INFINITY

/** What is out stays out of the amounts too: its cost may be beyond all that a solver can weigh. */
function rowsOf(given: Indexed, state: Int8Array): readonly Row[] {
  const open = (amounts: Float64Array): Float64Array =>
    amounts.map((amount, option) => (state[option] === 0 ? 0 : amount))
  return [
    ...given.capacities.flatMap(({ limit, costs }) => {
      if (costs.reduce((sum, cost) => sum + cost, 0) <= limit) return []
      const scale = evenScale(limit)
      const entries = entriesOf(open(costs), scale)
      return [{ entries, atLeast: nothing, atMost: roomForSolver(limit) * scale }]
    }),
    ...given.requirements.map(({ option, anyOf }) => ({
      entries: [[option, 1] as const, ...anyOf.map((other) => [other, -1] as const)],
      atLeast: nothing,
      atMost: 0,
    })),
    ...given.exclusives.map((exclusive) => ({
      entries: exclusive.map((option) => [option, 1] as const),
      atLeast: nothing,
      atMost: 1,
    })),
    ...given.counts.map(({ members, atLeast }) => ({
      entries: members.map((option) => [option, 1] as const),
      atLeast,
      atMost: anything,
    })),
    ...given.shares.map(({ members, capacity, atLeast }) => {
      const costs = open(given.capacities[capacity]?.costs ?? new Float64Array())
      const least = leastForSolver(atLeast)
      const net = costs.map((cost, option) => cost * ((members.has(option) ? 1 : 0) - least))
      return { entries: entriesOf(net, evenScale(largestOf(net))), atLeast: 0, atMost: anything }
    }),
  ]
}

/** The largest magnitude. */
export const largestOf = (amounts: Float64Array): number =>
  amounts.reduce((most, amount) => Math.max(most, Math.abs(amount)), 0)

export function entriesOf(
  amounts: Float64Array,
  scale: number,
): readonly (readonly [number, number])[] {
  const entries: (readonly [number, number])[] = []
  amounts.forEach((amount, option) => {
    if (amount !== 0) entries.push([option, amount * scale])
  })
  return entries
}
