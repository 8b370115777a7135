import { command } from '../../../engine/command.ts'
import { present } from '../../../engine/crud.ts'
import { ref, text } from '../../../engine/field.ts'
import { idea } from '../records/idea.ts'

const { confidence } = idea.fields

/** Holds an idea more or less sure than its evidence makes it, and says why: the reason stands beside it. */
export const overrideConfidence = command({
  name: 'override-confidence',
  says: 'Give a confidence other than the computed one',
  on: 'idea',
  input: {
    idea: ref({ label: 'Idea', to: 'idea', required: true }),
    confidence: { ...confidence, required: true },
    reason: text({ label: 'Why this confidence', max: 500, required: true }),
  },
  may: 'editor',
  promises: ['settles'],
  decide: async ({ idea: which, confidence: given, reason }, scene) => {
    const row = await present(idea, which, scene)
    const isSame = row['confidence'] === given && row['confidenceReason'] === reason
    const patch = { confidence: given, confidenceReason: reason }
    return {
      changes: isSame ? [] : [{ op: 'update', record: idea.name, id: row.id, patch }],
    }
  },
})
