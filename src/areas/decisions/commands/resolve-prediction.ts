import { command } from '../../../engine/command.ts'
import { present } from '../../../engine/crud.ts'
import { ref } from '../../../engine/field.ts'
import { denied, invalid } from '../../../engine/problem.ts'
import { sentence } from '../../../engine/words.ts'
import { prediction } from '../records/prediction.ts'
import { isOutcome, outcomeOf } from '../rules/outcome.ts'
import { lockOf } from '../rules/prediction-lock.ts'

const { came, cameOn, note } = prediction.fields
const named = { prediction: ref({ label: 'Prediction', to: 'prediction', required: true }) }

/** Commits to a prediction by hand: from now on neither the question nor anybody's odds change. */
export const lockPrediction = command({
  name: 'lock-prediction',
  says: 'Lock a prediction',
  on: 'prediction',
  input: named,
  may: 'editor',
  promises: ['settles'],
  decide: async ({ prediction: which }, scene) => {
    const row = await present(prediction, which, scene)
    if (row['state'] === 'void') throw denied(isVoid(row.ref))
    const rounds = await scene.reader.by('round', 'predictionId', [row.id])
    return { changes: lockOf(row, rounds, scene.now) }
  },
})

/**
 * Says what came of a prediction, by its rule and its day. Only of what is locked, so that nobody gives
 * odds who knows; before the day, and once more, only with a reason.
 */
export const resolvePrediction = command({
  name: 'resolve-prediction',
  says: 'Resolve a prediction',
  on: 'prediction',
  input: { ...named, came, cameOn, note },
  may: 'editor',
  promises: ['settles'],
  decide: async ({ prediction: which, came: number, cameOn: day, note: why }, scene) => {
    const row = await present(prediction, which, scene)
    const { state } = row
    if (state === 'void') throw denied(isVoid(row.ref))
    if (state === 'open')
      throw denied(
        sentence('{ref} is open still. Lock it first, so that nobody gives odds who knows.', {
          ref: row.ref,
        }),
      )
    const today = scene.now.slice(0, 10)
    const says = `${why ?? ''}`.trim()
    if (says === '' && today < String(row['resolvesOn']))
      throw invalid(
        sentence('{ref} is to be resolved on {day}. Before that day it takes a reason.', {
          ref: row.ref,
          day: String(row['resolvesOn']),
        }),
        [{ at: 'note', says: 'Say why it is known already.' }],
      )
    if (says === '' && state === 'resolved')
      throw invalid(
        sentence('{ref} is resolved. To correct it takes a reason.', { ref: row.ref }),
        [{ at: 'note', says: 'Say what was wrong before.' }],
      )
    const outcome = outcomeOf(row, { came: number ?? null, cameOn: day ?? null })
    if (!isOutcome(outcome))
      throw invalid(sentence('This is no outcome of {ref}.', { ref: row.ref }), outcome)
    if (outcome.cameOn !== null && outcome.cameOn > today)
      throw invalid('What came, came on a day that is past.', [
        { at: 'cameOn', says: sentence('At the latest today, {day}.', { day: today }) },
      ])
    const patch = {
      ...outcome,
      state: 'resolved',
      note: says === '' ? null : says,
      resolvedAt: scene.now,
      resolvedById: scene.actor.id,
    }
    return { changes: [{ op: 'update', record: prediction.name, id: row.id, patch }] }
  },
})

/** Takes a prediction out of every score, because its rule does not tell or the question fell away. */
export const voidPrediction = command({
  name: 'void-prediction',
  says: 'Declare a prediction void',
  on: 'prediction',
  input: { ...named, note: { ...note, required: true } },
  may: 'editor',
  promises: ['settles'],
  decide: async ({ prediction: which, note: why }, scene) => {
    const row = await present(prediction, which, scene)
    const ends = lockOf(row, await scene.reader.by('round', 'predictionId', [row.id]), scene.now)
    const patch = {
      state: 'void',
      note: why,
      came: null,
      cameOn: null,
      resolvedAt: scene.now,
      resolvedById: scene.actor.id,
    }
    return {
      changes: [
        ...ends.filter(({ record }) => record === 'round'),
        { op: 'update', record: prediction.name, id: row.id, patch },
      ],
    }
  },
})

const isVoid = (name: string) =>
  sentence('{ref} is void. Ask anew with a rule that tells.', { ref: name })
