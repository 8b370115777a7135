import { ratioOf, richest, richestStart, startsOf, type Jobs } from './initial-set.ts'
import { ancestorsOf } from './precedence.ts'
import { mostSearched, searched } from './sequence-search.ts'

export interface Job {
  readonly id: string
  /** What each unit of time costs until it is done; 0 or more. */
  readonly weight: number
  /** In the same unit of time; above 0. */
  readonly duration: number
  /** Ids of the jobs that have to be done before it. */
  readonly after: readonly string[]
}

export interface Sequence {
  readonly order: readonly string[]
  /** Σ weight × the time at which it is done, one job at a time from 0. */
  readonly cost: number
  /** Is there none better? If not, it costs at most twice the least. */
  readonly isExact: boolean
}

/**
 * The order of jobs, one at a time, in which waiting costs least, with what has to come first in
 * its place.
 *
 * Without that it is weight ÷ duration (Smith, Various optimizers for single-stage production,
 * 1956). With it, the jobs fall apart into the richest start, the richest of what is left, and so
 * on (Sidney 1975), and what falls apart no further is split where all of one part comes before all
 * of the other (Lawler, Sequencing jobs to minimize total weighted completion time subject to
 * precedence constraints, 1978). So chains, trees and all that is put together of parts side by
 * side and parts in a row is exact at any size. What stays in one piece is searched through, up to
 * 20 jobs. Beyond that the order is Sidney's, which is within twice the least (Chekuri and Motwani,
 * Precedence constrained scheduling to minimize sum of weighted completion times, 1999), and says
 * so.
 *
 * Of equally good orders it takes one by the ids, so it does not depend on the order given. Throws
 * a RangeError where a weight is below 0, a duration not above it, an id is there twice or not at
 * all, or jobs wait for each other in a circle.
 */
export function bestSequence(given: readonly Job[]): Sequence {
  const sorted = given.toSorted((left, right) => (left.id < right.id ? -1 : 1))
  const jobs = jobsOf(sorted)
  const { order, isExact } = solved(jobs, [...sorted.keys()])
  return {
    order: order.map((at) => sorted[at]?.id ?? ''),
    cost: costOf(jobs, order),
    isExact,
  }
}

/**
 * What waiting costs in any order of the same jobs. Throws a RangeError where it is none of theirs.
 */
export function sequenceCost(given: readonly Job[], order: readonly string[]): number {
  const jobs = jobsOf(given)
  const places = new Map(given.map(({ id }, at) => [id, at] as const))
  const done = new Set<number>()
  for (const id of order) {
    const at = places.get(id)
    const isFree =
      at !== undefined && [...(jobs.before[at] ?? [])].every((first) => done.has(first))
    if (!isFree || done.has(at)) throw new RangeError(`${id} cannot come where it stands`)
    done.add(at)
  }
  if (done.size !== given.length) throw new RangeError('the order leaves jobs out')
  return costOf(jobs, [...done])
}

function jobsOf(given: readonly Job[]): Jobs {
  const places = new Map(given.map(({ id }, at) => [id, at] as const))
  if (places.size !== given.length) throw new RangeError('an id is there twice')
  for (const { id, weight, duration } of given)
    if (!(weight >= 0 && weight < Infinity && duration > 0 && duration < Infinity))
      throw new RangeError(`${id} cannot weigh ${weight} and take ${duration}`)
  return {
    weight: given.map(({ weight }) => weight),
    duration: given.map(({ duration }) => duration),
    before: ancestorsOf(
      given.map(({ after }) =>
        after.map((id) => {
          const at = places.get(id)
          if (at === undefined) throw new RangeError(`there is no job ${id} to wait for`)
          return at
        }),
      ),
    ),
  }
}

function costOf({ weight, duration }: Jobs, order: readonly number[]): number {
  let time = 0
  let cost = 0
  for (const at of order) {
    time += duration[at] ?? 0
    cost += (weight[at] ?? 0) * time
  }
  return cost
}

interface Solved {
  readonly order: readonly number[]
  readonly isExact: boolean
}

function solved(jobs: Jobs, some: readonly number[]): Solved {
  if (some.length < 2) return { order: some, isExact: true }
  const parts = connected(some, (left, right) => areOrdered(jobs, left, right))
  const blocks = inTurn(
    jobs,
    parts.map((part) => blocksOf(jobs, part)),
  )
  if (blocks.length > 1) return joined(blocks.map((block) => solved(jobs, block)))
  const row = connected(some, (left, right) => !areOrdered(jobs, left, right))
  if (row.length > 1) return joined(row.toSorted(byOrder(jobs)).map((block) => solved(jobs, block)))
  if (some.length <= mostSearched) return { order: searched(jobs, some), isExact: true }
  const start = richest(
    jobs,
    startsOf(jobs, some).filter((set) => set.length < some.length),
  )
  const rest = some.filter((at) => !start.includes(at))
  return { ...joined([solved(jobs, start), solved(jobs, rest)]), isExact: false }
}

const joined = (parts: readonly Solved[]): Solved => ({
  order: parts.flatMap(({ order }) => order),
  isExact: parts.every(({ isExact }) => isExact),
})

/** The richest start, the richest start of what is left, and so on. */
function blocksOf(jobs: Jobs, some: readonly number[]): readonly (readonly number[])[] {
  const blocks: (readonly number[])[] = []
  for (let left = some; left.length > 0;) {
    const start = new Set(richestStart(jobs, left))
    blocks.push([...start])
    left = left.filter((at) => !start.has(at))
  }
  return blocks
}

/**
 * Blocks of parts that do not wait for each other, the richest first; each part's own stay in their
 * order.
 */
function inTurn(
  jobs: Jobs,
  parts: readonly (readonly (readonly number[])[])[],
): readonly (readonly number[])[] {
  return parts
    .flatMap((blocks, part) => {
      // Rounding must not let a block overtake one of its own part.
      let least = Infinity
      return blocks.map((block, index) => {
        least = Math.min(least, ratioOf(jobs, block))
        return { block, part, index, ratio: least }
      })
    })
    .toSorted(
      (left, right) =>
        right.ratio - left.ratio || left.part - right.part || left.index - right.index,
    )
    .map(({ block }) => block)
}

const areOrdered = ({ before }: Jobs, left: number, right: number): boolean =>
  (before[left]?.has(right) ?? false) || (before[right]?.has(left) ?? false)

const byOrder =
  ({ before }: Jobs) =>
  ([left = 0]: readonly number[], [right = 0]: readonly number[]): number =>
    before[right]?.has(left) === true ? -1 : 1

/** The parts of `some` within which one gets from each to each by steps that hold. */
function connected(
  some: readonly number[],
  isStep: (left: number, right: number) => boolean,
): readonly (readonly number[])[] {
  const left = new Set(some)
  const parts: (readonly number[])[] = []
  for (const first of some) {
    if (!left.delete(first)) continue
    const part = [first]
    for (const at of part)
      for (const other of left)
        if (isStep(at, other)) {
          left.delete(other)
          part.push(other)
        }
    parts.push(part.toSorted((one, other) => one - other))
  }
  return parts
}
