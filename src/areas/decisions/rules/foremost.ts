import { must } from '../../../engine/problem.ts'
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
  glances: Glances = new WeakMap(),
): { readonly weighed: readonly Candidate[]; readonly beyond: readonly Beyond[] } {
  if (candidates.length <= most) return { weighed: candidates, beyond: [] }
  glance(candidates, seed, glances)
  const order = candidates
    .map((candidate) => ({ candidate, ...must(glances.get(candidate)) }))
    .toSorted(
      (one, other) =>
        other.reached - one.reached || (one.candidate.id < other.candidate.id ? -1 : 1),
    )
  return {
    weighed: order.slice(0, most).map(({ candidate }) => candidate),
    beyond: order.slice(most).map(({ candidate, expected }) => ({ id: candidate.id, expected })),
  }
}

const draws = 128

/** How a candidate looked by few draws, and by which seed. */
interface Glance {
  readonly seed: number
  readonly expected: number
  /** Its score at the 90 % point. */
  readonly reached: number
}

/** Of candidates that come again nothing is drawn again. */
export type Glances = WeakMap<Candidate, Glance>

function glance(candidates: readonly Candidate[], seed: number, glances: Glances): void {
  const fresh = candidates.filter((candidate) => glances.get(candidate)?.seed !== seed)
  const scores = scoreDraws(fresh, { seed, draws })
  for (const [option, candidate] of fresh.entries()) {
    const row = rowOf(scores, option)
    const moments = momentsOf(row)
    const [reached = 0] = atPlaces(row, moments, [Math.floor(0.9 * draws)])
    glances.set(candidate, { seed, expected: moments.mean, reached })
  }
}
