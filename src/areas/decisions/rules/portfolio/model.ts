import { largest } from '../../../../math/portfolio/faults.ts'
import type { Model, Option, Rule } from '../../../../math/portfolio/model.ts'
import { allFunctions, functionKey, type AskedPortfolio } from './asked.ts'
import { weightsOf, type Weights } from './weigh.ts'

/** The question as a solver takes it, and what it was made from. */
export interface Posed extends Weights {
  readonly model: Model
  /** How each function is written, by its key; those of capacities first. */
  readonly names: ReadonlyMap<string, string>
  /** Ideas that must be in and cannot be weighed, or do not stand for choice. */
  readonly lost: readonly string[]
  /** What a share is asked for of which no idea that is weighed is counted, as it is written. */
  readonly hollow: readonly string[]
  /** Ideas that depend on one that is not there to be chosen: that one's id by theirs. */
  readonly bereft: ReadonlyMap<string, string>
}

/**
 * Ideas as options, functions as capacities. A function of which nobody said how much it can do has no limit. What
 * is spent is counted over all functions together as well, for shares are asked of that.
 */
export function posed(asked: AskedPortfolio): Posed {
  const { weights, unweighed } = weightsOf(asked.ideas, asked.estimates, asked.costs)
  const known = new Set(weights.map(({ id }) => id))
  const names = namesOf(
    asked,
    weights.flatMap(({ takes }) => takes.map((one) => one.function)),
  )
  const options = weights.map(({ id, value, takes }): Option => {
    const amounts = new Map<string, number>()
    for (const take of takes)
      for (const key of [take.function, allFunctions])
        amounts.set(key, (amounts.get(key) ?? 0) + take.amount)
    return { id, value, costs: [...amounts].map(([capacity, amount]) => ({ capacity, amount })) }
  })
  const bereft = new Map(
    asked.ties.flatMap(({ fromId, relation, toId }) =>
      relation === 'depends-on' && known.has(fromId) && !known.has(toId)
        ? [[fromId, toId] as const]
        : [],
    ),
  )
  return {
    weights,
    unweighed,
    names,
    lost: asked.mustIds.filter((id) => !known.has(id)),
    hollow: asked.shares.flatMap(({ name, atLeast, ideaIds }) =>
      atLeast > 0 && !ideaIds.some((id) => known.has(id)) ? [name] : [],
    ),
    bereft,
    model: {
      options,
      capacities: [
        ...[...names.keys()].map((id) => ({ id, limit: limitOf(asked, id) })),
        { id: allFunctions, limit: Number.POSITIVE_INFINITY },
      ],
      groups: asked.shares.map(({ name, ideaIds }) => ({
        id: name,
        members: ideaIds.filter((id) => known.has(id)),
      })),
      rules: rulesOf(asked, known, bereft),
    },
  }
}

function namesOf(asked: AskedPortfolio, used: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const written = [...asked.capacities, ...asked.costs].map((one) => one.function.trim())
  for (const name of [...written, ...used])
    if (!names.has(functionKey(name))) names.set(functionKey(name), name)
  const limited = new Set(asked.capacities.map((one) => functionKey(one.function)))
  const wanted = new Set(used)
  // Of a cost whose idea is not weighed nothing is taken.
  return new Map([...names].filter(([key]) => limited.has(key) || wanted.has(key)))
}

function limitOf({ capacities }: AskedPortfolio, key: string): number {
  const own = capacities.filter((one) => functionKey(one.function) === key)
  return own.length === 0
    ? Number.POSITIVE_INFINITY
    : Math.min(
        largest,
        own.reduce((sum, { amount }) => sum + amount, 0),
      )
}

function rulesOf(
  asked: AskedPortfolio,
  known: ReadonlySet<string>,
  bereft: ReadonlyMap<string, string>,
): readonly Rule[] {
  const nevers = new Set([...asked.neverIds, ...bereft.keys()])
  return [
    ...[...new Set(asked.mustIds)]
      .filter((id) => known.has(id))
      .map((option): Rule => ({ is: 'must', option })),
    ...[...nevers].filter((id) => known.has(id)).map((option): Rule => ({ is: 'never', option })),
    ...asked.ties.flatMap(({ fromId, relation, toId }): readonly Rule[] => {
      if (!known.has(fromId) || !known.has(toId) || fromId === toId) return []
      return relation === 'depends-on'
        ? [{ is: 'requires', option: fromId, anyOf: [toId] }]
        : [{ is: 'exclusive', atMostOneOf: [fromId, toId] }]
    }),
    ...asked.shares.map(({ name, atLeast }): Rule => ({
      is: 'share',
      group: name,
      capacity: allFunctions,
      atLeast,
    })),
  ]
}
