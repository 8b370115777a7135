import { useEffect, useMemo, useState } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { useReads } from '../../../../web/client/cache.ts'
import { number } from '../../../../web/words/say.ts'

export interface Queue {
  /** What waits, newest first, as far as it was read; undefined before the first page has come. */
  readonly rows: readonly Row[] | undefined
  /** The same with those that were sorted just now. */
  readonly read: readonly Row[]
  /** How many wait in all, said; with a plus past what anybody counts. */
  readonly left: string
  readonly error: Error | undefined
  /** Reads the next page, where there is one. */
  readonly more: (() => void) | undefined
}

interface Page {
  readonly data: readonly Row[]
  readonly cursor: string | null
  readonly total?: number
  readonly totalIsLeast?: boolean
}

/** With so few left on this side, more is read before it is needed. */
const few = 15

/**
 * The feedback that has no verdict yet, narrowed as the address says (`f.source=tracker`). It keeps
 * itself true: what others sort leaves it.
 */
export function useQueue(
  search: Readonly<Record<string, unknown>>,
  sorted: ReadonlySet<string>,
): Queue {
  const path = pathOf(search)
  const [further, setFurther] = useState({ path, cursors: none })
  const cursors = further.path === path ? further.cursors : none
  const paths = useMemo(
    () => [path, ...cursors.map((cursor) => `${path}&cursor=${encodeURIComponent(cursor)}`)],
    [path, cursors],
  )
  const readings = useReads<Page>(paths)
  const [first] = readings
  const last = readings.at(-1)?.data
  const read = useMemo(() => {
    const all = readings.flatMap(({ data }) => data?.data ?? [])
    return [...new Map(all.map((row) => [row.id, row] as const)).values()]
  }, [readings])
  const rows = useMemo(
    () => read.filter((row) => isWaiting(row) && !sorted.has(row.id)),
    [read, sorted],
  )
  const next = last?.cursor ?? null
  const more = next === null ? undefined : () => setFurther({ path, cursors: [...cursors, next] })
  const isShort = rows.length < few && more !== undefined
  useEffect(() => {
    if (isShort) more?.()
    // the next page is asked for once, whatever else is drawn meanwhile
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isShort, next])
  const total = Math.max(rows.length, (first?.data?.total ?? 0) - (read.length - rows.length))
  return {
    rows: first?.data === undefined ? undefined : rows,
    read,
    left: `${number(total)}${first?.data?.totalIsLeast === true ? '+' : ''}`,
    error: first?.error,
    more,
  }
}

const none: readonly string[] = []

function pathOf(search: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams({ limit: '50', count: 'exact' })
  for (const [name, value] of Object.entries(search))
    if (name.startsWith('f.')) params.set(`filter[${name.slice(2)}]`, String(value))
  params.set('filter[state]', 'unprocessed')
  return `/feedback?${params.toString()}`
}

/** Is there no verdict on it yet? */
export const isWaiting = (row: Row): boolean =>
  row['state'] === 'unprocessed' && row.removedAt === null && (row['mergedIntoId'] ?? null) === null
