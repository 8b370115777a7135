import { words } from '../../../web/words/say.ts'

/** One way to read a date whose parts are in doubt, and the day it comes to. */
export interface DateOrder {
  readonly id: 'dmy' | 'mdy' | 'ymd'
  readonly day: string
}

/** The ways in which a date such as `03/04/2026` can be read; what is no day of the calendar is none. */
export function dateOrders(example: string): readonly DateOrder[] {
  const parts = /^\s*(\d{1,4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,4})(?!\d)/.exec(example)
  if (parts === null) return []
  const [first = '', second = '', third = ''] = parts.slice(1)
  return [
    ...dayOf('dmy', third, second, first),
    ...dayOf('mdy', third, first, second),
    ...dayOf('ymd', first, second, third),
  ]
}

function dayOf(
  id: DateOrder['id'],
  year: string,
  month: string,
  day: string,
): readonly DateOrder[] {
  if (day.length > 2 || month.length > 2 || (year.length !== 2 && year.length !== 4)) return []
  const at = new Date(0)
  at.setUTCFullYear(Number(year) + (year.length === 2 ? 2000 : 0), Number(month) - 1, Number(day))
  const isDay = at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day)
  return isDay ? [{ id, day: said(at) }] : []
}

/** With the month in letters, so that nobody has to ask again which one is the month. */
function said(at: Date): string {
  const { locale, formats = locale } = words().language
  const dayFirst = formats === 'en' ? 'en-GB' : formats
  return new Intl.DateTimeFormat(dayFirst, { dateStyle: 'long', timeZone: 'UTC' }).format(at)
}
