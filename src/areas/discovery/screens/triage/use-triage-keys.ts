import { useEffect, useLayoutEffect, useRef } from 'react'
import { isCovered, isTyping } from '../../../../web/derived/use-key.ts'

/** What a key does here; undefined leaves it to the page around. */
export type Keys = Readonly<Record<string, (() => void) | undefined>>

/**
 * Keys of triage: letters and digits by what is typed, the arrows with what is held beside them
 * (`Shift ArrowRight`, `Control Shift ArrowLeft`), `Control z`. A letter after G goes somewhere.
 */
export function useTriageKeys(keys: Keys): void {
  const now = useRef(keys)
  useLayoutEffect(() => {
    now.current = keys
  })
  useEffect(() => {
    let isGoing = false
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isTyping(event) || isCovered()) return
      const wasGoing = isGoing
      const name = nameOf(event)
      isGoing = name === 'g'
      if (wasGoing) return
      const act = now.current[name]
      if (act === undefined) return
      event.preventDefault()
      // the page around has keys of its own, and one press is one thing
      event.stopImmediatePropagation()
      act()
    }
    addEventListener('keydown', onKey, { capture: true })
    return () => removeEventListener('keydown', onKey, { capture: true })
  }, [])
}

function nameOf(event: KeyboardEvent): string {
  const isHeld = event.ctrlKey || event.metaKey
  const isLetter = event.key.length === 1
  if (event.altKey) return ''
  return [
    isHeld ? 'Control' : '',
    // with nothing else held, Shift is how a capital letter is typed
    event.shiftKey && (isHeld || !isLetter) ? 'Shift' : '',
    isLetter ? event.key.toLowerCase() : event.key,
  ]
    .filter(Boolean)
    .join(' ')
}
