import { spreadOf, type Spread } from '../../../../math/rank-probabilities.ts'
import { rankTallySteps, talliedTogether, type RankTally } from '../../../../math/rank-tally.ts'
import { rowOf, scoredOf, type Scores } from '../../../../math/scores.ts'
import type { Steps } from '../../../../math/steps.ts'
import { scoreSteps, type Candidate, type Chance } from '../../rules/candidates.ts'
import { level, weighingFrom, type Weighable, type Weighing } from '../../rules/certainty.ts'
import type { Rooms } from './rooms.ts'

/** What is weighed by two threads, each of which knows all of it. */
export interface Job extends Chance {
  /** Rises with each other material. */
  readonly number: number
  readonly weighable: Weighable
  /** Given up once it is told so. */
  readonly signal: AbortSignal
}

/** Takes steps until they end, and looks up between them. */
export type Drive = <Result>(steps: Steps<Result>, signal: AbortSignal) => Promise<Result>

/** What two threads tell each other. */
export interface Parts {
  /** Scores of the lead's candidates in the draws that the second ranks, and which of them have one in all draws. */
  readonly begun: { readonly rows: Float64Array; readonly scored: readonly number[] }
  /** Scores of the second's candidates in all draws, and around what those lie that have one in each. */
  readonly drawn: {
    readonly rows: Float64Array
    readonly scored: readonly number[]
    readonly spreads: readonly Spread[]
  }
  /** Ranks in the second's draws. */
  readonly counted: { readonly tally: RankTally }
  /** That the lead has told a first look by this many draws. */
  readonly told: object
}

export interface Partner {
  readonly send: <Name extends keyof Parts>(
    job: Job,
    name: Name,
    part: Parts[Name],
    gone: readonly { readonly buffer: ArrayBufferLike }[],
  ) => void
  readonly heard: <Name extends keyof Parts>(job: Job, name: Name) => Promise<Parts[Name]>
}

/** A thread's end of the work. */
export interface Hands {
  readonly drive: Drive
  readonly partner: Partner
  /** By how many draws: what this thread drew last. */
  readonly memory: Map<number, Drawn>
  readonly rooms: Rooms
}

/** Rows that were drawn; the row of a candidate that comes again is the same again. */
interface Drawn {
  readonly seed: number
  readonly scores: Scores
  readonly rows: ReadonlyMap<Candidate, { readonly at: number; readonly spread: Spread | null }>
}

/**
 * By one thread: a first look by few draws, which two would hardly have sooner, while the page that it is for takes a
 * processor too.
 */
export async function weighAlone(job: Job, hands: Hands): Promise<Weighing> {
  const { weighable, draws, signal } = job
  const count = weighable.candidates.length
  const scores = scoresIn(hands.rooms, count, draws)
  const { scored, spreads } = await rowsOf([0, count], job, scores, hands)
  const tally = await hands.drive(rankTallySteps(scores, scored), signal)
  return weighingFrom(weighable, job, { scores, tally, spreads })
}

/**
 * The lead draws the first half of the candidates and ranks all of them in the first half of the draws; what it comes to
 * is the same as by one thread.
 */
export async function weighAsLead(job: Job, hands: Hands): Promise<Weighing> {
  const { weighable, draws, signal } = job
  const { drive, partner } = hands
  const { half, middle } = halvesOf(job)
  const count = weighable.candidates.length
  const scores = scoresIn(hands.rooms, count, draws)
  const drawing = await rowsOf([0, half], job, scores, hands)
  const rows = columnsFrom(partOf(scores, 0, half), middle)
  partner.send(job, 'begun', { rows, scored: drawing.scored }, [rows])
  const drawn = await partner.heard(job, 'drawn')
  scores.values.set(drawn.rows, half * draws)
  const options = [...drawing.scored, ...drawn.scored]
  const tally = await drive(rankTallySteps(scores, options, middle), signal)
  const counted = await partner.heard(job, 'counted')
  return weighingFrom(weighable, job, {
    scores,
    tally: talliedTogether(tally, counted.tally),
    spreads: [...drawing.spreads, ...drawn.spreads],
  })
}

/** The second draws the other candidates, and ranks all of them in the other draws. */
export async function weighAsSecond(job: Job, hands: Hands): Promise<void> {
  const { weighable, draws, signal } = job
  const { drive, partner } = hands
  const { half, middle } = halvesOf(job)
  const count = weighable.candidates.length
  const own = scoresIn(hands.rooms, count - half, draws)
  const { scored, spreads } = await rowsOf([half, count], job, own, hands)
  const named = scored.map((option) => option + half)
  const rows = own.values.slice()
  partner.send(job, 'drawn', { rows, scored: named, spreads }, [rows])
  const late = scoresIn(hands.rooms, count, draws - middle)
  for (let option = half; option < count; option += 1)
    rowOf(late, option).set(rowOf(own, option - half).subarray(middle))
  const begun = await partner.heard(job, 'begun')
  late.values.set(begun.rows)
  const tally = await drive(rankTallySteps(late, [...begun.scored, ...named]), signal)
  hands.rooms.give(late.values)
  partner.send(job, 'counted', { tally }, [
    tally.sole,
    ...(tally.shared === undefined ? [] : [tally.shared.parts]),
  ])
}

/** Room for the scores of so many options, each of which is written in it. */
const scoresIn = (rooms: Rooms, options: number, draws: number): Scores => ({
  options,
  draws,
  values: rooms.take(options * draws),
})

const halvesOf = ({
  weighable,
  draws,
}: Job): { readonly half: number; readonly middle: number } => ({
  half: Math.ceil(weighable.candidates.length / 2),
  middle: Math.ceil(draws / 2),
})

/** Fills the first rows of `into` for the candidates from one to another, and says which of them have a score in every draw, and around what those lie. */
async function rowsOf(
  [from, to]: readonly [from: number, to: number],
  job: Job,
  into: Scores,
  { drive, memory, rooms }: Hands,
): Promise<{ readonly scored: readonly number[]; readonly spreads: readonly Spread[] }> {
  const last = memory.get(job.draws)
  const before = last?.seed === job.seed ? last : undefined
  const candidates = job.weighable.candidates.slice(from, to)
  const known = candidates.map((candidate) => before?.rows.get(candidate))
  for (const [option, row] of known.entries())
    if (before !== undefined && row !== undefined)
      rowOf(into, option).set(rowOf(before.scores, row.at))
  const fresh = [...candidates.entries()].filter(([option]) => known[option] === undefined)
  await drive(scoreSteps(fresh, job, into), job.signal)
  const isScored = new Set(scoredOf(partOf(into, 0, candidates.length)).scored)
  const spreads = known.map((row, option): Spread | null =>
    row !== undefined
      ? row.spread
      : isScored.has(option)
        ? spreadOf(rowOf(into, option), level)
        : null,
  )
  if (last !== undefined) rooms.give(last.scores.values)
  memory.set(job.draws, {
    seed: job.seed,
    scores: into,
    rows: new Map(
      candidates.map((candidate, at) => [candidate, { at, spread: spreads[at] ?? null }]),
    ),
  })
  return {
    scored: [...isScored],
    spreads: spreads.filter((spread) => spread !== null),
  }
}

const partOf = ({ draws, values }: Scores, from: number, to: number): Scores => ({
  options: to - from,
  draws,
  values: values.subarray(from * draws, to * draws),
})

/** The scores in the draws from that on. */
function columnsFrom(scores: Scores, from: number): Float64Array {
  const left = scores.draws - from
  const columns = new Float64Array(scores.options * left)
  for (let option = 0; option < scores.options; option += 1)
    columns.set(rowOf(scores, option).subarray(from), option * left)
  return columns
}
