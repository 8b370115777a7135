import { brokenBy } from './feasible.ts'
import { byValue, byWorth, takenFrom } from './in-order.ts'
import { chosenOf, idsOf, indexOf, sumOf, type Indexed } from './indexed.ts'
import type { Model } from './model.ts'
import { entriesOf, programOf, type Failed, type Limits, type Row, type Solve } from './program.ts'
import { evenScale, roomOf } from './rounding.ts'
import { settle } from './settle.ts'

/** A question about a model: of the sets that it allows, one with the largest objective. */
export interface Asked {
  readonly model: Model
  /** By id, where not the values of the model are to be made as large as possible. */
  readonly objective?: (id: string) => number
  /** Only sets whose value in the model is at least this. */
  readonly atLeast?: number
  /** Sets to begin from; those that the model does not allow are left aside. */
  readonly starts?: readonly (readonly string[])[]
}

export type Found =
  | {
      readonly is: 'found'
      readonly chosen: readonly string[]
      /** Of the objective, summed here. */
      readonly value: number
      /** No allowed set has a larger objective; never below `value`. */
      readonly bound: number
    }
  | { readonly is: 'infeasible' }
  /** No set was found in the time, and it is not known whether there is one. */
  | { readonly is: 'undecided' }
  | Failed

/**
 * Asks the solver, and believes nothing that can be checked: a set that it gives is held against the model;
 * one that its tolerances let through is cut off by a row that every allowed set keeps, and it is asked
 * again. So the bound holds for the model as it is written. What is found is never worse than a list taken
 * from the top, and than the sets to begin from.
 */
export async function ask(asked: Asked, solve: Solve, limits: Limits): Promise<Found> {
  const given = indexOf(asked.model)
  const { state, isImpossible } = settle(given)
  if (isImpossible) return { is: 'infeasible' }
  const objective = objectiveOf(asked, given)
  if (!state.includes(-1)) return settledAnswer(asked, given, state, objective)
  const known = startOf(asked, given, objective)
  const most = mostOf(state, objective)
  if (known !== undefined && known.value >= most) return foundIn(given, known, known.value)
  const rows: Row[] = valueRows(asked, given)
  const seen = new Set<string>()
  let bound = most
  for (let turn = 0; turn < mostTurns; turn++) {
    const { program, inAll } = programOf({ given, state, objective, rows, start: known?.chosen })
    const solved = await solve(program, limits)
    if (solved.is === 'failed') return solved
    if (solved.is === 'infeasible')
      return known === undefined
        ? { is: 'infeasible' }
        : wrong('It says that there is no set, and there is one.')
    bound = Math.min(inAll(solved.bound), bound)
    if (solved.assignment === undefined)
      return known === undefined ? { is: 'undecided' } : foundIn(given, known, bound)
    const chosen = Uint8Array.from(solved.assignment, (one) => (one > 0.5 ? 1 : 0))
    const cut = cutOf(asked, given, chosen)
    if (cut === undefined)
      return foundIn(given, better(known, { chosen, value: sumOf(objective, chosen) }), bound)
    if (seen.has(chosen.join(''))) return wrong('It gives a set again that was cut off.')
    seen.add(chosen.join(''))
    rows.push(cut)
  }
  return known === undefined ? { is: 'undecided' } : foundIn(given, known, bound)
}

/**
 * Each turn cuts off at least the set that was given. One is enough, or two, where amounts do not differ
 * by less than a ten-millionth of a limit.
 */
const mostTurns = 20

interface Candidate {
  readonly chosen: Uint8Array
  readonly value: number
}

const wrong = (says: string): Failed => ({ is: 'failed', failure: 'wrong', says })

const foundIn = (given: Indexed, { chosen, value }: Candidate, bound: number): Found => ({
  is: 'found',
  chosen: idsOf(given, chosen),
  value,
  bound: Math.max(bound, value),
})

function objectiveOf({ objective }: Asked, given: Indexed): Float64Array {
  return objective === undefined ? given.values : Float64Array.from(given.ids, objective)
}

function startOf(asked: Asked, given: Indexed, objective: Float64Array): Candidate | undefined {
  const starts = (asked.starts ?? []).map((ids) => chosenOf(given, ids))
  const aimed = { ...given, values: objective }
  const lists = [byWorth(aimed), byValue(aimed)].map((order) => takenFrom(aimed, order))
  return [...starts, ...lists]
    .filter((chosen) => isAllowed(asked, given, chosen))
    .map((chosen): Candidate => ({ chosen, value: sumOf(objective, chosen) }))
    .reduce<Candidate | undefined>((best, one) => better(best, one), undefined)
}

const better = (left: Candidate | undefined, right: Candidate): Candidate =>
  left !== undefined && left.value >= right.value ? left : right

function settledAnswer(
  asked: Asked,
  given: Indexed,
  state: Int8Array,
  objective: Float64Array,
): Found {
  const chosen = Uint8Array.from(state)
  if (!isAllowed(asked, given, chosen)) return { is: 'infeasible' }
  const value = sumOf(objective, chosen)
  return foundIn(given, { chosen, value }, value)
}

function isAllowed(asked: Asked, given: Indexed, chosen: Uint8Array): boolean {
  return cutOf(asked, given, chosen) === undefined
}

/** What can be said without a solver: all that is in for sure, and all else that brings anything. */
const mostOf = (state: Int8Array, objective: Float64Array): number =>
  objective.reduce((sum, value, option) => {
    if (state[option] === 0) return sum
    return sum + (state[option] === 1 ? value : Math.max(0, value))
  }, 0)

/** A billionth of the largest value: less than that, sums of doubles do not tell apart. */
const grain = (values: Float64Array): number =>
  1e-9 * values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)

function valueRows({ atLeast }: Asked, given: Indexed): Row[] {
  if (atLeast === undefined) return []
  const scale = evenScale(Math.max(Math.abs(atLeast), grain(given.values)))
  return [
    {
      entries: entriesOf(given.values, scale),
      atLeast: (atLeast - grain(given.values)) * scale,
      atMost: Number.POSITIVE_INFINITY,
    },
  ]
}

/** A row that this set breaks and that every allowed set keeps; undefined for a set that is allowed. */
function cutOf({ model, atLeast }: Asked, given: Indexed, chosen: Uint8Array): Row | undefined {
  if (atLeast !== undefined && sumOf(given.values, chosen) < atLeast - grain(given.values))
    return anotherThan(chosen)
  const [broken] = brokenBy(model, idsOf(given, chosen))
  if (broken === undefined) return undefined
  const { barrier } = broken
  if (barrier.is !== 'limit') return anotherThan(chosen)
  const spending = given.capacities.find(({ id }) => id === barrier.capacity)
  return spending === undefined ? anotherThan(chosen) : coverOf(spending, chosen)
}

function anotherThan(chosen: Uint8Array): Row {
  const size = sumOf(Float64Array.from(chosen), chosen)
  return {
    entries: [...chosen].map((one, option) => [option, one === 1 ? -1 : 1] as const),
    atLeast: 1 - size,
    atMost: Number.POSITIVE_INFINITY,
  }
}

/** So few that they exceed the limit together and no fewer of them do: not all of these (Balas 1975). */
function coverOf(spending: Indexed['capacities'][number], chosen: Uint8Array): Row {
  const cost = (option: number): number => spending.costs[option] ?? 0
  const cover: number[] = []
  let used = 0
  const largestFirst = [...chosen.keys()]
    .filter((option) => chosen[option] === 1)
    .toSorted((left, right) => cost(right) - cost(left))
  for (const option of largestFirst) {
    if (used > roomOf(spending.limit)) break
    cover.push(option)
    used += cost(option)
  }
  return {
    entries: cover.map((option) => [option, 1] as const),
    atLeast: Number.NEGATIVE_INFINITY,
    atMost: cover.length - 1,
  }
}
