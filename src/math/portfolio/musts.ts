import type { Model } from './model.ts'
import { roomOf } from './rounding.ts'

/** Why what must be in cannot all be in. It is found without a solver, so a person hears it while typing. */
export type Quarrel =
  /** What is a must requires, step by step, what may never be in. The path goes from the one to the other. */
  | { readonly code: 'must-needs-never'; readonly path: readonly string[] }
  /** Two musts, or what they require, exclude each other. The paths end at the two that do. */
  | {
      readonly code: 'musts-exclude'
      readonly paths: readonly [readonly string[], readonly string[]]
    }
  | {
      readonly code: 'musts-exceed'
      readonly capacity: string
      /** So few that they are too much with what they require, and would not be without any one of them. */
      readonly musts: readonly string[]
      /** What these take, with what they require, and by how much that is more than the limit. */
      readonly needed: number
      readonly limit: number
      readonly over: number
      /** What all musts take together. */
      readonly neededByAll: number
    }

/** The quarrels among musts, over requirements that leave no choice. Other reasons: `conflictsOf`. */
export function quarrelsOf(model: Model): readonly Quarrel[] {
  const musts = [
    ...new Set(model.rules.flatMap((rule) => (rule.is === 'must' ? [rule.option] : []))),
  ]
  const requires = requirementsOf(model)
  const paths = new Map(musts.map((must) => [must, pathsFrom(must, requires)]))
  return [
    ...withNever(model, paths),
    ...excludingEachOther(model, paths),
    ...exceeding(model, paths),
  ]
}

/** By what is reached: the path that leads there, both ends in it. */
type Paths = ReadonlyMap<string, readonly string[]>

function requirementsOf(model: Model): ReadonlyMap<string, readonly string[]> {
  const requires = new Map<string, string[]>()
  for (const rule of model.rules) {
    const [only, ...others] = rule.is === 'requires' ? new Set(rule.anyOf) : []
    if (rule.is !== 'requires' || only === undefined || others.length > 0) continue
    requires.set(rule.option, [...(requires.get(rule.option) ?? []), only])
  }
  return requires
}

function pathsFrom(must: string, requires: ReadonlyMap<string, readonly string[]>): Paths {
  const paths = new Map<string, readonly string[]>([[must, [must]]])
  for (const [one, path] of paths)
    for (const next of requires.get(one) ?? [])
      if (!paths.has(next)) paths.set(next, [...path, next])
  return paths
}

function withNever(model: Model, paths: ReadonlyMap<string, Paths>): readonly Quarrel[] {
  const nevers = new Set(model.rules.flatMap((rule) => (rule.is === 'never' ? [rule.option] : [])))
  return [...paths.values()].flatMap((reached) =>
    [...nevers].flatMap((never): readonly Quarrel[] => {
      const path = reached.get(never)
      return path === undefined ? [] : [{ code: 'must-needs-never', path }]
    }),
  )
}

/** One quarrel for each exclusive set and each pair in it, over the musts that are named first. */
function excludingEachOther(model: Model, paths: ReadonlyMap<string, Paths>): readonly Quarrel[] {
  return model.rules.flatMap((rule) => {
    if (rule.is !== 'exclusive') return []
    const hit = [...new Set(rule.atMostOneOf)].flatMap((id) => {
      const reached = [...paths.values()].find((each) => each.has(id))?.get(id)
      return reached === undefined ? [] : [reached]
    })
    const [first, ...others] = hit
    if (first === undefined) return []
    return others.map((other): Quarrel => ({ code: 'musts-exclude', paths: [first, other] }))
  })
}

function exceeding(model: Model, paths: ReadonlyMap<string, Paths>): readonly Quarrel[] {
  return model.capacities.flatMap(({ id: capacity, limit }): readonly Quarrel[] => {
    const costs = new Map(
      model.options.map((option) => [
        option.id,
        option.costs.find((cost) => cost.capacity === capacity)?.amount ?? 0,
      ]),
    )
    const needs = (musts: readonly string[]): number => {
      const all = new Set(musts.flatMap((must) => [...(paths.get(must)?.keys() ?? [])]))
      return [...all].reduce((sum, id) => sum + (costs.get(id) ?? 0), 0)
    }
    const all = [...paths.keys()]
    const neededByAll = needs(all)
    if (neededByAll <= roomOf(limit)) return []
    const musts = fewest(all, needs, limit)
    const needed = needs(musts)
    return [
      { code: 'musts-exceed', capacity, musts, needed, limit, over: needed - limit, neededByAll },
    ]
  })
}

/** Leaves out one after the other, the cheapest first, while the rest is still too much. */
function fewest(
  all: readonly string[],
  needs: (musts: readonly string[]) => number,
  limit: number,
): readonly string[] {
  const cheapestFirst = all.toSorted((left, right) => needs([left]) - needs([right]))
  return cheapestFirst.reduce<readonly string[]>((kept, must) => {
    const without = kept.filter((one) => one !== must)
    return needs(without) > roomOf(limit) ? without : kept
  }, all)
}
