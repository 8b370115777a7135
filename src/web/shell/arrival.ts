import { useEffect, useRef } from 'react'

/**
 * After going somewhere else the focus stands at the new page, unless a field of it has taken it;
 * otherwise it would stay on a link that is gone, and the next Tab begin at the top of everything.
 */
export function useFocusOnArrival(pathname: string): void {
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    // a page that is loaded first comes a moment later
    const look = (): void => {
      const page = document.getElementById('page')
      if (page === null || page.contains(document.activeElement)) return
      if (document.querySelector('[role=dialog]') === null) page.focus({ preventScroll: true })
    }
    const timer = setTimeout(look, 60)
    return () => clearTimeout(timer)
  }, [pathname])
}
