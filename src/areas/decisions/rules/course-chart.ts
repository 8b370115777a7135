import { meanOf } from '../../../math/sum-of.ts'

type Plain = Readonly<Record<string, unknown>>

/** A day as a share of the whole width, 0 to 1 from the first day; a value as a share of the height from below. */
export interface Point {
  readonly on: string
  readonly value: number
  readonly x: number
  readonly y: number
}

export interface Course {
  /** YYYY-MM-DD; the first reading, and the last of the last reading and the day of the prediction. */
  readonly from: string
  readonly to: string
  readonly points: readonly Point[]
  readonly decided: { readonly on: string; readonly x: number } | null
  /** What a yes-or-no prediction says that the metric will pass. */
  readonly threshold: { readonly value: number; readonly y: number } | null
  /** What would change our mind about it. */
  readonly limits: readonly {
    readonly value: number
    readonly y: number
    readonly comparison: string
  }[]
  /** Where the metric is held to be on the day of the prediction: quantiles of 10, 50 and 90 %, everybody's pooled. */
  readonly expected: {
    readonly on: string
    readonly x: number
    readonly low: number
    readonly middle: number
    readonly high: number
    readonly yLow: number
    readonly yMiddle: number
    readonly yHigh: number
  } | null
}

/** The course of a metric up to now and to where it is expected, laid out; undefined before two readings. */
export function courseOf({
  readings,
  decidedOn,
  prediction,
  odds,
  tripwires,
}: {
  readonly readings: readonly Plain[]
  readonly decidedOn: string | null
  readonly prediction: Plain
  readonly odds: readonly Plain[]
  readonly tripwires: readonly Plain[]
}): Course | undefined {
  const given = readings
    .flatMap(({ on, value }) =>
      typeof on === 'string' && typeof value === 'number' ? [{ on, value }] : [],
    )
    .toSorted((one, other) => (one.on < other.on ? -1 : 1))
  const [first] = given
  const last = given.at(-1)
  if (first === undefined || last === undefined || given.length < 2) return undefined
  const resolvesOn = String(prediction['resolvesOn'])
  const ahead = expectedIn(prediction, odds)
  const threshold = numberIn(prediction['threshold'])
  const limits = tripwires.flatMap((one) => {
    const value = numberIn(one['threshold'])
    return value === undefined ? [] : [{ value, comparison: String(one['comparison']) }]
  })
  const to = resolvesOn > last.on ? resolvesOn : last.on
  const values = [
    ...given.map(({ value }) => value),
    ...limits.map(({ value }) => value),
    ...(threshold === undefined ? [] : [threshold]),
    ...(ahead === undefined ? [] : [ahead.low, ahead.high]),
  ]
  const [lowest, highest] = [Math.min(...values), Math.max(...values)]
  // room above and below, or the first and the last would lie on the edges
  const room = (highest - lowest) / 8
  const [least, most] = [lowest - room, highest + room]
  const x = (day: string): number =>
    to === first.on ? 0 : clamp((at(day) - at(first.on)) / (at(to) - at(first.on)))
  const y = (value: number): number => (most === least ? 0.5 : (value - least) / (most - least))
  const decided = decidedOn?.slice(0, 10)
  return {
    from: first.on,
    to,
    points: given.map((one) => ({ ...one, x: x(one.on), y: y(one.value) })),
    decided:
      decided === undefined || decided < first.on || decided > to
        ? null
        : { on: decided, x: x(decided) },
    threshold: threshold === undefined ? null : { value: threshold, y: y(threshold) },
    limits: limits.map((one) => ({ ...one, y: y(one.value) })),
    expected:
      ahead === undefined || resolvesOn < last.on
        ? null
        : {
            on: resolvesOn,
            x: x(resolvesOn),
            ...ahead,
            yLow: y(ahead.low),
            yMiddle: y(ahead.middle),
            yHigh: y(ahead.high),
          },
  }
}

/** Each quantile is the mean of everybody's, as for ratings. */
function expectedIn(
  { kind }: Plain,
  odds: readonly Plain[],
): { readonly low: number; readonly middle: number; readonly high: number } | undefined {
  if (kind !== 'quantity') return undefined
  const whole = odds.filter(
    ({ low, likely, high }) =>
      typeof low === 'number' && typeof likely === 'number' && typeof high === 'number',
  )
  const of = (name: string): number | null => meanOf(whole, (row) => Number(row[name]))
  const [low, middle, high] = [of('low'), of('likely'), of('high')]
  return low === null || middle === null || high === null ? undefined : { low, middle, high }
}

const numberIn = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined

const at = (day: string): number => Date.parse(day.slice(0, 10))

const clamp = (share: number): number => Math.min(1, Math.max(0, share))
