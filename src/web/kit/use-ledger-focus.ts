import {
  type FocusEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { rowFrom, rowsBetween, type LedgerItem } from './ledger-items.ts'
import type { LedgerKeys } from './ledger-keys.ts'
import { placeIn, rowIn } from './ledger-place.ts'
import type { LedgerProps } from './ledger-props.ts'
import { toggled } from './selection.ts'

interface Given<T> extends Pick<
  LedgerProps<T>,
  'idOf' | 'onOpen' | 'selected' | 'onSelect' | 'cells' | 'columns'
> {
  readonly items: readonly LedgerItem<T>[]
}

export interface LedgerFocus {
  /** The line that has or had the focus; -1 before the first. */
  readonly active: number
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void
  readonly keysWith: (show: (index: number) => void) => LedgerKeys
}

/**
 * The row that had the focus last, by the entry of the browser's history that it was on: whoever opens a
 * row and goes back goes on from there.
 */
const leftAt = new Map<string, string>()

const entry = (): string => JSON.stringify(history.state)

/** Nobody has it: it went with what had it, or stands at the page as a whole. */
const isFree = (): boolean =>
  document.activeElement === document.body || document.activeElement?.id === 'page'

/** Where the keys are in a table of which only a window is drawn: by row and column, not by element. */
export function useLedgerFocus<T>(
  table: RefObject<HTMLTableElement | null>,
  given: Given<T>,
): LedgerFocus {
  const { items, idOf, cells } = given
  const [at, setAt] = useState<{ readonly id: string; readonly column: string | undefined } | null>(
    null,
  )
  // where the focus goes once the row is drawn
  const wanted = useRef<{ readonly id: string; readonly column: string | undefined } | null>(null)
  const anchor = useRef<string | null>(null)
  const [scroll, setScroll] = useState<{ readonly index: number } | null>(null)
  const active = useMemo(
    () =>
      at === null ? -1 : items.findIndex((item) => item.is === 'row' && idOf(item.row) === at.id),
    [items, idOf, at],
  )
  const now = useRef({ given, active, at })
  useLayoutEffect(() => {
    now.current = { given, active, at }
    const to = wanted.current
    if (to === null) return
    const row = rowIn(table.current, to.id)
    if (row === undefined) return
    wanted.current = null
    placeIn(row, to.column)?.focus({ preventScroll: true })
  })
  const show = useRef<(index: number) => void>(() => undefined)
  useEffect(() => {
    if (scroll !== null) show.current(scroll.index)
  }, [scroll])
  const goTo = useCallback((index: number, column: string | undefined): void => {
    const item = now.current.given.items[index]
    if (item?.is !== 'row') return
    const id = now.current.given.idOf(item.row)
    wanted.current = { id, column }
    setAt({ id, column })
    setScroll({ index })
  }, [])
  const came = useRef(leftAt.get(entry()))
  useEffect(() => {
    const id = came.current
    const index = items.findIndex((item) => item.is === 'row' && idOf(item.row) === id)
    if (id === undefined || index === -1) return
    came.current = undefined
    if (isFree()) goTo(index, undefined)
  }, [items, idOf, goTo])
  // a row that leaves the list leaves the focus to the one that comes to its place
  const last = useRef(-1)
  useEffect(() => {
    const before = last.current
    last.current = active
    if (at === null || active !== -1 || before === -1 || document.activeElement !== document.body)
      return
    const next = rowFrom(items, before - 1, 1) ?? rowFrom(items, items.length, -1)
    if (next !== undefined) goTo(next, at.column)
  }, [items, at, active, goTo])
  const asked = cells?.focus
  useEffect(() => {
    if (asked === null || asked === undefined) return
    const { given: all } = now.current
    goTo(
      all.items.findIndex((item) => item.is === 'row' && all.idOf(item.row) === asked.id),
      asked.column,
    )
  }, [asked, goTo])

  const keys = useMemo((): LedgerKeys => {
    const rowHere = (): T | undefined => {
      const item = now.current.given.items[now.current.active]
      return item?.is === 'row' ? item.row : undefined
    }
    const from = (by: 1 | -1): number => {
      const known = now.current.active
      // with the focus elsewhere one begins at what one sees
      if (known !== -1 && table.current?.contains(document.activeElement) === true) return known
      const first = [...(table.current?.querySelectorAll<HTMLElement>('tr[data-row]') ?? [])].find(
        (row) => row.getBoundingClientRect().bottom > 48,
      )
      return by === 1 ? Number(first?.dataset['index'] ?? 0) - 1 : now.current.given.items.length
    }
    const columnHere = (): string | undefined => now.current.at?.column
    return {
      move: (by) => {
        const to = rowFrom(now.current.given.items, from(by), by)
        if (to !== undefined) goTo(to, columnHere())
      },
      edge: (which) => {
        const { items: all } = now.current.given
        const to = which === 'first' ? rowFrom(all, -1, 1) : rowFrom(all, all.length, -1)
        if (to !== undefined) goTo(to, columnHere())
      },
      across: (by) => {
        const names = now.current.given.columns.map(({ id }) => id)
        const title = now.current.given.columns.find(({ part }) => part === 'title')?.id ?? ''
        const way = getComputedStyle(document.documentElement).direction === 'rtl' ? -by : by
        const next = names[names.indexOf(columnHere() ?? title) + way]
        if (next !== undefined && now.current.active !== -1) goTo(now.current.active, next)
      },
      select: () => {
        const row = rowHere()
        if (row === undefined) return
        const id = now.current.given.idOf(row)
        anchor.current = id
        now.current.given.onSelect?.(toggled(now.current.given.selected, id))
      },
      range: () => {
        const { given: all, active: here } = now.current
        const begun = all.items.findIndex(
          (item) => item.is === 'row' && all.idOf(item.row) === anchor.current,
        )
        const rows = rowsBetween(all.items, begun === -1 ? here : begun, here)
        if (begun === -1) anchor.current = rows[0] === undefined ? null : all.idOf(rows[0])
        all.onSelect?.(new Set([...(all.selected ?? []), ...rows.map(all.idOf)]))
      },
      edit: () => {
        const row = rowHere()
        if (row === undefined) return
        const title = now.current.given.columns.find(({ part }) => part === 'title')?.id ?? ''
        const column = columnHere() ?? title
        if (now.current.given.cells?.mayEdit(row, column) === true)
          now.current.given.cells.onEdit(row, column)
      },
      open: () => {
        const row = rowHere()
        if (row === undefined) return
        const column = columnHere()
        if (column !== undefined && now.current.given.cells?.mayEdit(row, column) === true)
          now.current.given.cells.onEdit(row, column)
        else now.current.given.onOpen?.(row)
      },
    }
  }, [table, goTo])

  return {
    active,
    onFocus: ({ target }) => {
      const row = target.closest<HTMLElement>('tr[data-row]')?.dataset['row']
      if (row === undefined) return
      leftAt.set(entry(), row)
      const column = target.closest<HTMLElement>('[data-col]')?.dataset['col']
      if (at?.id !== row || at.column !== column) setAt({ id: row, column })
    },
    keysWith: (scrollTo) => {
      show.current = scrollTo
      return keys
    },
  }
}
