import type { Branch } from '../../rules/need-tree.ts'

interface Part {
  readonly id: string
  readonly parentId: string | null
}

/**
 * Where a row goes by one step, as an outline has it: in, under the sibling before it; out, beside what
 * it is part of; to the top. Null is the top, undefined is nowhere.
 */
export function steps(
  branches: readonly Branch<Part>[],
  id: string,
): Readonly<Record<'in' | 'out' | 'top', string | null | undefined>> {
  const place = placeOf(branches, id, [])
  if (place === undefined) return { in: undefined, out: undefined, top: undefined }
  const { before, wholes } = place
  return {
    in: before,
    out: wholes.length === 0 ? undefined : (wholes.at(-2) ?? null),
    top: wholes.length === 0 ? undefined : null,
  }
}

/** The sibling before a row, and what it is part of, outermost first. */
function placeOf(
  branches: readonly Branch<Part>[],
  id: string,
  wholes: readonly string[],
): { readonly before: string | undefined; readonly wholes: readonly string[] } | undefined {
  const at = branches.findIndex(({ row }) => row.id === id)
  if (at !== -1) return { before: branches[at - 1]?.row.id, wholes }
  for (const { row, parts } of branches) {
    const found = placeOf(parts, id, [...wholes, row.id])
    if (found !== undefined) return found
  }
  return undefined
}
