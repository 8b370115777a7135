import { command } from '../../../engine/command.ts'
import { present } from '../../../engine/crud.ts'
import { ref } from '../../../engine/field.ts'
import { amendment } from '../records/amendment.ts'
import { decision } from '../records/decision.ts'

/** Adds to a decision after it was taken; what was decided stays as it is. */
export const amend = command({
  name: 'amend',
  says: 'Amend a decision',
  on: 'amendment',
  input: {
    decision: ref({ label: 'Decision', to: 'decision', required: true }),
    text: amendment.fields.text,
  },
  may: 'editor',
  promises: ['adds'],
  decide: async ({ decision: on, text }, scene) => {
    const { id: decisionId } = await present(decision, on, scene)
    const id = scene.newId()
    const row = { decisionId, text, byId: scene.actor.id }
    return { changes: [{ op: 'create', record: amendment.name, id, row }], result: { id } }
  },
})
