import { drawPooled, type Opinion } from '../../../../math/pooled-draws.ts'
import { drawOf } from '../../../../math/draws.ts'
import type { Chance } from '../candidates.ts'
import { rangeWithin } from '../candidates.ts'
import type { Demand } from './demand.ts'
import type { Criterion } from './model.ts'

/** What one person gave an idea by a criterion; more of the row may be there. */
export type Rated = Readonly<Record<string, unknown>>

/** What ideas have by criteria: opinions, by the id of the idea and that of the criterion. */
export type Cells = ReadonlyMap<string, readonly Opinion[]>

export const cellKey = (ideaId: string, criterionId: string): string => `${ideaId} ${criterionId}`

/**
 * What is known of each idea by each criterion: what people gave it, each counting alike, or what the evidence comes
 * to. A cell that nobody has filled is not there.
 */
export function cellsOf(
  ideas: readonly string[],
  criteria: readonly Criterion[],
  ratings: readonly Rated[],
  demand: Readonly<Record<string, Demand>>,
): Cells {
  const cells = new Map<string, Opinion[]>()
  const byId = new Map(criteria.map((one) => [one.id, one] as const))
  const wanted = new Set(ideas)
  // In the order of their raters: whose opinion holds in a draw must not hang on the order of rows.
  for (const row of ratings.toSorted((one, other) =>
    String(one['raterId']) < String(other['raterId']) ? -1 : 1,
  )) {
    const criterion = byId.get(String(row['criterionId']))
    const ideaId = String(row['ideaId'])
    if (criterion === undefined || criterion.source !== 'ratings' || !wanted.has(ideaId)) continue
    const range = rangeWithin(row, boundsOf(criterion))
    if (range === undefined) continue
    const key = cellKey(ideaId, criterion.id)
    const all = cells.get(key) ?? []
    all.push({ by: String(row['raterId']), range })
    cells.set(key, all)
  }
  for (const criterion of criteria) {
    const { source } = criterion
    if (source === 'ratings' || source === 'formula') continue
    for (const id of ideas) {
      const at = demand[id]?.[source]
      if (at !== undefined)
        cells.set(cellKey(id, criterion.id), [{ by: '', range: { kind: 'point', at } }])
    }
  }
  return cells
}

export const boundsOf = ({
  least,
  most,
}: Pick<Criterion, 'least' | 'most'>): { readonly least: number; readonly most: number } => ({
  least: least ?? -Infinity,
  most: most ?? Infinity,
})

/** Draws of one cell, in the unit of the criterion; a share in percent as a share of one. */
export function cellDraws(
  opinions: readonly Opinion[],
  key: string,
  { seed, draws }: Chance,
  unit: string,
): Float64Array {
  const into = new Float64Array(draws)
  drawPooled({ draw: drawOf(seed), seed }, key, opinions, into)
  if (unit === '%') for (let at = 0; at < draws; at += 1) into[at] = (into[at] ?? 0) / 100
  return into
}
