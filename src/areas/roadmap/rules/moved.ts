import { commitments, type Columns, type Commitment, type RoadmapEntry } from './roadmap-of.ts'

/** Where an item goes: a column, and with it the team or the product that it was dropped on. */
export interface Destination {
  readonly commitment: Commitment
  readonly teamId?: string | null
  readonly productId?: string | null
}

/** The columns with one item where it goes, last in its column, as it is now: it may have changed since it was lifted. */
export function moved(
  columns: Columns,
  { entry, to }: { readonly entry: RoadmapEntry; readonly to: Destination },
): Columns {
  const now = entryIn(columns, entry.id)
  if (now === undefined || now.commitment === to.commitment) return columns
  const without = (name: Commitment): readonly RoadmapEntry[] =>
    columns[name].filter(({ id }) => id !== entry.id)
  const goes = { ...now, ...to }
  const column = (name: Commitment): readonly RoadmapEntry[] =>
    name === to.commitment ? [...without(name), goes] : without(name)
  return { now: column('now'), next: column('next'), later: column('later') }
}

/** The item as it stands in the columns. */
export const entryIn = (columns: Columns, id: string): RoadmapEntry | undefined =>
  commitments.flatMap((name) => columns[name]).find((one) => one.id === id)
