import type { Answer } from '../../../../math/portfolio/answer.ts'
import type { Solve } from '../../../../math/portfolio/program.ts'
import { robustness } from '../../../../math/portfolio/robustness.ts'
import { allFunctions, type AskedPortfolio } from './asked.ts'
import { roughLimitsFor } from './limits.ts'
import type { Posed } from './model.ts'
import { drawsOf, isCertain } from './weigh.ts'

/**
 * - `counted`: enough draws were solved for shares to say something.
 * - `certain`: nothing is said as a range, so every draw is the same.
 * - `out-of-time`: the time was over before enough of them were solved.
 * - `rarely-possible`: in so few of them any set keeps all rules.
 */
type Told = 'counted' | 'certain' | 'out-of-time' | 'rarely-possible'

/** How often each idea is in the best set when values and costs come as they may. */
export interface Sureness {
  readonly is: Told
  /**
   * By idea: the share of the draws, with its interval at 95 % for all that might be drawn (Wilson 1927).
   * None where it is not counted.
   */
  readonly ideas: readonly InBest[]
  /** So many draws were solved, and in so many of them the best set was this very one. */
  readonly draws: number
  readonly same: number
  /** In so many draws no set keeps all rules. */
  readonly impossible: number
}

export interface InBest {
  readonly id: string
  readonly share: number
  readonly low: number
  readonly high: number
}

/** Enough for an interval of 0.40 to 0.60 around one half. */
const mostSolved = 100

/** With fewer, the interval around one half is wider than 0.33 to 0.67: a share would be read as more than it is. */
const fewestSolved = 30

/** Null where it could not be worked out. */
export async function surenessOf(
  asked: AskedPortfolio,
  given: Posed,
  answer: Answer,
  solve: Solve,
  mayGoOn: () => boolean,
): Promise<Sureness | null> {
  const { weights, model } = given
  if (isCertain(weights)) return { is: 'certain', ideas: [], draws: 0, same: 0, impossible: 0 }
  const { values, takes } = drawsOf(weights, asked)
  const all = new Float64Array(values.length)
  for (const amounts of takes.values())
    for (let at = 0; at < all.length; at += 1) all[at] = (all[at] ?? 0) + (amounts[at] ?? 0)
  const told = await robustness(
    model,
    {
      ids: weights.map(({ id }) => id),
      count: asked.draws,
      values,
      costs: [...takes, [allFunctions, all] as const].map(([capacity, amounts]) => ({
        capacity,
        amounts,
      })),
    },
    solve,
    roughLimitsFor(model.options.length, 0.5),
    { most: mostSolved, set: answer.chosen, mayGoOn },
  )
  if (told.is !== 'robustness') return null
  const { looked: draws, same, impossible, standings, isWhole } = told
  if (draws < fewestSolved)
    return { is: isWhole ? 'rarely-possible' : 'out-of-time', ideas: [], draws, same, impossible }
  const ideas = standings.map(({ option, share, low, high }) => ({ id: option, share, low, high }))
  return { is: 'counted', ideas, draws, same, impossible }
}
