import { informationOfInput } from '../../../math/information/information-of-input.ts'
import { perfectInformation } from '../../../math/information/information.ts'
import { learnNext, type Verdict, type Weight } from '../../../math/information/learn-next.ts'
import { standingChoice } from '../../../math/information/standing-choice.ts'
import { ranking } from '../../../math/rank-probabilities.ts'
import { rowOf, type Scores } from '../../../math/scores.ts'
import {
  candidatesOf,
  factorDraws,
  isUncertain,
  nearest,
  scoreDraws,
  type Candidate,
  type Chance,
} from './candidates.ts'
import { factors, type FactorName, type Weighed } from './factors.ts'

/** What the order of ideas is asked for. Plain data, so that a worker can answer. */
export interface AskedOrder extends Chance {
  readonly ideas: readonly Weighed[]
  readonly estimates: readonly Weighed[]
  /** How many can be done: the place of the cut. */
  readonly top: number
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

/** What it would be worth to know one factor of one idea before choosing, in the unit of the score. */
export interface Question {
  readonly id: string
  readonly factor: FactorName
  readonly value: number
  readonly standardError: number
  readonly weight: Weight
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
  readonly learn: {
    readonly verdict: Verdict
    /** What it would be worth to know everything. */
    readonly perfect: number
    /** In which share of the draws another set than this one is the best. */
    readonly changes: number
    /** The most valuable first; those that are worth nothing are not among them. */
    readonly questions: readonly Question[]
  }
  /** Null where everything fits, or nothing has a score. */
  readonly flip: Flip | null
}

/** Eight times in ten. */
const level = 0.8

/** The first of a group beats each of the rest less often than this. */
const apart = 0.8

/** How many ideas are weighed at most; the others stand far below. */
const mostWeighed = 1_000

/** So many factors are asked about at most, of those ideas about which there is most doubt. */
const mostQuestions = 60

/**
 * How sure the order of ideas is, what to learn before choosing, and what would change the choice; null where every
 * number is a point, so that there is nothing to be unsure of. The choice is
 * that of the `top` ideas with the largest expected scores, each for itself; the methods are named in
 * `math/rank-probabilities.ts` and `math/information`.
 */
export function certaintyOf(asked: AskedOrder): Certainty | null {
  const { ideas, estimates, top, seed, draws } = asked
  const candidates = nearest(candidatesOf(ideas, estimates), mostWeighed)
  if (candidates.every(({ factors: of }) => !Object.values(of).some(isUncertain))) return null
  const scores = scoreDraws(candidates, asked)
  const { standings, groups } = ranking(scores, { top, level, apart })
  const groupOf = new Map(groups.flatMap(({ options }, at) => options.map((one) => [one, at])))
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
    learn: learnFrom(
      { candidates, top, seed, draws },
      scores,
      new Map(standings.map(({ option, inTop }) => [option, inTop.p * (1 - inTop.p)])),
    ),
    flip: flipAt(
      standings.map(({ option, expected }) => ({ id: idOf(option), expected })),
      top,
    ),
  }
}

const nothingToLearn = {
  verdict: 'nothing-to-learn',
  perfect: 0,
  changes: 0,
  questions: [],
} as const

function learnFrom(
  asked: Chance & { readonly candidates: readonly Candidate[]; readonly top: number },
  scores: Scores,
  doubts: ReadonlyMap<number, number>,
): Certainty['learn'] {
  const { candidates, top } = asked
  if (scores.options <= top) return nothingToLearn
  const utility = Array.from({ length: scores.options }, (_, option) => rowOf(scores, option))
  const standing = standingChoice(utility, { take: top })
  const perfect = perfectInformation(standing)
  const doubt = (option: number): number => doubts.get(option) ?? 0
  const open = [...standing.contenders]
    .toSorted((one, other) => doubt(other) - doubt(one))
    .flatMap((option) => {
      const candidate = candidates[option]
      return candidate === undefined
        ? []
        : (Object.keys(factors) as readonly FactorName[])
            .filter((factor) => isUncertain(candidate.factors[factor]))
            .map((factor) => ({ option, candidate, factor }))
    })
    .slice(0, mostQuestions)
  const inputs = open.map(({ option, candidate, factor }) =>
    informationOfInput(
      standing,
      { values: [factorDraws(candidate, factor, asked)], moves: [option] },
      perfect,
    ),
  )
  const advice = learnNext(standing, perfect, inputs, [])
  return {
    verdict: advice.verdict,
    perfect: perfect.value,
    changes: perfect.changes,
    questions: open
      .flatMap(({ candidate, factor }, at) => {
        const weighed = advice.inputs[at]
        return weighed === undefined || weighed.value === 0
          ? []
          : [{ id: candidate.id, factor, ...weighed }]
      })
      .toSorted((one, other) => other.value - one.value),
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
