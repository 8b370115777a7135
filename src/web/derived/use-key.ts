import { useEffect, useLayoutEffect, useRef } from 'react'

/** A letter that does something on this page, left alone while one types or a dialog is open. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const now = useRef(keys)
  useLayoutEffect(() => {
    now.current = keys
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      const act = now.current[event.key.toLowerCase()]
      if (act === undefined || isTyping(event) || isCovered()) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}

/** Is the key meant for a field that one is writing in? */
export const isTyping = (event: KeyboardEvent): boolean =>
  event.target instanceof HTMLElement &&
  (event.target.isContentEditable ||
    event.target.matches(
      'input:not([type=checkbox]):not([type=radio]), textarea:not([aria-readonly=true]), select',
    ))

/** Does something lie over the page, so that its letters are not the page's? */
export const isCovered = (): boolean =>
  document.querySelector('[role=dialog], [role=alertdialog], [role=listbox], [role=menu]') !== null
