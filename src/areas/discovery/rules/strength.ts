import type { Edge } from '../../../engine/ports.ts'
import type { Line, LineRow } from './evidence.ts'
import { freshnessAt } from './freshness.ts'
import { independent, newestOf, weightOf, type Said } from './sources.ts'
import { voicesAt, type Carried } from './voices.ts'

/** How strong one link of the line is. Nobody types it in. */
export interface LinkStrength {
  /**
   * `heard`: what people said, taken together, under one row. `carried`: a row that passes its evidence
   * on. `word`: that something moves an aim, on the word of whoever linked it.
   */
  readonly kind: 'heard' | 'carried' | 'word'
  readonly aboveRecord: string
  readonly above: readonly string[]
  readonly below: string
  readonly relation: string
  readonly polarity: 'for' | 'against'
  /** Independent sources that speak through it, and those that speak against. */
  readonly sources: number
  readonly against: number
  /** 0 up to, not including, 1. */
  readonly strength: number
  /** The newest thing that it rests on. */
  readonly newest: string | null
}

type FreshAt = (at: string) => number

/**
 * Strength = S ÷ (S + C + 1), where S and C are the weights (see `weightOf`) of the independent sources
 * for and against: the rule of succession (Laplace 1814) with one made-up voice against, so that one
 * fresh source gives a half, nine give 0.9, and age takes it away again. A link that somebody has given
 * a strength counts for that share.
 */
export function strengths(
  line: Pick<Line, 'rows' | 'edges' | 'order' | 'now'>,
  carried: Carried,
): readonly LinkStrength[] {
  const rows = new Map(line.rows.map((row) => [row.id, row] as const))
  const pools = new Map<string, Edge[]>()
  const single: LinkStrength[] = []
  const freshAt = freshnessAt(line.now)
  for (const edge of line.edges) {
    const above = rows.get(edge.above)
    if (edge.linkId === null || above === undefined || !rows.has(edge.below)) continue
    if (above.station === null) single.push(word(edge, above, freshAt))
    else if (above.station !== line.order[0]) single.push(passedOn(edge, above, carried, freshAt))
    else {
      const pool = `${edge.below} ${above.record}`
      const there = pools.get(pool)
      if (there === undefined) pools.set(pool, [edge])
      else there.push(edge)
    }
  }
  const pooled = [...pools.values()].map((edges) => heard(edges, rows, carried, freshAt))
  return [...pooled, ...single].toSorted((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1))
}

interface Piece {
  readonly said: Said
  readonly given: number
}

function heard(
  edges: readonly Edge[],
  rows: ReadonlyMap<string, LineRow>,
  carried: Carried,
  freshAt: FreshAt,
): LinkStrength {
  const pieces = (wanted: readonly Edge[]): readonly Piece[] => {
    const found: Piece[] = []
    for (const edge of wanted)
      for (const said of voicesAt(carried, edge.above).pro)
        found.push({ said, given: edge.strength ?? 1 })
    return found
  }
  const forIt = edges.filter((edge) => edge.polarity !== 'against')
  const pro = pieces(forIt)
  const contra = pieces(edges.filter((edge) => edge.polarity === 'against'))
  const [first] = forIt.length > 0 ? forIt : edges
  return {
    kind: 'heard',
    aboveRecord: rows.get(first?.above ?? '')?.record ?? '',
    above: [...new Set((forIt.length > 0 ? forIt : edges).map((edge) => edge.above))].toSorted(),
    below: first?.below ?? '',
    relation: first?.relation ?? '',
    polarity: forIt.length > 0 ? 'for' : 'against',
    sources: independent(pro.map(({ said }) => said)),
    against: independent(contra.map(({ said }) => said)),
    strength: succession(weightOf(pro, freshAt), weightOf(contra, freshAt)),
    newest: newestOf(pro.map(({ said }) => said)),
  }
}

function passedOn(edge: Edge, above: LineRow, carried: Carried, freshAt: FreshAt): LinkStrength {
  const { pro, contra } = voicesAt(carried, above.id)
  const weight = (all: ReadonlySet<Said>): number =>
    weightOf(
      Array.from(all, (said) => ({ said, given: 1 })),
      freshAt,
    )
  return {
    ...about(edge, above),
    kind: 'carried',
    sources: independent(pro),
    against: independent(contra),
    strength: (edge.strength ?? 1) * succession(weight(pro), weight(contra)),
    newest: newestOf(pro),
  }
}

const word = (edge: Edge, above: LineRow, freshAt: FreshAt): LinkStrength => ({
  ...about(edge, above),
  kind: 'word',
  sources: 1,
  against: 0,
  strength: (edge.strength ?? 1) * succession(freshAt(edge.at), 0),
  newest: edge.at,
})

const about = (edge: Edge, above: LineRow) => ({
  aboveRecord: above.record,
  above: [above.id],
  below: edge.below,
  relation: edge.relation,
  polarity: edge.polarity === 'against' ? ('against' as const) : ('for' as const),
})

const succession = (pro: number, contra: number): number => pro / (pro + contra + 1)

/** A name for a link that no other link of the line has. */
export const nameOf = (link: LinkStrength): string =>
  [link.below, link.aboveRecord, link.relation, link.above[0]].join(' ')
