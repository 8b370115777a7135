/**
 * Moments as a person reads and writes them: in the zone of whoever looks, to the minute. They are kept
 * in UTC (ISO 8601 with milliseconds).
 */

/** `2026-11-23 09:30` where the viewer is; what is no moment is given back as it came. */
export function momentSaid(iso: string): string {
  const at = new Date(iso)
  return Number.isNaN(at.getTime())
    ? iso
    : `${dayOf(at)} ${two(at.getHours())}:${two(at.getMinutes())}`
}

/** The day of a moment where the viewer is. A day without a time is that day everywhere. */
export function daySaid(iso: string): string {
  const at = new Date(iso)
  return iso.length <= 10 || Number.isNaN(at.getTime()) ? iso : dayOf(at)
}

/** The moment that a person wrote, in UTC, or null where it is none; a bare day begins at midnight. */
export function parseMoment(text: string): string | null {
  const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]+(\d{1,2}):(\d{2}))?$/.exec(text.trim())
  if (parts === null) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0))
  const at = new Date(2000, 0)
  at.setFullYear(year, month - 1, day)
  at.setHours(hour, minute, 0, 0)
  const isDay = at.getMonth() === month - 1 && at.getDate() === day
  return isDay && hour < 24 && minute < 60 ? at.toISOString() : null
}

const dayOf = (at: Date): string =>
  `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`

const two = (count: number): string => String(count).padStart(2, '0')
