import type { Interval } from '../../../engine/field.ts'

/** The stretch of time that a page shows, in days since 1970; its ends are first days of months. */
export interface Scale {
  readonly from: number
  readonly to: number
  /** Months along it, as YYYY-MM, each with its place: 0 at the beginning, 1 at the end. */
  readonly marks: readonly { readonly month: string; readonly at: number }[]
}

/** The months that all dates lie in; undefined where nothing has a date. */
export function scaleOf(all: readonly (Interval | null)[]): Scale | undefined {
  const days = all.flatMap((dates) =>
    [dates?.from, dates?.to].flatMap((day) => (typeof day === 'string' ? [day] : [])),
  )
  const first = days.toSorted()[0]
  const last = days.toSorted().at(-1)
  if (first === undefined || last === undefined) return undefined
  const months = monthsFrom(first, last)
  const [from, to] = [dayOf(`${months[0]}-01`), dayOf(`${months.at(-1)}-01`)]
  const step = Math.max(1, Math.floor((months.length - 1) / 2))
  const shown = months.filter((_, at) => at % step === 0)
  return {
    from,
    to,
    marks: shown.map((month) => ({ month, at: (dayOf(`${month}-01`) - from) / (to - from) })),
  }
}

/** Where dates lie on a scale: both ends from 0 to 1. An end that is open reaches the end of the scale. */
export function placeOn(
  scale: Scale,
  { from, to }: Interval,
): { readonly start: number; readonly end: number } {
  const at = (day: string): number => (dayOf(day) - scale.from) / (scale.to - scale.from)
  return { start: from === null ? 0 : at(from), end: to === null ? 1 : at(to) }
}

/** Every month from that of the first day to the one after that of the last. */
function monthsFrom(first: string, last: string): readonly string[] {
  const index = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
  return Array.from({ length: index(last) - index(first) + 2 }, (_, n) => {
    const month = index(first) + n
    return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}

const dayOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000
