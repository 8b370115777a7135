import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { placeIn, rowIn } from './ledger-place.ts'

/** What had the focus, and where it stood in a table of rows. */
interface Had {
  readonly element: HTMLElement
  readonly row: string | undefined
  readonly column: string | undefined
}

/**
 * A browser takes the focus from an element that is moved on the page, and a row that goes to another group
 * is drawn anew. Where what stands in `place` changes with `content`, what had the focus in it has it again.
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>, content: unknown): void {
  const had = useRef<Had | null>(null)
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent): void => {
      const isHere = target instanceof HTMLElement && place.current?.contains(target) === true
      had.current = isHere
        ? {
            element: target,
            row: target.closest<HTMLElement>('tr[data-row]')?.dataset['row'],
            column: target.closest<HTMLElement>('[data-col]')?.dataset['col'],
          }
        : null
    }
    // whoever presses somewhere else means to leave
    const onPress = (): void => {
      had.current = null
    }
    document.addEventListener('focusin', onFocus)
    document.addEventListener('pointerdown', onPress, true)
    return () => {
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('pointerdown', onPress, true)
    }
  }, [place])
  useLayoutEffect(() => {
    if (had.current === null || document.activeElement !== document.body) return
    const { element, row, column } = had.current
    const to = element.isConnected ? element : sameIn(place.current, row, column)
    to?.focus({ preventScroll: true })
  }, [content, place])
}

function sameIn(
  place: HTMLElement | null,
  row: string | undefined,
  column: string | undefined,
): HTMLElement | null {
  const drawn = row === undefined ? undefined : rowIn(place, row)
  return drawn === undefined ? null : placeIn(drawn, column)
}
