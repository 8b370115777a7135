import { ref } from '../../../engine/field.ts'
import { readAll } from '../../../engine/read-all.ts'
import type { Row } from '../../../engine/record.ts'
import { view } from '../../../engine/view.ts'
import { onPaper, rank } from '../rules/rank.ts'
import { sideBySide, type Ordered } from '../rules/models/side-by-side.ts'
import { standingUnder } from './model-standing.ts'
import { orderOf, orderReads } from './standing.ts'

export interface SideBySide {
  readonly models: readonly { readonly id: string; readonly ref: string; readonly title: string }[]
  readonly rows: readonly {
    readonly id: string
    readonly ref: string
    readonly title: string
    /** By model, in their order; null where it gives none. */
    readonly ranks: readonly (number | null)[]
    /** How far the models are apart about it, as a share of the ideas they rank; null where fewer than two do. */
    readonly apart: number | null
  }[]
  readonly agreement: readonly {
    readonly one: string
    readonly other: string
    /** Kendall's τ-b; null where fewer than two ideas are ranked by both. */
    readonly tau: number | null
    readonly ideas: number
  }[]
}

/** So many models at most: each is worked out by itself. */
const mostModels = 12

export const modelsSideBySide = view({
  name: 'models-side-by-side',
  says: 'The ranks that each scoring model gives, where they agree and where they do not',
  input: { productId: ref({ label: 'Product', to: 'product' }) },
  may: 'viewer',
  reads: orderReads,
  answer: async ({ productId }, scene): Promise<SideBySide> => {
    const { rows: all } = await readAll(scene.reader, 'scoring-model', {}, mostModels)
    const asked = { productId, draws: 500 }
    const rice = await orderOf(asked, scene)
    const expected = new Map(rice.certainty?.standings.map((one) => [one.id, one.expected]))
    const models: { id: string; ref: string; title: string }[] = [
      { id: 'rice', ref: 'RICE', title: 'RICE' },
    ]
    const orders: Ordered[] = [
      {
        modelId: 'rice',
        ranks: ranksBy(rice.ideas, (row) => expected.get(row.id) ?? numberIn(row['score'])),
      },
    ]
    for (const row of all.toReversed().slice(0, mostModels)) {
      if (row['method'] === 'rice') continue
      const { ideas, order } = await standingUnder(row, asked, scene)
      const scores = new Map(order.standings.map((one) => [one.id, one.expected]))
      models.push({ id: row.id, ref: row.ref, title: String(row['title']) })
      orders.push({ modelId: row.id, ranks: ranksBy(ideas, ({ id }) => scores.get(id) ?? null) })
    }
    const { pairs, apart } = sideBySide(orders)
    const by = new Map(apart.map((one) => [one.ideaId, one.by]))
    const titleOf = (id: string): string => models.find((one) => one.id === id)?.title ?? ''
    return {
      models,
      rows: rice.ideas
        .filter(({ id }) => orders.some(({ ranks }) => ranks.has(id)))
        .map(({ id, ref: name, title }) => ({
          id,
          ref: name,
          title: String(title),
          ranks: orders.map(({ ranks }) => ranks.get(id) ?? null),
          apart: by.get(id) ?? null,
        }))
        .toSorted(
          (one, other) => (other.apart ?? -1) - (one.apart ?? -1) || (one.id < other.id ? -1 : 1),
        ),
      agreement: pairs.map(({ one, other, tau, ideas }) => ({
        one: titleOf(one),
        other: titleOf(other),
        tau,
        ideas,
      })),
    }
  },
})

const ranksBy = (
  ideas: readonly Row[],
  score: (row: Row) => number | null,
): ReadonlyMap<string, number> =>
  new Map(
    rank(ideas, (row) => onPaper(score(row))).flatMap(({ item, rank: at }) =>
      at === null ? [] : [[item.id, at] as const],
    ),
  )

const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null)
