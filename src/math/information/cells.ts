import type { Basis } from './conditional-means.ts'

/** The range of an input, cut into slices with about equally many draws; equal values are in one slice. */
export interface Cells {
  /** The slice of each draw. */
  readonly of: Uint16Array
  /** Mean of the input in each slice, ascending. */
  readonly at: Float64Array
  /** The share of the draws in each slice. */
  readonly probability: Float64Array
}

/** At most `most` slices of these values; `sorted` are the same, ascending. */
export function cellsOf(values: Float64Array, sorted: Float64Array, most: number): Cells {
  const tops = topsOf(sorted, most)
  const of = new Uint16Array(values.length)
  const sums = new Float64Array(tops.length)
  const counts = new Float64Array(tops.length)
  for (let draw = 0; draw < values.length; draw += 1) {
    const value = values[draw] ?? 0
    const cell = firstNotBelow(tops, value)
    of[draw] = cell
    sums[cell] = (sums[cell] ?? 0) + value
    counts[cell] = (counts[cell] ?? 0) + 1
  }
  return {
    of,
    at: sums.map((sum, cell) => sum / (counts[cell] ?? 1)),
    probability: counts.map((count) => count / values.length),
  }
}

/** The same functions, averaged over the draws of each slice. */
export function basisByCell(cells: Cells, basis: Basis): Basis {
  const slices = cells.at.length
  const { draws, width, columns } = basis
  const means = new Float64Array(slices * width)
  for (let column = 0; column < width; column += 1)
    for (let draw = 0; draw < draws; draw += 1) {
      const place = column * slices + (cells.of[draw] ?? 0)
      means[place] = (means[place] ?? 0) + (columns[column * draws + draw] ?? 0)
    }
  const sizes = cells.probability.map((share) => share * draws)
  return {
    ...basis,
    draws: slices,
    columns: means.map((sum, place) => sum / (sizes[place % slices] ?? 1)),
  }
}

/** The greatest value of each slice; a slice for each value where there are no more than `most`. */
function topsOf(sorted: Float64Array, most: number): Float64Array {
  const levels = levelsOf(sorted, most)
  if (levels.length <= most) return Float64Array.from(levels)
  const ends = Array.from({ length: most }, (_, slice) =>
    Math.round(((slice + 1) * sorted.length) / most),
  )
  const tops = Float64Array.from(ends, (end) => sorted[end - 1] ?? 0)
  return tops.filter((top, slice) => top !== tops[slice + 1])
}

/** Distinct values of a sorted list, as far as they are few: at most one more than `most`. */
export function levelsOf(sorted: Float64Array, most: number): readonly number[] {
  const levels: number[] = []
  for (const value of sorted) {
    if (value !== levels[levels.length - 1]) levels.push(value)
    if (levels.length > most) break
  }
  return levels
}

function firstNotBelow(tops: Float64Array, value: number): number {
  let low = 0
  let high = tops.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tops[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}
