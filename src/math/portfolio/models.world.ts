import fc from 'fast-check'
import type { Model, Option, Rule } from './model.ts'

/**
 * Small models with all kinds of rules, and what is best in them by trying every set: the oracle, which
 * shares no line with what it judges. Amounts are whole tenths, so that it counts them exactly.
 */

export const bare: Model = { options: [], capacities: [], groups: [], rules: [] }

/** Options by value and by what they cost of each capacity. */
export const optionsOf = (
  all: Readonly<Record<string, readonly [value: number, costs?: Readonly<Record<string, number>>]>>,
): readonly Option[] =>
  Object.entries(all).map(([id, [value, costs]]) => ({
    id,
    value,
    costs: Object.entries(costs ?? {}).map(([capacity, amount]) => ({ capacity, amount })),
  }))

export interface Best {
  readonly value: number
  readonly chosen: readonly string[]
}

/** The best of all sets, or undefined where none is allowed. For up to about 20 options. */
export function bestByTrying(model: Model): Best | undefined {
  const ids = model.options.map(({ id }) => id)
  const worth = model.options.map(({ value }) => tenths(value))
  const allows = judgeOf(model)
  let best = -1
  let most = Number.NEGATIVE_INFINITY
  for (let set = 0; set < 2 ** ids.length; set++) {
    if (!allows(set)) continue
    const value = worth.reduce((sum, one, at) => ((set >> at) & 1 ? sum + one : sum), 0)
    if (value <= most) continue
    most = value
    best = set
  }
  if (best === -1) return undefined
  return { value: most / 10, chosen: ids.filter((_, at) => (best >> at) & 1) }
}

/** Does the model allow this set? By bits, in the order of the options. */
export function judgeOf(model: Model): (set: number) => boolean {
  const bit = new Map(model.options.map(({ id }, at) => [id, 1 << at]))
  const maskOf = (ids: readonly string[]): number =>
    ids.reduce((mask, id) => mask | (bit.get(id) ?? 0), 0)
  const group = (id: string): number =>
    maskOf(model.groups.find((each) => each.id === id)?.members ?? [])
  const spentOf = (capacity: string) => {
    const costs = model.options.map((option) =>
      tenths(option.costs.find((cost) => cost.capacity === capacity)?.amount ?? 0),
    )
    return (set: number): number =>
      costs.reduce((sum, cost, at) => ((set >> at) & 1 ? sum + cost : sum), 0)
  }
  const judges = [
    ...model.capacities.map(({ id, limit }) => {
      const spent = spentOf(id)
      return (set: number): boolean => spent(set) <= tenths(limit)
    }),
    ...model.rules.map((rule): ((set: number) => boolean) => {
      switch (rule.is) {
        case 'must':
          return (set) => (set & maskOf([rule.option])) !== 0
        case 'never':
          return (set) => (set & maskOf([rule.option])) === 0
        case 'requires':
          return (set) => (set & maskOf([rule.option])) === 0 || (set & maskOf(rule.anyOf)) !== 0
        case 'exclusive':
          return (set) => countOf(set & maskOf(rule.atMostOneOf)) <= 1
        case 'count':
          return (set) => countOf(set & group(rule.group)) >= rule.atLeast
        case 'share': {
          const spent = spentOf(rule.capacity)
          const members = group(rule.group)
          return (set) => 20 * spent(set & members) >= Math.round(20 * rule.atLeast) * spent(set)
        }
      }
    }),
  ]
  return (set) => judges.every((allows) => allows(set))
}

/** With every kind of rule, allowed sets or none; shares are whole twentieths. */
export const models = (most = 9): fc.Arbitrary<Model> =>
  fc
    .record({
      size: fc.integer({ min: 1, max: most }),
      capacities: fc.integer({ min: 1, max: 3 }),
      groups: fc.integer({ min: 1, max: 2 }),
    })
    .chain(({ size, capacities, groups }) => {
      const id = fc.integer({ min: 0, max: size - 1 }).map((at) => names[at] ?? '')
      const some = fc.array(id, { maxLength: 4 })
      const capacity = fc.integer({ min: 0, max: capacities - 1 }).map((at) => `c${at}`)
      const group = fc.integer({ min: 0, max: groups - 1 }).map((at) => `g${at}`)
      const tenth = (min: number, max: number) => fc.integer({ min, max }).map((one) => one / 10)
      const rule: fc.Arbitrary<Rule> = fc.oneof(
        { arbitrary: fc.record({ is: fc.constant('must' as const), option: id }), weight: 1 },
        { arbitrary: fc.record({ is: fc.constant('never' as const), option: id }), weight: 1 },
        {
          arbitrary: fc.record({
            is: fc.constant('requires' as const),
            option: id,
            anyOf: fc.array(id, { minLength: 1, maxLength: 3 }),
          }),
          weight: 3,
        },
        {
          arbitrary: fc.record({ is: fc.constant('exclusive' as const), atMostOneOf: some }),
          weight: 2,
        },
        {
          arbitrary: fc.record({
            is: fc.constant('count' as const),
            group,
            atLeast: fc.integer({ min: 0, max: 3 }),
          }),
          weight: 1,
        },
        {
          arbitrary: fc.record({
            is: fc.constant('share' as const),
            group,
            capacity,
            atLeast: fc.integer({ min: 0, max: 20 }).map((one) => one / 20),
          }),
          weight: 1,
        },
      )
      return fc.record({
        options: fc.tuple(
          ...names.slice(0, size).map((name) =>
            fc.record({
              id: fc.constant(name),
              value: tenth(-30, 100),
              costs: fc
                .uniqueArray(fc.record({ capacity, amount: tenth(0, 60) }), {
                  selector: (cost) => cost.capacity,
                  maxLength: 3,
                })
                .map((costs) => costs),
            }),
          ),
        ),
        capacities: fc.tuple(
          ...Array.from({ length: capacities }, (_, at) =>
            fc.record({ id: fc.constant(`c${at}`), limit: tenth(0, 150) }),
          ),
        ),
        groups: fc.tuple(
          ...Array.from({ length: groups }, (_, at) =>
            fc.record({ id: fc.constant(`g${at}`), members: some }),
          ),
        ),
        rules: fc.array(rule, { maxLength: 6 }),
      })
    })

/** Ids as strangers may write them. */
const names = ['b', '__proto__', 'a', 'x1 <= 3', 'end', '', 'ü', 'constructor', '0', 'z', 'y', 'w']

const tenths = (amount: number): number => Math.round(amount * 10)

function countOf(set: number): number {
  let count = 0
  for (let rest = set; rest !== 0; rest &= rest - 1) count++
  return count
}
