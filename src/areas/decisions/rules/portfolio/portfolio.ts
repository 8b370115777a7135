import { choose, type Answer } from '../../../../math/portfolio/answer.ts'
import { conflictsOf } from '../../../../math/portfolio/conflicts.ts'
import { frontier } from '../../../../math/portfolio/frontier.ts'
import { inOrder } from '../../../../math/portfolio/in-order.ts'
import { leftOutOf, type LeftOut } from '../../../../math/portfolio/left-out.ts'
import { lossOf } from '../../../../math/portfolio/loss.ts'
import type { Barrier } from '../../../../math/portfolio/model.ts'
import type { Solve } from '../../../../math/portfolio/program.ts'
import type { AskedPortfolio } from './asked.ts'
import { entryOf, type Entry } from './entry.ts'
import { limitsFor, roughLimitsFor } from './limits.ts'
import { posed, type Posed } from './model.ts'
import { spendOf, type Spend } from './spend.ts'
import { surenessOf, type Sureness } from './sureness.ts'
import { drawsOf, spanOf, type Unweighed } from './weigh.ts'

/** An idea in or out of the best set. */
export interface Item {
  readonly id: string
  readonly value: number
  /** Eight times in ten its value lies between these. */
  readonly low: number
  readonly high: number
  readonly score: number
  /** Expected, in person-months, by function; see `functionKey`. */
  readonly takes: readonly { readonly function: string; readonly amount: number }[]
  readonly from: 'costs' | 'effort'
  readonly isIn: boolean
  readonly isMust: boolean
  readonly isNever: boolean
  /** For one that is out: what it would run into if it came in and nothing left. */
  readonly leftOut: LeftOut | null
}

/** The list with a line under it: ideas by score as far as they fit, and what that loses against the best set. */
export interface ScoreOrder {
  readonly chosen: readonly string[]
  readonly value: number
  /** In percent of the best set's value; null where that is 0. */
  readonly loses: number | null
  /** It breaks a rule that it knows nothing of. */
  readonly isBroken: boolean
}

/** What more or less of all functions would bring. */
export interface Step {
  /** All capacities times this. */
  readonly factor: number
  readonly value: number
  /** More than at the step before. */
  readonly gained: number
  readonly entering: readonly string[]
  readonly leaving: readonly string[]
}

/** A set of ideas with the largest value that fits, and how it stands to others. */
export interface Portfolio {
  readonly outcome: 'answer' | 'infeasible' | 'undecided' | 'failed'
  /** Where it failed, in the solver's words. */
  readonly failed: string | null
  readonly items: readonly Item[]
  readonly unweighed: readonly Unweighed[]
  readonly lost: readonly string[]
  /** What a share is asked for of which no idea that is weighed is counted. */
  readonly hollow: readonly string[]
  /** The idea that is not there to be chosen, by the one that depends on it. */
  readonly bereft: readonly (readonly [id: string, needs: string])[]
  readonly functions: readonly (readonly [key: string, name: string])[]
  readonly spend: readonly Spend[]
  readonly value: number
  readonly bound: number
  /** What the best set can have more at most, as a share of it. */
  readonly gap: number
  readonly isProven: boolean
  /** Of an infeasible one: what cannot be kept together. */
  readonly conflicts: readonly (readonly Barrier[])[]
  readonly scoreOrder: ScoreOrder | null
  /** Null while it is not worked out. */
  readonly entries: readonly Entry[] | null
  readonly sureness: Sureness | null
  readonly frontier: readonly Step[] | null
  readonly seed: number
  readonly draws: number
}

/** Milliseconds since whenever. */
type Clock = () => number

/** What is known so far; the last is the answer. */
type Tell = (portfolio: Portfolio) => void

/** All capacities times these. */
const factors = [0.25, 0.5, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.5, 1.75, 2]

/**
 * The ideas to take together: those that bring the most in all while each function has room and every rule is kept
 * (a multidimensional knapsack; Kellerer, Pferschy and Pisinger 2004). Then what must leave for each of the others
 * to enter, how sure the set is, and what more capacity would bring, as far as the time goes.
 * @param tell is told what is known as soon as it is.
 */
export async function portfolioOf(
  asked: AskedPortfolio,
  solve: Solve,
  clock: Clock,
  tell: Tell = () => undefined,
): Promise<Portfolio> {
  const begun = clock()
  const within = (share: number) => (): boolean => (clock() - begun) / 1000 < share * asked.seconds
  const given = posed(asked)
  const { model } = given
  const limits = limitsFor(model.options.length, asked.seconds / 4)
  const outcome = await choose(model, solve, limits)
  if (outcome.is !== 'answer') {
    const bare = bareOf(asked, given, outcome.is)
    if (outcome.is === 'failed') return { ...bare, failed: `${outcome.failure}: ${outcome.says}` }
    if (outcome.is !== 'infeasible') return bare
    const told = await conflictsOf(model, solve, limits, within(0.9))
    return told.is === 'infeasible'
      ? { ...bare, conflicts: told.conflicts.map(({ barriers }) => barriers) }
      : bare
  }
  const { answer } = outcome
  let portfolio = bestOf(asked, given, answer)
  tell(portfolio)
  portfolio = { ...portfolio, frontier: await stepsOf(given, solve, within(0.3)) }
  tell(portfolio)
  portfolio = { ...portfolio, sureness: await surenessOf(asked, given, answer, solve, within(0.6)) }
  tell(portfolio)
  return { ...portfolio, entries: await entriesOf(asked, given, answer, solve, within(1)) }
}

/** What must leave for each that is asked for, the most valuable first, as far as the time goes. */
async function entriesOf(
  asked: AskedPortfolio,
  given: Posed,
  answer: Answer,
  solve: Solve,
  mayGoOn: () => boolean,
): Promise<readonly Entry[]> {
  const set = new Set(answer.chosen)
  const wanted = given.weights.filter(
    ({ id }) => !set.has(id) && (asked.enter === 'all' || asked.enter.includes(id)),
  )
  const limits = roughLimitsFor(given.weights.length, 1)
  const entries: Entry[] = []
  for (const { id } of wanted.toSorted((one, other) => other.value - one.value)) {
    if (!mayGoOn()) break
    entries.push(await entryOf(given, answer, id, solve, limits))
  }
  return entries
}

function bareOf(asked: AskedPortfolio, given: Posed, is: string): Portfolio {
  return {
    outcome: is === 'infeasible' || is === 'undecided' ? is : 'failed',
    failed: is === 'faulty' ? 'The model cannot be read.' : null,
    items: itemsOf(asked, given, []),
    unweighed: given.unweighed,
    lost: given.lost,
    hollow: given.hollow,
    bereft: [...given.bereft],
    functions: [...given.names],
    spend: spendOf(asked, given, []),
    value: 0,
    bound: 0,
    gap: 0,
    isProven: false,
    conflicts: [],
    scoreOrder: null,
    entries: null,
    sureness: null,
    frontier: null,
    seed: asked.seed,
    draws: asked.draws,
  }
}

function bestOf(asked: AskedPortfolio, given: Posed, answer: Answer): Portfolio {
  return {
    ...bareOf(asked, given, 'answer'),
    outcome: 'answer',
    items: itemsOf(asked, given, answer.chosen),
    spend: spendOf(asked, given, answer.chosen),
    value: answer.value,
    bound: answer.bound,
    gap: answer.gap,
    isProven: answer.proof === 'optimal',
    scoreOrder: scoreOrderOf(given, answer),
  }
}

function itemsOf(asked: AskedPortfolio, given: Posed, chosen: readonly string[]): readonly Item[] {
  const { draws } = asked
  const { values } = drawsOf(given.weights, asked)
  const set = new Set(chosen)
  const musts = new Set(asked.mustIds)
  const nevers = new Set(asked.neverIds)
  const out = new Map(leftOutOf(given.model, chosen).map((one) => [one.option, one]))
  return given.weights.map((weight, at) => ({
    id: weight.id,
    value: weight.value,
    ...spanOf(values.subarray(at * draws, (at + 1) * draws)),
    score: weight.score,
    takes: weight.takes.map(({ function: of, amount }) => ({ function: of, amount })),
    from: weight.from,
    isIn: set.has(weight.id),
    isMust: musts.has(weight.id),
    isNever: nevers.has(weight.id),
    leftOut: out.get(weight.id) ?? null,
  }))
}

function scoreOrderOf({ weights, model }: Posed, answer: Answer): ScoreOrder {
  const order = weights
    .toSorted((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
    .map(({ id }) => id)
  const { chosen, value, broken } = inOrder(model, order)
  return {
    chosen,
    value,
    loses: lossOf(value, answer)?.percent ?? null,
    isBroken: broken.length > 0,
  }
}

async function stepsOf(
  { model }: Posed,
  solve: Solve,
  mayGoOn: () => boolean,
): Promise<readonly Step[] | null> {
  // Where nothing has a limit, more of it brings nothing.
  if (model.capacities.every(({ limit }) => limit === Number.POSITIVE_INFINITY)) return null
  const { points } = await frontier(model, solve, roughLimitsFor(model.options.length, 1), {
    along: { is: 'all' },
    steps: factors,
    mayGoOn,
  })
  let before = 0
  return points.flatMap(({ at, outcome, entering, leaving }): readonly Step[] => {
    if (outcome.is !== 'answer') return []
    const { value } = outcome.answer
    const step = { factor: at, value, gained: value - before, entering, leaving }
    before = value
    return [step]
  })
}
