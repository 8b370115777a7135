import type { Barrier, Model, Rule } from './model.ts'
import { leastOf, roomOf } from './rounding.ts'

/** A barrier that a set runs into, with the amounts that show it. */
export interface Broken {
  readonly barrier: Barrier | { readonly is: 'unknown'; readonly option: string }
  /**
   * What is, and what would have to be: for a limit what is used and the limit, for a share the share and
   * the least, for a count and an exclusive set how many and how many at least or at most. Else 0 and 1.
   */
  readonly has: number
  readonly asks: number
}

/**
 * What a set runs into; nothing where it keeps all rules and limits. It is read from the model as it
 * stands and knows no solver, so that it can judge what a solver says.
 */
export function brokenBy(model: Model, chosen: Iterable<string>): readonly Broken[] {
  const set = new Set(chosen)
  const known = new Set(model.options.map(({ id }) => id))
  const strangers = [...set].filter((id) => !known.has(id))
  return [
    ...strangers.map((option): Broken => ({ barrier: { is: 'unknown', option }, has: 1, asks: 0 })),
    ...limitsBroken(model, set),
    ...model.rules.flatMap((rule) => ruleBroken(model, rule, set)),
  ]
}

export const isFeasible = (model: Model, chosen: Iterable<string>): boolean =>
  brokenBy(model, chosen).length === 0

/** What a set spends, by capacity; of one that is not in it, nothing. */
function spent(model: Model, set: ReadonlySet<string>): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const option of model.options) {
    if (!set.has(option.id)) continue
    for (const { capacity, amount } of option.costs)
      sums.set(capacity, (sums.get(capacity) ?? 0) + amount)
  }
  return sums
}

function limitsBroken(model: Model, set: ReadonlySet<string>): readonly Broken[] {
  const sums = spent(model, set)
  return model.capacities.flatMap(({ id, limit }) => {
    const used = sums.get(id) ?? 0
    if (used <= roomOf(limit)) return []
    return [{ barrier: { is: 'limit', capacity: id }, has: used, asks: limit }]
  })
}

function ruleBroken(model: Model, rule: Rule, set: ReadonlySet<string>): readonly Broken[] {
  const broken = (has: number, asks: number): readonly Broken[] => [{ barrier: rule, has, asks }]
  switch (rule.is) {
    case 'must':
      return set.has(rule.option) ? [] : broken(0, 1)
    case 'never':
      return set.has(rule.option) ? broken(1, 0) : []
    case 'requires':
      return !set.has(rule.option) || rule.anyOf.some((id) => set.has(id)) ? [] : broken(0, 1)
    case 'exclusive': {
      const count = new Set(rule.atMostOneOf.filter((id) => set.has(id))).size
      return count <= 1 ? [] : broken(count, 1)
    }
    case 'count': {
      const count = membersOf(model, rule.group, set).size
      return count >= rule.atLeast ? [] : broken(count, rule.atLeast)
    }
    case 'share': {
      const all = spent(model, set).get(rule.capacity) ?? 0
      const part = spent(model, membersOf(model, rule.group, set)).get(rule.capacity) ?? 0
      return part >= leastOf(rule.atLeast) * all ? [] : broken(part / all, rule.atLeast)
    }
  }
}

function membersOf(model: Model, group: string, set: ReadonlySet<string>): ReadonlySet<string> {
  const found = model.groups.find(({ id }) => id === group)
  return new Set(found?.members.filter((id) => set.has(id)))
}
