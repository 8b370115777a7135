import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual'
import {
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import { flushSync } from 'react-dom'
import type { LedgerItem } from './ledger-items.ts'
import { useLook } from './look.ts'

export interface LedgerWindow {
  /** The lines that are drawn, each with the room that is left out before it, in pixels. */
  readonly lines: readonly { readonly index: number; readonly gap: number }[]
  readonly before: number
  readonly after: number
  readonly measure: (element: HTMLElement | null) => void
  /** Scrolls until a line is in sight, no further than it must. */
  readonly show: (index: number) => void
}

/** Which lines of a table are in sight of the window, and the one with the focus, wherever it is. */
export function useLedgerWindow(
  table: RefObject<HTMLTableElement | null>,
  items: readonly LedgerItem<unknown>[],
  active: number,
): LedgerWindow {
  const { density } = useLook()
  const isNarrow = useSyncExternalStore(onWidth, () => matchMedia(narrow).matches)
  const prints = usePrinting()
  const [margin, setMargin] = useState(0)
  const row = isNarrow ? heights.narrow : heights[density]
  // the same functions as long as the lines are, or all of them are placed again at every key
  const sizeOf = useCallback(
    (at: number) => (items[at]?.is === 'head' ? heights.head : row),
    [items, row],
  )
  const keyOf = useCallback((at: number) => items[at]?.key ?? at, [items])
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const virtualizer = useWindowVirtualizer<HTMLElement>({
    count: items.length,
    estimateSize: sizeOf,
    getItemKey: keyOf,
    overscan: 12,
    scrollMargin: margin,
    scrollPaddingStart: 48,
    scrollPaddingEnd: 80,
    useFlushSync: false,
    rangeExtractor: (range) => withActive(defaultRangeExtractor(range), active, items.length),
  })
  useLayoutEffect(() => {
    // what stands above the table grows and shrinks, and the page with it
    const look = (): void => {
      const top = table.current?.tBodies[0]?.getBoundingClientRect().top
      if (top !== undefined) setMargin(Math.round(top + scrollY))
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [table])
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, row])
  const virtual = virtualizer.getVirtualItems()
  const total = virtualizer.getTotalSize()
  const lines = useMemo(() => {
    if (prints) return items.slice(0, mostPrinted).map((_, index) => ({ index, gap: 0 }))
    let end = margin
    return virtual.map((one) => {
      const gap = Math.max(0, Math.round(one.start - end))
      end = one.end
      return { index: one.index, gap }
    })
  }, [virtual, margin, prints, items])
  const last = virtual.at(-1)
  return {
    lines,
    before: lines[0]?.gap ?? 0,
    after: prints || last === undefined ? 0 : Math.max(0, Math.round(total + margin - last.end)),
    measure: virtualizer.measureElement,
    show: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  }
}

const narrow = '(max-width: 860px)'
/** What a line takes before it is measured, in pixels. */
const heights = { compact: 28, cosy: 36, roomy: 44, narrow: 61, head: 48 } as const
/** So many lines go on paper. */
const mostPrinted = 1_000

function onWidth(listener: () => void): () => void {
  const query = matchMedia(narrow)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** The line with the focus and its neighbours stay drawn, so that Tab goes on from there. */
function withActive(range: readonly number[], active: number, count: number): number[] {
  if (active === -1) return [...range]
  const near = [active - 1, active, active + 1].filter((at) => at >= 0 && at < count)
  return [...new Set([...range, ...near])].toSorted((one, other) => one - other)
}

/** Paper has no window: before it is printed, the page is drawn in full. */
function usePrinting(): boolean {
  const [prints, setPrints] = useState(false)
  useEffect(() => {
    const begin = (): void => flushSync(() => setPrints(true))
    const end = (): void => setPrints(false)
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
    }
  }, [])
  return prints
}
