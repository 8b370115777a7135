import type { Highs } from 'highs'
import { improved } from './improve.ts'
import type { Limits, Program, Solved } from './program.ts'
import { boundBy, type Relaxation } from './relaxation.ts'

/** Milliseconds since whenever; only differences count. */
export type Clock = () => number

/**
 * Solves one program here and now by HiGHS (Huangfu and Hall 2018) in WebAssembly, which blocks while it does:
 * first its relaxation, and a good set from there; where that is not near
 * enough to the bound, by branch and cut from that set. What HiGHS will not take is `refused`; where it
 * breaks down, this throws, and after that it cannot be used again.
 */
export function runHighs(highs: Highs, program: Program, limits: Limits, clock: Clock): Solved {
  try {
    return solved(highs, program, limits, clock)
  } catch (error) {
    const { HighsError, HighsValidationError } = highs.errors
    if (error instanceof HighsError || error instanceof HighsValidationError)
      return { is: 'failed', failure: 'refused', says: error.message }
    throw error
  }
}

type Made = ReturnType<Highs['createModel']>

function solved(highs: Highs, program: Program, limits: Limits, clock: Clock): Solved {
  const begun = clock()
  const left = (): number => Math.max(0.01, limits.seconds - (clock() - begun) / 1000)
  const relaxation = relaxed(highs, program, limits)
  const bound =
    relaxation === undefined ? Number.POSITIVE_INFINITY : boundBy(program, relaxation.prices)
  const start =
    relaxation === undefined
      ? given(program.start)
      : improved(program, relaxation, enough(program, limits, bound), () => left() > 0.01)
  if (start !== undefined && worth(program, start) >= enough(program, limits, bound))
    return { is: 'solved', assignment: start, bound }
  const found = searched(highs, program, limits, start, left)
  if (found.is === 'failed') return found
  // A set that was seen to keep all rows is not argued away.
  if (found.is === 'infeasible')
    return start === undefined ? found : { is: 'solved', assignment: start, bound }
  return {
    is: 'solved',
    assignment: better(program, start, found.assignment),
    bound: Math.min(bound, found.bound),
  }
}

const given = (start: Float64Array): Float64Array | undefined =>
  start.length > 0 ? start : undefined

function better(
  program: Program,
  left: Float64Array | undefined,
  right: Float64Array | undefined,
): Float64Array | undefined {
  if (left === undefined || right === undefined) return left ?? right
  return worth(program, right) > worth(program, left) ? right : left
}

/** In the unit of the objective, where the largest value is about a thousand. */
const rounding = 1e-6

/** By how much the bound may be above an objective: a part of the whole value, with the settled columns. */
const nearEnough = (program: Program, limits: Limits, objective: number): number =>
  Math.max(rounding, limits.gap * Math.max(0, objective + program.settled))

/** What need not be surpassed where this is the bound. */
const enough = (program: Program, limits: Limits, bound: number): number =>
  Number.isFinite(bound) ? bound - nearEnough(program, limits, bound) : bound

const worth = ({ objective }: Program, assignment: Float64Array): number =>
  objective.reduce((sum, value, column) => sum + value * (assignment[column] ?? 0), 0)

/**
 * Without its presolve, which was seen to call programs infeasible that are not (two columns alike to the
 * eighth digit). That there is no answer is not believed here either: the search will say.
 */
function relaxed(highs: Highs, program: Program, limits: Limits): Relaxation | undefined {
  return highs.withModel(modelOf(highs, program), (made) => {
    made.options.set({
      output_flag: false,
      presolve: 'off',
      time_limit: limits.seconds,
      small_matrix_value: 1e-12,
    })
    made.run()
    if (made.getModelStatus() !== highs.constants.modelStatus.optimal) return undefined
    const { colValue, rowDual } = made.getSolution()
    return { assignment: colValue, prices: rowDual }
  })
}

/** By branch and cut. That there is no assignment is asked a second time, without presolve. */
function searched(
  highs: Highs,
  program: Program,
  limits: Limits,
  start: Float64Array | undefined,
  left: () => number,
): Solved {
  const { gap } = limits
  const found = branched(highs, program, { gap, seconds: left() }, start, 'choose')
  if (found.is !== 'infeasible') return found
  return branched(highs, program, { gap, seconds: left() }, start, 'off')
}

function branched(
  highs: Highs,
  program: Program,
  limits: Limits,
  start: Float64Array | undefined,
  presolve: 'choose' | 'off',
): Solved {
  const { integer } = highs.constants.variableType
  const integrality = new Int32Array(program.objective.length).fill(integer)
  return highs.withModel({ ...modelOf(highs, program), integrality }, (made): Solved => {
    made.options.set({
      output_flag: false,
      presolve,
      random_seed: 0,
      time_limit: limits.seconds,
      mip_rel_gap: start === undefined ? limits.gap : 0,
      mip_abs_gap:
        start === undefined ? rounding : nearEnough(program, limits, worth(program, start)),
      // Coefficients are near 1, so what is this small is a real cost and not noise.
      small_matrix_value: 1e-12,
      mip_feasibility_tolerance: 1e-9,
      primal_feasibility_tolerance: 1e-9,
      // Off unless asked for; on sets like ours they find good sets at the root that the search finds late.
      mip_heuristic_run_shifting: true,
      mip_heuristic_run_zi_round: true,
    })
    if (start !== undefined) made.setSolution({ colValue: start })
    made.run()
    return read(highs, made)
  })
}

function modelOf(highs: Highs, program: Program) {
  const [columns, rows] = [program.objective.length, program.rowLower.length]
  return {
    numCols: columns,
    numRows: rows,
    sense: highs.constants.objectiveSense.maximize,
    colCost: program.objective,
    colLower: program.lower,
    colUpper: program.upper,
    rowLower: program.rowLower,
    rowUpper: program.rowUpper,
    matrix: {
      format: 'csr' as const,
      numRows: rows,
      numCols: columns,
      starts: program.starts,
      indices: program.columns,
      values: program.coefficients,
    },
  }
}

function read(highs: Highs, made: Made): Solved {
  const status = made.getModelStatus()
  const { infeasible, unboundedOrInfeasible, optimal, timeLimit } = highs.constants.modelStatus
  // A program of columns from 0 to 1 cannot be unbounded.
  if (status === infeasible || status === unboundedOrInfeasible) return { is: 'infeasible' }
  if (status !== optimal && status !== timeLimit)
    return { is: 'failed', failure: 'refused', says: `HiGHS ended with status ${status}.` }
  return {
    is: 'solved',
    assignment: hasSolution(made) ? made.getSolution().colValue : undefined,
    bound: Number(made.info.get('mip_dual_bound')),
  }
}

const feasiblePoint = 2

const hasSolution = (made: Made): boolean =>
  made.info.get('primal_solution_status') === feasiblePoint
