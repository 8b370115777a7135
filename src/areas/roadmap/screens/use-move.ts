import { useCallback, useEffect, useRef } from 'react'
import { RemoteProblem } from '../../../web/client/api.ts'
import { refresh } from '../../../web/client/cache.ts'
import { useWrite } from '../../../web/derived/undo.ts'
import { useToast } from '../../../web/kit/toast.tsx'
import type { Roadmap, RoadmapEntry } from '../views/roadmap.ts'
import { words } from './words.ts'

export const columns = ['now', 'next', 'later'] as const

export type ColumnName = (typeof columns)[number]

/**
 * Moves an item to another column, with a way back; the focus goes with it. What somebody else has
 * changed meanwhile is read again and not moved.
 */
export function useMove(
  data: Roadmap | undefined,
): (entry: RoadmapEntry, to: ColumnName) => Promise<void> {
  const write = useWrite()
  const show = useToast()
  const moved = useRef<{ readonly id: string; readonly to: ColumnName } | null>(null)
  useEffect(() => {
    const here = moved.current
    if (here === null || data?.[here.to].every(({ id }) => id !== here.id) !== false) return
    moved.current = null
    document.querySelector<HTMLElement>(`[data-step="${here.id}"] a`)?.focus()
  }, [data])
  return useCallback(
    async (entry, to) => {
      if (entry.commitment === to) return
      moved.current = { id: entry.id, to }
      try {
        const says = words.moved(words.columns[to], entry.title)
        const path = `/roadmap-items/${entry.id}`
        await write(says, 'PATCH', path, { commitment: to }, entry.version)
      } catch (error) {
        moved.current = null
        if (error instanceof RemoteProblem) refresh()
        show({ says: error instanceof Error ? error.message : String(error), kind: 'urgent' })
      }
    },
    [write, show],
  )
}
