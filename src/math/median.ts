/**
 * The middle one, the mean of the two in the middle where their number is even, or null of nothing.
 */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((left, right) => left - right)
  const high = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  const low = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN
  return low === high ? low : low / 2 + high / 2
}
