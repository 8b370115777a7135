/** One change of how firmly an item is meant, as history tells it. */
export interface Move {
  readonly itemId: string
  readonly from: string
  readonly to: string
  /** ISO 8601. */
  readonly at: string
  readonly by: string
  readonly seq: number
}

/** Work on an item was begun, or given up, done or set back. */
export interface Step {
  readonly itemId: string
  readonly status: string
  readonly at: string
}

export interface ItemOf {
  readonly id: string
  readonly ref: string
  readonly title: string
  /** Person-months of the ideas that it delivers; null where none of them says. */
  readonly effort: number | null
}

/** A decision on an item: when it was taken, and in which commit it was written. */
export interface Sentence {
  readonly itemId: string
  readonly id: string
  readonly ref: string
  readonly sentence: string
  readonly decidedAt: string
}

export interface CourseChange {
  readonly item: ItemOf
  readonly from: string
  readonly to: string
  readonly at: string
  readonly by: string
  /** Sooner or later than before. */
  readonly way: 'sooner' | 'later'
  /** The decision that asked for it; null where it moved without a sentence. */
  readonly decision: Omit<Sentence, 'itemId'> | null
  /** Days of work that were set aside: from the begin of the work to the move; null where none was under way. */
  readonly daysSetAside: number | null
}

export interface Month {
  /** `YYYY-MM`. */
  readonly month: string
  readonly changes: number
  readonly withSentence: number
  readonly withoutSentence: number
  readonly later: number
  readonly daysSetAside: number
}

export interface Course {
  readonly changes: readonly CourseChange[]
  /** Every month from that of the first change to today’s, quiet ones too; none without a change. */
  readonly months: readonly Month[]
  /** Changes over those months; 0 without a change. */
  readonly changesAMonth: number
  readonly withSentence: number
  readonly withoutSentence: number
  /** Items whose work was begun and then set aside, each once, with its effort. */
  readonly left: readonly (ItemOf & { readonly days: number })[]
  /** The effort of what was begun and left, person-months. */
  readonly effortLeft: number
}

/**
 * How often the course changed, and what each change cost. A move counts from one of now, next and later to
 * another. It has its sentence where a decision that settles the item was taken at most 14 days before it, or
 * a day after, and no other move was nearer to that. It costs where work on the item was under way and it moves away from *now*: the days since that
 * work began, and with them the effort of the item. How often is told over all months since the first change:
 * a month in which the course held counts as one. Pure.
 */
export function courseOf(
  moves: readonly Move[],
  steps: readonly Step[],
  sentences: readonly Sentence[],
  items: ReadonlyMap<string, ItemOf>,
  /** ISO 8601. */
  now: string,
): Course {
  const changes = moves
    .flatMap((move): readonly CourseChange[] => {
      const item = items.get(move.itemId)
      if (item === undefined || move.from === move.to) return []
      const { itemId: _, ...told } = sentenceFor(move, moves, sentences) ?? { itemId: '' }
      return [
        {
          item,
          from: move.from,
          to: move.to,
          at: move.at,
          by: move.by,
          way: order.indexOf(move.to) < order.indexOf(move.from) ? 'sooner' : 'later',
          decision: 'id' in told ? told : null,
          daysSetAside: setAside(move, steps),
        },
      ]
    })
    .toSorted((left, right) => (left.at < right.at ? 1 : left.at > right.at ? -1 : 0))
  const left = leftOf(changes)
  const months = monthsOf(changes, now)
  return {
    changes,
    months,
    changesAMonth: changes.length / Math.max(1, months.length),
    withSentence: changes.filter(({ decision }) => decision !== null).length,
    withoutSentence: changes.filter(({ decision }) => decision === null).length,
    left,
    effortLeft: left.reduce((sum, { effort }) => sum + (effort ?? 0), 0),
  }
}

const order: readonly string[] = ['now', 'next', 'later']
const dayMs = 86_400_000
const before = 14 * dayMs
const after = dayMs

/** Each decision speaks for one move of its item: the nearest of those that are near enough. */
function sentenceFor(
  move: Move,
  moves: readonly Move[],
  sentences: readonly Sentence[],
): Sentence | undefined {
  return sentences
    .filter((one) => {
      const near = moves
        .filter(({ itemId }) => itemId === one.itemId)
        .filter((other) => isNear(other, one))
        .toSorted((left, right) => distance(left, one) - distance(right, one))[0]
      return near === move
    })
    .toSorted((left, right) => distance(move, left) - distance(move, right))[0]
}

function isNear(move: Move, { decidedAt }: Sentence): boolean {
  const late = Date.parse(move.at) - Date.parse(decidedAt)
  return late <= before && late >= -after
}

const distance = (move: Move, { decidedAt }: Sentence): number =>
  Math.abs(Date.parse(move.at) - Date.parse(decidedAt))

/** Days from the begin of the work that was under way when it moved away from now. */
function setAside({ itemId, from, at }: Move, steps: readonly Step[]): number | null {
  if (from !== 'now') return null
  const last = steps
    .filter((one) => one.itemId === itemId && one.at <= at)
    .toSorted((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0))
    .at(-1)
  if (last?.status !== 'in-progress') return null
  return Math.round((Date.parse(at) - Date.parse(last.at)) / dayMs)
}

function leftOf(changes: readonly CourseChange[]): Course['left'] {
  const found = new Map<string, ItemOf & { readonly days: number }>()
  for (const { item, daysSetAside } of changes) {
    if (daysSetAside === null) continue
    const days = (found.get(item.id)?.days ?? 0) + daysSetAside
    found.set(item.id, { ...item, days })
  }
  return [...found.values()]
}

function monthsOf(changes: readonly CourseChange[], now: string): readonly Month[] {
  const months = new Map<string, CourseChange[]>()
  for (const one of changes) {
    const month = one.at.slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), one])
  }
  return everyMonth([...months.keys()], now.slice(0, 7)).map((month) => {
    const own = months.get(month) ?? []
    return {
      month,
      changes: own.length,
      withSentence: own.filter(({ decision }) => decision !== null).length,
      withoutSentence: own.filter(({ decision }) => decision === null).length,
      later: own.filter(({ way }) => way === 'later').length,
      daysSetAside: own.reduce((sum, { daysSetAside }) => sum + (daysSetAside ?? 0), 0),
    }
  })
}

/** From the first of some months to this one, each; to the last of them where a clock was put back. */
function everyMonth(some: readonly string[], now: string): readonly string[] {
  const [first] = some.toSorted()
  if (first === undefined) return []
  const last = [...some, now].toSorted().at(-1) ?? first
  const count = monthNumber(last) - monthNumber(first) + 1
  return Array.from({ length: count }, (_, at) => {
    const month = monthNumber(first) + at
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}

/** Months since the year 0. */
const monthNumber = (month: string): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1

/** The middle of some numbers; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((left, right) => left - right)
  const half = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[sorted.length % 2 === 0 ? half - 1 : half], sorted[half]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
