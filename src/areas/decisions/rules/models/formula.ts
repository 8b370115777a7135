import { sentence, type Sentence } from '../../../../engine/words.ts'
import { check, type Named, type Vocabulary } from '../../../../math/formula/check.ts'
import type { Mistake } from '../../../../math/formula/mistake.ts'
import { order } from '../../../../math/formula/order.ts'
import { parse } from '../../../../math/formula/parse.ts'
import { namesIn, type Expr } from '../../../../math/formula/tree.ts'
import { plain, unitNamed, type Unit } from '../../../../math/formula/unit.ts'
import { placeSaid } from './mistake-said.ts'
import type { Criterion, Model } from './model.ts'
import { methodFormulas } from './templates.ts'

/** What a formula over these criteria may speak of: their names, and the units in which they are given. */
export function vocabularyOf(criteria: readonly Criterion[]): Vocabulary {
  const units = unitsOf(criteria)
  const names = new Map<string, Named>()
  for (const { name, unit } of criteria)
    if (name !== '')
      names.set(
        name,
        unit === '%' ? { unit: plain, isShare: true } : { unit: unitNamed(unit, units) ?? plain },
      )
  return { names, units }
}

/** Every word of a unit is one of its own: months and quarters do not convert into each other. */
function unitsOf(criteria: readonly Criterion[]): ReadonlyMap<string, Unit> {
  const words = criteria.flatMap(({ unit }) =>
    unit === '%' || unit === ''
      ? []
      : unit.split(/[·*/]/u).map((part) => part.trim().replace(/\^\d$/u, '')),
  )
  return new Map(
    words.filter((word) => word !== '' && word !== '1').map((word) => [word, { [word]: 1 }]),
  )
}

/** The formulas of a model, each after those it speaks of: of its criteria by their id, and of itself by ''. */
export interface Trees {
  readonly of: ReadonlyMap<string, Expr>
  readonly order: readonly string[]
  readonly faults: readonly Fault[]
}

/** What is wrong in the formula of a criterion, or of the model itself where `criterionId` is null. */
export interface Fault {
  readonly criterionId: string | null
  /** Names what is wrong and where, whatever might be meant instead. */
  readonly key: string
  readonly says: Sentence
}

/**
 * Reads, checks and orders the formulas of a model: the names must be those of criteria, the units must fit, and none
 * may speak of itself by a circle. What is worked out of others has the unit that comes of it, and a unit that is given
 * besides must be the same. Nothing of it is run as code.
 */
export function treesOf(model: Model, criteria: readonly Criterion[]): Trees {
  const faults: Fault[] = []
  const of = new Map<string, Expr>()
  const texts = new Map<string, string>()
  const read = (id: string, text: string): void => {
    const { tree, mistakes } = parse(text)
    texts.set(id, text)
    of.set(id, tree)
    for (const one of mistakes) faults.push(faultAt(id, text, one))
  }
  for (const { id, source, formula } of criteria) if (source === 'formula') read(id, formula ?? '')
  const own = formulaOf(model)
  if (own !== null) read('', own)
  if (faults.length > 0) return { of, order: [], faults }
  const ids = new Map(criteria.map(({ id, name }) => [name, id] as const))
  const worked = new Map(
    criteria.flatMap(({ id, name }) => {
      const tree = of.get(id)
      return tree === undefined ? [] : [[name, tree] as const]
    }),
  )
  const { order: names, cycle } = order(worked)
  if (cycle !== null) return { of, order: [], faults: [circle(cycle, ids)] }
  const known = new Map(vocabularyOf(criteria).names)
  const { units } = vocabularyOf(criteria)
  const inOrder = [...names.map((name) => [ids.get(name) ?? '', name] as const), ['', ''] as const]
  for (const [id, name] of inOrder) {
    const tree = of.get(id)
    if (tree === undefined) continue
    const text = texts.get(id) ?? ''
    const { unit, mistakes } = check(tree, { names: known, units })
    for (const one of mistakes) faults.push(faultAt(id, text, one))
    if (name !== '' && unit !== null) known.set(name, { unit })
  }
  return { of, order: inOrder.map(([id]) => id).filter((id) => of.has(id)), faults }
}

/** The formula that a model is worked out by; null where it is by another way. */
export const formulaOf = ({ method, formula }: Model): string | null =>
  method === 'formula' ? (formula ?? '') : (methodFormulas[method] ?? null)

/** The criteria that a formula speaks of and that are not there yet, by their names, each once. */
export function newNamesIn(text: string, criteria: readonly Criterion[]): readonly string[] {
  const { tree, mistakes } = parse(text)
  if (mistakes.length > 0) return []
  const known = new Set(criteria.map(({ name }) => name))
  return [...namesIn(tree).keys()].filter((name) => !known.has(name))
}

const faultAt = (id: string, text: string, one: Mistake): Fault => ({
  criterionId: id === '' ? null : id,
  key: `${id} ${one.code} ${one.at.join(' ')}`,
  says: placeSaid(text, one),
})

const circle = (names: readonly string[], ids: ReadonlyMap<string, string>): Fault => ({
  criterionId: ids.get(names[0] ?? '') ?? null,
  key: 'circle',
  says: sentence('{names}: these are worked out of each other. Give one of them otherwise.', {
    names: names.join(' → '),
  }),
})
