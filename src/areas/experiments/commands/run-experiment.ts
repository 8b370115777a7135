import { command, type Scene } from '../../../engine/command.ts'
import { present } from '../../../engine/crud.ts'
import { date, ref, text } from '../../../engine/field.ts'
import { invalid, taken } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import { sentence } from '../../../engine/words.ts'
import { experiment } from '../records/experiment.ts'
import { verdictOf } from '../rules/verdict.ts'

const { threshold, plannedSample, comparison, result, sample, learned } = experiment.fields
const named = { experiment: ref({ label: 'Experiment', to: 'experiment', required: true }) }

/** Begins a test. From now on its threshold, its direction and its planned sample stand. */
export const startExperiment = command({
  name: 'start-experiment',
  says: 'Start an experiment',
  on: 'experiment',
  input: {
    ...named,
    threshold,
    plannedSample,
    startedOn: date({ label: 'Started', help: 'Today without it' }),
    reason: text({
      label: 'Why without a threshold',
      max: 1000,
      lines: 'many',
      help: 'Needed where no threshold is set: afterwards any result looks like what one meant',
    }),
  },
  may: 'editor',
  promises: ['settles'],
  decide: async ({ experiment: which, reason, startedOn, ...given }, scene) => {
    const row = await present(experiment, which, scene)
    if (row['state'] === 'running' && isAsItRuns(row, given)) return { changes: [] }
    if (row['state'] !== 'planned')
      throw taken(sentence('{ref} has been started before.', { ref: row.ref }))
    const set = {
      threshold: given.threshold ?? numberIn(row['threshold']),
      plannedSample: given.plannedSample ?? numberIn(row['plannedSample']),
    }
    const why = (reason ?? '').trim()
    if (set.threshold === null && why === '')
      throw invalid('A test has its threshold before it runs.', [
        { at: 'threshold', says: 'Give the result at which you would believe it.' },
        { at: 'reason', says: 'Or say why it runs without one.' },
      ])
    const patch = {
      ...set,
      state: 'running',
      startedOn: startedOn ?? scene.now.slice(0, 10),
      ...(set.threshold === null ? { hypothesis: withReason(String(row['hypothesis']), why) } : {}),
    }
    return { changes: [{ op: 'update', record: experiment.name, id: row.id, patch }] }
  },
})

/** Nothing that is said differs from what it runs with. */
const isAsItRuns = (
  row: Row,
  given: {
    readonly threshold?: number | null | undefined
    readonly plannedSample?: number | null | undefined
  },
): boolean =>
  (given.threshold ?? row['threshold']) === row['threshold'] &&
  (given.plannedSample ?? row['plannedSample']) === row['plannedSample']

/** Ends a test: the result is held against the threshold that was set before. */
export const endExperiment = command({
  name: 'end-experiment',
  says: 'End an experiment',
  on: 'experiment',
  input: {
    ...named,
    result: { ...result, required: true },
    sample,
    endedOn: date({ label: 'Ended', help: 'Today without it' }),
    learned: { ...learned, required: true },
  },
  may: 'editor',
  decide: async ({ experiment: which, endedOn, ...came }, scene) => {
    const row = await running(which, scene)
    const patch = {
      state: 'ended',
      endedOn: endedOn ?? scene.now.slice(0, 10),
      result: came.result,
      sample: came.sample ?? null,
      learned: came.learned,
      verdict: verdictOf({
        comparison: row['comparison'] === 'at-most' ? 'at-most' : comparison.default,
        threshold: numberIn(row['threshold']),
        result: came.result,
        plannedSample: numberIn(row['plannedSample']),
        sample: came.sample ?? null,
      }),
    }
    return {
      changes: [{ op: 'update', record: experiment.name, id: row.id, patch }],
      result: { verdict: patch.verdict },
    }
  },
})

/** Breaks a test off. What it taught is worth as much as of one that ended. */
export const stopExperiment = command({
  name: 'stop-experiment',
  says: 'Stop an experiment',
  on: 'experiment',
  input: { ...named, learned: { ...learned, required: true } },
  may: 'editor',
  decide: async ({ experiment: which, learned: words }, scene) => {
    const row = await running(which, scene)
    const patch = {
      state: 'stopped',
      endedOn: scene.now.slice(0, 10),
      learned: words,
      verdict: 'unclear',
    }
    return { changes: [{ op: 'update', record: experiment.name, id: row.id, patch }] }
  },
})

async function running(which: string, scene: Scene): Promise<Row> {
  const row = await present(experiment, which, scene)
  if (row['state'] !== 'running')
    throw taken(sentence('{ref} does not run. Start it first.', { ref: row.ref }))
  return row
}

const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** Why it has no threshold stands where everybody reads it, as long as there is room. */
const withReason = (hypothesis: string, why: string): string =>
  [...`${hypothesis}\n\n${why}`].slice(0, experiment.fields.hypothesis.max).join('')
