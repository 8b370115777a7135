/**
 * The day a person wrote, as YYYY-MM-DD, or null where it is none. Missing zeros are forgiven
 * (2026-3-1); any other order of parts is not, for 3/4 is two days.
 */
export function parseDay(text: string): string | null {
  const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim())
  if (parts === null) return null
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number]
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  const iso = date.toISOString().slice(0, 10)
  return iso === [String(year).padStart(4, '0'), two(month), two(day)].join('-') ? iso : null
}

const two = (n: number): string => String(n).padStart(2, '0')
