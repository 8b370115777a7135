import { faultsOf } from './faults.ts'
import type { Model, Rule } from './model.ts'

/**
 * A model by numbers, for what runs often. Options are sorted by id and rules by what they name, so that
 * neither the sums nor what a solver finds depends on the order in which things came.
 */
export interface Indexed {
  readonly ids: readonly string[]
  readonly at: ReadonlyMap<string, number>
  readonly values: Float64Array
  readonly capacities: readonly Spending[]
  readonly musts: readonly number[]
  readonly nevers: readonly number[]
  readonly requirements: readonly Requirement[]
  readonly exclusives: readonly (readonly number[])[]
  readonly counts: readonly Count[]
  readonly shares: readonly Share[]
}

export interface Spending {
  readonly id: string
  readonly limit: number
  /** By option. */
  readonly costs: Float64Array
}

export interface Requirement {
  readonly option: number
  readonly anyOf: readonly number[]
}

export interface Count {
  readonly group: string
  readonly members: readonly number[]
  readonly atLeast: number
}

export interface Share {
  readonly members: ReadonlySet<number>
  /** Index of the capacity. */
  readonly capacity: number
  readonly atLeast: number
}

/** Throws for a model with faults: whoever takes models from outside asks `faultsOf` first. */
export function indexOf(model: Model): Indexed {
  const [fault] = faultsOf(model)
  if (fault !== undefined) throw new Error(`The model has a fault: ${JSON.stringify(fault)}`)
  const options = model.options.toSorted((left, right) => inOrder(left.id, right.id))
  const at = new Map(options.map(({ id }, index) => [id, index]))
  return {
    ids: options.map(({ id }) => id),
    at,
    values: Float64Array.from(options, ({ value }) => value),
    capacities: spendings(model, at),
    musts: indexes(
      at,
      only(model, 'must').map(({ option }) => option),
    ),
    nevers: indexes(
      at,
      only(model, 'never').map(({ option }) => option),
    ),
    requirements: requirements(model, at),
    exclusives: only(model, 'exclusive')
      .map(({ atMostOneOf }) => indexes(at, atMostOneOf))
      .toSorted(inOrderOfAll),
    counts: counts(model, at),
    shares: shares(model, at),
  }
}

/** The ids of the options that are in. */
export const idsOf = (given: Indexed, chosen: Uint8Array): readonly string[] =>
  given.ids.filter((_, index) => chosen[index] === 1)

/** Which options are in; ids that the model does not know are left aside. */
export function chosenOf(given: Indexed, ids: Iterable<string>): Uint8Array {
  const chosen = new Uint8Array(given.ids.length)
  for (const id of ids) {
    const index = given.at.get(id)
    if (index !== undefined) chosen[index] = 1
  }
  return chosen
}

/** What is in, in all: of values or of costs, summed in the order of ids. */
export function sumOf(amounts: Float64Array, chosen: Uint8Array): number {
  let sum = 0
  for (let index = 0; index < amounts.length; index++)
    if (chosen[index] === 1) sum += amounts[index] ?? 0
  return sum
}

function spendings(model: Model, at: ReadonlyMap<string, number>): readonly Spending[] {
  const all = model.capacities
    .toSorted((left, right) => inOrder(left.id, right.id))
    .map(({ id, limit }): Spending => ({ id, limit, costs: new Float64Array(at.size) }))
  const byId = new Map(all.map((spending) => [spending.id, spending]))
  for (const { id, costs } of model.options)
    for (const { capacity, amount } of costs)
      byId.get(capacity)?.costs.set([amount], at.get(id) ?? 0)
  return all
}

/** What requires itself, among others or alone, asks for nothing. */
const requirements = (model: Model, at: ReadonlyMap<string, number>): readonly Requirement[] =>
  only(model, 'requires')
    .map((rule) => ({ option: at.get(rule.option) ?? 0, anyOf: indexes(at, rule.anyOf) }))
    .filter(({ option, anyOf }) => !anyOf.includes(option))
    .toSorted((left, right) => left.option - right.option || inOrderOfAll(left.anyOf, right.anyOf))

const counts = (model: Model, at: ReadonlyMap<string, number>): readonly Count[] =>
  only(model, 'count')
    .toSorted((left, right) => inOrder(left.group, right.group) || left.atLeast - right.atLeast)
    .map(({ group, atLeast }) => ({ group, members: members(model, group, at), atLeast }))

function shares(model: Model, at: ReadonlyMap<string, number>): readonly Share[] {
  const capacities = model.capacities.map(({ id }) => id).toSorted(inOrder)
  return only(model, 'share')
    .toSorted(
      (left, right) =>
        inOrder(left.capacity, right.capacity) ||
        inOrder(left.group, right.group) ||
        left.atLeast - right.atLeast,
    )
    .map(({ group, capacity, atLeast }) => ({
      members: new Set(members(model, group, at)),
      capacity: capacities.indexOf(capacity),
      atLeast,
    }))
}

const only = <Kind extends Rule['is']>(
  model: Model,
  is: Kind,
): readonly Extract<Rule, { readonly is: Kind }>[] =>
  model.rules.filter((rule): rule is Extract<Rule, { readonly is: Kind }> => rule.is === is)

const members = (model: Model, group: string, at: ReadonlyMap<string, number>): readonly number[] =>
  indexes(at, model.groups.find(({ id }) => id === group)?.members ?? [])

const indexes = (at: ReadonlyMap<string, number>, ids: readonly string[]): readonly number[] =>
  [...new Set(ids)].flatMap((id) => at.get(id) ?? []).toSorted((left, right) => left - right)

/** By code unit, the same everywhere. */
const inOrder = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

function inOrderOfAll(left: readonly number[], right: readonly number[]): number {
  for (const [index, one] of left.entries()) {
    const other = right[index]
    if (other === undefined) return 1
    if (one !== other) return one - other
  }
  return left.length - right.length
}
