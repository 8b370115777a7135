import { present } from '../../../engine/crud.ts'
import { ref } from '../../../engine/field.ts'
import { view } from '../../../engine/view.ts'
import { carried, voicesAt } from '../../discovery/index.ts'
import { idea } from '../records/idea.ts'
import {
  computedConfidence,
  overrideSaid,
  type ComputedConfidence,
} from '../rules/computed-confidence.ts'
import { heardAbove } from './demand.ts'

export interface ConfidenceTold extends ComputedConfidence {
  /** That of the idea itself, in percent. */
  readonly typed: number | null
  /** How the two differ, and why; empty where they do not. */
  readonly override: string
}

export const computedConfidenceView = view({
  name: 'computed-confidence',
  says: 'How sure the evidence makes of an idea, by its kind and age',
  input: { idea: ref({ label: 'Idea', to: 'idea', required: true }) },
  may: 'viewer',
  reads: ['idea', 'feedback', 'contact', 'company', 'link', 'estimate', 'experiment'],
  answer: async (input, { reader, now, words }): Promise<ConfidenceTold> => {
    const row = await present(idea, input.idea, { reader })
    const [{ edges, said }, estimates, links] = await Promise.all([
      heardAbove([row.id], reader),
      reader.by('estimate', 'ideaId', [row.id]),
      reader.links([row.id]),
    ])
    const tests = await reader.many(
      'experiment',
      links
        .filter((one) => one['relation'] === 'tests' && one['toId'] === row.id)
        .map((one) => String(one['fromId'])),
    )
    const told = computedConfidence(
      {
        heard: [...voicesAt(carried(edges, said), row.id).pro],
        estimates: estimates.map((one) => ({
          id: one.id,
          at: one.updatedAt,
          by: String(one['raterId']),
        })),
        tests: tests
          .filter((one) => typeof one['result'] === 'number')
          .map((one) => ({ id: one.id, at: one.updatedAt })),
        now,
      },
      words,
    )
    const override = overrideSaid(row, told)
    return {
      ...told,
      typed: typeof row['confidence'] === 'number' ? row['confidence'] : null,
      override: override === null ? '' : words.told(override),
    }
  },
})
