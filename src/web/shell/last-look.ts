import { useEffect, useState } from 'react'

/** The place in history that somebody has seen, and when. */
export interface Look {
  readonly seq: number
  readonly at: string
}

/**
 * The last look of this person in this browser before the present visit, null on the first one; the
 * newest place is remembered for the next. A visit is a tab: coming back to Home in it takes away nothing.
 */
export function useLastLook(personId: string, newest: number | undefined): Look | null {
  const place = `throughline seen ${personId}`
  const [last] = useState(() => beforeThisVisit(place))
  useEffect(() => {
    if (newest === undefined) return
    localStorage.setItem(place, JSON.stringify({ seq: newest, at: new Date().toISOString() }))
  }, [place, newest])
  return last
}

function beforeThisVisit(place: string): Look | null {
  const visit = sessionStorage.getItem(place)
  if (visit !== null) return lookIn(visit)
  const last = localStorage.getItem(place) ?? ''
  sessionStorage.setItem(place, last)
  return lookIn(last)
}

function lookIn(text: string): Look | null {
  if (text === '') return null
  try {
    const look = JSON.parse(text) as Partial<Look>
    return typeof look.seq === 'number' && typeof look.at === 'string'
      ? { seq: look.seq, at: look.at }
      : null
  } catch {
    return null
  }
}
