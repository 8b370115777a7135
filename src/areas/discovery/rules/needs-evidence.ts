import type { Edge } from '../../../engine/ports.ts'
import { evidenceOf, type Line, type LineRow } from './evidence.ts'
import type { Said } from './sources.ts'
import { edgesBy } from './spread.ts'
import type { ThinCode } from './thin.ts'

/** What stands behind one need: the figures of its *why*. */
export interface NeedEvidence {
  readonly id: string
  /** Independent sources for it and against it. */
  readonly sources: number
  readonly against: number
  /** Companies among those that support. */
  readonly companies: number
  /** Of all that was said, for and against. ISO 8601. */
  readonly newest: string | null
  /** That of the weakest link, 0 up to, not including, 1; null where there is nothing to weigh. */
  readonly strength: number | null
  readonly thin: readonly ThinCode[]
}

/** All that stands above some needs, read at once. */
export interface Above {
  readonly order: readonly string[]
  readonly rows: ReadonlyMap<string, Omit<LineRow, 'depth'>>
  readonly edges: readonly Edge[]
  readonly said: ReadonlyMap<string, Said>
  readonly now: string
}

/** The same figures as each need's own *why* tells, from one reading for all of them. */
export function needsEvidence(needs: readonly string[], above: Above): readonly NeedEvidence[] {
  const leading = edgesBy('below', above.edges)
  return needs.map((id) => {
    const told = evidenceOf(lineAbove(id, above, leading))
    return {
      id,
      sources: told.sources,
      against: told.sourcesAgainst,
      companies: told.companies,
      newest: told.newest,
      strength: told.weakest?.strength ?? null,
      thin: told.thin,
    }
  })
}

/** The part of it that leads to one row, nearest first. Rings end where they began. */
function lineAbove(
  subject: string,
  above: Above,
  leading: ReadonlyMap<string, readonly Edge[]>,
): Line {
  const depths = new Map([[subject, 0]])
  const edges: Edge[] = []
  const waiting = [subject]
  for (let at = 0; at < waiting.length; at++) {
    const here = waiting[at] ?? ''
    for (const edge of leading.get(here) ?? []) {
      edges.push(edge)
      if (depths.has(edge.above)) continue
      depths.set(edge.above, (depths.get(here) ?? 0) + 1)
      waiting.push(edge.above)
    }
  }
  const rows = waiting.flatMap((id) => {
    const row = above.rows.get(id)
    return row === undefined ? [] : [{ ...row, depth: depths.get(id) ?? 0 }]
  })
  const said = new Map(
    waiting.flatMap((id) => {
      const one = above.said.get(id)
      return one === undefined ? [] : [[id, one] as const]
    }),
  )
  return { subject, order: above.order, rows, edges, said, now: above.now }
}
