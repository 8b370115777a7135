import type { Row } from '../../../../engine/record.ts'
import type { Words } from '../../../../engine/words.ts'
import { rank } from '../rank.ts'
import { surenessOf, type Ranked } from '../ranking-of.ts'
import { explainModel, type Named } from './explain-model.ts'
import type { Cells } from './cells.ts'
import type { Criterion } from './model.ts'
import type { ModelOrder } from './order.ts'

/** What ideas are ranked by, beside their order. */
export interface Under {
  readonly model: Named
  readonly criteria: readonly Criterion[]
  readonly cells: Cells
}

/**
 * The order of ideas under a model, as `rankingOf` gives that of RICE: at most so many and a tie never split; ideas
 * without a score come last, without a rank.
 */
export function modelRankingOf(
  ideas: readonly Row[],
  order: ModelOrder,
  under: Under,
  most: number,
  words: Words,
): Ranked {
  const standings = new Map(order.standings.map((one) => [one.id, one] as const))
  const expected = (row: Row): number | null => standings.get(row.id)?.expected ?? null
  const ranked = rank(ideas, expected)
  const last = ranked[most - 1]?.rank ?? null
  const shown = ranked.filter((one, at) => at < most || (last !== null && one.rank === last))
  return {
    rows: shown.map(({ item, rank: at, tied }) => ({
      id: item.id,
      ref: item.ref,
      version: item.version,
      title: String(item['title']),
      state: String(item['state']),
      rank: at,
      tied,
      score: expected(item),
      ...surenessOf(order.isUncertain ? standings.get(item.id) : undefined),
      stations: item.stations,
      explanation: explainModel({ ...under, score: expected(item) }, item.id, words),
    })),
    total: ideas.length,
    unscored: ideas.filter((row) => expected(row) === null).length,
  }
}
