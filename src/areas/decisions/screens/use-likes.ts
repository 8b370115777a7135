import { useMemo } from 'react'
import { useHeld } from '../../../web/client/use-held.ts'
import { gradeOf, likesOf, nearestLike, type Like, type Likeness } from '../rules/likeness.ts'

/** How questions like this one came out here, narrowest class first; empty until the rows are at hand. */
export function useLikes({ kind, about, grade }: Likeness): {
  readonly likes: readonly Like[]
  readonly nearest: Like | undefined
} {
  const predictions = useHeld('prediction')
  const odds = useHeld('odds')
  const ideas = useHeld('idea')
  return useMemo(() => {
    if (predictions === undefined || odds === undefined || ideas === undefined)
      return { likes: [], nearest: undefined }
    const grades = new Map(ideas.map((row) => [row.id, gradeOf(row.stations)]))
    const asked: Likeness = {
      kind,
      ...(about === undefined ? {} : { about }),
      ...(grade === undefined ? {} : { grade }),
    }
    const likes = likesOf({ predictions, odds, grades }, asked)
    return { likes, nearest: nearestLike(likes) }
  }, [predictions, odds, ideas, kind, about, grade])
}
