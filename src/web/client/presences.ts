import { keyOf } from './held.ts'
import type { Presence } from './live.ts'

/** Who is where, as far as the line has told. */
export interface Presences {
  readonly at: (record: string, id: string) => Presence['people']
  readonly all: () => readonly Presence[]
  readonly take: (presence: Presence) => void
  /** As another page of this browser has heard it. */
  readonly replace: (all: readonly Presence[]) => void
  /** A new line tells of everybody anew: whom it has not told of in a while has gone meanwhile. */
  readonly begin: () => void
}

const aWhile = 2000

export function presencesOf(tell: () => void): Presences {
  const found = new Map<string, Presence>()
  let unheard = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const put = (presence: Presence): void => {
    const key = keyOf(presence.record, presence.id)
    unheard.delete(key)
    if (presence.people.length > 0) found.set(key, presence)
    else found.delete(key)
  }
  return {
    at: (record, id) => found.get(keyOf(record, id))?.people ?? nobody,
    all: () => [...found.values()],
    take: (presence) => {
      put(presence)
      tell()
    },
    replace: (all) => {
      found.clear()
      for (const presence of all) put(presence)
      tell()
    },
    begin: () => {
      unheard = new Set(found.keys())
      clearTimeout(timer)
      timer = setTimeout(() => {
        for (const key of unheard) found.delete(key)
        if (unheard.size > 0) tell()
        unheard.clear()
      }, aWhile)
    },
  }
}

const nobody: Presence['people'] = []
