import { command } from '../../../engine/command.ts'
import { present } from '../../../engine/crud.ts'
import { ref } from '../../../engine/field.ts'
import { denied, invalid } from '../../../engine/problem.ts'
import { sentence } from '../../../engine/words.ts'
import { odds } from '../records/odds.ts'
import { prediction } from '../records/prediction.ts'
import { answered, veilOf } from '../rules/blind.ts'
import { oddsFaults } from '../rules/odds.ts'
import { saidAnew } from './mine-said.ts'

const { chance, chances, low, likely, high, lowOn, likelyOn, highOn, note } = odds.fields

/** Gives a prediction one's odds; given again before it is locked, they replace those before. */
export const giveOdds = command({
  name: 'give-odds',
  says: 'Give a prediction one’s odds',
  on: 'odds',
  input: {
    prediction: ref({ label: 'Prediction', to: 'prediction', required: true }),
    chance,
    chances,
    low,
    likely,
    high,
    lowOn,
    likelyOn,
    highOn,
    note,
  },
  may: 'contributor',
  decide: async ({ prediction: on, ...given }, scene) => {
    const home = await present(prediction, on, scene)
    if (home['state'] !== 'open')
      throw denied(sentence('{ref} is locked: its odds stay as they are.', { ref: home.ref }))
    const faults = oddsFaults(home, given)
    if (faults.length > 0)
      throw invalid(sentence('These odds do not fit {ref}.', { ref: home.ref }), faults)
    const rounds = await scene.reader.by('round', 'predictionId', [home.id])
    const veil = veilOf(rounds, scene)
    const all = await scene.reader.by(odds.name, 'predictionId', [home.id])
    const { id, change } = saidAnew(
      odds.name,
      all.find((one) => one['byId'] === scene.actor.id),
      {
        predictionId: home.id,
        chance: given.chance ?? null,
        chances: given.chances ?? [],
        low: given.low ?? null,
        likely: given.likely ?? null,
        high: given.high ?? null,
        lowOn: given.lowOn ?? null,
        likelyOn: given.likelyOn ?? null,
        highOn: given.highOn ?? null,
        note: given.note ?? null,
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
