import { useCallback } from 'react'
import { useWrite } from '../../../../web/derived/undo.ts'
import { useToast } from '../../../../web/kit/toast.tsx'
import { mayGoUnder } from '../../rules/need-tree.ts'
import type { Need } from './use-needs.ts'
import { words } from './words.ts'

/** Makes a need part of another, or of none, at once and with a way back. */
export type Move = (need: Need, to: Need | null) => void

export function useMove(needs: readonly Need[] | undefined): Move {
  const write = useWrite()
  const show = useToast()
  return useCallback(
    (need, to) => {
      if (need.parentId === (to?.id ?? null)) return
      if (to !== null && !mayGoUnder(needs ?? [], need.id, to.id)) return
      const says = to === null ? words.movedTop(need.title) : words.movedUnder(need.title, to.title)
      const patch = { parentId: to?.id ?? null }
      write(says, 'PATCH', `/needs/${need.id}`, patch, need.version).catch((error: unknown) =>
        show({ says: error instanceof Error ? error.message : String(error), kind: 'urgent' }),
      )
    },
    [needs, write, show],
  )
}
