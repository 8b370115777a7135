import { fillNormals, lean, normalsOf } from './factor.ts'
import { tabulateQuantiles } from './quantile-table.ts'
import { streamOf } from './random.ts'
import type { Range } from './range.ts'
import { fillStratified } from './strata.ts'
import { fillAtNormals } from './three-quantiles.ts'
import { fillFrom, newTable } from './word-table.ts'

/** What is drawn: a number of this range, by the chance of this stream. */
export interface Input {
  /**
   * Names what is drawn, such as an id and a field. The draws follow from it, the seed and the range alone; two
   * inputs of one name have the same chance.
   */
  readonly stream: string
  readonly range: Range
  readonly shared?: Shared | undefined
}

/** Inputs that share a factor err together, such as all costs that one person estimated. */
export interface Shared {
  /** Names the factor; a stream of the same name is another thing. */
  readonly factor: string
  /**
   * From −1 to 1. Two inputs of one factor with the same correlation r are correlated r by their normal numbers
   * (by rank 6 / π · arcsin(r / 2)); with r and s, √|r s|, and negatively where one of the two is negative.
   */
  readonly correlation: number
}

/**
 * Draws of an input, as many as `into` has room for. The first are of the same chance however many there are, so a
 * first answer can be tightened; over the first 2^k each input is stratified, and together they are a Latin
 * hypercube. By inverse transform through a table of the quantile function, whose error of 1e-4 standard deviations
 * is far below what 10,000 draws can show, which is 1e-2 of independent ones. Of three quantiles a few draws are
 * worked out one by one, which takes less than their table; they differ from the same among more by that error.
 */
export type Draw = (input: Input, into: Float64Array) => void

/** Chance by this seed, a whole number from 0 to 2^53 − 1. A RangeError for another, or a wrong correlation. */
export function drawOf(seed: number): Draw {
  const table = newTable()
  const factors = new Map<string, Float64Array>()
  let words = new Uint32Array(0)
  return ({ stream, range, shared }, into) => {
    if (range.kind === 'point') {
      into.fill(range.at)
      return
    }
    if (words.length !== into.length) words = new Uint32Array(into.length)
    fillStratified(streamOf(seed, stream), words)
    if (shared !== undefined)
      lean(words, factorOf(seed, shared.factor, into.length, factors), loadingOf(shared))
    if (range.kind === 'quantiles' && into.length <= few) {
      fillNormals(words, into)
      fillAtNormals(range, into, into)
      return
    }
    tabulateQuantiles(range, table)
    fillFrom(table, words, into)
  }
}

/** A table takes about as long as so many. */
const few = 512

function loadingOf({ correlation }: Shared): number {
  if (!(Math.abs(correlation) <= 1))
    throw new RangeError(`A correlation is from −1 to 1, and ${correlation} is not.`)
  return Math.sign(correlation) * Math.sqrt(Math.abs(correlation))
}

/** Worked out once for all inputs that share it. */
function factorOf(
  seed: number,
  name: string,
  count: number,
  known: Map<string, Float64Array>,
): Float64Array {
  const before = known.get(name)
  if (before !== undefined && before.length >= count) return before
  const words = new Uint32Array(count)
  fillStratified(streamOf(seed, `\u0000factor ${name}`), words)
  const factor = normalsOf(words)
  known.set(name, factor)
  return factor
}
