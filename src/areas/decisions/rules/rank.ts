export interface Ranked<T> {
  readonly item: T
  /** 1 is first; null where there is no score. */
  readonly rank: number | null
  /** Another has the same score, so the order between them says nothing. */
  readonly tied: boolean
}

/**
 * Standard competition ranking ("1224"): equal scores share a rank, and the next rank counts all before
 * it. What has no score comes last, without a rank. Equals keep the order in which they came.
 */
export function rank<T>(
  items: readonly T[],
  score: (item: T) => number | null,
): readonly Ranked<T>[] {
  const scored = items
    .flatMap((item) => {
      const value = score(item)
      return value === null ? [] : [{ item, value }]
    })
    .toSorted((left, right) => right.value - left.value)
  const first = new Map<number, number>()
  const count = new Map<number, number>()
  scored.forEach(({ value }, index) => {
    if (!first.has(value)) first.set(value, index + 1)
    count.set(value, (count.get(value) ?? 0) + 1)
  })
  return [
    ...scored.map(({ item, value }) => ({
      item,
      rank: first.get(value) ?? null,
      tied: (count.get(value) ?? 0) > 1,
    })),
    ...items
      .filter((item) => score(item) === null)
      .map((item) => ({ item, rank: null, tied: false })),
  ]
}

/**
 * A score to twelve digits. Products of the same worth on paper, such as 136 × 3 × 80 % and 544 × 3 ÷ 5, differ in the
 * sixteenth, and would not be seen to be tied.
 */
export const onPaper = (score: number | null): number | null =>
  score === null ? null : Number(score.toPrecision(12))
