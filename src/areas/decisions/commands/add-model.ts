import type { Change } from '../../../engine/change.ts'
import { command } from '../../../engine/command.ts'
import { settle } from '../../../engine/crud.ts'
import { ref, text } from '../../../engine/field.ts'
import { invalid } from '../../../engine/problem.ts'
import { criterion } from '../records/criterion.ts'
import { scoringModel } from '../records/scoring-model.ts'
import { nameOf } from '../rules/models/model.ts'

const { method, formula, productId } = scoringModel.fields

/**
 * A scoring model with its criteria, as its method has them. One with a formula of its own gets a criterion for each
 * name that the formula speaks of, so that it can be rated at once.
 */
export const addModel = command({
  name: 'add-model',
  says: 'Add a scoring model',
  on: 'scoring-model',
  input: {
    id: ref({ label: 'Id', to: 'scoring-model', help: 'UUID version 7, made by the client' }),
    method,
    title: text({ label: 'Title', max: 120, help: 'The name of the method without it' }),
    formula,
    productId,
  },
  may: 'editor',
  promises: ['adds'],
  decide: async ({ id, method: chosen, title, formula: own, productId: of }, scene) => {
    // Both come when a model is made: most pages never need them.
    const { newNamesIn, treesOf } = await import('../rules/models/formula.ts')
    const { templates } = await import('../rules/models/templates.ts')
    const made = id ?? scene.newId()
    const given = chosen === 'formula' ? (own ?? '') : null
    if (given !== null) {
      const names = newNamesIn(given, [])
      const { faults } = treesOf(
        { id: made, method: 'formula', formula: given },
        names.map((name) => ({ ...blank, id: name, name, title: name })),
      )
      if (faults.length > 0)
        throw invalid(
          'The formula cannot be worked out.',
          faults.map(({ says }) => ({ at: 'formula', says })),
        )
    }
    const template = chosen === 'formula' ? undefined : templates[chosen]
    const row = await settle(
      scoringModel,
      {
        title: title ?? template?.title ?? scene.words.say('Own formula'),
        method: chosen,
        formula: given,
        isOffered: template?.isOffered ?? false,
        productId: of ?? null,
        visibility: 'workspace',
        draft: false,
      },
      scene,
    )
    const criteria =
      template === undefined
        ? newNamesIn(given ?? '', []).map((name) => ({
            title: name,
            name: nameOf(name),
            weight: 1,
            better: 'higher',
            source: 'ratings',
          }))
        : template.criteria.map((one) => ({ ...one, title: scene.words.told(one.title) }))
    const changes: Change[] = [{ op: 'create', record: scoringModel.name, id: made, row }]
    for (const [place, one] of criteria.entries())
      changes.push({
        op: 'create',
        record: criterion.name,
        id: scene.newId(),
        row: { ...one, modelId: made, place, raterIds: [] },
      })
    return { changes, result: { id: made } }
  },
})

const blank = {
  unit: '',
  weight: 1,
  better: 'higher',
  least: null,
  most: null,
  source: 'ratings',
  formula: null,
  raterIds: [],
} as const
