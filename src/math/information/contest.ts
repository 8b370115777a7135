import { among, chooserOf, methodOf, sumOf, type Choice, type Chooser } from './best-set.ts'
import type { Deal } from './deal.ts'
import type { StandingChoice } from './standing-choice.ts'

/**
 * The options among which something that is learnt decides. Those that it moves are worth what each draw
 * says; the others stay at their mean, for what is learnt says nothing of them.
 */
export interface Contest {
  readonly deal: Deal
  /** The options that compete, by their index, the best on average first; their order is that of places. */
  readonly options: Int32Array
  /** Utility of each moved option in each draw. */
  readonly rows: readonly Float64Array[]
  /** Places of the moved options, in the order of `rows`. */
  readonly moved: Int32Array
  /** What each option is worth while nothing is known. */
  readonly still: Float64Array
  /** Places of the set that is taken while nothing is known. */
  readonly base: Int32Array
  readonly choice: Choice
  readonly choose: Chooser
}

/**
 * All contenders; or, where `moves` names the options that can be moved, those of them that contend, and as
 * many others as can be taken beside them.
 */
export function contestOf(standing: StandingChoice, moves?: readonly number[]): Contest {
  const { contenders, rows } = standing
  const named = new Set(moves ?? contenders)
  const isMoved = (option: number): boolean => named.has(option)
  const options = moves === undefined ? contenders : competing(standing, isMoved)
  const taken = new Set(standing.base)
  const base = placesIn(options, (option) => taken.has(option))
  const choice = among(standing.choice, options)
  return {
    deal: standing.deal,
    options,
    rows: rows.filter((_, place) => isMoved(contenders[place] ?? -1)),
    moved: placesIn(options, isMoved),
    still: Float64Array.from(options, (option) => standing.mean[option] ?? 0),
    base,
    choice,
    choose: neverBelow(base, choice, options.length),
  }
}

/**
 * Writes to the start of `into` what one thinks that a moved option is worth in the draws `from` up to `to`,
 * which are all of one part.
 */
export type Belief = (
  row: number,
  part: number,
  from: number,
  to: number,
  into: Float64Array,
) => void

/** By how much the set that one would take is worth more than the base, in each draw. */
export function gainsOf(contest: Contest, believe: Belief): Float64Array {
  const { deal, rows, moved, still, choose } = contest
  const gainOf = exchangerOf(contest)
  const gains = new Float64Array(deal.order.length)
  const column = new Float64Array(atOnce)
  const lines = Array.from({ length: atOnce }, () => still.slice())
  deal.ends.forEach((end, part) => {
    for (let from = deal.ends[part - 1] ?? 0; from < end; from += atOnce) {
      const to = Math.min(end, from + atOnce)
      for (let row = 0; row < rows.length; row += 1) {
        const place = moved[row] ?? 0
        believe(row, part, from, to, column)
        for (let draw = from; draw < to; draw += 1) {
          const line = lines[draw - from] ?? still
          line[place] = column[draw - from] ?? 0
        }
      }
      for (let draw = from; draw < to; draw += 1)
        gains[draw] = gainOf(choose(lines[draw - from] ?? still), draw)
    }
  })
  return gains
}

/** The same where the moved options are known outright. */
export function perfectGainsOf(contest: Contest): Float64Array {
  return gainsOf(contest, (row, _, from, to, into) => {
    const own = contest.rows[row] ?? none
    for (let draw = from; draw < to; draw += 1) into[draw - from] = own[draw] ?? 0
  })
}

/** Draws that are turned from rows into lines together, so that each row is read in order. */
const atOnce = 32

/** Where `take` are taken, no more than the best `take` of those that stay as they are can be among them. */
function competing(standing: StandingChoice, isMoved: (option: number) => boolean): Int32Array {
  const { choice, contenders } = standing
  if (!('take' in choice)) return contenders
  let others = 0
  return contenders.filter((option) => {
    if (isMoved(option)) return true
    others += 1
    return others <= choice.take
  })
}

function placesIn(options: Int32Array, isMeant: (option: number) => boolean): Int32Array {
  return Int32Array.from(options.keys()).filter((place) => isMeant(options[place] ?? -1))
}

/** A greedy search may miss even the base; the base is then what one takes. */
function neverBelow(base: Int32Array, choice: Choice, options: number): Chooser {
  const choose = chooserOf(choice, options)
  if (methodOf(choice) === 'exact') return choose
  return (utility) => {
    const found = choose(utility)
    return sumOf(utility, found) < sumOf(utility, base) ? base : found
  }
}

/**
 * What a set is worth more than the base, in a draw: what comes in less what goes out. What stays is not
 * counted at all, so that the base against itself is exactly nothing.
 */
function exchangerOf(contest: Contest): (set: Int32Array, draw: number) => number {
  const { rows, moved, still, base } = contest
  const rowAt: (Float64Array | undefined)[] = Array.from(still, () => undefined)
  moved.forEach((place, row) => {
    rowAt[place] = rows[row]
  })
  const isBase = new Uint8Array(still.length)
  for (const place of base) isBase[place] = 1
  const isTaken = new Uint8Array(still.length)
  return (set, draw) => {
    let gain = 0
    for (let at = 0; at < set.length; at += 1) {
      const place = set[at] ?? 0
      isTaken[place] = 1
      if (isBase[place] === 0) gain += rowAt[place]?.[draw] ?? still[place] ?? 0
    }
    for (let at = 0; at < base.length; at += 1) {
      const place = base[at] ?? 0
      if (isTaken[place] === 0) gain -= rowAt[place]?.[draw] ?? still[place] ?? 0
    }
    for (let at = 0; at < set.length; at += 1) isTaken[set[at] ?? 0] = 0
    return gain
  }
}

const none = new Float64Array()
