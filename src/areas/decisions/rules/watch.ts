import { daysBetween } from './days.ts'

/**
 * One mechanism watches over a state and a date (Duke, 2022): for decisions in force, for a conditional no,
 * and for whatever else has such a condition.
 *
 *     armed ──crossed──► fired ──reviewed by a person──► reviewed ──back past its rearm──► armed
 *       ▲                  ▲
 *       └──a value── silent ┘ where nothing known counts as crossed
 *     armed or silent ──its day went by──► passed
 *
 * Without a day the watch looks at every value in the order of days, each once; one that trembles around the
 * threshold crosses it once, since it is armed again only when it is back (hysteresis, Schmitt 1938). With a
 * day only the value of that day counts. Time never goes back: a watch is looked at as of the latest day that
 * it has known, so that a clock that is put back makes nothing happen twice.
 */
export type WatchState = 'armed' | 'silent' | 'fired' | 'reviewed' | 'passed' | 'withdrawn'

/** What does not change by looking. Days are YYYY-MM-DD. */
export interface Watch {
  readonly comparison: 'below' | 'above'
  readonly threshold: number | null
  /** Looked at on this day; at any time without it. */
  readonly by: string | null
  /** Back at or past this it can be crossed again; at or past the threshold without it. */
  readonly rearmAt: number | null
  readonly silentDays: number | null
  readonly whenSilent: 'wait' | 'fire'
  /** The day from which on it watches. */
  readonly since: string
}

/** How it stands. */
export interface Standing {
  readonly state: WatchState
  readonly value: number | null
  /** The day of the value. */
  readonly valueOn: string | null
  readonly firedOn: string | null
  readonly firedValue: number | null
  readonly crossings: number
}

export interface Point {
  readonly on: string
  readonly value: number
}

/** What it sees: a series in the order of days, what is so now, or nothing but the day. */
export type Sight =
  | { readonly is: 'series'; readonly points: readonly Point[] }
  | {
      readonly is: 'now'
      /** Null while nothing is known. */
      readonly value: number | null
      readonly on: string
      /** Whether it is crossed, where no threshold says so. */
      readonly crosses?: boolean
      /** It stays as it is from here on. */
      readonly final?: boolean
    }
  | { readonly is: 'day' }

/** How a watch stands after a look on a day; the very same where nothing is new. */
export function look(watch: Watch, standing: Standing, sight: Sight, day: string): Standing {
  const { state, valueOn, firedOn } = standing
  if (state === 'withdrawn' || state === 'passed') return standing
  const today = [day, valueOn, firedOn].reduce<string>(
    (latest, one) => (one !== null && one > latest ? one : latest),
    watch.since,
  )
  if (sight.is === 'day' || watch.by !== null) return onItsDay(watch, standing, sight, today)
  return sight.is === 'series'
    ? alongSeries(watch, standing, sight.points, today)
    : atRest(watch, asSeen(standing, sight), sight, today)
}

/** Is a value on the far side of the threshold? On it, it is not. */
export const isCrossed = ({ comparison, threshold }: Watch, value: number): boolean =>
  threshold !== null && (comparison === 'below' ? value < threshold : value > threshold)

/** Is a value far enough on the near side for the watch to be armed again? */
export function isBack(watch: Watch, value: number): boolean {
  const { comparison, rearmAt } = watch
  if (isCrossed(watch, value)) return false
  return rearmAt === null || (comparison === 'below' ? value >= rearmAt : value <= rearmAt)
}

/** How far a value is from the threshold, in its unit; negative once it is crossed. */
export const distanceOf = (
  { comparison, threshold }: Pick<Watch, 'comparison' | 'threshold'>,
  value: number,
): number | null =>
  threshold === null ? null : comparison === 'below' ? value - threshold : threshold - value

/** Could it be crossed now? */
const isWatching = ({ state }: Standing): boolean => state === 'armed' || state === 'silent'

type Now = Extract<Sight, { is: 'now' }>

/** Every value that was not looked at yet, in the order of days. */
function alongSeries(
  watch: Watch,
  before: Standing,
  points: readonly Point[],
  today: string,
): Standing {
  let standing = before
  for (const point of pointsFrom(watch, before, points, today))
    standing = asValued(watch, standing, point)
  // Back already when somebody reviewed it.
  if (standing.state === 'reviewed' && standing.value !== null && isBack(watch, standing.value))
    standing = waits(watch, standing, today) === 'fire' ? standing : { ...standing, state: 'armed' }
  return silenced(watch, standing, today)
}

/** What comes after the last value that was looked at, and that value itself where it was put right. */
function pointsFrom(
  { since }: Watch,
  { value, valueOn }: Standing,
  points: readonly Point[],
  today: string,
): readonly Point[] {
  const known = points.filter(({ on }) => on <= today)
  if (valueOn !== null)
    return known.filter((one) => one.on > valueOn || (one.on === valueOn && one.value !== value))
  const first = known.findLast(({ on }) => on <= since)
  return known.filter((one) => one === first || one.on > since)
}

function asValued(watch: Watch, standing: Standing, { on, value }: Point): Standing {
  const seen = { ...standing, value, valueOn: on }
  if (isWatching(standing))
    return isCrossed(watch, value) ? fired(seen, on) : { ...seen, state: 'armed' }
  return standing.state === 'reviewed' && isBack(watch, value) ? { ...seen, state: 'armed' } : seen
}

/** What is so now: its day is that on which it came to be so. */
const asSeen = (standing: Standing, { value, on }: Now): Standing =>
  value === null || value === standing.value ? standing : { ...standing, value, valueOn: on }

function atRest(watch: Watch, standing: Standing, sight: Now, today: string): Standing {
  const { value, crosses } = sight
  if (value === null) return silenced(watch, standing, today)
  const over = crosses ?? isCrossed(watch, value)
  const back = crosses === undefined ? isBack(watch, value) : !crosses
  if (isWatching(standing)) {
    if (over) return fired(standing, today)
    return standing.state === 'silent' ? { ...standing, state: 'armed' } : standing
  }
  return standing.state === 'reviewed' && back ? { ...standing, state: 'armed' } : standing
}

/** Nothing known for too long: said, or counted as crossed. */
function silenced(watch: Watch, standing: Standing, today: string): Standing {
  if (!isWatching(standing)) return standing
  const rule = waits(watch, standing, today)
  if (rule === undefined) return standing
  if (rule === 'fire') return { ...fired(standing, today), firedValue: null }
  return standing.state === 'silent' ? standing : { ...standing, state: 'silent' }
}

/** Which rule for missing data holds today, if one does. */
const waits = (
  { silentDays, since, whenSilent }: Watch,
  { valueOn }: Standing,
  today: string,
): 'wait' | 'fire' | undefined => {
  const last = valueOn !== null && valueOn > since ? valueOn : since
  return silentDays !== null && daysBetween(last, today) > silentDays ? whenSilent : undefined
}

function fired(standing: Standing, on: string): Standing {
  return {
    ...standing,
    state: 'fired',
    firedOn: on,
    firedValue: standing.value,
    crossings: standing.crossings + 1,
  }
}

/**
 * A state and a date. The day itself is the condition where nothing else is. Else the value of that day
 * counts: as soon as it is known for good, or when the day is over, the last one before it. One that nobody
 * knew by then is waited for, or counts as crossed.
 */
function onItsDay(watch: Watch, standing: Standing, sight: Sight, today: string): Standing {
  const { by } = watch
  if (standing.state === 'fired' || standing.state === 'reviewed' || by === null) return standing
  if (sight.is === 'day') return today >= by ? fired(standing, today) : standing
  const [seen, point] = valueBy(watch, standing, sight, today)
  if (point === undefined) return undecided(watch, seen, today)
  const isOver = today > by
  const isKnown =
    sight.is === 'series'
      ? point.on >= by
      : sight.final === true || (point.over && watch.comparison === 'above')
  const isStale =
    sight.is === 'series' &&
    watch.silentDays !== null &&
    point.on <= by &&
    daysBetween(point.on, by) > watch.silentDays
  if (today < by || (!isOver && !isKnown)) return awake(seen)
  if (isStale) return undecided(watch, seen, today)
  return point.over ? fired(seen, today) : { ...seen, state: 'passed' }
}

/** Its value as of its day, or the first one after it where there was none. */
function valueBy(
  watch: Watch,
  standing: Standing,
  sight: Exclude<Sight, { is: 'day' }>,
  today: string,
): readonly [Standing, { readonly on: string; readonly over: boolean } | undefined] {
  if (sight.is === 'now') {
    if (sight.value === null) return [standing, undefined]
    const over = sight.crosses ?? isCrossed(watch, sight.value)
    return [asSeen(standing, sight), { on: sight.on, over }]
  }
  const by = watch.by ?? today
  const known = sight.points.filter(({ on }) => on <= today)
  const last = known.findLast(({ on }) => on <= by)
  const isStale =
    last !== undefined &&
    watch.silentDays !== null &&
    today > by &&
    daysBetween(last.on, by) > watch.silentDays
  const point = last === undefined || isStale ? (known.find(({ on }) => on > by) ?? last) : last
  if (point === undefined) return [standing, undefined]
  const isSame = standing.value === point.value && standing.valueOn === point.on
  const seen = isSame ? standing : { ...standing, value: point.value, valueOn: point.on }
  return [seen, { on: point.on, over: isCrossed(watch, point.value) }]
}

function undecided(watch: Watch, standing: Standing, today: string): Standing {
  const isOver = watch.by !== null && today > watch.by
  if (isOver && watch.whenSilent === 'fire') return { ...fired(standing, today), firedValue: null }
  const isSilent = isOver || waits(watch, standing, today) !== undefined
  if (!isSilent) return awake(standing)
  return standing.state === 'silent' ? standing : { ...standing, state: 'silent' }
}

const awake = (standing: Standing): Standing =>
  standing.state === 'silent' ? { ...standing, state: 'armed' } : standing
