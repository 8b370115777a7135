import type { Row } from '../../../engine/record.ts'

/** What several people give one option by one criterion, taken together: each counts alike. */
export interface Pooled {
  readonly criterionId: string
  readonly count: number
  /** The mean of what each holds likely; null where nobody gave a number. */
  readonly mean: number | null
  readonly least: number | null
  readonly most: number | null
  readonly words: readonly string[]
}

/** None where nobody rated it. */
export function pooledOn(
  criterionId: string,
  optionId: string,
  ratings: readonly Row[],
): readonly Pooled[] {
  const mine = ratings.filter(
    (one) => one['criterionId'] === criterionId && one['optionId'] === optionId,
  )
  if (mine.length === 0) return []
  const values = mine.flatMap((one) => (typeof one['likely'] === 'number' ? [one['likely']] : []))
  const words = mine.flatMap((one) =>
    typeof one['words'] === 'string' && one['words'] !== '' ? [one['words']] : [],
  )
  const isThere = values.length > 0
  return [
    {
      criterionId,
      count: mine.length,
      mean: isThere ? values.reduce((sum, value) => sum + value, 0) / values.length : null,
      least: isThere ? Math.min(...values) : null,
      most: isThere ? Math.max(...values) : null,
      words,
    },
  ]
}
