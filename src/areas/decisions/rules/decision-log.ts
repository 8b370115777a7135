import type { Row } from '../../../engine/record.ts'
import type { Words } from '../../../engine/words.ts'
import { standingOf } from './decision-standing.ts'
import { looksOf, type Look } from './decided-days.ts'

/** A decision as a line of the log. */
export interface Logged {
  readonly row: Row
  /** The day by which it stands in the log: decided, else asked. YYYY-MM-DD. */
  readonly on: string
  readonly next: Look | undefined
  /** Open past its deadline, under review, or not looked at on the day that was set. */
  readonly isLate: boolean
}

/** What is asked of the log; null asks for all. */
export interface LogFilter {
  readonly state: string | null
  readonly door: string | null
  readonly kind: string | null
  readonly driver: string | null
  readonly late: string | null
}

export const logFilters = ['state', 'door', 'kind', 'driver', 'late'] as const

/** Newest first; those of one day by their refs, so that the order does not hang on that of the rows. */
export function logOf(
  all: (record: string) => readonly Row[],
  filter: LogFilter,
  { today, words }: { readonly today: string; readonly words: Words },
): readonly Logged[] {
  const tripwires = byDecision(all('tripwire'))
  const predictions = byDecision(all('prediction'))
  const reviews = byDecision(all('review'))
  return all('decision')
    .map((row): Logged => {
      const [next] = holds(row)
        ? looksOf(
            {
              decision: row,
              reviews: reviews.get(row.id) ?? [],
              tripwires: tripwires.get(row.id) ?? [],
              predictions: predictions.get(row.id) ?? [],
              now: today,
            },
            words,
          )
        : []
      return { row, on: dayOf(row), next, isLate: isLate(row, next, today) }
    })
    .filter((one) => fits(one, filter))
    .toSorted((one, other) =>
      one.on === other.on ? (one.row.ref < other.row.ref ? 1 : -1) : one.on < other.on ? 1 : -1,
    )
}

/** How many decisions there are of each value of a field. */
export function tallyOf(decisions: readonly Row[], field: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const row of decisions) {
    const value = row[field]
    if (typeof value === 'string') counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}

const fits = ({ row, isLate: late }: Logged, filter: LogFilter): boolean =>
  (filter.state === null || row['state'] === filter.state) &&
  (filter.door === null || row['door'] === filter.door) &&
  (filter.kind === null || row['kind'] === filter.kind) &&
  (filter.driver === null || row['driverId'] === filter.driver) &&
  (filter.late === null || late)

const holds = ({ state }: Row): boolean => state === 'decided' || state === 'under-review'

function isLate(row: Row, next: Look | undefined, today: string): boolean {
  const standing = standingOf(row, today)
  if (standing.is === 'open') return standing.left !== null && standing.left < 0
  return standing.is === 'under-review' || next?.isLate === true
}

function dayOf({ decidedAt, openedAt, createdAt, state }: Row): string {
  const at = state === 'open' ? (openedAt ?? createdAt) : (decidedAt ?? createdAt)
  return String(at).slice(0, 10)
}

function byDecision(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const id = String(row['decisionId'])
    const known = found.get(id)
    if (known === undefined) found.set(id, [row])
    else known.push(row)
  }
  return found
}
