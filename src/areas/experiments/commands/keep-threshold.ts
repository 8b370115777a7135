import type { Change } from '../../../engine/change.ts'
import type { Command, Scene } from '../../../engine/command.ts'
import { crud } from '../../../engine/crud.ts'
import { must, taken } from '../../../engine/problem.ts'
import { setMany } from '../../../engine/set-many.ts'
import { sentence } from '../../../engine/words.ts'
import { experiment } from '../records/experiment.ts'

/** What stands from the moment on at which a test runs. */
const locked: readonly string[] = [
  'hypothesis',
  'metricId',
  'comparison',
  'threshold',
  'plannedSample',
]

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
  const patches = changes.flatMap((one) =>
    one.op === 'update' && one.record === experiment.name
      ? [{ id: one.id, at: Object.keys(one.patch).filter((name) => locked.includes(name)) }]
      : [],
  )
  const touched = patches.filter(({ at }) => at.length > 0)
  if (touched.length === 0) return
  const rows = await reader.many(
    experiment.name,
    touched.map(({ id }) => id),
  )
  for (const row of rows) {
    if (row['state'] === 'planned') continue
    const { at } = must(touched.find(({ id }) => id === row.id))
    throw taken(
      sentence('{ref} runs or ran with what was set before. That does not change any more.', {
        ref: row.ref,
      }),
      at.map((name) => ({ at: name, says: 'It was locked when the experiment started.' })),
    )
  }
}
