import type { ReactNode } from 'react'
import type { StationName } from './stations.ts'

/** What a stretch of rows has in common. */
export interface LedgerGroup {
  readonly id: string
  readonly title: ReactNode
  readonly station?: StationName | undefined
  readonly code?: string | undefined
  /** At the end of the head: counts. */
  readonly note?: ReactNode
  /** Folds its rows away, or out again; the name says of what, to those who listen. */
  readonly onFold?: (() => void) | undefined
  readonly name?: string | undefined
}

export interface Stretch<T> {
  readonly group: LedgerGroup | undefined
  readonly rows: readonly T[]
}

/** Neighbouring rows of the same group, in the order they came. Rows are not moved. */
export function stretches<T>(
  rows: readonly T[],
  groupOf: ((row: T) => LedgerGroup | undefined) | undefined,
): readonly Stretch<T>[] {
  const done: { group: LedgerGroup | undefined; rows: T[] }[] = []
  for (const row of rows) {
    const group = groupOf?.(row)
    const last = done.at(-1)
    if (last !== undefined && last.group?.id === group?.id) last.rows.push(row)
    else done.push({ group, rows: [row] })
  }
  return done
}
