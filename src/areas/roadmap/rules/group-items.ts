import { commitments, type Columns, type RoadmapEntry } from './roadmap-of.ts'

/** What the items of a roadmap can be gathered by. */
export const groupings = ['team', 'objective', 'product'] as const

export type Grouping = (typeof groupings)[number]

/** The columns of one team, objective or product; the last group has none. */
export interface Group {
  readonly id: string | null
  readonly columns: Columns
}

/**
 * The roadmap gathered, in the order of `order` and what has none last. An item that serves several
 * objectives stands under each of them: that is what one wants to see there.
 */
export function groupItems(
  columns: Columns,
  by: Grouping,
  order: readonly string[],
): readonly Group[] {
  const found = new Set(
    commitments.flatMap((name) => columns[name].flatMap((entry) => idsOf(entry, by))),
  )
  const known = order.filter((id) => found.has(id))
  const others = [...found].filter((id) => id !== null && !order.includes(id))
  const ids = [...known, ...others, ...(found.has(null) ? [null] : [])]
  return ids.map((id) => {
    const column = (name: (typeof commitments)[number]): readonly RoadmapEntry[] =>
      columns[name].filter((entry) => idsOf(entry, by).includes(id))
    return { id, columns: { now: column('now'), next: column('next'), later: column('later') } }
  })
}

function idsOf(entry: RoadmapEntry, by: Grouping): readonly (string | null)[] {
  if (by === 'team') return [entry.teamId]
  if (by === 'product') return [entry.productId]
  const aims = new Set((entry.ideas ?? []).flatMap(({ objectiveIds }) => objectiveIds))
  return aims.size === 0 ? [null] : [...aims]
}
