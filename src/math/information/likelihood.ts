import { normalCdf } from '../normal.ts'

/**
 * How likely each outcome of a test is, given what is true: `likelihood[outcome][state]`, adding up to 1
 * over the outcomes. `at` is the true value in each state, ascending.
 */

/**
 * The mean of observations around the true value, with this standard error in each state: normal noise. The
 * outcome is told in about 200 classes, fine where outcomes are likely; what that hides makes the test look
 * poorer by a trifle, and never better. Without any noise the classes tell all states apart.
 */
export function likelihoodOfMean(
  at: Float64Array,
  probability: Float64Array,
  errors: Float64Array,
): readonly Float64Array[] {
  const edges = edgesOf(at, probability, errors)
  const below = Array.from(edges, (edge) =>
    at.map((value, state) => normalBelow((edge - value) / (errors[state] ?? 0))),
  )
  const first = below[0]
  const last = below[below.length - 1]
  if (first === undefined || last === undefined) return [at.map(() => 1)]
  const between = below
    .slice(1)
    .map((row, place) => row.map((share, state) => share - (below[place]?.[state] ?? 0)))
  return [first, ...between, last.map((share) => 1 - share)]
}

/** The number of successes among `size` people, each with the true proportion: outcomes 0 to `size`. */
export function likelihoodOfCount(at: Float64Array, size: number): readonly Float64Array[] {
  const ways = new Float64Array(size + 1)
  for (let count = 1; count <= size; count += 1)
    ways[count] = (ways[count - 1] ?? 0) + Math.log((size - count + 1) / count)
  return Array.from(ways, (way, count) =>
    at.map((share) => Math.exp(way + times(count, share) + times(size - count, 1 - share))),
  )
}

/** count · ln share, where nothing to the power of nothing is one. */
const times = (count: number, share: number): number => (count === 0 ? 0 : count * Math.log(share))

const points = 4096
const classes = 96

/**
 * Edges at even shares of what is likely to be seen, and halfway between neighbouring states. Where an edge
 * lies decides only how fine the classes are, so that a rough normal quantile does.
 */
function edgesOf(at: Float64Array, probability: Float64Array, errors: Float64Array): Float64Array {
  const seen: number[] = []
  at.forEach((value, state) => {
    const count = Math.max(1, Math.round((probability[state] ?? 0) * points))
    for (let point = 0; point < count; point += 1)
      seen.push(value + (errors[state] ?? 0) * roughQuantile((point + 0.5) / count))
  })
  const sorted = Float64Array.from(seen).sort()
  const edges: number[] = []
  for (let edge = 1; edge < classes; edge += 1) {
    const place = Math.round((edge * sorted.length) / classes)
    edges.push(((sorted[place - 1] ?? 0) + (sorted[place] ?? 0)) / 2)
  }
  for (let state = 1; state < at.length; state += 1)
    edges.push(((at[state - 1] ?? 0) + (at[state] ?? 0)) / 2)
  return Float64Array.from(new Set(edges)).sort()
}

/** Tukey's lambda approximation (Joiner and Rosenblatt 1971), to about 0.01. */
const roughQuantile = (share: number): number => (share ** 0.135 - (1 - share) ** 0.135) / 0.1975

/** An edge that lies on a state without any noise is half below it. */
const normalBelow = (z: number): number => (Number.isNaN(z) ? 0.5 : normalCdf(z))
