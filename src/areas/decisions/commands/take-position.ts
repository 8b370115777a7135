import { command } from '../../../engine/command.ts'
import { present } from '../../../engine/crud.ts'
import { ref } from '../../../engine/field.ts'
import { invalid } from '../../../engine/problem.ts'
import { sentence } from '../../../engine/words.ts'
import { decision } from '../records/decision.ts'
import { option } from '../records/option.ts'
import { position } from '../records/position.ts'
import { answered, veilOf } from '../rules/blind.ts'
import { saidAnew } from './mine-said.ts'

const { stance, reasons } = position.fields

/** Says where one stands on a decision; said again, it replaces what one said before. */
export const takePosition = command({
  name: 'take-position',
  says: 'Say where one stands on a decision',
  on: 'position',
  input: {
    decision: ref({ label: 'Decision', to: 'decision', required: true }),
    stance,
    option: ref({ label: 'Option', to: 'option', help: 'The one that is meant' }),
    reasons,
  },
  may: 'contributor',
  decide: async ({ decision: on, stance: how, option: named, reasons: why }, scene) => {
    const home = await present(decision, on, scene)
    const of = typeof named === 'string' ? await present(option, named, scene) : undefined
    if (of !== undefined && of['decisionId'] !== home.id)
      throw invalid(sentence('{ref} is no option of {on}.', { ref: of.ref, on: home.ref }), [
        { at: 'option', says: 'Name an option of this decision.' },
      ])
    const rounds = await scene.reader.by('round', 'decisionId', [home.id])
    const veil = veilOf(rounds, scene)
    const all = await scene.reader.by(position.name, 'decisionId', [home.id])
    const { id, change } = saidAnew(
      position.name,
      all.find((one) => one['byId'] === scene.actor.id),
      {
        decisionId: home.id,
        stance: how,
        optionId: of?.id ?? null,
        reasons: why ?? null,
        ...veil,
        byId: scene.actor.id,
      },
      scene,
    )
    const asked = rounds.find((one) => one.id === veil.roundId)
    return {
      changes: [change, ...(asked === undefined ? [] : answered(asked, scene.actor.id))],
      result: { id },
    }
  },
})
