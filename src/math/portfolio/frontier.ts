import { answerOf, choose, type Outcome } from './answer.ts'
import { changesBetween, type Changes } from './changes.ts'
import type { Fault } from './faults.ts'
import type { Model } from './model.ts'
import type { Limits, Solve } from './program.ts'

/** What is made larger from point to point: the limit of one capacity, or all limits by one factor. */
export type Along = { readonly is: 'capacity'; readonly capacity: string } | { readonly is: 'all' }

/** The changes are against the last point before this that has an answer; into the first, all come in. */
export interface Point extends Changes {
  /** The limit, in the unit of the capacity, or the factor. */
  readonly at: number
  readonly outcome: Outcome
}

export interface Frontier {
  /** From little to much. */
  readonly points: readonly Point[]
  /** False where the time was over before the last step: the points that are there hold. */
  readonly isWhole: boolean
}

/**
 * What more capacity would bring. It never falls, by construction: a set that fits fits into more, so each
 * point begins from the set of the one before; and what cannot be surpassed with more cannot be with less,
 * so each bound is at most the next.
 * @param steps limits or factors, 0 or more, in any order.
 * @param mayGoOn asked before each step.
 */
export async function frontier(
  model: Model,
  solve: Solve,
  limits: Limits,
  given: {
    readonly along: Along
    readonly steps: readonly number[]
    readonly mayGoOn?: () => boolean
  },
): Promise<Frontier> {
  const steps = [...new Set(given.steps)].toSorted((left, right) => left - right)
  const faults = faultsOfAlong(model, given.along)
  const reached: { readonly at: number; readonly model: Model; readonly outcome: Outcome }[] = []
  let set: readonly string[] = []
  for (const at of steps) {
    if (given.mayGoOn?.() === false) break
    const wider = widened(model, given.along, at)
    const outcome =
      faults.length > 0
        ? { is: 'faulty' as const, faults }
        : await choose(wider, solve, limits, [set])
    if (outcome.is === 'answer') set = outcome.answer.chosen
    reached.push({ at, model: wider, outcome })
  }
  let most = Number.POSITIVE_INFINITY
  const bounded = reached.toReversed().map((point) => {
    if (point.outcome.is !== 'answer') return point
    most = Math.min(most, point.outcome.answer.bound)
    const answer = answerOf(point.model, point.outcome.answer.chosen, most)
    return { ...point, outcome: { is: 'answer' as const, answer } }
  })
  return { points: withChanges(bounded.toReversed()), isWhole: reached.length === steps.length }
}

/** The model with the limit, or with all limits times the factor; one without limit stays so. */
export function widened(model: Model, along: Along, at: number): Model {
  return {
    ...model,
    capacities: model.capacities.map(({ id, limit }) => {
      if (along.is === 'capacity') return { id, limit: id === along.capacity ? at : limit }
      return { id, limit: limit === Number.POSITIVE_INFINITY ? limit : limit * at }
    }),
  }
}

function faultsOfAlong(model: Model, along: Along): readonly Fault[] {
  if (along.is === 'all' || model.capacities.some(({ id }) => id === along.capacity)) return []
  return [{ code: 'unknown-capacity', ids: [along.capacity], params: {} }]
}

function withChanges(
  points: readonly { readonly at: number; readonly outcome: Outcome }[],
): readonly Point[] {
  let before: readonly string[] = []
  return points.map(({ at, outcome }) => {
    if (outcome.is !== 'answer') return { at, outcome, entering: [], leaving: [] }
    const changes = changesBetween(before, outcome.answer.chosen)
    before = outcome.answer.chosen
    return { at, outcome, ...changes }
  })
}
