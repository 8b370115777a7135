import { answerOf, type Answer } from './answer.ts'
import { ask } from './ask.ts'
import { changesBetween, type Changes } from './changes.ts'
import { faultsOf, type Fault } from './faults.ts'
import type { Model, Rule } from './model.ts'
import type { Failed, Limits, Solve } from './program.ts'

/** The best set in which one option stands otherwise than in the answer, and what that takes. */
export interface Swap extends Changes {
  readonly answer: Answer
  /**
   * The value of the answer less that of the new set. Below 0 where the answer was not proven and what was
   * found on the way is better.
   */
  readonly loss: number
  /** What the best set loses is from here to there, as far as is proven; both are `loss` where all is. */
  readonly atLeast: number
  readonly atMost: number
}

export type Trade =
  | ({ readonly is: 'trade' } & Swap)
  /** It stands so already. */
  | { readonly is: 'same' }
  /** No set that the model allows has it so. */
  | { readonly is: 'infeasible' }
  | { readonly is: 'undecided' }
  | { readonly is: 'faulty'; readonly faults: readonly Fault[] }
  | Failed

/**
 * What must leave for this option to enter: it is made a must and all is weighed up again. Of sets that are
 * equally good to within the gap of the limits, one that changes little. Takes at most one and a quarter
 * times the seconds.
 * @param answer of `choose` for the same model.
 */
export const toEnter = (
  model: Model,
  answer: Answer,
  id: string,
  solve: Solve,
  limits: Limits,
): Promise<Trade> => trade(model, answer, { is: 'must', option: id }, solve, limits)

/**
 * What the place of an option costs that is in: it is barred, and all is weighed up again. `entering` is
 * what the place keeps out, and `loss` what the option with all that leaves brings beyond that.
 */
export const toLeave = (
  model: Model,
  answer: Answer,
  id: string,
  solve: Solve,
  limits: Limits,
): Promise<Trade> => trade(model, answer, { is: 'never', option: id }, solve, limits)

async function trade(
  model: Model,
  answer: Answer,
  rule: Extract<Rule, { readonly is: 'must' | 'never' }>,
  solve: Solve,
  limits: Limits,
): Promise<Trade> {
  const other: Model = { ...model, rules: [...model.rules, rule] }
  const faults = faultsOf(other)
  if (faults.length > 0) return { is: 'faulty', faults }
  if (answer.chosen.includes(rule.option) === (rule.is === 'must')) return { is: 'same' }
  const found = await ask({ model: other, starts: [near(answer, rule)] }, solve, limits)
  if (found.is !== 'found') return found
  const chosen = await nearest(other, answer.chosen, found.chosen, solve, limits)
  const next = answerOf(other, chosen, found.bound)
  return {
    is: 'trade',
    ...changesBetween(answer.chosen, chosen),
    answer: next,
    loss: answer.value - next.value,
    atLeast: Math.max(0, answer.value - next.bound),
    atMost: answer.bound - next.value,
  }
}

const near = (
  answer: Answer,
  rule: Extract<Rule, { readonly is: 'must' | 'never' }>,
): readonly string[] =>
  rule.is === 'must'
    ? [...answer.chosen, rule.option]
    : answer.chosen.filter((id) => id !== rule.option)

/**
 * Of the sets that are as good as the one found, to within the gap that was asked, one that differs in the
 * fewest options. Solvers give any of them, and would move options that have nothing to do with the question.
 */
async function nearest(
  model: Model,
  from: readonly string[],
  found: readonly string[],
  solve: Solve,
  limits: Limits,
): Promise<readonly string[]> {
  const before = new Set(from)
  const set = new Set(found)
  const value = model.options.reduce((sum, one) => (set.has(one.id) ? sum + one.value : sum), 0)
  const asked = {
    model,
    objective: (id: string): number => (before.has(id) ? 1 : -1),
    atLeast: value - limits.gap * Math.abs(value),
    starts: [found],
  }
  const nearer = await ask(asked, solve, { seconds: limits.seconds / 4, gap: 0 })
  // What was found holds without this too.
  return nearer.is === 'found' ? nearer.chosen : found
}
