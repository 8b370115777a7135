import { normalCdf, normalQuantile } from './normal.ts'
import { distances, fillFrom, newTable, tabulate, type WordTable } from './word-table.ts'

/**
 * The one-factor Gaussian copula (Li, "On default correlation: a copula function approach", 2000): words that lean
 * on one factor move together, and each by itself stays uniform. The normal number of a word becomes
 * loading · factor + √(1 − loading²) · its own, so the normals of two words with loadings l and m have the
 * correlation l · m. Loading from −1 to 1; `factor` are standard normal numbers, at least one for each word.
 */
export function lean(words: Uint32Array, factor: Float64Array, loading: number): void {
  if (own.length < words.length) own = new Float64Array(words.length)
  fillFrom(normals, words, own)
  const rest = Math.sqrt(1 - loading * loading)
  for (let at = 0; at < words.length; at += 1)
    words[at] = wordOf(loading * (factor[at] ?? 0) + rest * (own[at] ?? 0))
}

/** The standard normal numbers of words. */
export function normalsOf(words: Uint32Array): Float64Array {
  const into = new Float64Array(words.length)
  fillNormals(words, into)
  return into
}

/** The same, into room that is there: as many as that has. */
export const fillNormals = (words: Uint32Array, into: Float64Array): void =>
  fillFrom(normals, words, into)

/** Room that is used again. */
let own = new Float64Array(1024)

const normals = tableOfNormals()

function tableOfNormals(): WordTable {
  const table = newTable()
  const fromLow = distances.map(normalQuantile)
  tabulate({ fromLow, fromHigh: fromLow.map((z) => -z) }, table)
  return table
}

/** Beyond this lies less than one word. */
const farthest = 6.25

const cellsToOne = 32

const cells = 2 * farthest * cellsToOne

/** 2^32 Φ(z) by parabolas, three coefficients a cell. */
const words32 = Float64Array.from({ length: 3 * cells }, (_, at) => {
  const cell = Math.floor(at / 3)
  const begin = below(cell)
  const bend = 2 * (begin + below(cell + 1) - 2 * below(cell + 0.5))
  return [begin, below(cell + 1) - begin - bend, bend][at % 3] ?? 0
})

function below(cell: number): number {
  return 2 ** 32 * normalCdf(cell / cellsToOne - farthest)
}

function wordOf(z: number): number {
  const place = (z + farthest) * cellsToOne
  if (place < 0) return 0
  if (place >= cells) return 2 ** 32 - 1
  const cell = place | 0
  const along = place - cell
  const start = 3 * cell
  return (
    (words32[start] ?? 0) + along * ((words32[start + 1] ?? 0) + along * (words32[start + 2] ?? 0))
  )
}
