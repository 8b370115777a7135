import { normalQuantile } from './normal.ts'
import { samplePert } from './pert-table.ts'
import type { Range } from './range.ts'
import { fillAtNormals } from './three-quantiles.ts'
import { triangularQuantile } from './triangular.ts'
import { distances, newSamples, tabulate, type WordTable } from './word-table.ts'

/**
 * Makes the table that turns a uniform word into a number of this range. Where all but one in a thousand lie it is
 * `quantileOf` to 1e-4 standard deviations, to 4e-4 where a tail is heavy; farther out it is the quantile of a
 * probability within a hundredth of the word's own. It never leaves the range's extremes or bounds.
 */
export function tabulateQuantiles(range: Range, into: WordTable): void {
  sample(range)
  tabulate(samples, into)
}

const samples = newSamples()

/** Standard normal numbers at the distances from the low end; from the high end they are the negatives. */
const normals = distances.map(normalQuantile)
const opposite = normals.map((z) => -z)

function sample(range: Range): void {
  const { fromLow, fromHigh } = samples
  switch (range.kind) {
    case 'point':
      fromLow.fill(range.at)
      fromHigh.fill(range.at)
      return
    case 'pert':
      samplePert(range, samples)
      return
    case 'triangular':
      for (let at = 0; at < distances.length; at += 1) {
        fromLow[at] = triangularQuantile(range, distances[at] ?? 0)
        fromHigh[at] = triangularQuantile(range, 1 - (distances[at] ?? 0))
      }
      return
    case 'quantiles':
      fillAtNormals(range, normals, fromLow)
      fillAtNormals(range, opposite, fromHigh)
  }
}
