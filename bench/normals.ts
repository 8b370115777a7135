import { drawOf } from '../src/math/draws.ts'
import { rangeOf } from '../src/math/range.ts'

/** Draws of a normal number, as the product draws what was estimated: one that lies so between its quantiles. */
export function normals(
  stream: string,
  draws: number,
  mean: number,
  deviation: number,
): Float64Array {
  const away = 1.2815515655446004 * deviation
  const read = rangeOf({ low: mean - away, likely: mean, high: mean + away }, 'quantiles')
  if ('flaw' in read) throw new Error(read.flaw)
  const into = new Float64Array(draws)
  drawOf(1)({ stream, range: read.range }, into)
  return into
}
