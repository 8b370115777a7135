/**
 * Is a bound so near that the value is the best? Solvers and sums of doubles do not tell apart what
 * differs by less than 1e-8 of the value, or of the largest of the amounts that it is the sum of; of
 * an empty sum, of the smallest amount there is.
 * @param amounts by option.
 */
export function isProven(
  value: number,
  bound: number,
  amounts: Float64Array,
  chosen: Uint8Array,
): boolean {
  let largest = 0
  let smallest = Number.POSITIVE_INFINITY
  amounts.forEach((amount, option) => {
    const size = Math.abs(amount)
    if (chosen[option] === 1) largest = Math.max(largest, size)
    if (size > 0) smallest = Math.min(smallest, size)
  })
  const grain = 1e-8 * Math.max(Math.abs(value), largest === 0 ? smallest : largest)
  return bound - value <= grain
}
