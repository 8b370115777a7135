/** A value that, it was said, the outcome stays at or below with this chance. */
export interface Quantile {
  /** Above 0 and below 1: 0.9 for nine times in ten. */
  readonly level: number
  readonly value: number
}

/**
 * Pinball loss, in the outcome's unit: level × (actual − value) where the outcome lies above, (1 −
 * level) × (value − actual) where it lies below. 0 is best, and on average the true quantile loses
 * least (Koenker and Bassett, Regression quantiles, Econometrica 46, 1978).
 */
export const pinball = ({ level, value }: Quantile, actual: number): number =>
  actual >= value ? level * (actual - value) : (1 - level) * (value - actual)

/**
 * Gives them back by level. Throws a RangeError where there is none, a level is not between 0 and 1
 * or is there twice, a value is no number, or a higher level has a lower value.
 */
export function ordered(quantiles: readonly Quantile[]): readonly Quantile[] {
  const sorted = quantiles.toSorted((left, right) => left.level - right.level)
  if (sorted.length === 0) throw new RangeError('there is no quantile')
  sorted.forEach(({ level, value }, at) => {
    const before = sorted[at - 1]
    if (!(level > 0 && level < 1) || Number.isNaN(value))
      throw new RangeError(`a level is between 0 and 1 and has a value: ${level}, ${value}`)
    if (before !== undefined && (before.level === level || before.value > value))
      throw new RangeError(`the quantiles of ${before.level} and ${level} cross`)
  })
  return sorted
}
