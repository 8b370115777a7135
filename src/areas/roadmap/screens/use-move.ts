import { useCallback, useEffect, useRef } from 'react'
import { RemoteProblem } from '../../../web/client/api.ts'
import { refresh } from '../../../web/client/cache.ts'
import { useWrite } from '../../../web/derived/undo.ts'
import { useToast } from '../../../web/kit/toast.tsx'
import { say } from '../../../web/words/say.ts'
import type { Columns, Commitment, RoadmapEntry } from '../rules/roadmap-of.ts'
import { columnInside } from './column-said.ts'

/** Where an item goes: a column, and with it the team or the product that it was dropped on. */
export interface Destination {
  readonly commitment: Commitment
  readonly teamId?: string | null
  readonly productId?: string | null
}

export type Move = (entry: RoadmapEntry, to: Destination) => void

/**
 * Moves an item, at once and with a way back; the focus goes with it. What somebody else has changed
 * about the same meanwhile is read again and not moved.
 */
export function useMove(columns: Columns | undefined): Move {
  const write = useWrite()
  const show = useToast()
  const moved = useRef<{ readonly id: string; readonly to: Commitment } | null>(null)
  useEffect(() => {
    const here = moved.current
    if (here === null || columns?.[here.to].every(({ id }) => id !== here.id) !== false) return
    moved.current = null
    document.querySelector<HTMLElement>(`[data-step="${here.id}"] a`)?.focus()
  }, [columns])
  return useCallback(
    (entry, to) => {
      const patch = patchOf(entry, to)
      if (patch === undefined) return
      moved.current = { id: entry.id, to: to.commitment }
      const says = say('Moved to {column}: {title}', {
        column: columnInside(to.commitment),
        title: entry.title,
      })
      write(says, 'PATCH', `/roadmap-items/${entry.id}`, patch, entry.version).catch(
        (error: unknown) => {
          moved.current = null
          if (error instanceof RemoteProblem) refresh()
          show({ says: error instanceof Error ? error.message : String(error), kind: 'urgent' })
        },
      )
    },
    [write, show],
  )
}

/** What a move changes of the item; undefined where it stands there already. */
function patchOf(
  entry: RoadmapEntry,
  to: Destination,
): Readonly<Record<string, string | null>> | undefined {
  const changed = Object.entries(to).filter(
    ([name, value]) => entry[name as keyof Destination] !== value,
  )
  return changed.length === 0 ? undefined : Object.fromEntries(changed)
}
