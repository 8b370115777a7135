import { type RefObject, useEffect } from 'react'

/** Keys that belong to a list while nothing is being typed. */
export interface LedgerKeys {
  /** 1 is down, -1 is up. */
  readonly move: (by: 1 | -1) => void
  readonly select: () => void
  readonly open: () => void
  /** From the row selected last to this one. */
  readonly range?: (() => void) | undefined
  /** To the first row or the last. */
  readonly edge?: ((which: 'first' | 'last') => void) | undefined
  /** To the cell before or after, as the eye goes. */
  readonly across?: ((by: 1 | -1) => void) | undefined
  /** Writes in the cell one stands on. */
  readonly edit?: (() => void) | undefined
}

const moves: Readonly<Record<string, 1 | -1>> = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 }
const sides: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowLeft: -1 }
const edges: Readonly<Record<string, 'first' | 'last'>> = { Home: 'first', End: 'last' }

/**
 * J and K move wherever the focus is, as long as nothing is typed into and nothing lies over the page;
 * the arrows, X and Enter act only from inside the list, for outside it they belong to others.
 */
export function useLedgerKeys(list: RefObject<HTMLElement | null>, keys: LedgerKeys): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      const target = event.target instanceof Element ? event.target : document.body
      if (typing(target) || covered(target, list.current)) return
      if (owner(target) !== list.current) return
      const inside = list.current?.contains(target) === true
      const act = verbOf(event.key, inside, target, keys)
      if (act === null || act === undefined) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [list, keys])
}

function verbOf(
  key: string,
  inside: boolean,
  target: Element,
  keys: LedgerKeys,
): (() => void) | null | undefined {
  const by = moves[key]
  if (by !== undefined && (inside || key.length === 1)) return () => keys.move(by)
  if (!inside) return null
  if (key === 'x') return keys.select
  if (key === 'X') return keys.range
  if (key === 'F2' || key === 'e') return keys.edit
  const edge = edges[key]
  if (edge !== undefined && keys.edge !== undefined) return () => keys.edge?.(edge)
  const side = sides[key]
  if (side !== undefined && keys.across !== undefined) return () => keys.across?.(side)
  // a link or a button under the focus answers Enter itself
  if (key === 'Enter' && target.closest('a[href], button') === null) return keys.open
  return null
}

/** Of several lists on a page the keys belong to the one with the focus, else to the first. */
const owner = (target: Element): Element | null =>
  target.closest('[data-ledger]') ?? document.querySelector('[data-ledger]')

const typing = (target: Element): boolean =>
  target.closest(
    '[data-editing], input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=textbox]',
  ) !== null

const covered = (target: Element, list: HTMLElement | null): boolean => {
  const over = target.closest('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]')
  return over !== null && !(list !== null && over.contains(list))
}
