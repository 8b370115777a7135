import { ask } from './ask.ts'
import { faultsOf, type Fault } from './faults.ts'
import { faultsOfDraws, modelIn, valuesIn, type Draws } from './draws.ts'
import { chosenOf, indexOf, type Indexed } from './indexed.ts'
import type { Model } from './model.ts'
import type { Failed, Limits, Solve } from './program.ts'
import { isProven } from './proof.ts'
import { wilson, zOf } from '../wilson.ts'
import { topFor, topOf } from './top.ts'

/** In how many of the best sets an option is. */
export interface Standing {
  readonly option: string
  readonly times: number
  /** Of the draws that were looked at, 0 to 1. */
  readonly share: number
  /** 95 % interval of the share for all draws that might be made (Wilson 1927). */
  readonly low: number
  readonly high: number
}

export type Robustness =
  | {
      readonly is: 'robustness'
      /** Each option of the model, sorted by id. */
      readonly standings: readonly Standing[]
      /** So many draws were looked at, and so many of their sets are proven only to within the gap asked. */
      readonly looked: number
      readonly unproven: number
      /** In so many draws the whole set was the one given; 0 where none was given. */
      readonly same: number
      /** In so many draws no set kept all rules and limits; they are not among those looked at. */
      readonly impossible: number
      /** False where the time was over first. */
      readonly isWhole: boolean
    }
  | { readonly is: 'infeasible' }
  | { readonly is: 'faulty'; readonly faults: readonly Fault[] }
  | Failed

/**
 * How often each option is in the best set when values, and costs where they are drawn, are what they are in a draw. Where all open options
 * cost the same and only limits bind, every draw is looked at and no solver is asked; elsewhere at most
 * `most` draws, evenly apart, each begun from the last set.
 * @param most 50 to 200 is usual: with 100 the interval of a share of one half is 0.40 to 0.60.
 * @param mayGoOn asked before each draw that takes a solver.
 */
export async function robustness(
  model: Model,
  draws: Draws,
  solve: Solve,
  limits: Limits,
  given: {
    readonly most: number
    readonly set?: readonly string[]
    readonly mayGoOn?: () => boolean
  },
): Promise<Robustness> {
  const faults = [...faultsOf(model), ...faultsOfDraws(model, draws)]
  if (faults.length > 0) return { is: 'faulty', faults }
  const indexed = indexOf(model)
  const tally = tallyOf(indexed, given.set)
  const top = draws.costs === undefined ? topOf(indexed) : undefined
  if (top !== undefined) {
    for (let draw = 0; draw < draws.count; draw++)
      count(tally, topFor(top, valuesIn(indexed, draws, draw)))
    return standing(indexed, tally, draws.count)
  }
  const picked = evenly(draws.count, given.most)
  let last = given.set ?? []
  for (const draw of picked) {
    if (given.mayGoOn?.() === false) break
    const values = valuesIn(indexed, draws, draw)
    const objective = (id: string): number => values[indexed.at.get(id) ?? -1] ?? 0
    const asked = { model: modelIn(model, draws, draw), objective, starts: [last] }
    const found = await ask(asked, solve, limits)
    if (found.is === 'failed') return found
    if (found.is === 'infeasible') {
      if (draws.costs === undefined) return found
      tally.impossible++
      continue
    }
    if (found.is === 'undecided') continue
    last = found.chosen
    const chosen = chosenOf(indexed, found.chosen)
    count(tally, chosen)
    if (!isProven(found.value, found.bound, values, chosen)) tally.unproven++
  }
  return standing(indexed, tally, picked.length)
}

interface Tally {
  readonly times: Int32Array
  readonly set: Uint8Array | undefined
  looked: number
  same: number
  unproven: number
  impossible: number
}

const tallyOf = (given: Indexed, set: readonly string[] | undefined): Tally => ({
  times: new Int32Array(given.ids.length),
  set: set === undefined ? undefined : chosenOf(given, set),
  looked: 0,
  same: 0,
  unproven: 0,
  impossible: 0,
})

function count(tally: Tally, chosen: Uint8Array): void {
  tally.looked++
  let isSame = tally.set !== undefined
  chosen.forEach((one, option) => {
    if (one === 1) tally.times[option] = (tally.times[option] ?? 0) + 1
    if (tally.set?.[option] !== one) isSame = false
  })
  if (isSame) tally.same++
}

/** The middles of so many equal stretches; all, where there are no more. */
const evenly = (of: number, most: number): readonly number[] =>
  of <= most
    ? Array.from({ length: of }, (_, at) => at)
    : Array.from({ length: most }, (_, at) => Math.floor(((at + 0.5) * of) / most))

function standing(given: Indexed, tally: Tally, asked: number): Robustness {
  const { looked, same, unproven, impossible } = tally
  return {
    is: 'robustness',
    standings: given.ids.map((option, at) => {
      const times = tally.times[at] ?? 0
      return {
        option,
        times,
        share: looked === 0 ? 0 : times / looked,
        ...wilson(times, looked, zOf[95]),
      }
    }),
    looked,
    unproven,
    same,
    impossible,
    isWhole: looked + impossible === asked,
  }
}
