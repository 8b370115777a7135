import { candidatesOf, type Candidate } from './candidates.ts'
import type { Estimated } from './factors.ts'

/** What was held of an idea, and what that came to: nothing where a factor is missing. */
interface Kept {
  readonly held: readonly Estimated[]
  readonly candidate: Candidate | undefined
}

/**
 * `candidatesOf`, time after time: a candidate about which the same is held as the last time is the same object
 * again, so that whatever was worked out of it is known by it.
 */
export function candidatesKept(): typeof candidatesOf {
  let before: ReadonlyMap<string, Kept> = new Map()
  return (ideas, estimates) => {
    const said = estimatesByIdea(estimates)
    const now = new Map<string, Kept>()
    for (const idea of ideas) {
      const mine = said.get(idea.id) ?? []
      const held = [idea, ...mine]
      const known = before.get(idea.id)
      now.set(
        idea.id,
        known !== undefined && areAlike(known.held, held)
          ? known
          : { held, candidate: candidatesOf([idea], mine)[0] },
      )
    }
    before = now
    return ideas.flatMap(({ id }) => now.get(id)?.candidate ?? [])
  }
}

function estimatesByIdea(
  estimates: readonly Estimated[],
): ReadonlyMap<string, readonly Estimated[]> {
  const said = new Map<string, Estimated[]>()
  for (const estimate of estimates) {
    const of = String(estimate['ideaId'])
    const mine = said.get(of)
    if (mine === undefined) said.set(of, [estimate])
    else mine.push(estimate)
  }
  return said
}

const areAlike = (some: readonly Estimated[], others: readonly Estimated[]): boolean =>
  some.length === others.length && some.every((one, at) => isAlike(one, others[at]))

function isAlike(one: Estimated, other: Estimated | undefined): boolean {
  if (other === undefined) return false
  for (const name in one) if (one[name] !== other[name]) return false
  return Object.keys(one).length === Object.keys(other).length
}
