/**
 * Dates as people's files write them. What is written without an offset is UTC. What can be read two
 * ways is not read until an order is given. A day that does not exist is not read at all, nor are
 * 24:00 and leap seconds, which PostgreSQL would move to another day.
 */
export type DateOrder = 'dmy' | 'mdy' | 'ymd'

export type Precision = 'day' | 'minute' | 'second' | 'millisecond'

export interface Instant {
  /** ISO 8601 in UTC with milliseconds. */
  readonly at: string
  readonly precision: Precision
}

/**
 * The instant a text names; undefined if it names none, or none for certain. Reads ISO 8601 with or
 * without offset, year first with any separator, day and month first, English months, seconds and
 * milliseconds since 1970, and Excel's days since 1899-12-30 (1954 to 2099).
 */
export function parseInstant(text: string, order?: DateOrder): Instant | undefined {
  const moment = readMoment(text, order)
  if (moment === undefined) return undefined
  const at = new Date(midnight(moment.day) + moment.millis - moment.offset * 60_000)
  const year = at.getUTCFullYear()
  return year < 1 || year > 9999 ? undefined : { at: at.toISOString(), precision: moment.precision }
}

/** The calendar date a text names, as YYYY-MM-DD. An offset never shifts it: the date is as written. */
export function parseDate(text: string, order?: DateOrder): string | undefined {
  const moment = readMoment(text, order)
  return moment && new Date(midnight(moment.day)).toISOString().slice(0, 10)
}

/** How a text writes its date; 'numbers' are those whose order must be known. */
export type Writing = 'iso' | 'named' | 'numbers' | 'epoch' | 'excel'

export interface Moment {
  readonly writing: Writing
  readonly day: Day
  /** Since midnight. */
  readonly millis: number
  /** Minutes east of UTC. */
  readonly offset: number
  readonly precision: Precision
}

export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

export function readMoment(text: string, order?: DateOrder): Moment | undefined {
  const written = text.trim()
  // The longest is what JavaScript's Date prints, with its zone in words.
  if (written.length < 5 || written.length > 90) return undefined
  if (/^\d{5}(?:\.\d+)?$|^\d{9,}(?:\.\d+)?$/.test(written)) return readCount(written)
  const [, head = written, clock] = timed.exec(yearBeforeTime(written)) ?? []
  const time = readTime(clock)
  const date = readDay(head.replace(weekday, ''), order)
  return time && date && exists(date.day) ? { ...date, ...time } : undefined
}

const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i
const timed = /^(.{6,40}?)(?:T|,?\s+at\s+|,?\s+)(\d{1,2}:\d{2}.*)$/i
const clockFace =
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?\s*(?:z|utc|gmt)?\s*([+-]\d{1,2}(?::?\d{2})?)?(?:\s+\([^)]*\))?$/i

/** `Fri Sep 29 12:23:43 +0000 2023` (C, Twitter) with its year where others have it. */
const yearBeforeTime = (text: string): string =>
  text.replace(/^([a-z]{3,9} [a-z]{3,9} +\d{1,2}) (\d\d:\d\d:\d\d.*) (\d{4})$/i, '$1 $3 $2')

type Time = Pick<Moment, 'millis' | 'offset' | 'precision'>

function readTime(clock: string | undefined): Time | undefined {
  if (clock === undefined) return { millis: 0, offset: 0, precision: 'day' }
  const face = clockFace.exec(clock)
  if (face === null) return undefined
  const [, hours, minutes, seconds, fraction, half, offset] = face
  const hour = half === undefined ? Number(hours) : hourOfHalf(Number(hours), half)
  const east = readOffset(offset)
  if (hour > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return undefined
  if (Number.isNaN(hour) || east === undefined) return undefined
  const thousandths = Number((fraction ?? '').padEnd(3, '0').slice(0, 3))
  return {
    millis: ((hour * 60 + Number(minutes)) * 60 + Number(seconds ?? 0)) * 1000 + thousandths,
    offset: east,
    precision: seconds === undefined ? 'minute' : fraction === undefined ? 'second' : 'millisecond',
  }
}

/** 12 AM is midnight, 12 PM noon; NaN for hours that a half day does not have. */
function hourOfHalf(hour: number, half: string): number {
  if (hour < 1 || hour > 12) return Number.NaN
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0)
}

function readOffset(text: string | undefined): number | undefined {
  if (text === undefined) return 0
  const [, sign, hours, minutes] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(text) ?? []
  const size = Number(hours) * 60 + Number(minutes ?? 0)
  if (Number(minutes ?? 0) > 59 || size > 14 * 60) return undefined
  return sign === '-' ? -size : size
}

type Found = Pick<Moment, 'writing' | 'day'>

function readDay(text: string, order: DateOrder | undefined): Found | undefined {
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$|^(\d{4})()(\d\d)(\d\d)$/.exec(text)
  if (iso) {
    const [, year, , month, day, compactYear, , compactMonth, compactDay] = iso
    return found('iso', year ?? compactYear, month ?? compactMonth, day ?? compactDay)
  }
  const numbers = /^(\d{1,2})(\s?[-/.]\s?)(\d{1,2})\2(\d{4}|\d{2})$/.exec(text)
  if (numbers) {
    const [, first = '', separator = '', second = '', third = ''] = numbers
    const known = orderOf(first, separator, second, third, order)
    if (known === 'dmy') return found('numbers', third, second, first)
    if (known === 'mdy') return found('numbers', third, first, second)
    return known && found('numbers', first, second, third)
  }
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th|\.)?[\s/-]+([a-z]{3,9})\.?[\s,/-]+(\d{4}|\d{2})$/i.exec(text)
  if (dayFirst) return found('named', dayFirst[3], monthOf(dayFirst[2]), dayFirst[1])
  const monthFirst = /^([a-z]{3,9})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?(?:,\s*|[\s-]+)(\d{4})$/i.exec(
    text,
  )
  if (monthFirst) return found('named', monthFirst[3], monthOf(monthFirst[1]), monthFirst[2])
  return undefined
}

function orderOf(
  first: string,
  separator: string,
  second: string,
  third: string,
  order: DateOrder | undefined,
): DateOrder | undefined {
  if (order !== undefined && (order !== 'ymd' || third.length === 2)) return order
  // Where points part the numbers the day comes first, everywhere.
  if (separator.includes('.') || Number(first) > 12) return 'dmy'
  if (Number(second) > 12) return 'mdy'
  return first === second ? 'dmy' : undefined
}

const months =
  'january february march april may june july august september october november december'.split(' ')

function monthOf(name = ''): string | undefined {
  const lower = name.toLowerCase()
  const index = months.findIndex(
    (full) => full === lower || (lower.length <= 4 && full.startsWith(lower)),
  )
  return index < 0 ? undefined : String(index + 1)
}

/** A year of two digits is 1970 to 2069. */
function found(writing: Writing, year = '', month = '', day = ''): Found {
  const full = year.length === 2 ? Number(year) + (Number(year) < 70 ? 2000 : 1900) : Number(year)
  return { writing, day: { year: full, month: Number(month), day: Number(day) } }
}

function readCount(text: string): Moment | undefined {
  const digits = text.split('.')[0]?.length ?? 0
  const count = Number(text)
  if (digits === 5) {
    if (count < 20_000 || count >= 73_051) return undefined
    const precision = Number.isInteger(count) ? 'day' : 'second'
    return fromEpoch('excel', Math.round((count - 25_569) * 86_400) * 1000, precision)
  }
  if (digits <= 10) return fromEpoch('epoch', Math.round(count * 1000), 'second')
  if ((digits === 12 || digits === 13) && Number.isInteger(count)) {
    return fromEpoch('epoch', count, 'millisecond')
  }
  return undefined
}

function fromEpoch(writing: Writing, millis: number, precision: Precision): Moment {
  const at = new Date(millis)
  const day = { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() }
  return { writing, day, millis: millis - midnight(day), offset: 0, precision }
}

function exists({ year, month, day }: Day): boolean {
  const at = new Date(midnight({ year, month, day }))
  // A day too many is a day of another month.
  return year >= 1 && at.getUTCMonth() + 1 === month
}

function midnight({ year, month, day }: Day): number {
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  const at = new Date(0)
  return at.setUTCFullYear(year, month - 1, day)
}
