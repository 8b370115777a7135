/** How ideas are scored, as plain data that a worker can take: the rows of a model and of its criteria. */
export interface Model {
  readonly id: string
  readonly method: Method
  /** Of an own formula; null elsewhere. */
  readonly formula: string | null
}

export type Method =
  | 'rice'
  | 'weighted'
  | 'wsjf'
  | 'ice'
  | 'cd3'
  | 'value-effort'
  | 'kano'
  | 'moscow'
  | 'odi'
  | 'formula'

export interface Criterion {
  readonly id: string
  /** By this a formula speaks of it. */
  readonly name: string
  readonly title: string
  readonly unit: string
  /** 0 or more; only its share of all weights counts. */
  readonly weight: number
  readonly better: 'higher' | 'lower'
  /** The ends of its scale; null where it has none. */
  readonly least: number | null
  readonly most: number | null
  readonly source: Source
  /** Where it is worked out of other criteria. */
  readonly formula: string | null
  /** Who rates by it; everybody where it is empty. */
  readonly raterIds: readonly string[]
}

export type Source =
  | 'ratings'
  | 'votes'
  | 'people'
  | 'companies'
  | 'revenue'
  | 'evidence'
  | 'formula'

type Plain = Readonly<Record<string, unknown>>

export const modelIn = (row: Plain & { readonly id: string }): Model => ({
  id: row.id,
  method: (row['method'] ?? 'weighted') as Method,
  formula: textIn(row['formula']),
})

export const criterionIn = (row: Plain & { readonly id: string }): Criterion => ({
  id: row.id,
  name: nameOf(textIn(row['name']) ?? textIn(row['title']) ?? ''),
  title: textIn(row['title']) ?? '',
  unit: textIn(row['unit']) ?? '',
  weight: numberIn(row['weight']) ?? 1,
  better: row['better'] === 'lower' ? 'lower' : 'higher',
  least: numberIn(row['least']),
  most: numberIn(row['most']),
  source: (row['source'] ?? 'ratings') as Source,
  formula: textIn(row['formula']),
  raterIds: Array.isArray(row['raterIds']) ? (row['raterIds'] as readonly string[]) : [],
})

/** The criteria of a model as they stand in it: by place, then as they were made. */
export const criteriaOf = <T extends Plain & { readonly id: string }>(
  modelId: string,
  rows: readonly T[],
): readonly T[] =>
  rows
    .filter((row) => row['modelId'] === modelId)
    .toSorted(
      (one, other) =>
        (numberIn(one['place']) ?? Infinity) - (numberIn(other['place']) ?? Infinity) ||
        (one.id < other.id ? -1 : 1),
    )

/** A name as a formula has it: composed (NFC), without white space around it or two spaces within. */
export const nameOf = (text: string): string =>
  text.normalize('NFC').trim().replaceAll(/\s+/gu, ' ')

/** Whoever may rate by it, of these. */
export const ratersOf = (criterion: Criterion, ids: readonly string[]): readonly string[] =>
  criterion.raterIds.length === 0 ? ids : ids.filter((id) => criterion.raterIds.includes(id))

const textIn = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null
const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null)
