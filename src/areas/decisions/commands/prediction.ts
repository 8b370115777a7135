import type { Command, Scene } from '../../../engine/command.ts'
import { crud, present } from '../../../engine/crud.ts'
import { denied } from '../../../engine/problem.ts'
import { sentence } from '../../../engine/words.ts'
import { odds } from '../records/odds.ts'
import { prediction } from '../records/prediction.ts'
import { changesShape, lockedAgainst } from '../rules/prediction-lock.ts'

/** The plain verbs of a prediction, under one law: what is locked is neither reworded nor thrown away. */
export const predictionCommands: readonly Command[] = crud(prediction).map((verb): Command => {
  switch (verb.name) {
    case 'update-prediction':
      return guarded(verb, async ({ id, version: _, ...patch }, scene) => {
        const row = await present(prediction, id, scene)
        const refusal = lockedAgainst(row, patch)
        if (refusal !== undefined) throw refusal
        if (row['state'] === 'open' && changesShape(row, patch)) await unanswered(row.id, scene)
      })
    case 'remove-prediction':
      return guarded(verb, async ({ id }, scene) => {
        const row = await present(prediction, id, scene)
        if (row['state'] === 'locked' || row['state'] === 'resolved')
          throw denied(
            sentence('{ref} is locked and stays. Declare it void instead, with the reason.', {
              ref: row.ref,
            }),
          )
      })
    default:
      return verb
  }
})

/** Odds that others gave fit the question as it was. */
async function unanswered(id: string, { reader }: Scene): Promise<void> {
  const given = await reader.by(odds.name, 'predictionId', [id])
  const rounds = await reader.by('round', 'predictionId', [id])
  if (given.length > 0 || rounds.length > 0)
    throw denied('Odds were given on it: its kind, its answers and its unit stay as they are.')
}

function guarded(
  verb: Command,
  guard: (input: Readonly<Record<string, unknown>>, scene: Scene) => Promise<void>,
): Command {
  return {
    ...verb,
    decide: async (input, scene) => {
      await guard(input, scene)
      return verb.decide(input, scene)
    },
  }
}
