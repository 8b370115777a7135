import { number } from '../../../engine/field.ts'
import { view } from '../../../engine/view.ts'
import { drawnOf, rankingOf, type Drawn, type Ranked } from '../rules/ranking-of.ts'
import { orderInput, orderOf } from './standing.ts'

export interface Ranking extends Ranked, Drawn {
  /** There are more ideas than were read. */
  readonly cut: boolean
  /** In which share of the draws other ideas than these are the top. */
  readonly changes: number | null
}

export const rank = view({
  name: 'rank',
  says: 'The order of ideas by score, how sure it is, and ties shown as ties',
  input: {
    ...orderInput,
    limit: number({
      label: 'At most',
      whole: true,
      min: 1,
      max: 200,
      help: '50 without it; a tie is never split',
    }),
  },
  may: 'viewer',
  reads: ['idea', 'estimate'],
  answer: async (asked, { reader, words, work }): Promise<Ranking> => {
    const { ideas, cut, certainty } = await orderOf(asked, { reader, work })
    return {
      ...rankingOf(ideas, asked.limit ?? 50, words, certainty),
      cut,
      ...drawnOf(certainty),
      changes: certainty?.learn.changes ?? null,
    }
  },
})
