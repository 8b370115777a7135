import type { Change } from '../../../engine/change.ts'
import type { Command, Scene } from '../../../engine/command.ts'
import { crud } from '../../../engine/crud.ts'
import { invalid, type Place } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import { sentence } from '../../../engine/words.ts'
import { criterion } from '../records/criterion.ts'
import { scoringModel } from '../records/scoring-model.ts'
import type { Fault } from '../rules/models/formula.ts'
import { criterionIn, modelIn, nameOf, type Criterion, type Model } from '../rules/models/model.ts'

type Plain = Readonly<Record<string, unknown>>

/** The plain verbs of a scoring model. A formula is read and checked where it is given, and refused at its place. */
export const modelCommands: readonly Command[] = crud(scoringModel).map((verb) =>
  verb.name === 'create-scoring-model' || verb.name === 'update-scoring-model'
    ? checked(verb, async (after, scene) => {
        if (typeof after['formula'] !== 'string' && after['method'] === 'formula') return []
        const model = modelIn(after)
        const criteria = await criteriaIn(model.id, scene)
        // A method that has no criteria yet gets them next.
        if (criteria.length === 0 && model.method !== 'formula') return []
        return (await faultsOf(model, criteria))
          .filter(({ criterionId }) => criterionId === null)
          .map(({ says }) => ({ at: model.method === 'formula' ? 'formula' : 'method', says }))
      })
    : verb,
)

/** A verb of a criterion, which may neither take from a formula what it speaks of, nor be named like another of its model. */
export function keepingFormulas(verb: Command): Command {
  if (verb.name === 'create-criterion' || verb.name === 'update-criterion')
    return checked(verb, async (after, scene) => {
      const others = await besides(after, scene)
      if (others === undefined) return []
      const own = criterionIn(after)
      const twin = others.criteria.find(({ name, id }) => name === own.name && id !== own.id)
      return [
        ...(twin === undefined
          ? []
          : [
              {
                at: 'name',
                says: sentence('{title} is called {name} already. Give another name.', {
                  title: twin.title,
                  name: nameOf(own.name),
                }),
              },
            ]),
        ...newFaults(
          await faultsWith(others, [...others.criteria.filter(({ id }) => id !== own.id), own]),
          await faultsWith(others, others.criteria),
        ).map(({ criterionId, says }) => ({
          at: criterionId === own.id ? 'formula' : 'name',
          says,
        })),
      ]
    })
  if (verb.name === 'remove-criterion')
    return {
      ...verb,
      decide: async (input: Plain, scene: Scene) => {
        const verdict = await verb.decide(input as never, scene)
        const gone = verdict.changes.find(({ record }) => record === criterion.name)
        const row = gone === undefined ? undefined : await scene.reader.get(criterion.name, gone.id)
        const others = row === undefined ? undefined : await besides(row, scene)
        if (row !== undefined && others !== undefined) {
          const faults = newFaults(
            await faultsWith(
              others,
              others.criteria.filter(({ id }) => id !== row.id),
            ),
            await faultsWith(others, others.criteria),
          )
          if (faults.length > 0)
            throw invalid(
              sentence('A formula speaks of {title}. Change the formula first.', {
                title: String(row['title']),
              }),
              faults.map(({ says }) => ({ at: 'id', says })),
            )
        }
        return verdict
      },
    }
  return verb
}

type Check = (after: Plain & { readonly id: string }, scene: Scene) => Promise<readonly Place[]>

/** Checks the row as it would stand, and refuses what does not fit. */
function checked(verb: Command, check: Check): Command {
  return {
    ...verb,
    decide: async (input: Plain, scene: Scene) => {
      const verdict = await verb.decide(input as never, scene)
      const [change] = verdict.changes
      const made = change === undefined ? undefined : givenIn(change)
      if (change === undefined || made === undefined) return verdict
      const before =
        change.op === 'create' ? undefined : await scene.reader.get(change.record, change.id)
      const places = await check({ ...before, ...made, id: change.id }, scene)
      if (places.length > 0) throw invalid('That does not fit in this model.', places)
      return verdict
    },
  }
}

function givenIn(change: Change): Plain | undefined {
  if (change.op === 'create') return change.row
  return change.op === 'update' ? change.patch : undefined
}

interface Others {
  readonly model: Row
  readonly criteria: readonly Criterion[]
}

/** The model of a criterion with all its criteria; undefined for one of a decision, which has no formula. */
async function besides(row: Plain, scene: Scene): Promise<Others | undefined> {
  if (typeof row['modelId'] !== 'string') return undefined
  const model = await scene.reader.get(scoringModel.name, row['modelId'])
  return model === undefined ? undefined : { model, criteria: await criteriaIn(model.id, scene) }
}

const criteriaIn = async (modelId: string, { reader }: Scene): Promise<readonly Criterion[]> =>
  (await reader.by(criterion.name, 'modelId', [modelId])).map(criterionIn)

const faultsWith = ({ model }: Others, criteria: readonly Criterion[]): Promise<readonly Fault[]> =>
  faultsOf(
    typeof model['formula'] !== 'string' && model['method'] === 'formula'
      ? { ...modelIn(model), formula: '0' }
      : modelIn(model),
    criteria,
  )

/** The language of formulas comes when the first is given: most pages never need it. */
async function faultsOf(model: Model, criteria: readonly Criterion[]): Promise<readonly Fault[]> {
  const { treesOf } = await import('../rules/models/formula.ts')
  return treesOf(model, criteria).faults
}

/** What is wrong now and was not before. */
function newFaults(now: readonly Fault[], before: readonly Fault[]): readonly Fault[] {
  const known = new Set(before.map(({ key }) => key))
  return now.filter(({ key }) => !known.has(key))
}
