import {
  cutAt,
  rankedOf,
  spreadOf,
  type Counted,
  type Ranked,
  type Ranking,
} from '../../../math/rank-probabilities.ts'
import { rankTally } from '../../../math/rank-tally.ts'
import { rowOf, scoredOf, type Scores } from '../../../math/scores.ts'
import { setChanges } from '../../../math/set-changes.ts'
import { finished, type Steps } from '../../../math/steps.ts'
import { candidatesOf, isUncertain, scoreDraws, type Candidate, type Chance } from './candidates.ts'
import type { Estimated, Weighed } from './factors.ts'
import { foremost, type Beyond, type Glances } from './foremost.ts'
import type { PlannedTest } from './planned-test.ts'
import { worthLearning, type Learn } from './worth-learning.ts'

/** What the order of ideas is asked for. Plain data, so that a worker can answer. */
export interface AskedOrder extends Chance {
  readonly ideas: readonly Weighed[]
  readonly estimates: readonly Estimated[]
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
  /** In which share of the draws another set than the first `top` is the best. */
  readonly changes: number
  /** Null where everything fits, or nothing has a score. */
  readonly flip: Flip | null
}

/** With what to learn before choosing. */
export interface Learnt extends Certainty {
  readonly learn: Learn
}

/** Eight times in ten. */
export const level = 0.8

/** The first of a group beats each of the rest less often than this. */
export const apart = 0.8

/** How many ideas are weighed whole at most. */
const mostWeighed = 1_000

/**
 * How sure the order of ideas is, and what would change the choice; null where every
 * number is a point, so that there is nothing to be unsure of. The choice is
 * that of the `top` ideas with the largest expected scores, each for itself; the methods are named in
 * `math/rank-probabilities.ts`.
 */
export function certaintyOf(asked: AskedOrder): Certainty | null {
  const weighing = weighingOf(asked)
  return weighing === null ? null : certaintyAt(weighing, asked.top)
}

/** The same, with what to learn before choosing; its methods are named in `math/information`. */
export function learntOf(asked: AskedOrder): Learnt | null {
  const weighing = weighingOf(asked)
  if (weighing === null) return null
  const certainty = certaintyAt(weighing, asked.top)
  return { ...certainty, learn: finished(learnSteps(weighing, certainty, asked.tests ?? [])) }
}

/** What stands for choice, as it is weighed. */
export interface Weighable {
  readonly candidates: readonly Candidate[]
  readonly beyond: readonly Beyond[]
}

/** Null where every number is a point. */
export function weighableOf(
  all: readonly Candidate[],
  seed: number,
  glances?: Glances,
): Weighable | null {
  const { weighed: candidates, beyond } = foremost(all, mostWeighed, seed, glances)
  return candidates.some(({ factors: of }) => Object.values(of).some(isUncertain))
    ? { candidates, beyond }
    : null
}

/** What was drawn of them: all that does not hang on how many can be done. */
export interface Weighing extends Weighable, Chance {
  readonly scores: Scores
  readonly ranked: Ranked
}

/** From what draws say of all candidates. */
export const weighingFrom = (
  weighable: Weighable,
  { seed, draws }: Chance,
  counted: Counted,
): Weighing => ({
  ...weighable,
  seed,
  draws,
  scores: counted.scores,
  ranked: rankedOf(counted, { level, apart }),
})

function weighingOf(asked: AskedOrder): Weighing | null {
  const weighable = weighableOf(candidatesOf(asked.ideas, asked.estimates), asked.seed)
  if (weighable === null) return null
  const scores = scoreDraws(weighable.candidates, asked)
  const { scored } = scoredOf(scores)
  const spreads = scored.map((option) => spreadOf(rowOf(scores, option), level))
  return weighingFrom(weighable, asked, { scores, tally: rankTally(scores, scored), spreads })
}

export function certaintyAt(weighing: Weighing, top: number): Certainty {
  const { candidates, beyond, scores, ranked, seed, draws } = weighing
  const cut = cutAt(ranked, top)
  const { standings } = cut
  const idOf = (option: number): string => candidates[option]?.id ?? ''
  const order = standings.map(({ option }) => option)
  return {
    seed,
    draws,
    top,
    standings: standingsOf(cut, idOf),
    beyond,
    changes: setChanges(scores, order.slice(0, top), order.slice(top)),
    flip: flipAt(
      standings.map(({ option, expected }) => ({ id: idOf(option), expected })),
      top,
    ),
  }
}

/** Where each stands, by its id. */
export function standingsOf(
  { standings, groups }: Pick<Ranking, 'standings' | 'groups'>,
  idOf: (option: number) => string,
): readonly Standing[] {
  const groupOf = new Map(groups.flatMap(({ options }, at) => options.map((one) => [one, at])))
  return standings.map((one) => ({
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
  }))
}

/** What to learn before choosing; the more it is unsure whether an idea is among the first, the sooner it is asked about. */
export function learnSteps(
  { candidates, scores, seed, draws }: Weighing,
  { top, standings }: Certainty,
  tests: readonly PlannedTest[],
): Steps<Learn> {
  const doubts = new Map(standings.map(({ id, inTop }) => [id, inTop * (1 - inTop)]))
  return worthLearning(
    { candidates, top, seed, draws, tests },
    scores,
    (option) => doubts.get(candidates[option]?.id ?? '') ?? 0,
  )
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
