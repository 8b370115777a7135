/** The mean of the draws, one after the other. */
export function meanOf(values: Float64Array): number {
  let sum = 0
  for (let draw = 0; draw < values.length; draw += 1) sum += values[draw] ?? 0
  return sum / values.length
}
