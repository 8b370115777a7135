import { present } from '../../../engine/crud.ts'
import { ref } from '../../../engine/field.ts'
import { view } from '../../../engine/view.ts'
import { idea } from '../records/idea.ts'
import { explain, type Explanation } from '../rules/rice.ts'

export interface ScoreExplained extends Explanation {
  readonly of: { readonly id: string; readonly ref: string; readonly title: string }
}

export const explainScore = view({
  name: 'explain-score',
  says: 'How the score of an idea comes about',
  input: { idea: ref({ label: 'Idea', to: 'idea', required: true }) },
  may: 'viewer',
  reads: ['idea'],
  answer: async (input, scene): Promise<ScoreExplained> => {
    const row = await present(idea, input.idea, scene)
    return {
      of: { id: row.id, ref: row.ref, title: String(row['title']) },
      ...explain(row, scene.words),
    }
  },
})
