/** How sure an interval is, in percent. */
export type Level = 80 | 90 | 95 | 99

export interface Share {
  readonly low: number
  readonly high: number
}

/** Standard normal quantiles of (1 + level ÷ 100) ÷ 2, as any table has them, to the last bit. */
export const zOf: Readonly<Record<Level, number>> = {
  80: 1.2815515655446004,
  90: 1.6448536269514722,
  95: 1.959963984540054,
  99: 2.5758293035489004,
}

/**
 * Score interval of a share of which `count` in `of` were seen: Wilson, Probable inference, the law
 * of succession, and statistical inference, Journal of the American Statistical Association 22
 * (1927), without continuity correction. `z` is the two-sided normal quantile of the level, such as
 * `zOf[95]`. Within 0 and 1; of nothing seen it is all of that. Throws a RangeError where `count`
 * is not within 0 and `of`.
 */
export function wilson(count: number, of: number, z: number): Share {
  if (!(count >= 0 && count <= of))
    throw new RangeError(`a count is from 0 to ${of}, and this is ${count}`)
  if (of === 0) return { low: 0, high: 1 }
  const square = z * z
  const middle = count + square / 2
  const half = z * Math.sqrt((count * (of - count)) / of + square / 4)
  return {
    low: count === 0 ? 0 : Math.max(0, (middle - half) / (of + square)),
    high: count === of ? 1 : Math.min(1, (middle + half) / (of + square)),
  }
}
