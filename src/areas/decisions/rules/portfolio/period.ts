/** The last day of a period as people write it: 2026, 2026-H2, 2026-Q4, 2026-11; undefined for what is none. */
export function lastDayOf(period: string): string | undefined {
  const found = /^(\d{4})(?:-(?:([QH])([1-4])|(0[1-9]|1[0-2])))?$/i.exec(period.trim())
  if (found === null) return undefined
  const [, year = '', kind, count, month] = found
  const length = kind === undefined ? 12 : kind.toUpperCase() === 'Q' ? 3 : 6
  const last =
    month !== undefined ? Number(month) : count === undefined ? 12 : Number(count) * length
  if (last > 12) return undefined
  return new Date(Date.UTC(Number(year), last, 0)).toISOString().slice(0, 10)
}

/**
 * The period that one most likely means: of those that are not over, the one that ends first; where all are over, or
 * none can be read, the last by its name.
 * @param today YYYY-MM-DD
 */
export function periodAt(periods: readonly string[], today: string): string | undefined {
  const open = periods.flatMap((period) => {
    const last = lastDayOf(period)
    return last !== undefined && last >= today ? [{ period, last }] : []
  })
  const [first] = open.toSorted((one, other) => (one.last < other.last ? -1 : 1))
  return first?.period ?? periods.toSorted((one, other) => (one < other ? -1 : 1)).at(-1)
}
