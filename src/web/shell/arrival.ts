import { useEffect, useRef } from 'react'

/** How long a page that is loaded first may take to come, and how often one looks, in milliseconds. */
const patience = 1500
const pause = 60

/**
 * After going somewhere else the focus stands at the new page, unless a field of it has taken it;
 * otherwise it would be lost with the link that was followed, and the next Tab begin at the top.
 */
export function useFocusOnArrival(pathname: string): void {
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    let since = performance.now()
    let isUndisturbed = true
    const timer = setInterval(() => {
      if (performance.now() - since > patience) clearInterval(timer)
      const page = document.getElementById('page')
      const isLost = document.activeElement === null || document.activeElement === document.body
      const isOutside = page !== null && !page.contains(document.activeElement)
      if (page === null) return
      if (document.querySelector('[role=dialog]') !== null) {
        // opened at once, it gives the focus back to where it was: to nowhere
        since = performance.now()
        isUndisturbed = false
        return
      }
      const isJustCome = isUndisturbed && performance.now() - since < 2 * pause
      if (!isLost && !(isOutside && isJustCome)) return
      page.focus({ preventScroll: true })
    }, pause)
    return () => clearInterval(timer)
  }, [pathname])
}
