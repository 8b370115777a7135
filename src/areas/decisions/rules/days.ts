/** Whole days from one day to another, both YYYY-MM-DD; negative where the other lies before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs)

/** The day so many days after another. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)

/** The day that it is at a moment, in a zone of the IANA list; in UTC where there is no such zone. */
export function dayIn(zone: string, at: string): string {
  try {
    const known =
      formats.get(zone) ?? new Intl.DateTimeFormat('en-CA', { ...parts, timeZone: zone })
    formats.set(zone, known)
    const said = new Map(known.formatToParts(new Date(at)).map(({ type, value }) => [type, value]))
    return [said.get('year')?.padStart(4, '0'), said.get('month'), said.get('day')].join('-')
  } catch {
    return at.slice(0, 10)
  }
}

const formats = new Map<string, Intl.DateTimeFormat>()
const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
const dayMs = 86_400_000
