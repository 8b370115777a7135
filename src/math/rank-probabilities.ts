import { groupsOf, type Group } from './apart.ts'
import { chanceOf, type Chance } from './chance.ts'
import { atPlaces, momentsOf, type Moments } from './order-statistics.ts'
import { eachShare, fillShares, rankTally, type RankTally } from './rank-tally.ts'
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
  const spreads = scored.map((option) => spreadOf(rowOf(scores, option), asked.level))
  const ranked = rankedOf({ scores, spreads, tally: rankTally(scores, scored) }, asked)
  return { ...cutAt(ranked, asked.top), unscored }
}

/** Around what scores lie, and between what. */
export interface Spread extends Moments {
  readonly low: number
  readonly high: number
}

export function spreadOf(row: Float64Array, level: number): Spread {
  const moments = momentsOf(row)
  const outside = Math.floor(tailOf(level) * row.length + 1e-9)
  const [low = Number.NaN, high = Number.NaN] = atPlaces(row, moments, [
    outside,
    row.length - 1 - outside,
  ])
  return { ...moments, low, high }
}

/** What draws say of options that have a score in all of them. */
export interface Counted {
  readonly scores: Scores
  readonly tally: RankTally
  /** Of the tally's options, in their order. */
  readonly spreads: readonly Spread[]
}

/** All that does not hang on how many ranks are the top. */
export interface Ranked {
  readonly standings: readonly (Omit<Standing, 'inTop'> & { readonly row: number })[]
  readonly groups: readonly Group[]
  readonly tally: RankTally
}

export function rankedOf(
  { scores, tally, spreads }: Counted,
  { level, apart }: Pick<Asked, 'level' | 'apart'>,
): Ranked {
  const standings = spreads
    .map(({ mean, deviation, low, high }, row) => {
      const { first, ...ranks } = ranksOf(tally, row, tailOf(level))
      return {
        row,
        option: tally.options[row] ?? 0,
        place: 0,
        expected: mean,
        expectedError: deviation / Math.sqrt(tally.draws),
        low,
        high,
        first: chanceOf(first * tally.draws, tally.draws),
        ...ranks,
      }
    })
    .toSorted((left, right) => right.expected - left.expected)
  return {
    standings: placed(standings),
    groups: groupsOf(
      scores,
      standings.map(({ option }) => option),
      apart,
    ),
    tally,
  }
}

/** What is ranked, where so many ranks count as the top. */
export function cutAt(
  { standings, groups, tally }: Ranked,
  top: number,
): Pick<Ranking, 'standings' | 'groups'> {
  const shares = new Float64Array(Math.min(top, tally.options.length))
  return {
    standings: standings.map(({ row, ...standing }) => {
      fillShares(tally, row, shares)
      return { ...standing, inTop: chanceOf(sumOf(shares) * tally.draws, tally.draws) }
    }),
    groups,
  }
}

/** Half of what an interval leaves out. */
const tailOf = (level: number): number => (1 - level) / 2

/** `first` is the probability of rank 1. */
function ranksOf(
  tally: RankTally,
  row: number,
  tail: number,
): Pick<Standing, 'expectedRank' | 'bestRank' | 'worstRank'> & { readonly first: number } {
  let first = 0
  let expectedRank = 0
  let below = 0
  let bestRank = 0
  let worstRank = 0
  eachShare(tally, row, (at, share) => {
    if (at === 0) first = share
    expectedRank += share * (at + 1)
    // A tail that is met exactly is left out of the interval, also where it was added up of parts.
    if (below + share > tail + 1e-9 && bestRank === 0) bestRank = at + 1
    if (below < 1 - tail - 1e-9) worstRank = at + 1
    below += share
  })
  return { first, expectedRank, bestRank, worstRank }
}

function placed<Ordered extends { readonly expected: number }>(
  standings: readonly Ordered[],
): readonly Ordered[] {
  let place = 0
  return standings.map((standing, at) => {
    if (standing.expected !== standings[at - 1]?.expected) place = at + 1
    return { ...standing, place }
  })
}

function sumOf(shares: Float64Array): number {
  let sum = 0
  for (const share of shares) sum += share
  return sum
}
