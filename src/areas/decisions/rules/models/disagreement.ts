import { quantileOf, type Range } from '../../../../math/range.ts'
import { countedSentence, type Sentence } from '../../../../engine/words.ts'
import { rangeWithin } from '../candidates.ts'
import { boundsOf, type Rated } from './cells.ts'
import type { Criterion } from './model.ts'

/** What several people gave one idea by one criterion, and how far they are apart. */
export interface CellSaid {
  readonly ideaId: string
  readonly criterionId: string
  readonly ratings: readonly {
    readonly raterId: string
    readonly low: number
    readonly likely: number
    readonly high: number
    readonly words: string | null
  }[]
  /** Who does not want to say. */
  readonly abstained: readonly string[]
  /** The mean of what they hold likely; null where nobody said anything. */
  readonly mean: number | null
  readonly least: number | null
  readonly most: number | null
  /** From the least to the most, as a share of the scale: 0 where they agree, 1 where they could not be farther apart. */
  readonly spread: number
}

/** The cells of some ideas and criteria, those with the largest disagreement first. */
export function cellsSaid(
  ideas: readonly string[],
  criteria: readonly Criterion[],
  ratings: readonly Rated[],
): readonly CellSaid[] {
  const widths = new Map(criteria.map((one) => [one.id, widthOf(one, ratings)] as const))
  const byCell = new Map<string, Rated[]>()
  for (const row of ratings) {
    const key = `${String(row['ideaId'])} ${String(row['criterionId'])}`
    byCell.set(key, [...(byCell.get(key) ?? []), row])
  }
  return ideas
    .flatMap((ideaId) =>
      criteria.map((criterion) =>
        cellSaid(
          ideaId,
          criterion,
          byCell.get(`${ideaId} ${criterion.id}`) ?? [],
          widths.get(criterion.id) ?? 0,
        ),
      ),
    )
    .toSorted((one, other) => other.spread - one.spread)
}

function cellSaid(
  ideaId: string,
  criterion: Criterion,
  rows: readonly Rated[],
  width: number,
): CellSaid {
  const ratings = rows
    .flatMap((row) => {
      const range = rangeWithin(row, boundsOf(criterion))
      return range === undefined
        ? []
        : [
            {
              raterId: String(row['raterId']),
              ...threeOf(row, range),
              words: typeof row['words'] === 'string' ? row['words'] : null,
            },
          ]
    })
    .toSorted((one, other) => (one.raterId < other.raterId ? -1 : 1))
  const likely = ratings.map((one) => one.likely)
  const [least, most] = [Math.min(...likely), Math.max(...likely)]
  const isSaid = ratings.length > 0
  return {
    ideaId,
    criterionId: criterion.id,
    ratings,
    abstained: rows.filter((row) => row['abstains'] === true).map((row) => String(row['raterId'])),
    mean: isSaid ? likely.reduce((sum, one) => sum + one, 0) / likely.length : null,
    least: isSaid ? least : null,
    most: isSaid ? most : null,
    spread: isSaid && width > 0 ? Math.min(1, (most - least) / width) : 0,
  }
}

function threeOf(
  row: Rated,
  range: Range,
): { readonly low: number; readonly likely: number; readonly high: number } {
  const numberIn = (name: string, p: number): number => {
    const value = row[name]
    return typeof value === 'number' ? value : quantileOf(range, p)
  }
  return { low: numberIn('low', 0.1), likely: numberIn('likely', 0.5), high: numberIn('high', 0.9) }
}

/** How wide a scale is; where it has no end, as wide as all that was given by it. */
function widthOf(criterion: Criterion, ratings: readonly Rated[]): number {
  const given = ratings.flatMap((row) =>
    row['criterionId'] === criterion.id && typeof row['likely'] === 'number' ? [row['likely']] : [],
  )
  const least = criterion.least ?? Math.min(0, ...given)
  const most = criterion.most ?? Math.max(0, ...given)
  return most - least
}

/** People this far apart, as a share of the scale, see it otherwise. */
export const farApart = 0.25

/**
 * How many are far from the rest: those whose likely value is more than a quarter of the scale away from the median of
 * all. Null where nobody is, or fewer than two said anything.
 */
export function disagreementSaid(cell: CellSaid, criterion: Criterion): Sentence | null {
  const width =
    criterion.least !== null && criterion.most !== null
      ? criterion.most - criterion.least
      : (cell.most ?? 0) - Math.min(0, cell.least ?? 0)
  const far = thoseFarFrom(cell, width)
  if (cell.ratings.length < 2 || far === 0) return null
  return countedSentence(
    far,
    'One of {all} differs from the middle by more than {by}.',
    '# of {all} differ from the middle by more than {by}.',
    { all: cell.ratings.length, by: round(width * farApart) },
  )
}

function thoseFarFrom({ ratings }: CellSaid, width: number): number {
  const values = ratings.map(({ likely }) => likely).toSorted((one, other) => one - other)
  const middle = values[Math.floor((values.length - 1) / 2)] ?? 0
  return values.filter((value) => Math.abs(value - middle) > width * farApart).length
}

const round = (value: number): number => Math.round(value * 100) / 100
