import { useMemo } from 'react'
import type { Row } from '../../../engine/record.ts'
import { useRead } from '../../../web/client/cache.ts'
import { useHeld } from '../../../web/client/use-held.ts'
import {
  commitments,
  firstSentence,
  roadmapOf,
  type Columns,
  type Delivered,
  type RoadmapEntry,
} from '../rules/roadmap-of.ts'
import type { Roadmap } from '../views/roadmap.ts'

/** The roadmap as far as it is known here. */
export interface Known {
  readonly columns: Columns | undefined
  readonly error: Error | undefined
  readonly cut: boolean
}

/**
 * Items and ideas stand in this browser, so a move shows at once; which idea an item delivers is told
 * by the server and laid over them.
 */
export function useRoadmap(): Known {
  const items = useHeld('roadmap-item')
  const ideas = useHeld('idea')
  const { data, error } = useRead<Roadmap>('/views/roadmap')
  const delivered = useMemo(() => deliveredBy(data, ideas ?? []), [data, ideas])
  const broken = useMemo(() => brokenIn(data), [data])
  const columns = useMemo(
    () => (items === undefined ? data : roadmapOf(items, delivered, (id) => broken.get(id) ?? [])),
    [items, data, delivered, broken],
  )
  return {
    columns,
    error: columns === undefined ? error : undefined,
    cut: items === undefined && data?.cut === true,
  }
}

/** What the server said of whose line is broken. */
const brokenIn = (data: Roadmap | undefined): ReadonlyMap<string, RoadmapEntry['broken']> =>
  new Map(
    commitments.flatMap((name) =>
      (data?.[name] ?? []).map(({ id, broken }) => [id, broken] as const),
    ),
  )

/** What the server said that each item delivers, with the ideas as they stand now. */
function deliveredBy(
  data: Roadmap | undefined,
  ideas: readonly Row[],
): (id: string) => readonly Delivered[] | null {
  const now = new Map(ideas.map((row) => [row.id, row] as const))
  const fresh = (idea: Delivered): Delivered => {
    const row = now.get(idea.id)
    if (row === undefined) return idea
    const score = typeof row['score'] === 'number' ? row['score'] : null
    return { ...idea, title: String(row['title']), says: firstSentence(row), score }
  }
  const known = new Map(
    commitments.flatMap((name) =>
      (data?.[name] ?? []).map((entry) => [entry.id, entry.ideas?.map(fresh) ?? null] as const),
    ),
  )
  return (id) => known.get(id) ?? null
}
