import type { Row } from '../../../../engine/record.ts'
import { series, type Words } from '../../../../engine/words.ts'
import { barrierSaid, type Names } from './barrier-said.ts'
import { notesOf } from './notes.ts'
import { entrySaid, roundly, whyOut } from './out-said.ts'
import { personMonths } from './person-months.ts'
import type { Item, Portfolio } from './portfolio.ts'

/** An idea that is in the set. */
export interface InSet {
  readonly id: string
  readonly ref: string
  readonly title: string
  /** Expected, in people reached a period; eight times in ten between low and high. */
  readonly value: number
  readonly low: number
  readonly high: number
  readonly takes: string
  /** In which share of the draws it is in the best set, with its interval at 95 %; null where `sure` says why. */
  readonly inBest: number | null
  readonly inBestLow: number | null
  readonly inBestHigh: number | null
  readonly must: boolean
}

/** An idea that is not. */
export interface OutOfSet extends Omit<InSet, 'must'> {
  readonly never: boolean
  readonly why: string
  /** What must leave for it to enter; null while not worked out. */
  readonly toEnter: string | null
  readonly leaves: readonly string[]
  readonly loses: number | null
}

export interface SpendTold {
  readonly function: string
  readonly used: number
  readonly low: number
  readonly high: number
  /** Null where nothing limits it. */
  readonly capacity: number | null
  /** In which share of the draws it takes more than there is. */
  readonly over: number
}

export interface StepTold {
  /** In percent of the capacities there are. */
  readonly capacity: number
  readonly value: number
  readonly gained: number
  readonly entering: readonly string[]
  readonly leaving: readonly string[]
}

/** A portfolio in words and figures, the same for screen, API and command line. */
export interface PortfolioTold {
  readonly period: string | null
  readonly says: string
  /** How near to the best there can be. */
  readonly proof: string
  readonly value: number
  readonly gap: number
  /** How sure the set is, as a whole, or why that cannot be told; null while it is not worked out. */
  readonly sure: string | null
  /** The plain order by score against it. */
  readonly order: string | null
  readonly rule: string
  readonly seed: number
  /** So many draws the shares rest on; 0 where none are said. */
  readonly draws: number
  readonly spend: readonly SpendTold[]
  readonly chosen: readonly InSet[]
  readonly leftOut: readonly OutOfSet[]
  readonly frontier: readonly StepTold[]
  readonly scoreOrder: readonly { readonly ref: string; readonly title: string }[]
  /** Where no set keeps all rules: what cannot be kept together. */
  readonly conflicts: readonly { readonly says: string }[]
  readonly notes: readonly { readonly says: string }[]
}

/** Says what a portfolio came to. `ideas` are those that whoever asks may see. */
export function toldOf(
  portfolio: Portfolio,
  about: { readonly period: string | undefined; readonly delivered: readonly string[] },
  ideas: readonly Row[],
  words: Words,
): PortfolioTold {
  const rows = new Map(ideas.map((row) => [row.id, row]))
  const names = namesOf(portfolio, rows)
  const entries = new Map(portfolio.entries?.map((one) => [one.id, one]))
  const sure = new Map(portfolio.sureness?.ideas.map((one) => [one.id, one]))
  const refOf = (id: string): string => rows.get(id)?.ref ?? ''
  const common = (item: Item): Omit<InSet, 'must'> => ({
    id: item.id,
    ref: refOf(item.id),
    title: names.titleOf(item.id),
    value: item.value,
    low: item.low,
    high: item.high,
    takes: takesSaid(item, names, words),
    inBest: sure.get(item.id)?.share ?? null,
    inBestLow: sure.get(item.id)?.low ?? null,
    inBestHigh: sure.get(item.id)?.high ?? null,
  })
  const byValue = portfolio.items.toSorted(
    (one, other) => other.value - one.value || (one.id < other.id ? -1 : 1),
  )
  const isFound = portfolio.outcome === 'answer'
  return {
    period: about.period ?? null,
    says: headOf(portfolio, about.period, words),
    proof: isFound ? proofOf(portfolio, words) : '',
    value: portfolio.value,
    gap: portfolio.gap,
    sure: isFound ? sureSaid(portfolio, words) : null,
    order: orderSaid(portfolio, words),
    rule: words.say(
      'Value is reach × impact × confidence, what RICE (McBride, Intercom, 2016) divides by effort: effort is paid for by capacity. Values are expected ones and add up.',
    ),
    seed: portfolio.seed,
    draws: portfolio.sureness?.is === 'counted' ? portfolio.sureness.draws : 0,
    spend: portfolio.spend
      .filter(({ used, capacity }) => used > 0 || capacity !== null)
      .map(({ name, used, low, high, capacity, over }) => ({
        function: name,
        used,
        low,
        high,
        capacity,
        over,
      })),
    chosen: byValue
      .filter(({ isIn }) => isIn)
      .map((item) => ({ ...common(item), must: item.isMust })),
    leftOut: isFound
      ? byValue
          .filter(({ isIn }) => !isIn)
          .map((item) => {
            const entry = entries.get(item.id)
            return {
              ...common(item),
              never: item.isNever,
              why: whyOut(item, portfolio, names, words),
              toEnter: entry === undefined ? null : entrySaid(entry, names, words),
              leaves: (entry?.leaving ?? []).map(refOf),
              loses: entry?.is === 'trade' ? entry.loses : null,
            }
          })
      : [],
    frontier: (portfolio.frontier ?? []).map((step) => ({
      capacity: Math.round(step.factor * 100),
      value: step.value,
      gained: step.gained,
      entering: step.entering.map(refOf),
      leaving: step.leaving.map(refOf),
    })),
    scoreOrder: (portfolio.scoreOrder?.chosen ?? []).map((id) => ({
      ref: refOf(id),
      title: names.titleOf(id),
    })),
    conflicts: portfolio.conflicts.map((barriers) => ({
      says: words.say('This cannot be kept together: {list}.', {
        list: series(
          barriers.map((one) => barrierSaid(one, names, words)),
          words,
        ),
      }),
    })),
    notes: notesOf(portfolio, about, names, words),
  }
}

function namesOf(portfolio: Portfolio, rows: ReadonlyMap<string, Row>): Names {
  const functions = new Map(portfolio.functions)
  const limits = new Map(portfolio.spend.map((one) => [one.function, one.capacity]))
  return {
    titleOf: (id) => String(rows.get(id)?.['title'] ?? ''),
    functionOf: (key) => functions.get(key) ?? key,
    limitOf: (key) => limits.get(key) ?? null,
  }
}

const takesSaid = (item: Item, names: Names, words: Words): string =>
  item.takes
    .map(
      ({ function: key, amount }) =>
        `${names.functionOf(key)} ${words.number(amount, { maximumFractionDigits: 1 })}`,
    )
    .join(', ')

function headOf(portfolio: Portfolio, period: string | undefined, words: Words): string {
  const { outcome, items, value } = portfolio
  switch (outcome) {
    case 'answer': {
      const count = items.filter(({ isIn }) => isIn).length
      if (count === 0 && period !== undefined)
        return words.say('No idea that brings anything fits into {period}.', { period })
      const worth = roundly(value, words)
      return period === undefined
        ? words.counted(
            count,
            '# idea is worth taking, {value} in all; no capacity limits it yet.',
            '# ideas are worth taking, {value} in all; no capacity limits them yet.',
            { value: worth },
          )
        : words.counted(
            count,
            '# idea fits into {period} and brings the most: {value}.',
            '# ideas fit into {period} and bring the most together: {value}.',
            { value: worth, period },
          )
    }
    case 'infeasible':
      return words.say('No set of ideas keeps all that is asked.')
    case 'undecided':
      return words.say('The time was not enough to find a set that fits.')
    case 'failed':
      return words.say('The set could not be worked out just now.')
  }
}

function proofOf({ isProven, gap }: Portfolio, words: Words): string {
  if (isProven) return words.say('No other set that fits brings more; that is proven.')
  return words.say('Proven to be within {gap} % of the best there can be.', {
    gap: words.number(Math.max(0.01, gap * 100), { maximumSignificantDigits: 2 }),
  })
}

function sureSaid({ sureness }: Portfolio, words: Words): string | null {
  if (sureness === null) return null
  const { is, draws, same } = sureness
  switch (is) {
    case 'certain':
      return words.say('Nothing is said as a range, so how sure this set is cannot be told.')
    case 'out-of-time':
      return words.counted(
        draws,
        'The time was enough for # draw of values and costs, too few to say how sure this set is; what is proven of it holds all the same. Hold in or out what is settled anyway, and more can be solved.',
        'The time was enough for # draws of values and costs, too few to say how sure this set is; what is proven of it holds all the same. Hold in or out what is settled anyway, and more can be solved.',
      )
    case 'rarely-possible':
      return words.counted(
        draws,
        'Only in # draw of values and costs a set keeps all rules, too few to say how sure this one is. Add capacity, or ask for less that must be in.',
        'Only in # draws of values and costs a set keeps all rules, too few to say how sure this one is. Add capacity, or ask for less that must be in.',
      )
    case 'counted':
      return words.counted(
        draws,
        'In {same} of # draw of values and costs this very set is the best.',
        'In {same} of # draws of values and costs this very set is the best.',
        { same },
      )
  }
}

function orderSaid({ scoreOrder }: Portfolio, words: Words): string | null {
  if (scoreOrder === null || scoreOrder.loses === null) return null
  const value = roundly(scoreOrder.value, words)
  if (scoreOrder.isBroken)
    return words.say(
      'The plain order by score would come to {value}, and breaks a share that is asked for.',
      { value },
    )
  return scoreOrder.loses < 0.05
    ? words.say('The plain order by score comes to the same: {value}.', { value })
    : words.say('The plain order by score comes to {value} and loses {loses} %.', {
        value,
        loses: words.number(scoreOrder.loses, { maximumFractionDigits: 1 }),
      })
}

/** How the set's spend stands to a capacity, in words. */
export const spendSaid = (spend: SpendTold, words: Words): string =>
  spend.capacity === null
    ? words.say('{function}: {used}, and nothing says how much there is', {
        function: spend.function,
        used: personMonths(spend.used, words),
      })
    : words.say('{function}: {used} of {capacity}', {
        function: spend.function,
        used: personMonths(spend.used, words),
        capacity: words.number(spend.capacity, { maximumFractionDigits: 1 }),
      })
