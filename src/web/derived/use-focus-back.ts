import { useEffect, useRef, type RefObject } from 'react'

/**
 * Where a form stands in place of its verb: when it goes, the focus goes back to the verb and is not
 * lost with the form. The ref is for the element around the verb.
 */
export function useFocusBack(open: boolean): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null)
  const wasOpen = useRef(open)
  useEffect(() => {
    const hasClosed = wasOpen.current && !open
    wasOpen.current = open
    if (!hasClosed) return
    // after what lay over the page has given the focus back to the field that is gone
    const later = setTimeout(() => {
      // whoever has gone on to another field meanwhile is left there
      if (isLost(document.activeElement)) place.current?.querySelector('button')?.focus()
    })
    return () => clearTimeout(later)
  }, [open])
  return place
}

const isLost = (element: Element | null): boolean =>
  element === null || element === document.body || !element.isConnected
