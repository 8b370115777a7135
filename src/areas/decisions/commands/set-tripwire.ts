import { command } from '../../../engine/command.ts'
import { present, settle } from '../../../engine/crud.ts'
import { ref } from '../../../engine/field.ts'
import { invalid } from '../../../engine/problem.ts'
import { decision } from '../records/decision.ts'
import { tripwire } from '../records/tripwire.ts'
import { watchFaults } from '../rules/watch-faults.ts'

const { decisionId: _, state, crossings, ...fields } = tripwire.fields
const { value: __, valueOn: ___, firedAt: ____, firedValue: _____, ...input } = fields

/** Says what would make us look at a decision again. */
export const setTripwire = command({
  name: 'set-tripwire',
  says: 'Set a tripwire',
  on: 'tripwire',
  input: {
    decision: ref({ label: 'Decision', to: 'decision', required: true }),
    ...input,
  },
  may: 'editor',
  promises: ['adds'],
  decide: async ({ decision: on, ...said }, scene) => {
    const { id: decisionId } = await present(decision, on, scene)
    const id = scene.newId()
    const row = {
      comparison: tripwire.fields.comparison.default,
      whenSilent: tripwire.fields.whenSilent.default,
      ...(await settle(tripwire, { decisionId, ...said }, scene)),
      state: state.default,
      crossings: crossings.default,
    }
    const faults = watchFaults(row)
    if (faults.length > 0) throw invalid('This tripwire cannot be watched as it is.', faults)
    return { changes: [{ op: 'create', record: tripwire.name, id, row }], result: { id } }
  },
})
