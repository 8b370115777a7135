import type { Solve } from '../../math/portfolio/program.ts'
import { runHighs } from '../../math/portfolio/highs.ts'
import { Broken } from './told.ts'

/**
 * The solver of portfolios in this very thread: HiGHS in WebAssembly, loaded in a tenth of a second when it is
 * first asked for. It blocks while it solves; where it breaks down it throws `Broken`, since WebAssembly
 * that was aborted cannot be trusted with anything more.
 */
export function solverHere(): Promise<Solve> {
  loading ??= load()
  return loading
}

let loading: Promise<Solve> | undefined

async function load(): Promise<Solve> {
  const { default: loadHighs } = await import('highs')
  const highs = await loadHighs()
  return async (program, limits) => {
    try {
      return runHighs(highs, program, limits, () => performance.now())
    } catch (error) {
      throw new Broken(error)
    }
  }
}
