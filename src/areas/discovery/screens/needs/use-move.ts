import { useCallback } from 'react'
import { useWrite } from '../../../../web/derived/undo.ts'
import { useToast } from '../../../../web/kit/toast.tsx'
import { say } from '../../../../web/words/say.ts'
import { mayGoUnder } from '../../rules/need-tree.ts'
import type { Need } from './use-needs.ts'

/** Makes a need part of another, or of none, at once and with a way back. */
export type Move = (need: Need, to: Need | null) => void

export function useMove(needs: readonly Need[] | undefined): Move {
  const write = useWrite()
  const show = useToast()
  return useCallback(
    (need, to) => {
      if (need.parentId === (to?.id ?? null)) return
      if (to !== null && !mayGoUnder(needs ?? [], need.id, to.id)) return
      const says =
        to === null
          ? say('Moved to the top: {need}', { need: need.title })
          : say('Moved under “{whole}”: {need}', { whole: to.title, need: need.title })
      const patch = { parentId: to?.id ?? null }
      write(says, 'PATCH', `/needs/${need.id}`, patch, need.version).catch((error: unknown) =>
        show({ says: error instanceof Error ? error.message : String(error), kind: 'urgent' }),
      )
    },
    [needs, write, show],
  )
}
