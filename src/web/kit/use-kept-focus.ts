import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/**
 * A browser takes the focus from an element that is moved on the page. Where the order of what stands in
 * `place` changes with `content`, what had the focus in it has it again.
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>, content: unknown): void {
  const had = useRef<HTMLElement | null>(null)
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent): void => {
      const isHere = target instanceof HTMLElement && place.current?.contains(target) === true
      had.current = isHere ? target : null
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
    if (had.current?.isConnected === true && document.activeElement === document.body)
      had.current.focus({ preventScroll: true })
  }, [content])
}
