import type { Edge } from '../../../engine/ports.ts'
import type { Line, LineRow } from './evidence.ts'
import { companiesOf, independent, newestOf, type Said } from './sources.ts'
import { edgesBy } from './spread.ts'
import { strengths, type LinkStrength } from './strength.ts'
import { thinness, type ThinCode } from './thin.ts'
import { carried, voicesAt } from './voices.ts'
import { weakestOf } from './weakest.ts'

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
  readonly rows: ReadonlyMap<string, LineRow>
  readonly edges: readonly Edge[]
  readonly said: ReadonlyMap<string, Said>
  readonly now: string
}

/**
 * The same figures as each need's own *why* tells. What reaches a row, and what a link rests on, is the
 * same whatever line it is looked at from, so it is worked out once for all of them; of each need's own
 * line only the rows above it that people have made of what was heard are gone through.
 */
export function needsEvidence(needs: readonly string[], above: Above): readonly NeedEvidence[] {
  const voices = carried(above.edges, above.said)
  const links = linksByBelow(strengths({ ...above, rows: [...above.rows.values()] }, voices))
  const leading = edgesBy('below', above.edges.filter(isOnTheWay(above)))
  return needs.map((id) => {
    const { pro, contra } = voicesAt(voices, id)
    const part = partAbove(id, above, leading)
    const mine = part.rows.flatMap((row) => links.get(row.id) ?? [])
    return {
      id,
      sources: independent(pro),
      against: independent(contra),
      companies: companiesOf(pro).size,
      newest: newestOf([...pro, ...contra]),
      strength: weakestOf(part, mine, voices)?.strength ?? null,
      thin: thinness(part, [...pro], voices),
    }
  })
}

function linksByBelow(
  links: readonly LinkStrength[],
): ReadonlyMap<string, readonly LinkStrength[]> {
  const found = new Map<string, LinkStrength[]>()
  for (const link of links) {
    const there = found.get(link.below)
    if (there === undefined) found.set(link.below, [link])
    else there.push(link)
  }
  return found
}

/** Is more above it than what was heard, whose links tell all there is to know of it? */
const isOnTheWay =
  ({ rows, order }: Above) =>
  ({ above, linkId }: Edge): boolean =>
    rows.has(above) && (linkId === null || rows.get(above)?.station !== order[0])

type Part = Pick<Line, 'subject' | 'order' | 'rows' | 'edges' | 'now'>

/** The part of it that leads to one row. Rings end where they began. */
function partAbove(
  subject: string,
  { rows, order, now }: Above,
  leading: ReadonlyMap<string, readonly Edge[]>,
): Part {
  const there = new Set([subject])
  const edges: Edge[] = []
  for (const here of there)
    for (const edge of leading.get(here) ?? []) {
      edges.push(edge)
      there.add(edge.above)
    }
  const found = [...there].flatMap((id) => rows.get(id) ?? [])
  return { subject, order, rows: found, edges, now }
}
