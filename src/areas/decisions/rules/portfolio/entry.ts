import { answerOf, type Answer } from '../../../../math/portfolio/answer.ts'
import { conflictsOf } from '../../../../math/portfolio/conflicts.ts'
import type { Barrier } from '../../../../math/portfolio/model.ts'
import type { Limits, Solve } from '../../../../math/portfolio/program.ts'
import { toEnter } from '../../../../math/portfolio/to-enter.ts'
import type { AskedPortfolio } from './asked.ts'
import { roughLimitsFor } from './limits.ts'
import { posed, type Posed } from './model.ts'
import type { Portfolio } from './portfolio.ts'

/** What must leave for an idea to enter, or why it cannot. */
export interface Entry {
  readonly id: string
  readonly is: 'trade' | 'cannot' | 'unknown'
  /** What comes in along with it. */
  readonly entering: readonly string[]
  readonly leaving: readonly string[]
  /** What the set loses in all, in the unit of the value; at most, where the answer was not proven. */
  readonly loses: number
  readonly atMost: number
  /** Where it cannot: what cannot be kept together with it. */
  readonly because: readonly Barrier[]
}

const nothing = { entering: [], leaving: [], loses: 0, atMost: 0, because: [] } as const

/** Weighs all up again with this idea in, and changes as little else as can be. */
export async function entryOf(
  { model }: Posed,
  answer: Answer,
  id: string,
  solve: Solve,
  limits: Limits,
): Promise<Entry> {
  const trade = await toEnter(model, answer, id, solve, limits)
  if (trade.is === 'trade')
    return {
      id,
      is: 'trade',
      entering: trade.entering.filter((one) => one !== id),
      leaving: trade.leaving,
      loses: trade.loss,
      atMost: trade.atMost,
      because: [],
    }
  if (trade.is !== 'infeasible') return { id, is: 'unknown', ...nothing }
  const must: Barrier = { is: 'must', option: id }
  const told = await conflictsOf({ ...model, rules: [...model.rules, must] }, solve, limits)
  const because =
    told.is === 'infeasible'
      ? (told.conflicts.find(({ barriers }) => barriers.some((one) => isOf(one, id)))?.barriers ??
        [])
      : []
  return { id, is: 'cannot', ...nothing, because: because.filter((one) => !isOf(one, id)) }
}

const isOf = (barrier: Barrier, id: string): boolean =>
  barrier.is === 'must' && barrier.option === id

/** The way in of one idea, asked for after the portfolio was worked out. */
export function laterEntry(
  asked: AskedPortfolio,
  { items, bound }: Portfolio,
  id: string,
  solve: Solve,
): Promise<Entry> {
  const given = posed(asked)
  const chosen = items.flatMap((one) => (one.isIn ? [one.id] : []))
  const answer = answerOf(given.model, chosen, bound)
  return entryOf(given, answer, id, solve, roughLimitsFor(given.model.options.length, 2))
}
