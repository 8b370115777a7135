import { ranking } from '../../../math/rank-probabilities.ts'
import { candidatesOf, isUncertain, scoreDraws, type Chance } from './candidates.ts'
import type { Weighed } from './factors.ts'
import { foremost, type Beyond } from './foremost.ts'
import type { PlannedTest } from './planned-test.ts'
import { worthLearning, type Learn } from './worth-learning.ts'

/** What the order of ideas is asked for. Plain data, so that a worker can answer. */
export interface AskedOrder extends Chance {
  readonly ideas: readonly Weighed[]
  readonly estimates: readonly Weighed[]
  /** How many can be done: the place of the cut. */
  readonly top: number
  /** What is planned to be tested, to be told what it would be worth. */
  readonly tests?: readonly PlannedTest[]
}

/** Where an idea stands, and how sure that is. Scores in the unit of RICE, chances from 0 to 1. */
export interface Standing {
  readonly id: string
  /** By expected score; equals share it. */
  readonly place: number
  readonly expected: number
  /** The score lies between these eight times in ten. */
  readonly low: number
  readonly high: number
  readonly first: number
  readonly inTop: number
  /** So does the rank. */
  readonly bestRank: number
  readonly worstRank: number
  /** Which group it is in, from 0: within one, ideas cannot be told apart from the first. */
  readonly group: number
}

/** How much more the first idea outside must be worth to come in, and what that would take, one factor alone. */
export interface Flip {
  readonly enters: string
  readonly leaves: string
  /** 1.2: a fifth more than it is held to be worth. */
  readonly by: number
}

export interface Certainty extends Chance {
  readonly top: number
  readonly standings: readonly Standing[]
  /** Of more ideas than are weighed whole, the others. */
  readonly beyond: readonly Beyond[]
  readonly learn: Learn
  /** Null where everything fits, or nothing has a score. */
  readonly flip: Flip | null
}

/** Eight times in ten. */
const level = 0.8

/** The first of a group beats each of the rest less often than this. */
const apart = 0.8

/** How many ideas are weighed whole at most. */
const mostWeighed = 1_000

/**
 * How sure the order of ideas is, what to learn before choosing, and what would change the choice; null where every
 * number is a point, so that there is nothing to be unsure of. The choice is
 * that of the `top` ideas with the largest expected scores, each for itself; the methods are named in
 * `math/rank-probabilities.ts` and `math/information`.
 */
export function certaintyOf(asked: AskedOrder): Certainty | null {
  const { ideas, estimates, top, seed, draws } = asked
  const { weighed: candidates, beyond } = foremost(
    candidatesOf(ideas, estimates),
    mostWeighed,
    seed,
  )
  if (candidates.every(({ factors: of }) => !Object.values(of).some(isUncertain))) return null
  const scores = scoreDraws(candidates, asked)
  const { standings, groups } = ranking(scores, { top, level, apart })
  const groupOf = new Map(groups.flatMap(({ options }, at) => options.map((one) => [one, at])))
  const doubts = new Map(standings.map(({ option, inTop }) => [option, inTop.p * (1 - inTop.p)]))
  const idOf = (option: number): string => candidates[option]?.id ?? ''
  return {
    seed,
    draws,
    top,
    standings: standings.map((one) => ({
      id: idOf(one.option),
      place: one.place,
      expected: one.expected,
      low: one.low,
      high: one.high,
      first: one.first.p,
      inTop: one.inTop.p,
      bestRank: one.bestRank,
      worstRank: one.worstRank,
      group: groupOf.get(one.option) ?? 0,
    })),
    beyond,
    learn: worthLearning(
      { candidates, top, seed, draws, tests: asked.tests ?? [] },
      scores,
      (option) => doubts.get(option) ?? 0,
    ),
    flip: flipAt(
      standings.map(({ option, expected }) => ({ id: idOf(option), expected })),
      top,
    ),
  }
}

/** A score is a product, so the same share more of any one factor, or less effort, lifts it by that share. */
function flipAt(
  order: readonly { readonly id: string; readonly expected: number }[],
  top: number,
): Flip | null {
  const [last, next] = [order[top - 1], order[top]]
  if (last === undefined || next === undefined || !(next.expected > 0)) return null
  return { enters: next.id, leaves: last.id, by: last.expected / next.expected }
}
