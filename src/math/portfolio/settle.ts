import { indexOf, type Indexed, type Requirement } from './indexed.ts'
import type { Model } from './model.ts'
import { roomOf } from './rounding.ts'

/**
 * What is decided before anything is weighed up: the rules leave no other way. Each step has one reason
 * that a person can check, and rests only on steps before it.
 */
export interface Step {
  readonly option: string
  readonly goes: 'in' | 'out'
  readonly because: Because
}

export type Because =
  | { readonly is: 'must' }
  | { readonly is: 'never' }
  /** This one is in, and of what it requires only the option is left. */
  | { readonly is: 'required'; readonly by: string }
  /** All that would do for it are out. */
  | { readonly is: 'lacks'; readonly anyOf: readonly string[] }
  | { readonly is: 'excluded'; readonly by: string }
  /** With what it cannot do without, it takes more of the capacity than what is in for sure leaves. */
  | {
      readonly is: 'no-room'
      readonly capacity: string
      readonly takes: number
      readonly left: number
    }
  /** So few members are left that each is needed. */
  | { readonly is: 'count'; readonly group: string }

/** The steps in the order in which they follow. Where the rules contradict each other it ends at that point. */
export const settled = (model: Model): readonly Step[] => settle(indexOf(model)).steps

export interface Settled {
  /** By option: 1 is in, 0 is out, -1 is open. */
  readonly state: Int8Array
  readonly steps: readonly Step[]
  /** The rules cannot all be kept, whatever is chosen. (They may be impossible without this being seen.) */
  readonly isImpossible: boolean
}

export function settle(given: Indexed): Settled {
  const run: Run = {
    given,
    state: new Int8Array(given.ids.length).fill(-1),
    steps: [],
    byOption: byOption(given.requirements, given.ids.length),
    isImpossible: false,
  }
  for (const option of given.musts) go(run, option, 'in', { is: 'must' })
  for (const option of given.nevers) go(run, option, 'out', { is: 'never' })
  for (let known = -1; known !== run.steps.length && !run.isImpossible;) {
    known = run.steps.length
    for (const rule of given.requirements) settleRequirement(run, rule)
    for (const exclusive of given.exclusives) settleExclusive(run, exclusive)
    for (const { group, members, atLeast } of given.counts)
      settleCount(run, group, members, atLeast)
    // What fits is the dearest to ask, so it waits until the rules have nothing more to say.
    if (known === run.steps.length) settleRoom(run)
  }
  return run
}

/** The options that are in wherever this one is, itself included, by requirements that leave no choice. */
export function chainOf(
  byEach: readonly (readonly Requirement[])[],
  state: Int8Array,
  option: number,
): ReadonlySet<number> {
  const chain = new Set([option])
  for (const one of chain)
    for (const { anyOf } of byEach[one] ?? []) {
      const open = anyOf.filter((other) => state[other] !== 0)
      const [only] = open
      if (open.length === 1 && only !== undefined) chain.add(only)
    }
  return chain
}

export function byOption(
  all: readonly Requirement[],
  size: number,
): readonly (readonly Requirement[])[] {
  const byEach: Requirement[][] = Array.from({ length: size }, () => [])
  for (const rule of all) byEach[rule.option]?.push(rule)
  return byEach
}

interface Run {
  readonly given: Indexed
  readonly state: Int8Array
  readonly steps: Step[]
  readonly byOption: readonly (readonly Requirement[])[]
  isImpossible: boolean
}

const nameOf = (run: Run, option: number): string => run.given.ids[option] ?? ''

function go(run: Run, option: number, goes: 'in' | 'out', because: Because): void {
  const state = goes === 'in' ? 1 : 0
  if (run.state[option] === state) return
  if (run.state[option] !== -1) {
    run.isImpossible = true
    return
  }
  run.state[option] = state
  run.steps.push({ option: nameOf(run, option), goes, because })
}

function settleRequirement(run: Run, { option, anyOf }: Requirement): void {
  if (run.state[option] === 0) return
  const open = anyOf.filter((other) => run.state[other] !== 0)
  if (open.length === 0)
    go(run, option, 'out', { is: 'lacks', anyOf: anyOf.map((other) => nameOf(run, other)) })
  const [only] = open
  if (open.length === 1 && only !== undefined && run.state[option] === 1)
    go(run, only, 'in', { is: 'required', by: nameOf(run, option) })
}

function settleExclusive(run: Run, exclusive: readonly number[]): void {
  const first = exclusive.find((option) => run.state[option] === 1)
  if (first === undefined) return
  for (const option of exclusive)
    if (option !== first) go(run, option, 'out', { is: 'excluded', by: nameOf(run, first) })
}

function settleCount(run: Run, group: string, members: readonly number[], atLeast: number): void {
  const open = members.filter((option) => run.state[option] !== 0)
  if (open.length < atLeast) run.isImpossible = true
  if (open.length !== atLeast) return
  for (const option of open) go(run, option, 'in', { is: 'count', group })
}

function settleRoom(run: Run): void {
  const { state } = run
  const lefts = run.given.capacities.map(({ limit, costs }) => {
    let left = roomOf(limit)
    costs.forEach((cost, option) => {
      if (state[option] === 1) left -= cost
    })
    return left
  })
  if (lefts.some((left) => left < 0)) run.isImpossible = true
  for (let option = 0; option < state.length && !run.isImpossible; option++) {
    if (state[option] !== -1) continue
    const chain = [...chainOf(run.byOption, state, option)].filter((one) => state[one] === -1)
    run.given.capacities.forEach(({ id, costs }, at) => {
      const takes = chain.reduce((sum, one) => sum + (costs[one] ?? 0), 0)
      const left = lefts[at] ?? 0
      if (state[option] === -1 && takes > left)
        go(run, option, 'out', { is: 'no-room', capacity: id, takes, left: Math.max(0, left) })
    })
  }
}
