/** The value below which a share of all values lies; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right)
  return (
    sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ??
    Number.NaN
  )
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** Milliseconds in the fewest digits that tell something. */
export const ms = (value: number): string =>
  `${value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)} ms`

export const perSecond = (value: number): string => `${Math.round(value).toLocaleString('en')}/s`

export const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`
