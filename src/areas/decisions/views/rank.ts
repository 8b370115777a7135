import { present } from '../../../engine/crud.ts'
import { number, ref } from '../../../engine/field.ts'
import { view } from '../../../engine/view.ts'
import { scoringModel } from '../records/scoring-model.ts'
import { modelRankingOf } from '../rules/models/model-ranking.ts'
import { drawnOf, rankingOf, type Drawn, type Ranked } from '../rules/ranking-of.ts'
import { segmentInput } from './demand.ts'
import { standingUnder } from './model-standing.ts'
import { orderInput, orderOf, orderReads } from './standing.ts'

export interface Ranking extends Ranked, Drawn {
  /** There are more ideas than were read. */
  readonly cut: boolean
  /** In which share of the draws other ideas than these are the top. */
  readonly changes: number | null
}

/** By which model ideas are ranked. */
export const modelInput = ref({
  label: 'Scoring model',
  to: 'scoring-model',
  help: 'RICE without it',
})

export const rank = view({
  name: 'rank',
  says: 'The order of ideas by score, how sure it is, and ties shown as ties',
  input: {
    model: modelInput,
    segment: segmentInput,
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
  reads: orderReads,
  answer: async (asked, scene): Promise<Ranking> => {
    const { words } = scene
    const most = asked.limit ?? 50
    const row =
      typeof asked.model === 'string' ? await present(scoringModel, asked.model, scene) : undefined
    if (row !== undefined && row['method'] !== 'rice') {
      const { ideas, cut, order, under } = await standingUnder(row, asked, scene)
      return {
        ...modelRankingOf(ideas, order, under, most, words),
        cut,
        top: order.top,
        draws: order.isUncertain ? order.draws : null,
        seed: order.isUncertain ? order.seed : null,
        changes: order.isUncertain ? order.changes : null,
      }
    }
    const { ideas, cut, certainty } = await orderOf(asked, scene)
    return {
      ...rankingOf(ideas, most, words, certainty),
      cut,
      ...drawnOf(certainty),
      changes: certainty?.changes ?? null,
    }
  },
})
