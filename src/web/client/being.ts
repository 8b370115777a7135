import { tell } from './api.ts'
import { currentClient, onClient } from './current.ts'
import { newId } from './new-id.ts'

export type Doing = 'reading' | 'editing'

/** What is said holds for 30 seconds; so often it is said again. */
const again = 20_000

/** One window is at one record, and what is said last of it holds. */
let place: string | undefined
let latest: object | undefined

/**
 * Says that somebody is at a record, for as long as the page is in sight and the line is open. The
 * answer ends it. From one page of a record to the next, nobody is told of leaving in between.
 */
export function beAt(id: string, doing: Doing): () => void {
  const mine = {}
  latest = mine
  let isSaid = false
  const isThere = (): boolean =>
    document.visibilityState === 'visible' && currentClient()?.state() === 'live'
  const look = (): void => {
    if (isThere()) say(id, doing)
    else if (isSaid) say(null, doing)
    isSaid = isThere()
  }
  const comeOrGo = (): void => {
    if (isThere() !== isSaid) look()
  }
  comeOrGo()
  const timer = setInterval(look, again)
  const unsubscribe = onClient(comeOrGo)
  document.addEventListener('visibilitychange', comeOrGo)
  return () => {
    clearInterval(timer)
    unsubscribe()
    document.removeEventListener('visibilitychange', comeOrGo)
    setTimeout(() => {
      if (latest === mine && isSaid) say(null, doing)
    }, 1000)
  }
}

/** It is no loss when this does not arrive: it is said again, or it ends by itself. */
function say(at: string | null, doing: Doing): void {
  place ??= newId()
  void tell('/live/presence', { at, doing, place }).catch(() => undefined)
}
