/**
 * A sum that carries its rounding errors along (Neumaier, Rundungsfehleranalyse einiger Verfahren
 * zur Summation endlicher Summen, 1974), so that a score does not change with the order of what it
 * sums.
 */
export function sumOf<T>(items: readonly T[], value: (item: T) => number): number {
  let sum = 0
  let lost = 0
  for (const item of items) {
    const next = value(item)
    const longer = sum + next
    lost += Math.abs(sum) >= Math.abs(next) ? sum - longer + next : next - longer + sum
    sum = longer
  }
  return Number.isFinite(lost) ? sum + lost : sum
}

/** The mean, or null of nothing. */
export const meanOf = <T>(items: readonly T[], value: (item: T) => number): number | null =>
  items.length === 0 ? null : sumOf(items, value) / items.length
