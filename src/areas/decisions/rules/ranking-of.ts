import type { Row } from '../../../engine/record.ts'
import type { Words } from '../../../engine/words.ts'
import { rank } from './rank.ts'
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
  readonly score: number | null
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
export function rankingOf(ideas: readonly Row[], most: number, words: Words): Ranked {
  const ranked = rank(ideas, scoreOf)
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
      stations: item.stations,
      explanation: explain(item, words),
    })),
    total: ideas.length,
    unscored: ideas.filter((row) => scoreOf(row) === null).length,
  }
}

/** Does it stand for choice? What was withdrawn or merged into another does not. */
export const standsForChoice = (idea: Row): boolean =>
  (idea['state'] === 'open' || idea['state'] === 'chosen') &&
  (idea['mergedIntoId'] ?? null) === null

const scoreOf = (row: Row): number | null =>
  typeof row['score'] === 'number' ? row['score'] : null
