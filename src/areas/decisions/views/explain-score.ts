import { present } from '../../../engine/crud.ts'
import { ref } from '../../../engine/field.ts'
import { view } from '../../../engine/view.ts'
import { idea } from '../records/idea.ts'
import { scoringModel } from '../records/scoring-model.ts'
import { explainModel } from '../rules/models/explain-model.ts'
import { explain, type Explanation } from '../rules/rice.ts'
import { standingUnder } from './model-standing.ts'
import { modelInput } from './rank.ts'
import { expectedOf, orderReads } from './standing.ts'

export interface ScoreExplained extends Explanation {
  readonly of: { readonly id: string; readonly ref: string; readonly title: string }
}

export const explainScore = view({
  name: 'explain-score',
  says: 'How the score of an idea comes about',
  input: { idea: ref({ label: 'Idea', to: 'idea', required: true }), model: modelInput },
  may: 'viewer',
  reads: orderReads,
  answer: async (input, scene): Promise<ScoreExplained> => {
    const row = await present(idea, input.idea, scene)
    const of = { id: row.id, ref: row.ref, title: String(row['title']) }
    const byRice = async (): Promise<ScoreExplained> => ({
      of,
      ...explain(row, scene.words, await expectedOf(row, scene)),
    })
    if (typeof input.model !== 'string') return byRice()
    const model = await present(scoringModel, input.model, scene)
    if (model['method'] === 'rice') return byRice()
    const { order, under } = await standingUnder(model, {}, scene)
    const score = order.standings.find(({ id }) => id === row.id)?.expected ?? null
    return { of, ...explainModel({ ...under, score }, row.id, scene.words) }
  },
})
