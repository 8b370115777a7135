import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { noSitting, type Sitting } from './sitting.ts'

/** The sitting of this tab, kept over a reload and a look at another page. */
export function useSitting(workspace: string): {
  readonly sitting: Sitting
  /** As it stands this very moment, also before the screen has been drawn again. */
  readonly now: () => Sitting
  readonly change: (next: (sitting: Sitting) => Sitting) => void
} {
  const place = `triage ${workspace}`
  const sitting = useSyncExternalStore(subscribe, () => standing(place))
  const now = useCallback(() => standing(place), [place])
  const change = useCallback(
    (next: (sitting: Sitting) => Sitting) => {
      const made = next(standing(place))
      sittings.set(place, made)
      try {
        sessionStorage.setItem(place, JSON.stringify(made))
      } catch {
        // a browser that keeps nothing counts until the page is left
      }
      for (const listener of listeners) listener()
    },
    [place],
  )
  return useMemo(() => ({ sitting, now, change }), [sitting, now, change])
}

const sittings = new Map<string, Sitting>()
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function standing(place: string): Sitting {
  const known = sittings.get(place)
  if (known !== undefined) return known
  const read = kept(place)
  sittings.set(place, read)
  return read
}

function kept(place: string): Sitting {
  try {
    const { since, verdicts } = JSON.parse(
      sessionStorage.getItem(place) ?? '{}',
    ) as Partial<Sitting>
    return { since: since ?? null, verdicts: verdicts ?? [] }
  } catch {
    return noSitting
  }
}
