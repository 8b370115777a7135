import type { Model, Rule } from './model.ts'

export type FaultCode =
  | 'duplicate-option'
  | 'duplicate-capacity'
  | 'duplicate-group'
  | 'duplicate-cost'
  | 'unknown-option'
  | 'unknown-capacity'
  | 'unknown-group'
  | 'not-a-number'
  | 'too-large'
  | 'negative-cost'
  | 'negative-limit'
  | 'share-out-of-range'
  | 'count-not-whole'
  | 'nothing-required'
  | 'draws-missing'

/** What is wrong with a model, so that it cannot be read. */
export interface Fault {
  readonly code: FaultCode
  /** The id that is wrong, then those of what names it. */
  readonly ids: readonly string[]
  /** Where it stands (`rule` counts from 0) and which number it is. */
  readonly params: Readonly<Record<string, number>>
}

/** Beyond this the doubles in a sum are no longer whole numbers apart. */
export const largest = 1e15

/** All that is wrong with a model; empty for one that can be read. Whether it can be met is another question. */
export function faultsOf(model: Model): readonly Fault[] {
  const known: Known = {
    options: new Set(model.options.map(({ id }) => id)),
    capacities: new Set(model.capacities.map(({ id }) => id)),
    groups: new Set(model.groups.map(({ id }) => id)),
  }
  return [
    ...twice(model.options).map((id) => fault('duplicate-option', [id])),
    ...twice(model.capacities).map((id) => fault('duplicate-capacity', [id])),
    ...twice(model.groups).map((id) => fault('duplicate-group', [id])),
    ...model.options.flatMap(({ id, value }) => finite(value, [id])),
    ...model.options.flatMap((option) => faultsOfCosts(option, known)),
    ...model.capacities.flatMap(({ id, limit }) => faultsOfLimit(id, limit)),
    ...model.groups.flatMap(({ id, members }) =>
      members
        .filter((member) => !known.options.has(member))
        .map((member) => fault('unknown-option', [member, id])),
    ),
    ...model.rules.flatMap((rule, at) => faultsOfRule(rule, at, known)),
  ]
}

interface Known {
  readonly options: ReadonlySet<string>
  readonly capacities: ReadonlySet<string>
  readonly groups: ReadonlySet<string>
}

const fault = (
  code: FaultCode,
  ids: readonly string[],
  params: Readonly<Record<string, number>> = {},
): Fault => ({ code, ids, params })

function twice(named: readonly { readonly id: string }[]): readonly string[] {
  const seen = new Set<string>()
  const again = new Set<string>()
  for (const { id } of named) (seen.has(id) ? again : seen).add(id)
  return [...again]
}

/** What is wrong with a number: nothing, or one fault. */
export function finite(
  amount: number,
  ids: readonly string[],
  params: Readonly<Record<string, number>> = {},
): readonly Fault[] {
  if (Number.isNaN(amount)) return [fault('not-a-number', ids, params)]
  if (Math.abs(amount) > largest) return [fault('too-large', ids, { ...params, amount, largest })]
  return []
}

function faultsOfCosts(option: Model['options'][number], known: Known): readonly Fault[] {
  const { id, costs } = option
  return [
    ...twice(costs.map(({ capacity }) => ({ id: capacity }))).map((capacity) =>
      fault('duplicate-cost', [id, capacity]),
    ),
    ...costs.flatMap(({ capacity, amount }) => [
      ...(known.capacities.has(capacity) ? [] : [fault('unknown-capacity', [capacity, id])]),
      ...(amount < 0 ? [fault('negative-cost', [id, capacity], { amount })] : []),
      ...(amount < 0 ? [] : finite(amount, [id, capacity])),
    ]),
  ]
}

function faultsOfLimit(id: string, limit: number): readonly Fault[] {
  if (limit === Number.POSITIVE_INFINITY) return []
  if (limit < 0) return [fault('negative-limit', [id], { limit })]
  return finite(limit, [id])
}

function faultsOfRule(rule: Rule, at: number, known: Known): readonly Fault[] {
  const place = { rule: at }
  const strangers = (ids: readonly string[]): readonly Fault[] =>
    [...new Set(ids)]
      .filter((id) => !known.options.has(id))
      .map((id) => fault('unknown-option', [id], place))
  const noGroup = (id: string): readonly Fault[] =>
    known.groups.has(id) ? [] : [fault('unknown-group', [id], place)]
  switch (rule.is) {
    case 'must':
    case 'never':
      return strangers([rule.option])
    case 'requires':
      return [
        ...strangers([rule.option, ...rule.anyOf]),
        ...(rule.anyOf.length === 0 ? [fault('nothing-required', [rule.option], place)] : []),
      ]
    case 'exclusive':
      return strangers(rule.atMostOneOf)
    case 'count':
      return [
        ...noGroup(rule.group),
        ...(Number.isInteger(rule.atLeast) && rule.atLeast >= 0
          ? []
          : [fault('count-not-whole', [rule.group], { ...place, atLeast: rule.atLeast })]),
      ]
    case 'share':
      return [
        ...noGroup(rule.group),
        ...(known.capacities.has(rule.capacity)
          ? []
          : [fault('unknown-capacity', [rule.capacity], place)]),
        ...(rule.atLeast >= 0 && rule.atLeast <= 1
          ? []
          : [
              fault('share-out-of-range', [rule.group, rule.capacity], {
                ...place,
                atLeast: rule.atLeast,
              }),
            ]),
      ]
  }
}
