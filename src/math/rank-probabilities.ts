import { groupsOf, type Group } from './apart.ts'
import { chanceOf, type Chance } from './chance.ts'
import { atPlaces, momentsOf } from './order-statistics.ts'
import { fillShares, rankTally } from './rank-tally.ts'
import { rowOf, scoredOf, type Scores, type Unscored } from './scores.ts'

/** What a ranking is asked for. */
export interface Asked {
  /** How many ranks count as the top. */
  readonly top: number
  /** The probability that an interval holds, such as 0.8; half of the rest lies at either side. */
  readonly level: number
  /** Options are told apart from the first of their group when it beats them this often, such as 0.8. */
  readonly apart: number
}

/** Where an option stands. */
export interface Standing {
  /** Its number in the scores. */
  readonly option: number
  /** By expected score, 1 is first. Equal expectations share a place, and the next counts all before it. */
  readonly place: number
  readonly expected: number
  /** The Monte Carlo standard error of `expected`, at most. */
  readonly expectedError: number
  /** The score lies between these with the level's probability. */
  readonly low: number
  readonly high: number
  /** The rank is 1; options that tie share it equally. */
  readonly first: Chance
  readonly inTop: Chance
  readonly expectedRank: number
  /** The rank lies between these, both included, with at least the level's probability. */
  readonly bestRank: number
  readonly worstRank: number
}

export interface Ranking {
  /** By expected score, the greatest first; equals by number. */
  readonly standings: readonly Standing[]
  /** The standings' options in runs that cannot be told apart. */
  readonly groups: readonly Group[]
  /** These have no score in some draw, and are ranked nowhere. */
  readonly unscored: readonly Unscored[]
}

/**
 * The order of options over all draws, and how sure it is. What it says of an option does not depend on the order
 * in which options come.
 */
export function ranking(scores: Scores, asked: Asked): Ranking {
  const { scored, unscored } = scoredOf(scores)
  const tally = rankTally(scores, scored)
  const shares = new Float64Array(scored.length)
  const standings = scored
    .map((option, row) => {
      fillShares(tally, row, shares)
      return standingOf(scores, option, shares, asked)
    })
    .toSorted((left, right) => right.expected - left.expected)
  return {
    standings: placed(standings),
    groups: groupsOf(
      scores,
      standings.map(({ option }) => option),
      asked.apart,
    ),
    unscored,
  }
}

function standingOf(
  scores: Scores,
  option: number,
  shares: Float64Array,
  { top, level }: Asked,
): Standing {
  const { draws } = scores
  const row = rowOf(scores, option)
  const moments = momentsOf(row)
  const tail = (1 - level) / 2
  const outside = Math.floor(tail * draws + 1e-9)
  const [low = Number.NaN, high = Number.NaN] = atPlaces(row, moments, [
    outside,
    draws - 1 - outside,
  ])
  return {
    option,
    place: 0,
    expected: moments.mean,
    expectedError: moments.deviation / Math.sqrt(draws),
    low,
    high,
    first: chanceOf((shares[0] ?? 0) * draws, draws),
    inTop: chanceOf(sumOf(shares, top) * draws, draws),
    ...ranksOf(shares, tail),
  }
}

function ranksOf(
  shares: Float64Array,
  tail: number,
): Pick<Standing, 'expectedRank' | 'bestRank' | 'worstRank'> {
  let expectedRank = 0
  let below = 0
  let bestRank = 0
  let worstRank = 0
  for (let at = 0; at < shares.length; at += 1) {
    const share = shares[at] ?? 0
    expectedRank += share * (at + 1)
    // A tail that is met exactly is left out of the interval, also where it was added up of parts.
    if (below + share > tail + 1e-9 && bestRank === 0) bestRank = at + 1
    if (below < 1 - tail - 1e-9) worstRank = at + 1
    below += share
  }
  return { expectedRank, bestRank, worstRank }
}

function placed(standings: readonly Standing[]): readonly Standing[] {
  let place = 0
  return standings.map((standing, at) => {
    if (standing.expected !== standings[at - 1]?.expected) place = at + 1
    return { ...standing, place }
  })
}

function sumOf(shares: Float64Array, first: number): number {
  let sum = 0
  for (let at = 0; at < first && at < shares.length; at += 1) sum += shares[at] ?? 0
  return sum
}
