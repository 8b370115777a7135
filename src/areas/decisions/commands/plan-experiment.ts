import { command } from '../../../engine/command.ts'
import { present, settle } from '../../../engine/crud.ts'
import { ref } from '../../../engine/field.ts'
import { experiment } from '../../experiments/index.ts'
import { scopeOf } from '../../people/index.ts'
import { idea } from '../records/idea.ts'

const {
  title,
  hypothesis,
  factor,
  spread,
  plannedSample,
  cost,
  days,
  metricId,
  comparison,
  threshold,
  ownerId,
} = experiment.fields

/** An experiment and the link that says which idea it tests, in one step; it is seen by whoever sees the idea. */
export const planExperiment = command({
  name: 'plan-experiment',
  says: 'Plan an experiment on an idea',
  on: 'idea',
  input: {
    id: ref({ label: 'Id', to: 'experiment', help: 'UUID version 7, made by the client' }),
    idea: ref({ label: 'Idea', to: 'idea', required: true }),
    title,
    hypothesis,
    factor,
    spread,
    plannedSample,
    days,
    cost,
    metricId,
    comparison,
    threshold,
    ownerId,
  },
  may: 'editor',
  promises: ['adds'],
  decide: async ({ id, idea: named, ...given }, scene) => {
    const tested = await present(idea, named, scene)
    const made = id ?? scene.newId()
    const row = {
      state: experiment.fields.state.default,
      comparison: comparison.default,
      ...(await settle(experiment, given, scene)),
      ...scopeOf(tested),
    }
    const tests = {
      fromKind: 'experiment',
      fromId: made,
      relation: 'tests',
      toKind: 'idea',
      toId: tested.id,
      polarity: 'neither',
      strength: null,
      note: null,
    }
    return {
      changes: [
        { op: 'create', record: 'experiment', id: made, row },
        { op: 'create', record: 'link', id: scene.newId(), row: tests },
      ],
      result: { id: made },
    }
  },
})
