import type { Solve } from '../../math/portfolio/program.ts'
import { solverHere } from './solver.ts'

/** HiGHS in the process of the test, as it runs in the thread. */
export const solveHere: Solve = async (program, limits) => (await solverHere())(program, limits)
