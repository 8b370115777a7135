import type { Draw, Shared } from './draws.ts'
import { streamOf } from './random.ts'
import type { Range } from './range.ts'
import { fillStratified } from './strata.ts'

/** What one of several holds a number to be. */
export interface Opinion {
  /** Names whose it is; another name has another chance. */
  readonly by: string
  readonly range: Range
}

/**
 * Draws of a number on which there are several opinions, each of which counts as much as the others: the linear
 * opinion pool (Stone, The opinion pool, 1961). In each draw one of them holds, by a chance of its own, so
 * that the pool is as wide as they disagree; a mean of their quantiles would hide that. A RangeError for none.
 */
export function drawPooled(
  { draw, seed }: { readonly draw: Draw; readonly seed: number },
  stream: string,
  opinions: readonly Opinion[],
  into: Float64Array,
  shared?: Shared,
): void {
  const [only, ...others] = opinions
  if (only === undefined) throw new RangeError('A number is drawn from one opinion at least.')
  if (others.length === 0) {
    draw({ stream: `${stream} ${only.by}`, range: only.range, shared }, into)
    return
  }
  const whose = new Uint32Array(into.length)
  fillStratified(streamOf(seed, `${stream} whose`), whose)
  const count = opinions.length
  for (let at = 0; at < whose.length; at += 1)
    whose[at] = (((whose[at] ?? 0) / 2 ** 32) * count) | 0
  const own = new Float64Array(into.length)
  for (const [place, { by, range }] of opinions.entries()) {
    draw({ stream: `${stream} ${by}`, range, shared }, own)
    for (let at = 0; at < into.length; at += 1) if (whose[at] === place) into[at] = own[at] ?? 0
  }
}
