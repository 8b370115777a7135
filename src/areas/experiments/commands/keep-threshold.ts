import type { Change } from '../../../engine/change.ts'
import type { Command, Scene } from '../../../engine/command.ts'
import { crud } from '../../../engine/crud.ts'
import { setMany } from '../../../engine/set-many.ts'
import { experiment } from '../records/experiment.ts'
import { lockedAgainst } from '../rules/keeps-threshold.ts'

/** Changing an experiment, one or many: what was said before it ran is not said otherwise afterwards. */
export const experimentCommands: readonly Command[] = [...crud(experiment), ...setMany(experiment)]
  .filter(({ name }) => name === 'update-experiment' || name === 'set-experiments')
  .map((verb) => ({
    ...verb,
    decide: async (input: Readonly<Record<string, unknown>>, scene: Scene) => {
      const verdict = await verb.decide(input as never, scene)
      await checkLocked(verdict.changes, scene)
      return verdict
    },
  }))

async function checkLocked(changes: readonly Change[], { reader }: Scene): Promise<void> {
  const patches = new Map(
    changes.flatMap((one) =>
      one.op === 'update' && one.record === experiment.name ? [[one.id, one.patch] as const] : [],
    ),
  )
  if (patches.size === 0) return
  for (const row of await reader.many(experiment.name, [...patches.keys()])) {
    const refusal = lockedAgainst(row, { ...row, ...patches.get(row.id) })
    if (refusal !== undefined) throw refusal
  }
}
