import { number, ref } from '../../../engine/field.ts'
import type { Reader } from '../../../engine/ports.ts'
import type { Row } from '../../../engine/record.ts'
import { view } from '../../../engine/view.ts'
import { rank } from '../rules/rank.ts'
import { explain, type Explanation } from '../rules/rice.ts'

export interface Ranking {
  readonly rows: readonly {
    readonly id: string
    readonly ref: string
    readonly title: string
    readonly state: string
    /** 1 is first; ties share a rank; null without a score. */
    readonly rank: number | null
    readonly tied: boolean
    readonly score: number | null
    readonly stations: number
    readonly explanation: Explanation
  }[]
  /** Ideas that stand for choice, and those of them that have no score yet. */
  readonly total: number
  readonly unscored: number
  /** There are more ideas than were read. */
  readonly cut: boolean
}

/** How many ideas are ranked at most. */
const most = 10_000

export const ranking = view({
  name: 'ranking',
  says: 'The order of ideas by score, with ties shown as ties',
  input: {
    productId: ref({ label: 'Product', to: 'product' }),
    limit: number({
      label: 'At most',
      whole: true,
      min: 1,
      max: 200,
      help: '50 without it; a tie is never split',
    }),
  },
  may: 'viewer',
  reads: ['idea'],
  answer: async ({ productId, limit }, { reader }): Promise<Ranking> => {
    const { rows, cut } = await standing(reader, productId ?? undefined)
    const ranked = rank(rows, scoreOf)
    const last = ranked[(limit ?? 50) - 1]?.rank ?? null
    const shown = ranked.filter(
      (one, index) => index < (limit ?? 50) || (last !== null && one.rank === last),
    )
    return {
      rows: shown.map(({ item, rank: at, tied }) => ({
        id: item.id,
        ref: item.ref,
        title: String(item['title']),
        state: String(item['state']),
        rank: at,
        tied,
        score: scoreOf(item),
        stations: item.stations,
        explanation: explain(item),
      })),
      total: rows.length,
      unscored: rows.filter((row) => scoreOf(row) === null).length,
      cut,
    }
  },
})

/** The ideas that are not withdrawn, all of them: a rank counts every better one. */
async function standing(
  reader: Reader,
  productId: string | undefined,
): Promise<{ rows: readonly Row[]; cut: boolean }> {
  const rows: Row[] = []
  const filter = {
    state: { in: ['open', 'chosen'] },
    ...(productId === undefined ? {} : { productId: { in: [productId] } }),
  }
  let cursor: string | null = null
  do {
    const page = await reader.list('idea', {
      filter,
      limit: 200,
      ...(cursor === null ? {} : { cursor }),
    })
    rows.push(...page.data)
    cursor = page.cursor
  } while (cursor !== null && rows.length < most)
  return { rows, cut: cursor !== null }
}

const scoreOf = (row: Row): number | null =>
  typeof row['score'] === 'number' ? row['score'] : null
