import { type DateOrder, parseInstant, readMoment, type Writing } from './dates.ts'

/** How a column writes its dates. */
export interface DateWriting {
  /**
   * 'ambiguous': ask which order. 'none': fewer than half of the samples are dates. All but the
   * orders need no order to be read; where orders and others are mixed, the order is named.
   */
  readonly kind: DateOrder | Exclude<Writing, 'numbers'> | 'ambiguous' | 'none'
  /** Samples that are not blank, and of them those that are dates in some order. */
  readonly samples: number
  readonly dates: number
  /** Samples that are dates in this order. */
  readonly dmy: number
  readonly mdy: number
  readonly ymd: number
  /** A sample of this kind; for 'ambiguous' one that reads two ways. */
  readonly example?: string
}

const orders = ['dmy', 'mdy', 'ymd'] as const

/** Finds how the dates of a column are to be read, from some of its cells. */
export function detectDateOrder(cells: readonly string[]): DateWriting {
  const samples = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const readings = samples.map(readingOf)
  const dated = readings.filter((reading) => reading.writing !== undefined)
  const numbers = dated.filter((reading) => reading.writing === 'numbers')
  const count = (order: DateOrder): number =>
    numbers.filter((reading) => reading.at[order] !== undefined).length
  const counts = { dmy: count('dmy'), mdy: count('mdy'), ymd: count('ymd') }
  const all = { samples: samples.length, dates: dated.length, ...counts }
  if (dated.length === 0 || dated.length * 2 < samples.length) return { kind: 'none', ...all }
  const kind = numbers.length > 0 ? orderOf(numbers) : commonest(dated)
  const example = dated.find((reading) => shows(reading, kind)) ?? dated[0]
  return { kind, ...all, ...(example && { example: example.text }) }
}

interface Reading {
  readonly text: string
  readonly writing: Writing | undefined
  readonly at: Readonly<Record<DateOrder, string | undefined>>
}

function readingOf(text: string): Reading {
  const [dmy, mdy, ymd] = orders.map((order) => parseInstant(text, order)?.at)
  const writings = orders.map((order) => readMoment(text, order)?.writing)
  const writing = writings.find((one) => one !== undefined)
  // Points part days from months everywhere; only slashes and hyphens leave a question.
  const points = /^\d{1,2}\s?\.\s?\d{1,2}\s?\.\s?\d{4}/.test(text)
  const yearLast = /^\d{1,2}\D{1,3}\d{1,2}\D{1,3}\d{4}/.test(text)
  return {
    text,
    writing,
    at: { dmy, mdy: points && dmy ? undefined : mdy, ymd: yearLast ? undefined : ymd },
  }
}

/** The order that alone explains samples which no other order explains. */
function orderOf(numbers: readonly Reading[]): DateOrder | 'ambiguous' {
  const only = (order: DateOrder): number =>
    numbers.filter(({ at }) => orders.every((one) => (at[one] !== undefined) === (one === order)))
      .length
  const ranked = orders
    .map((order) => ({ order, sure: only(order) }))
    .toSorted((a, b) => b.sure - a.sure)
  const [first, second] = ranked
  // One mistyped date in ten does not put the other nine in doubt.
  if (first && second && first.sure > 0 && first.sure >= 9 * second.sure) return first.order
  // 7/7/2023 says nothing about the order and needs none.
  const same = first?.sure === 0 && !numbers.some(isTwofold)
  return same ? 'dmy' : 'ambiguous'
}

const isTwofold = ({ at }: Reading): boolean =>
  new Set(orders.map((order) => at[order]).filter((one) => one !== undefined)).size > 1

function commonest(dated: readonly Reading[]): Exclude<Writing, 'numbers'> {
  const kinds = ['iso', 'named', 'epoch', 'excel'] as const
  const count = (kind: Writing): number =>
    dated.filter((reading) => reading.writing === kind).length
  return kinds.toSorted((a, b) => count(b) - count(a))[0] ?? 'iso'
}

function shows(reading: Reading, kind: DateWriting['kind']): boolean {
  if (kind === 'ambiguous') return isTwofold(reading)
  if (kind === 'dmy' || kind === 'mdy' || kind === 'ymd') {
    return reading.writing === 'numbers' && reading.at[kind] !== undefined
  }
  return reading.writing === kind
}
