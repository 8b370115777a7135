import { atPlaces, momentsOf } from '../../../math/order-statistics.ts'
import { rowOf } from '../../../math/scores.ts'
import { scoreDraws, type Candidate } from './candidates.ts'

/** An idea of which no more is worked out than the score to expect. */
export interface Beyond {
  readonly id: string
  readonly expected: number
}

/**
 * The ideas that are weighed whole, no more than can be at once: of more than that, those whose score is the
 * largest at its 90 % point, so that a wide range with a good end is among them, not only what is good on average. Of
 * the others the score to expect. Both by few draws, which are spread evenly.
 */
export function foremost(
  candidates: readonly Candidate[],
  most: number,
  seed: number,
): { readonly weighed: readonly Candidate[]; readonly beyond: readonly Beyond[] } {
  if (candidates.length <= most) return { weighed: candidates, beyond: [] }
  const scores = scoreDraws(candidates, { seed, draws })
  const all = candidates.map((candidate, option) => {
    const row = rowOf(scores, option)
    const moments = momentsOf(row)
    const [reached = 0] = atPlaces(row, moments, [Math.floor(0.9 * draws)])
    return { candidate, expected: moments.mean, reached }
  })
  const order = all.toSorted(
    (one, other) => other.reached - one.reached || (one.candidate.id < other.candidate.id ? -1 : 1),
  )
  return {
    weighed: order.slice(0, most).map(({ candidate }) => candidate),
    beyond: order.slice(most).map(({ candidate, expected }) => ({ id: candidate.id, expected })),
  }
}

const draws = 128
