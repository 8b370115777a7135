import { choose, type Answer } from './answer.ts'
import { changesBetween, type Changes } from './changes.ts'
import type { Model } from './model.ts'
import type { Failed, Limits, Solve } from './program.ts'

/** What a capacity holds back: what would be gained if it alone had no limit. */
export interface Bottleneck extends Changes {
  readonly capacity: string
  /** Of what was found; where the answer was not optimal, a part of it may have nothing to do with the limit. */
  readonly gain: number
  /** What is gained for sure. */
  readonly atLeast: number
  /** No more than this can be gained by more of this capacity alone, however much. */
  readonly atMost: number
  /** What the better set takes of it. */
  readonly needed: number
}

export interface Bottlenecks {
  /** The largest gain first. */
  readonly capacities: readonly Bottleneck[]
  /** Why others are missing: the time was over, or the solver failed. */
  readonly missing: readonly { readonly capacity: string; readonly because: Failed | 'time' }[]
}

/**
 * Which capacity holds the answer back most. Dual prices of the relaxation would be cheaper and wrong for
 * whole options: here each limit is taken away and all is weighed up again.
 * @param mayGoOn asked before each capacity.
 */
export async function bottlenecksOf(
  model: Model,
  answer: Answer,
  solve: Solve,
  limits: Limits,
  mayGoOn: () => boolean = () => true,
): Promise<Bottlenecks> {
  const capacities: Bottleneck[] = []
  const missing: Bottlenecks['missing'][number][] = []
  for (const { id, limit } of model.capacities) {
    if (limit === Number.POSITIVE_INFINITY) continue
    if (!mayGoOn()) {
      missing.push({ capacity: id, because: 'time' })
      continue
    }
    const outcome = await choose(without(model, id), solve, limits, [answer.chosen])
    if (outcome.is === 'failed') missing.push({ capacity: id, because: outcome })
    if (outcome.is !== 'answer') continue
    capacities.push({
      capacity: id,
      gain: outcome.answer.value - answer.value,
      atLeast: Math.max(0, outcome.answer.value - answer.bound),
      atMost: outcome.answer.bound - answer.value,
      needed: outcome.answer.use.find(({ capacity }) => capacity === id)?.used ?? 0,
      ...changesBetween(answer.chosen, outcome.answer.chosen),
    })
  }
  return { capacities: capacities.toSorted((left, right) => right.gain - left.gain), missing }
}

const without = (model: Model, capacity: string): Model => ({
  ...model,
  capacities: model.capacities.map((one) =>
    one.id === capacity ? { ...one, limit: Number.POSITIVE_INFINITY } : one,
  ),
})
