import { present } from '../../../engine/crud.ts'
import { ref } from '../../../engine/field.ts'
import { view } from '../../../engine/view.ts'
import { prediction } from '../records/prediction.ts'
import { suggestedOutcome, type OutcomeSuggested } from '../rules/suggested-outcome.ts'

/** It suggests and writes nothing: what came is said by a person. */
export const suggestOutcome = view({
  name: 'suggest-outcome',
  says: 'What seems to have come of a prediction, from the readings of its metric',
  input: { prediction: ref({ label: 'Prediction', to: 'prediction', required: true }) },
  may: 'viewer',
  reads: ['prediction', 'reading'],
  answer: async (input, { reader, words }): Promise<OutcomeSuggested> => {
    const row = await present(prediction, input.prediction, { reader })
    const { metricId } = row
    const of = { id: row.id, ref: row.ref, title: String(row['question']) }
    if (typeof metricId !== 'string')
      return { of, came: null, cameOn: null, says: words.say('No metric tells what came of it.') }
    const readings = await reader.by('reading', 'metricId', [metricId])
    const { outcome, says } = suggestedOutcome(row, readings)
    return {
      of,
      came: outcome?.came ?? null,
      cameOn: outcome?.cameOn ?? null,
      says: words.told(says),
    }
  },
})
