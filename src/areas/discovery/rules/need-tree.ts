/** What a tree is made of: rows, each part of at most one other. */
interface Part {
  readonly id: string
  readonly parentId: string | null
}

export interface Branch<T extends Part> {
  readonly id: string
  readonly row: T
  readonly parts: readonly Branch<T>[]
}

/**
 * Rows as a tree, siblings in the given order. What is part of a row that is not here stands at the
 * top, and so does one row of every ring: nothing is left out, whatever the rows say.
 */
export function treeOf<T extends Part>(
  rows: readonly T[],
  order: (left: T, right: T) => number,
): readonly Branch<T>[] {
  const byId = new Map(rows.map((row) => [row.id, row] as const))
  const parts = new Map<string | null, T[]>()
  for (const row of rows) {
    const under = isTop(row, byId) ? null : row.parentId
    parts.set(under, [...(parts.get(under) ?? []), row])
  }
  const branches = (under: string | null): readonly Branch<T>[] =>
    (parts.get(under) ?? [])
      .toSorted(order)
      .map((row) => ({ id: row.id, row, parts: branches(row.id) }))
  return branches(null)
}

/** May this row become part of that one? Not of itself, and not of what is part of it. */
export function mayGoUnder(rows: readonly Part[], id: string, to: string): boolean {
  const byId = new Map(rows.map((row) => [row.id, row] as const))
  return id !== to && !above(to, byId).includes(id)
}

const isTop = (row: Part, byId: ReadonlyMap<string, Part>): boolean => {
  const higher = above(row.id, byId)
  if (higher.length === 0) return true
  // in a ring the least id is taken for the top of it
  return higher.includes(row.id) && higher.every((id) => row.id <= id)
}

/** The rows that a row is part of, nearest first; a ring is gone round once. */
function above(id: string, byId: ReadonlyMap<string, Part>): readonly string[] {
  const found: string[] = []
  let next = byId.get(id)?.parentId ?? null
  while (next !== null && byId.has(next) && !found.includes(next)) {
    found.push(next)
    next = byId.get(next)?.parentId ?? null
  }
  return found
}
