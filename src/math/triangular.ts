/** Low and high are the extremes and likely is the mode; low ≤ likely ≤ high and low < high. */
export interface Triangular {
  readonly low: number
  readonly likely: number
  readonly high: number
}

export const triangularMean = ({ low, likely, high }: Triangular): number =>
  low + (likely - low + (high - low)) / 3

export function triangularVariance({ low, likely, high }: Triangular): number {
  const before = likely - low
  const after = high - likely
  return (before * before + before * after + after * after) / 18
}

/** The value that is not exceeded with probability p, from 0 to 1 (Kotz and van Dorp, "Beyond beta", 2004). */
export function triangularQuantile({ low, likely, high }: Triangular, p: number): number {
  const width = high - low
  const before = likely - low
  return p * width < before
    ? low + Math.sqrt(p * width * before)
    : high - Math.sqrt((1 - p) * width * (high - likely))
}
