import { few, type Few } from '../../../../math/few.ts'
import { scored, type Inputs, type Scored } from './scored.ts'

export type OpportunityInput = 'importance' | 'satisfaction'

/** Above 15, above 12, from 10, below. */
export type Reading = 'extreme' | 'strong' | 'worthwhile' | 'low'

export interface Opportunity extends Scored<OpportunityInput> {
  /** Null where the score is. */
  readonly reading: Reading | null
  /**
   * More satisfied than it is important: there is something to take away. Null where the score is.
   */
  readonly isOverServed: boolean | null
}

/**
 * ODI opportunity score: importance + max(importance − satisfaction, 0), both from 0 to 10; 0 to 20
 * (Anthony Ulwick, What Customers Want, 2005, and Jobs to Be Done: Theory to Practice, 2016).
 */
export function opportunity(inputs: Inputs<OpportunityInput>): Opportunity {
  const result = scored(
    ['importance', 'satisfaction'],
    inputs,
    (value) => value >= 0 && value <= 10,
    (of) => of('importance') + Math.max(of('importance') - of('satisfaction'), 0),
  )
  const { score } = result
  const isKnown = score !== null && inputs.importance !== null && inputs.satisfaction !== null
  return {
    ...result,
    reading: score === null ? null : readingOf(score),
    isOverServed: isKnown ? inputs.satisfaction > inputs.importance : null,
  }
}

function readingOf(score: number): Reading {
  if (score > 15) return 'extreme'
  if (score > 12) return 'strong'
  return score >= 10 ? 'worthwhile' : 'low'
}

/**
 * What one person of a segment said of one outcome, from 1 to 5; null where it was not answered.
 */
export interface OpportunityAnswer {
  readonly segment: string
  readonly importance: number | null
  readonly satisfaction: number | null
}

export interface SegmentOpportunity {
  readonly segment: string
  /** How many rated each; too few of either have no score. */
  readonly importanceN: number
  readonly satisfactionN: number
  /** Ratings that are not from 1 to 5, and were left out. */
  readonly outsideN: number
  readonly result: (Opportunity & { readonly kind: 'opportunity' } & ScaleOf) | Few
}

interface ScaleOf {
  /** Ten times the share of 4s and 5s. */
  readonly importance: number
  readonly satisfaction: number
}

/** Fewer ratings than this are no share. A convention of ours. */
export const fewestRatings = 10

/**
 * The score of one outcome within each segment, by their names, from ratings of 1 to 5: importance
 * and satisfaction are the percentage of 4s and 5s, ÷ 10. Never over all segments together, because
 * a need that one has and another has not comes out as half a need that nobody has (Ulwick 2016).
 */
export function opportunities(
  answers: readonly OpportunityAnswer[],
  fewest = fewestRatings,
): readonly SegmentOpportunity[] {
  const segments = [...new Set(answers.map(({ segment }) => segment))].toSorted()
  return segments.map((segment) => {
    const own = answers.filter((answer) => answer.segment === segment)
    const importance = topTwo(own.map((answer) => answer.importance))
    const satisfaction = topTwo(own.map((answer) => answer.satisfaction))
    return {
      segment,
      importanceN: importance.n,
      satisfactionN: satisfaction.n,
      outsideN: importance.outside + satisfaction.outside,
      result: resultOf(importance, satisfaction, Math.max(1, fewest)),
    }
  })
}

interface TopTwo {
  readonly n: number
  readonly outside: number
  /** Ten times the share of 4s and 5s. */
  readonly score: number
}

function topTwo(ratings: readonly (number | null)[]): TopTwo {
  const given = ratings.filter((rating) => rating !== null)
  const valid = given.filter((rating) => [1, 2, 3, 4, 5].includes(rating))
  return {
    n: valid.length,
    outside: given.length - valid.length,
    score: (10 * valid.filter((rating) => rating >= 4).length) / valid.length,
  }
}

function resultOf(
  importance: TopTwo,
  satisfaction: TopTwo,
  fewest: number,
): SegmentOpportunity['result'] {
  const n = Math.min(importance.n, satisfaction.n)
  if (n < fewest) return few(n, fewest)
  const shares = { importance: importance.score, satisfaction: satisfaction.score }
  return { kind: 'opportunity', ...opportunity(shares), ...shares }
}
