import { sortOf } from './descending.ts'
import type { Scores } from './scores.ts'
import { finished, type Steps } from './steps.ts'

/** In how many draws options had which rank. */
export interface RankTally {
  /** The options that were ranked against each other; a row of the tally for each, in this order. */
  readonly options: readonly number[]
  readonly draws: number
  /** In how many draws an option had a rank to itself. */
  readonly sole: Counts
  /** There once two have tied. */
  readonly shared: Shared | undefined
}

/** Ranks that options had together with others. */
interface Shared {
  /** By how much more than at the rank before an option shared this one; a row of one more than there are options for each. */
  readonly parts: Float64Array
  /** 1 for each option that ever tied. */
  readonly tied: Uint8Array
}

/**
 * Ranks these options in every draw; rank 1 is the greatest score. Each has a score in all draws. Options that tie in
 * a draw share the ranks that they take together equally, as if chance decided between them. For n options it takes
 * 2 n² bytes, or 4 n² for 65,536 draws and more, and 8 n² more where two tie.
 */
export const rankTally = (scores: Scores, options: readonly number[]): RankTally =>
  finished(rankTallySteps(scores, options))

/** The same over the first draws, up to `until`; a few draws at a step. */
export function* rankTallySteps(
  scores: Scores,
  options: readonly number[],
  until: number = scores.draws,
): Steps<RankTally> {
  const count = options.length
  const tally: Tally = { count, sole: newCounts(count * count, until), shared: undefined }
  const sort = sortOf(count)
  const order = new Int32Array(count)
  const room = new Float64Array(atOnce * count)
  const columns = Array.from({ length: atOnce }, (_, at) =>
    room.subarray(at * count, (at + 1) * count),
  )
  for (let draw = 0; draw < until; draw += atOnce) {
    fillColumns(scores, options, draw, room)
    for (const column of columns.slice(0, until - draw)) {
      if (sort(column, order) === 'all differ') tallySole(order, tally)
      else tallyTies(column, order, tally)
    }
    yield
  }
  return { options, draws: until, sole: tally.sole, shared: tally.shared }
}

/** Of the same options over the draws of both, which are not the same. */
export function talliedTogether(one: RankTally, other: RankTally): RankTally {
  const draws = one.draws + other.draws
  const sole = newCounts(one.sole.length, draws)
  for (let cell = 0; cell < sole.length; cell += 1)
    sole[cell] = (one.sole[cell] ?? 0) + (other.sole[cell] ?? 0)
  const [some, more] = [one.shared ?? other.shared, other.shared ?? one.shared]
  return {
    options: one.options,
    draws,
    sole,
    shared: some === more || some === undefined || more === undefined ? some : both(some, more),
  }
}

function both(one: Shared, other: Shared): Shared {
  const count = one.tied.length
  const parts = one.parts.slice()
  for (let option = 0; option < count; option += 1) {
    if (other.tied[option] !== 1) continue
    const end = (option + 1) * (count + 1)
    for (let cell = end - count - 1; cell < end; cell += 1)
      parts[cell] = (parts[cell] ?? 0) + (other.parts[cell] ?? 0)
  }
  return { parts, tied: one.tied.map((tied, option) => tied | (other.tied[option] ?? 0)) }
}

/** The narrower the counts, the more of them stay in a cache. */
const newCounts = (cells: number, draws: number): Counts =>
  draws < 2 ** 16 ? new Uint16Array(cells) : new Int32Array(cells)

/** Fills `into` with the probability of each of as many ranks as it has room for, for the option of this row, rank 1 first. */
export function fillShares(
  { options, draws, sole, shared }: RankTally,
  row: number,
  into: Float64Array,
): void {
  const count = options.length
  let together = 0
  for (let rank = 0; rank < into.length; rank += 1) {
    if (shared !== undefined) together += shared.parts[row * (count + 1) + rank] ?? 0
    into[rank] = ((sole[row * count + rank] ?? 0) + (together < rounding ? 0 : together)) / draws
  }
}

/** Takes each rank, from 0, that the option of this row has in any draw, with its probability, rank 1 first. */
export function eachShare(
  { options, draws, sole, shared }: RankTally,
  row: number,
  take: (rank: number, share: number) => void,
): void {
  const count = options.length
  if (shared?.tied[row] === 1) {
    let together = 0
    for (let rank = 0; rank < count; rank += 1) {
      together += shared.parts[row * (count + 1) + rank] ?? 0
      const times = (sole[row * count + rank] ?? 0) + (together < rounding ? 0 : together)
      if (times > 0) take(rank, times / draws)
    }
    return
  }
  for (let rank = 0; rank < count; rank += 1) {
    const times = sole[row * count + rank] ?? 0
    if (times > 0) take(rank, times / draws)
  }
}

/** What sums of parts may leave where there are none; a part is one in as many as tie. */
const rounding = 1e-7

/** Draws that are taken out together: their scores of one option lie side by side. */
const atOnce = 16

type Counts = Uint16Array | Int32Array

interface Tally {
  readonly count: number
  readonly sole: Counts
  shared: Shared | undefined
}

function fillColumns(
  { draws, values }: Scores,
  options: readonly number[],
  from: number,
  room: Float64Array,
): void {
  const count = options.length
  const end = Math.min(atOnce, draws - from)
  for (let row = 0; row < count; row += 1) {
    const start = (options[row] ?? 0) * draws + from
    for (let at = 0; at < end; at += 1) room[at * count + row] = values[start + at] ?? 0
  }
}

function tallySole(order: Int32Array, { count, sole }: Tally): void {
  for (let rank = 0; rank < count; rank += 1) {
    const cell = (order[rank] ?? 0) * count + rank
    sole[cell] = (sole[cell] ?? 0) + 1
  }
}

function tallyTies(column: Float64Array, order: Int32Array, tally: Tally): void {
  const { count, sole } = tally
  const scoreAt = (rank: number): number => column[order[rank] ?? 0] ?? 0
  for (let rank = 0; rank < count;) {
    let end = rank + 1
    while (end < count && scoreAt(end) === scoreAt(rank)) end += 1
    const cell = (order[rank] ?? 0) * count + rank
    if (end === rank + 1) sole[cell] = (sole[cell] ?? 0) + 1
    else tallyTie(order, rank, end, tally)
    rank = end
  }
}

/** Each takes an equal part of each of the ranks. Noted where that begins and ends, so that a tie costs its size. */
function tallyTie(order: Int32Array, from: number, end: number, tally: Tally): void {
  const { count } = tally
  tally.shared ??= { parts: new Float64Array(count * (count + 1)), tied: new Uint8Array(count) }
  const { parts, tied } = tally.shared
  const part = 1 / (end - from)
  for (let at = from; at < end; at += 1) {
    const option = order[at] ?? 0
    const row = option * (count + 1)
    tied[option] = 1
    parts[row + from] = (parts[row + from] ?? 0) + part
    parts[row + end] = (parts[row + end] ?? 0) - part
  }
}
