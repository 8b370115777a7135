import { flag, ref } from '../../../engine/field.ts'
import { readAll } from '../../../engine/read-all.ts'
import { view } from '../../../engine/view.ts'
import { queueOf, type Waiting } from '../rules/queue.ts'
import { peopleIn } from './decision.ts'

export interface DecisionQueue {
  readonly rows: readonly Waiting[]
  /** How many of all of them ask for whoever reads. */
  readonly mine: number
  readonly cut: boolean
}

const most = 10_000

export const decisionQueue = view({
  name: 'decision-queue',
  says: 'Decisions that are due, late, under review or to be looked at again, and whom they ask for',
  input: {
    productId: ref({ label: 'Product', to: 'product' }),
    mine: flag({ label: 'Mine', help: 'Only those that ask for whoever reads' }),
  },
  may: 'viewer',
  reads: ['decision', 'review', 'member'],
  answer: async ({ productId, mine }, { reader, actor, now, words }): Promise<DecisionQueue> => {
    const filter = {
      state: { in: ['open', 'under-review', 'decided'] },
      ...(typeof productId === 'string' ? { productId: { in: [productId] } } : {}),
    }
    const { rows, cut } = await readAll(reader, 'decision', { filter }, most)
    const looked = rows.filter((one) => typeof one['reviewOn'] === 'string')
    const reviews =
      looked.length === 0
        ? []
        : await reader.by(
            'review',
            'decisionId',
            looked.map(({ id }) => id),
          )
    const names = await peopleIn(rows, reader)
    const all = queueOf(rows, reviews, { names, me: actor.id, now, words })
    const own = all.filter(({ isMine }) => isMine)
    return { rows: mine === true ? own : all, mine: own.length, cut }
  },
})
