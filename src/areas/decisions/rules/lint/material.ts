import type { Row } from '../../../../engine/record.ts'

/** What a rule reads that a browser holds: the living rows in sight, of every record by its name. */
export interface Held {
  /** ISO 8601 in UTC, and its day. */
  readonly now: string
  readonly today: string
  readonly all: (record: string) => readonly Row[]
  /** The row of a record by its id, as far as it is in sight. */
  readonly row: (record: string, id: unknown) => Row | undefined
  /** The rows of a record whose `field` is this id. */
  readonly of: (record: string, field: string, id: string) => readonly Row[]
}

/** What stands behind a need, as its evidence tells. */
export interface Behind {
  /** Independent sources for it. */
  readonly sources: number
  /** 0 up to, not including, 1; null where there is nothing to weigh. */
  readonly strength: number | null
  /** Of all that was said of it. ISO 8601. */
  readonly newest: string | null
}

/** That a roadmap item was moved from one commitment to another. */
export interface Moved {
  readonly itemId: string
  readonly from: string
  readonly to: string
  readonly at: string
  /** What was said with it, where something was. */
  readonly cause: string | null
}

/** What only the server tells: links, evidence, history and readings. */
export interface Told extends Held {
  /** The ids at the far end of links of this relation, from a row and to a row. */
  readonly forth: (id: string, relation: string) => readonly string[]
  readonly back: (id: string, relation: string) => readonly string[]
  readonly behind: (needId: string) => Behind | undefined
  /** When somebody last asked for an idea directly; undefined where nobody did. */
  readonly asked: (ideaId: string) => string | undefined
  readonly moves: readonly Moved[]
  /** The day of the last reading of a metric. */
  readonly lastRead: (metricId: string) => string | undefined
}

export type Rows = ReadonlyMap<string, readonly Row[]>

/** Rows by record, with what finds them by id and by what they hang on. Each index is made when it is first asked. */
export function heldIn(rows: Rows, now: string): Held {
  const byId = new Map<string, ReadonlyMap<string, Row>>()
  const byField = new Map<string, ReadonlyMap<string, readonly Row[]>>()
  const all: Held['all'] = (record) => rows.get(record) ?? []
  return {
    now,
    today: now.slice(0, 10),
    all,
    row: (record, id) => {
      const known = byId.get(record) ?? new Map(all(record).map((row) => [row.id, row] as const))
      byId.set(record, known)
      return typeof id === 'string' ? known.get(id) : undefined
    },
    of: (record, field, id) => {
      const name = `${record} ${field}`
      const known = byField.get(name) ?? grouped(all(record), (row) => String(row[field]))
      byField.set(name, known)
      return known.get(id) ?? []
    },
  }
}

export function grouped<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>()
  for (const item of items) {
    const there = found.get(keyOf(item))
    if (there === undefined) found.set(keyOf(item), [item])
    else there.push(item)
  }
  return found
}

/** Whole days from a day or moment to another; below zero for what is yet to come. */
export const daysBetween = (from: string, to: string): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** Does the line of a row touch the first station: has anybody said anything above it? */
export const isHeard = (row: Row): boolean => (row.stations & 1) !== 0

/** Does it stand for choice? What was withdrawn or merged into another does not. */
export const isOpenIdea = (row: Row): boolean =>
  (row['state'] === 'open' || row['state'] === 'chosen') && (row['mergedIntoId'] ?? null) === null

/** Is it on its way or to come? What is done or stopped is past. */
export const isAhead = (item: Row): boolean =>
  item['status'] !== 'done' && item['status'] !== 'stopped'
