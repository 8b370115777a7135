import { number, ref } from '../../../engine/field.ts'
import type { Reader } from '../../../engine/ports.ts'
import type { Row } from '../../../engine/record.ts'
import { view } from '../../../engine/view.ts'
import { rankingOf, type Ranked } from '../rules/ranking-of.ts'

export interface Ranking extends Ranked {
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
  answer: async ({ productId, limit }, { reader, words }): Promise<Ranking> => {
    const { rows, cut } = await standing(reader, productId ?? undefined)
    return { ...rankingOf(rows, limit ?? 50, words), cut }
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
