import { useCallback, useEffect, useState } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { useRead } from '../../../../web/client/cache.ts'
import { isWaiting, type Queue } from './use-queue.ts'

interface Shown {
  readonly row: Row
  /** Where in the queue it stood when it came on screen. */
  readonly at: number
  /** When it was gone to, in milliseconds since 1970; null where it moved up by itself. */
  readonly since: number | null
  /** It was taken back just now, and waits again before the server has said so. */
  readonly isBack: boolean
  /** What somebody else has sorted from under it. */
  readonly away: Row | null
}

export interface Place {
  /** What is on screen; undefined while it is being read and when nothing waits. */
  readonly current: Row | undefined
  /** Its place in the queue; -1 where it is not in it. */
  readonly at: number
  /** When it was gone to, in milliseconds since 1970; null where it moved up by itself. */
  readonly since: number | null
  /** Somebody else has sorted it, and it stays for what is typed or chosen here. */
  readonly isTaken: boolean
  readonly isReading: boolean
  readonly show: (row: Row, how?: 'back') => void
}

/**
 * Which feedback is on screen: the one that was gone to, and when that has left the queue, the one that
 * moved up. `busy` holds it although it has left; `onAway` is told what somebody else has sorted.
 */
export function usePlace(given: {
  readonly queue: Queue
  readonly sorted: ReadonlySet<string>
  readonly wanted: string | undefined
  readonly busy: boolean
  readonly onAway: (row: Row) => void
}): Place {
  const { queue, sorted, wanted, busy, onAway } = given
  const [shown, setShown] = useState<Shown | null>(null)
  const rows = queue.rows ?? nothing
  // the one that the address names may stand further down than was read
  const named = rows.find(({ ref }) => ref === wanted)
  const isNamed = shown === null && wanted !== undefined && queue.rows !== undefined
  const far = useRead<Row>(isNamed && named === undefined ? `/feedback/${wanted}` : null)
  const isReading =
    queue.rows === undefined ||
    (isNamed && named === undefined && far.data === undefined && far.error === undefined)

  const there = shown === null ? undefined : rows.find(({ id }) => id === shown.row.id)
  const isOut = shown !== null && there === undefined
  const isTaken = isOut && !shown.isBack && busy && !sorted.has(shown.row.id)
  const first = named ?? (far.data !== undefined && isWaiting(far.data) ? far.data : rows[0])
  const current = isReading
    ? undefined
    : shown === null
      ? first
      : (there ?? (shown.isBack || isTaken ? shown.row : rows[Math.min(shown.at, rows.length - 1)]))
  const at = rows.findIndex(({ id }) => id === current?.id)

  const show = useCallback(
    (row: Row, how?: 'back') => {
      const place = rows.findIndex(({ id }) => id === row.id)
      setShown((was) => ({
        row,
        at: place === -1 ? (was?.at ?? 0) : place,
        since: Date.now(),
        isBack: how === 'back',
        away: null,
      }))
    },
    [rows],
  )
  // what moved up because the one before it went is on screen from now on
  if (current !== undefined && current.id !== shown?.row.id)
    setShown({
      row: current,
      at: Math.max(0, at),
      since: null,
      isBack: false,
      away: shown === null || sorted.has(shown.row.id) ? null : shown.row,
    })
  const isLast = current === undefined && !isReading && shown !== null && shown.away !== shown.row
  if (isLast && !shown.isBack && !sorted.has(shown.row.id)) setShown({ ...shown, away: shown.row })
  const away = shown?.away ?? null
  useEffect(() => {
    if (away !== null) onAway(away)
  }, [away, onAway])
  return { current, at, since: shown?.since ?? null, isTaken, isReading, show }
}

const nothing: readonly Row[] = []
