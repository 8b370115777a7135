import type { Program } from './program.ts'
import { reducedCosts, type Relaxation } from './relaxation.ts'
import { copyOf, mayTurn, turn, walkFrom, worthOf, type Walk } from './walk.ts'

/**
 * A good assignment in some milliseconds, mostly within a tenth of a percent of the best. It begins from the
 * one given or from the relaxed one rounded down, whichever is worth more, and exchanges a few columns for
 * a few while that brings anything. Only columns whose reduced cost is near 0 are tried: the others stand
 * in good sets as they do in the relaxed one (the core; Balas and Zemel 1980). Undefined where neither
 * keeps all rows.
 * @param enough it stops where the objective is this much.
 * @param mayGoOn asked before each exchange.
 */
export function improved(
  program: Program,
  relaxation: Relaxation,
  enough: number,
  mayGoOn: () => boolean = () => true,
): Float64Array | undefined {
  const rounded = relaxation.assignment.map((one) => (one > 1 - 1e-6 ? 1 : 0))
  const [walk] = [program.start, rounded]
    .flatMap((begun) => walkFrom(program, begun) ?? [])
    .toSorted((left, right) => worthOf(right) - worthOf(left))
  if (walk === undefined) return undefined
  const core = coreOf(program, reducedCosts(program, relaxation.prices))
  let best = walk
  for (const reach of [manyPairs, someTriples]) {
    if (worthOf(best) >= enough) break
    const ended = climbed(copyOf(walk), core, reach, (at) => worthOf(at) < enough && mayGoOn())
    if (worthOf(ended) > worthOf(best)) best = ended
  }
  return best.assignment
}

function climbed(
  walk: Walk,
  core: readonly number[],
  reach: Reach,
  mayGoOn: (at: Walk) => boolean,
): Walk {
  const wide = wideRows(walk.program)
  for (let at = 0; at < mostExchanges && mayGoOn(walk); at++) {
    const columns = bestExchange(walk, core, wide, reach)
    if (columns === undefined) break
    turn(walk, columns)
  }
  return walk
}

const mostExchanges = 500

/** How many of the core are tried in pairs, and how many of these in threes. */
interface Reach {
  readonly inPairs: number
  readonly inThrees: number
}

/** Both from the same place: where the one gets stuck the other often goes by. */
const manyPairs: Reach = { inPairs: 45, inThrees: 0 }
const someTriples: Reach = { inPairs: 35, inThrees: 24 }

/** The open columns, those that matter least first. */
const coreOf = ({ lower, upper }: Program, reduced: Float64Array): readonly number[] =>
  [...lower.keys()]
    .filter((column) => lower[column] !== upper[column])
    .toSorted((left, right) => Math.abs(reduced[left] ?? 0) - Math.abs(reduced[right] ?? 0))

/** Rows that most exchanges touch: what they leave no room for is not looked at any further. */
const wideRows = ({ starts, lower }: Program): readonly number[] =>
  [...starts.keys()].filter(
    (row) => 4 * ((starts[row + 1] ?? 0) - (starts[row] ?? 0)) > lower.length,
  )

/** None, or up to three columns, the smallest objective first. */
interface Bundles {
  readonly columns: readonly (readonly number[])[]
  readonly worth: Float64Array
  /** What they are in each wide row: bundles × wide rows. */
  readonly loads: Float64Array
}

/** The columns to turn over that bring most; undefined where none bring anything. */
function bestExchange(
  walk: Walk,
  core: readonly number[],
  wide: readonly number[],
  reach: Reach,
): readonly number[] | undefined {
  const standing = (one: 0 | 1): Bundles =>
    bundlesOf(
      walk,
      core.filter((column) => walk.assignment[column] === one),
      wide,
      reach,
    )
  const [ins, outs] = [standing(0), standing(1)]
  const { most, least } = roomIn(walk, wide)
  let gain = 1e-9
  let best: readonly number[] | undefined
  for (let into = ins.worth.length - 1; into >= 0; into--)
    for (let out = 0; out < outs.worth.length; out++) {
      const more = (ins.worth[into] ?? 0) - (outs.worth[out] ?? 0)
      if (more <= gain) break
      if (!isRoom(ins, into, outs, out, most, least)) continue
      const columns = [...(ins.columns[into] ?? []), ...(outs.columns[out] ?? [])]
      if (!mayTurn(walk, columns)) continue
      gain = more
      best = columns
    }
  return best
}

function bundlesOf(
  walk: Walk,
  core: readonly number[],
  wide: readonly number[],
  { inPairs, inThrees }: Reach,
): Bundles {
  const { objective } = walk.program
  const worth = (columns: readonly number[]): number =>
    columns.reduce((sum, column) => sum + (objective[column] ?? 0), 0)
  const some = core.slice(0, inPairs)
  const few = core.slice(0, inThrees)
  const pairs = withEach(
    some.map((one) => [one]),
    some,
  )
  const threes = withEach(
    withEach(
      few.map((one) => [one]),
      few,
    ),
    few,
  )
  const columns = [[], ...some.map((one) => [one]), ...pairs, ...threes]
    .map((each) => ({ each, worth: worth(each) }))
    .toSorted((left, right) => left.worth - right.worth)
  const loads = new Float64Array(columns.length * wide.length)
  columns.forEach(({ each }, at) => {
    for (const column of each)
      for (const [place, row] of wide.entries())
        loads[at * wide.length + place] =
          (loads[at * wide.length + place] ?? 0) + coefficient(walk, row, column)
  })
  return {
    columns: columns.map(({ each }) => each),
    worth: Float64Array.from(columns, (one) => one.worth),
    loads,
  }
}

/** Each with one more of those that come after all that it has. */
const withEach = (
  bundles: readonly (readonly number[])[],
  all: readonly number[],
): readonly (readonly number[])[] =>
  bundles.flatMap((bundle) =>
    all.slice(all.indexOf(bundle.at(-1) ?? -1) + 1).map((one) => [...bundle, one]),
  )

function coefficient({ begins, rows, coefficients }: Walk, row: number, column: number): number {
  for (let at = begins[column] ?? 0; at < (begins[column + 1] ?? 0); at++)
    if (rows[at] === row) return coefficients[at] ?? 0
  return 0
}

/** By wide row: how much may come in, and how little. */
function roomIn(
  { program, activity }: Walk,
  wide: readonly number[],
): { readonly most: Float64Array; readonly least: Float64Array } {
  const from = (bounds: Float64Array): Float64Array =>
    Float64Array.from(wide, (row) => (bounds[row] ?? 0) - (activity[row] ?? 0))
  return { most: from(program.rowUpper), least: from(program.rowLower) }
}

function isRoom(
  ins: Bundles,
  into: number,
  outs: Bundles,
  out: number,
  most: Float64Array,
  least: Float64Array,
): boolean {
  const size = most.length
  for (let row = 0; row < size; row++) {
    const more = (ins.loads[into * size + row] ?? 0) - (outs.loads[out * size + row] ?? 0)
    if (more > (most[row] ?? 0) || more < (least[row] ?? 0)) return false
  }
  return true
}
