import { type RefObject, useLayoutEffect } from 'react'

/**
 * Sets data-folded on the element while the list in it does not fit on one line. Measured, not guessed
 * from the window: how much room words need depends on how many there are and in which language.
 * While the element says data-open the list lies elsewhere and is not measured.
 */
export function useFolding(
  outer: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  content: unknown,
): void {
  useLayoutEffect(() => {
    const [around, inside] = [outer.current, list.current]
    if (around === null || inside === null) return
    const look = (): void => {
      if (around.hasAttribute('data-open')) return
      around.removeAttribute('data-folded')
      around.toggleAttribute('data-folded', inside.scrollWidth > inside.clientWidth)
    }
    look()
    void document.fonts.ready.then(look)
    const observer = new ResizeObserver(look)
    observer.observe(around)
    observer.observe(inside)
    return () => observer.disconnect()
  }, [outer, list, content])
}
