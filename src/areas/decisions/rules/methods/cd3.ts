import { ancestorsOf, cycleIn } from '../../../../math/precedence.ts'
import { bestSequence, sequenceCost, type Job } from '../../../../math/weighted-sequence.ts'
import { scored, type Inputs, type Scored } from './scored.ts'

export type Cd3Input = 'costOfDelay' | 'duration'

export interface Waiting {
  readonly id: string
  /**
   * What each unit of time costs while it is not there: 0 or more, in money or points a week, say.
   */
  readonly costOfDelay: number | null
  /** How long it takes, in the same unit of time; above 0. */
  readonly duration: number | null
  /** Ids of what has to be there before it. */
  readonly needs: readonly string[]
}

/**
 * CD3: cost of delay ÷ duration, in what a unit of time costs, a unit of time (Donald Reinertsen,
 * The Principles of Product Development Flow, 2009; the weighted shortest job first of Smith,
 * 1956).
 */
export const cd3 = (inputs: Inputs<Cd3Input>): Scored<Cd3Input> =>
  scored(
    ['costOfDelay', 'duration'],
    inputs,
    (value, name) => (name === 'duration' ? value > 0 : value >= 0),
    (of) => of('costOfDelay') / of('duration'),
  )

export interface Cd3Order {
  readonly kind: 'order'
  readonly order: readonly string[]
  /** Σ cost of delay × the time at which each is there, one at a time, from now. */
  readonly delayCost: number
  /** Is no order cheaper? If not, this one costs at most twice the least. */
  readonly isExact: boolean
  readonly left: readonly Unplaced[]
}

/** What cannot stand in the order yet, and why. */
export interface Unplaced {
  readonly id: string
  readonly missing: readonly Cd3Input[]
  readonly outside: readonly Cd3Input[]
  /** Ids it needs, near or far, that cannot be placed either. */
  readonly waitsFor: readonly string[]
}

/**
 * `twice`: ids that are there twice. `unknown`: ids that are needed and not there. `circle`: ids
 * that each need the next.
 */
export interface Cd3Refusal {
  readonly kind: 'refused'
  readonly code: 'twice' | 'unknown' | 'circle'
  readonly ids: readonly string[]
}

/**
 * The order, one at a time, in which waiting costs least while needs come first: exact for chains,
 * trees and what is put together of them, and for all else whose pieces have up to 20 items; see
 * `weighted-sequence.ts`. Taking what is free by CD3 alone is not that order: a cheap item that
 * opens a dear one has to come early.
 */
export function cd3Order(items: readonly Waiting[]): Cd3Order | Cd3Refusal {
  const refusal = refusalOf(items)
  if (refusal !== null) return refusal
  const before = neededBy(items)
  const results = new Map(items.map((item) => [item.id, cd3(item)] as const))
  const isScored = (id: string): boolean => (results.get(id)?.score ?? null) !== null
  const waitsFor = (id: string): readonly string[] =>
    [...(before.get(id) ?? [])].filter((first) => !isScored(first)).toSorted()
  const placed = items.filter(({ id }) => isScored(id) && waitsFor(id).length === 0)
  const { order, cost, isExact } = bestSequence(placed.map(jobOf))
  return {
    kind: 'order',
    order,
    delayCost: cost,
    isExact,
    left: items
      .filter((item) => !placed.includes(item))
      .map(({ id }) => ({
        id,
        missing: results.get(id)?.missing ?? [],
        outside: results.get(id)?.outside ?? [],
        waitsFor: waitsFor(id),
      }))
      .toSorted((left, right) => (left.id < right.id ? -1 : 1)),
  }
}

/**
 * What any order of the same items costs. Throws a RangeError where it leaves one out or does not
 * keep the needs.
 */
export const delayCost = (items: readonly Waiting[], order: readonly string[]): number =>
  sequenceCost(items.map(jobOf), order)

/**
 * What an order has earned by `horizon`, if each item earns its cost of delay a unit of time from
 * when it is there. Where all are there by then, the order that costs least earns most; where some
 * are not, another may earn more.
 */
export function earnedBy(
  items: readonly Waiting[],
  order: readonly string[],
  horizon: number,
): number {
  const jobs = new Map(items.map((item) => [item.id, jobOf(item)] as const))
  let time = 0
  let earned = 0
  for (const id of order) {
    time += jobs.get(id)?.duration ?? Number.NaN
    earned += (jobs.get(id)?.weight ?? Number.NaN) * Math.max(0, horizon - time)
  }
  return earned
}

/**
 * CD3 with what an enabler enables: its own and that of all that needs it, near or far, each once
 * (a convention of Troy Magennis's Cost of Delay calculator, Focused Objective). In its descending
 * order needs come first. It is not the order in which waiting costs least, because it forgets how
 * long the enabler itself takes: `cd3Order` is. Null where a score of these is missing.
 */
export function enablingScores(
  items: readonly Waiting[],
): readonly { readonly id: string; readonly score: number | null }[] {
  const before = neededBy(items)
  return items.map(({ id }) => {
    const scores = items
      .filter((other) => other.id === id || before.get(other.id)?.has(id))
      .map((other) => cd3(other).score)
    return {
      id,
      score: scores.reduce(
        (sum, score) => (sum === null || score === null ? null : sum + score),
        0,
      ),
    }
  })
}

const jobOf = ({ id, costOfDelay, duration, needs }: Waiting): Job => ({
  id,
  weight: costOfDelay ?? Number.NaN,
  duration: duration ?? Number.NaN,
  after: needs,
})

function refusalOf(items: readonly Waiting[]): Cd3Refusal | null {
  const ids = items.map(({ id }) => id)
  const refused = (code: Cd3Refusal['code'], which: readonly string[]): Cd3Refusal | null =>
    which.length === 0 ? null : { kind: 'refused', code, ids: [...new Set(which)] }
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at)
  const unknown = items.flatMap(({ needs }) => needs.filter((id) => !ids.includes(id)))
  const sorted = items.toSorted((left, right) => (left.id < right.id ? -1 : 1))
  const places = new Map(sorted.map(({ id }, at) => [id, at] as const))
  const circle = cycleIn(sorted.map(({ needs }) => needs.flatMap((id) => places.get(id) ?? [])))
  return (
    refused('twice', twice.toSorted()) ??
    refused('unknown', unknown.toSorted()) ??
    refused('circle', circle?.map((at) => sorted[at]?.id ?? '') ?? [])
  )
}

/** All that each needs, near and far. */
function neededBy(items: readonly Waiting[]): ReadonlyMap<string, ReadonlySet<string>> {
  const places = new Map(items.map(({ id }, at) => [id, at] as const))
  const before = ancestorsOf(items.map(({ needs }) => needs.flatMap((id) => places.get(id) ?? [])))
  return new Map(
    items.map(({ id }, at) => [
      id,
      new Set([...(before[at] ?? [])].map((first) => items[first]?.id ?? '')),
    ]),
  )
}
