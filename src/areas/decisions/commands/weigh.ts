import type { Change } from '../../../engine/change.ts'
import { command } from '../../../engine/command.ts'
import { present } from '../../../engine/crud.ts'
import { list, ref, text } from '../../../engine/field.ts'
import { invalid, type Place } from '../../../engine/problem.ts'
import { sentence } from '../../../engine/words.ts'
import { criterion } from '../records/criterion.ts'
import { scoringModel } from '../records/scoring-model.ts'

/** Gives the criteria of a model other weights, all at once and with a reason, which history keeps. */
export const weigh = command({
  name: 'weigh',
  says: 'Change the weights of a scoring model',
  on: 'scoring-model',
  input: {
    model: ref({ label: 'Scoring model', to: 'scoring-model', required: true }),
    weights: {
      ...list({
        label: 'Weights',
        of: 'text',
        most: 50,
        help: 'A criterion and its weight, such as CRIT-3=40',
      }),
      required: true,
    },
    reason: text({ label: 'Why these weights', max: 1000, lines: 'many', required: true }),
  },
  may: 'editor',
  promises: ['settles'],
  decide: async ({ model: which, weights, reason }, scene) => {
    const model = await present(scoringModel, which, scene)
    const criteria = await scene.reader.by(criterion.name, 'modelId', [model.id])
    const places: Place[] = []
    const changes: Change[] = []
    const left = new Map(criteria.map((row) => [row.id, Number(row['weight'] ?? 0)] as const))
    for (const one of weights) {
      const [name = '', given = ''] = one.split('=').map((part) => part.trim())
      const row = criteria.find(({ id, ref: own }) => id === name || own === name.toUpperCase())
      const weight = given === '' ? Number.NaN : Number(given)
      if (row === undefined || !(weight >= 0 && weight < Infinity)) {
        places.push({
          at: 'weights',
          says:
            row === undefined
              ? sentence('{name} is no criterion of {model}.', { name, model: model.ref })
              : sentence('The weight of {name} is a number from 0.', { name }),
        })
        continue
      }
      left.set(row.id, weight)
      if (row['weight'] !== weight)
        changes.push({ op: 'update', record: criterion.name, id: row.id, patch: { weight } })
    }
    const given = [...left.values()]
    if (places.length === 0 && given.length > 0 && given.every((weight) => weight === 0))
      places.push({ at: 'weights', says: 'At least one criterion has weight.' })
    if (places.length > 0) throw invalid('These weights cannot be given.', places)
    return {
      changes: [
        { op: 'update', record: scoringModel.name, id: model.id, patch: { reason } },
        ...changes,
      ],
    }
  },
})
