import type { LedgerGroup } from './ledger-rows.ts'

/** Rows that stand under one head, or under none. */
export interface LedgerStretch<T> {
  readonly group?: LedgerGroup | undefined
  readonly rows: readonly T[]
  /** How many there are in all, of which `rows` are at hand. */
  readonly total: number
  readonly folded?: boolean | undefined
  /** Asks for more of them; absent where all are at hand or on their way. */
  readonly onMore?: (() => void) | undefined
}

/** One line of a ledger: a head, a row, or the place where rows are still to come. */
export type LedgerItem<T> =
  | {
      readonly is: 'head'
      readonly key: string
      readonly stretch: LedgerStretch<T>
      readonly at: number
    }
  | { readonly is: 'row'; readonly key: string; readonly row: T; readonly at: number }
  | { readonly is: 'more'; readonly key: string; readonly stretch: LedgerStretch<T> }

/** The lines of a ledger in order. `at` counts what stands before a line, itself included, from 1. */
export function itemsOf<T>(
  stretches: readonly LedgerStretch<T>[],
  idOf: (row: T) => string,
): readonly LedgerItem<T>[] {
  const items: LedgerItem<T>[] = []
  let at = 0
  for (const stretch of stretches) {
    const group = stretch.group?.id ?? ''
    if (stretch.group !== undefined) {
      at += 1
      items.push({ is: 'head', key: `head ${group}`, stretch, at })
    }
    if (stretch.folded === true) continue
    for (const row of stretch.rows) {
      at += 1
      items.push({ is: 'row', key: `${group} ${idOf(row)}`, row, at })
    }
    const missing = Math.max(0, stretch.total - stretch.rows.length)
    if (missing > 0 || stretch.onMore !== undefined)
      items.push({ is: 'more', key: `more ${group}`, stretch })
    at += missing
  }
  return items
}

/** How many lines there would be if all were at hand: what a reader is told of the table's length. */
export const lengthOf = (stretches: readonly LedgerStretch<unknown>[]): number =>
  stretches.reduce(
    (sum, { group, folded, rows, total }) =>
      sum + (group === undefined ? 0 : 1) + (folded === true ? 0 : Math.max(total, rows.length)),
    0,
  )

/** The row that one comes to from a place, going down (1) or up (-1); undefined past either end. */
export function rowFrom(
  items: readonly LedgerItem<unknown>[],
  from: number,
  by: 1 | -1,
): number | undefined {
  for (let at = from + by; at >= 0 && at < items.length; at += by)
    if (items[at]?.is === 'row') return at
  return undefined
}

/** The rows from one place to another, whichever comes first. */
export function rowsBetween<T>(
  items: readonly LedgerItem<T>[],
  from: number,
  to: number,
): readonly T[] {
  return items
    .slice(Math.min(from, to), Math.max(from, to) + 1)
    .flatMap((item) => (item.is === 'row' ? [item.row] : []))
}
