import type { Row } from '../../../engine/record.ts'
import type { Words } from '../../../engine/words.ts'
import type { Certainty, Standing } from './certainty.ts'
import { onPaper, rank } from './rank.ts'
import { explain, type Explanation } from './rice.ts'

/** An idea in the order of all of them. */
export interface Place {
  readonly id: string
  readonly ref: string
  /** Said with a change of a factor, so that nobody overruns anybody. */
  readonly version: number
  readonly title: string
  readonly state: string
  /** 1 is first; ties share a rank; null without a score. */
  readonly rank: number | null
  readonly tied: boolean
  /** Of the numbers that the idea itself bears. */
  readonly score: number | null
  /** Where factors were estimated: the score to expect, and between what it lies eight times in ten. */
  readonly expected: number | null
  readonly low: number | null
  readonly high: number | null
  /** How probably it is the first, and one of the top, from 0 to 1. */
  readonly first: number | null
  readonly inTop: number | null
  /** Between what its rank lies eight times in ten. */
  readonly ranks: { readonly from: number; readonly to: number } | null
  /** From 1: ideas of one group cannot be told apart from its first. */
  readonly group: number | null
  readonly stations: number
  readonly explanation: Explanation
}

export interface Ranked {
  readonly rows: readonly Place[]
  /** Ideas that stand for choice, and those of them that have no score yet. */
  readonly total: number
  readonly unscored: number
}

/** The order of the ideas that stand for choice, at most so many and a tie never split. Server and screen both ask here. */
export function rankingOf(
  ideas: readonly Row[],
  most: number,
  words: Words,
  certainty: Certainty | null = null,
): Ranked {
  const standings = new Map(certainty?.standings.map((one) => [one.id, one]))
  const beyond = new Map(certainty?.beyond.map((one) => [one.id, one.expected]))
  const expected = (row: Row): number | null =>
    standings.get(row.id)?.expected ?? beyond.get(row.id) ?? scoreOf(row)
  const ranked = rank(ideas, (row) => onPaper(expected(row)))
  const last = ranked[most - 1]?.rank ?? null
  const shown = ranked.filter((one, index) => index < most || (last !== null && one.rank === last))
  return {
    rows: shown.map(({ item, rank: at, tied }) => ({
      id: item.id,
      ref: item.ref,
      version: item.version,
      title: String(item['title']),
      state: String(item['state']),
      rank: at,
      tied,
      score: scoreOf(item),
      ...surenessOf(standings.get(item.id)),
      stations: item.stations,
      explanation: explain(item, words, standings.get(item.id)?.expected ?? null),
    })),
    total: ideas.length,
    unscored: ideas.filter((row) => expected(row) === null).length,
  }
}

type Sureness = Pick<Place, 'expected' | 'low' | 'high' | 'first' | 'inTop' | 'ranks' | 'group'>

export const surenessOf = (standing: Standing | undefined): Sureness => ({
  expected: standing?.expected ?? null,
  low: standing?.low ?? null,
  high: standing?.high ?? null,
  first: standing?.first ?? null,
  inTop: standing?.inTop ?? null,
  ranks: standing === undefined ? null : { from: standing.bestRank, to: standing.worstRank },
  group: standing === undefined ? null : standing.group + 1,
})

/** How many can be done, how often chance was asked, and from which seed; null where nothing is estimated. */
export interface Drawn {
  readonly top: number | null
  readonly draws: number | null
  readonly seed: number | null
}

export const drawnOf = (certainty: Certainty | null): Drawn => ({
  top: certainty?.top ?? null,
  draws: certainty?.draws ?? null,
  seed: certainty?.seed ?? null,
})

/** Does it stand for choice? What was withdrawn or merged into another does not. */
export const standsForChoice = (idea: Row): boolean =>
  (idea['state'] === 'open' || idea['state'] === 'chosen') &&
  (idea['mergedIntoId'] ?? null) === null

const scoreOf = (row: Row): number | null =>
  typeof row['score'] === 'number' ? row['score'] : null
