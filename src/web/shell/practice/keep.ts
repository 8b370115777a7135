import { useSyncExternalStore } from 'react'
import { chores, type Chore } from './chores.ts'

/** How far practice is in this browser, for one workspace. */
export interface Practice {
  /** The place in history after which chores count. */
  readonly since: number
  readonly done: readonly Chore[]
  readonly state: 'on' | 'over'
}

export const begun = (since: number): Practice => ({ since, done: [], state: 'on' })

const placeOf = (slug: string): string => `throughline practice ${slug}`
const listeners = new Set<() => void>()

/** What is kept; undefined where nobody has practised yet, or what is kept cannot be read. */
export function usePractice(slug: string): Practice | undefined {
  const text = useSyncExternalStore(subscribe, () => localStorage.getItem(placeOf(slug)))
  return text === null ? undefined : read(text)
}

export function keepPractice(slug: string, practice: Practice): void {
  localStorage.setItem(placeOf(slug), JSON.stringify(practice))
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  // another page of this browser
  addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
  }
}

let last: { readonly text: string; readonly practice: Practice | undefined } | undefined

function read(text: string): Practice | undefined {
  if (last?.text !== text) last = { text, practice: parsed(text) }
  return last.practice
}

function parsed(text: string): Practice | undefined {
  try {
    const kept = JSON.parse(text) as Partial<Practice>
    return {
      since: Number(kept.since ?? 0),
      done: chores.filter((chore) => kept.done?.includes(chore) === true),
      state: kept.state === 'over' ? 'over' : 'on',
    }
  } catch {
    return undefined
  }
}
