import { useCallback } from 'react'
import type { RecordKind, Row } from '../../engine/record.ts'
import { say } from '../words/say.ts'
import { useSite } from './site.ts'
import { useAct } from './undo.ts'

/** Moves a row to the trash and goes to where it was one of many. */
export function useTrash(): (kind: RecordKind, row: Row) => Promise<void> {
  const { to, go } = useSite()
  const act = useAct()
  return useCallback(
    async (kind, row) => {
      const says = say('To the trash: {what}', { what: row.ref })
      const written = await act(says, 'DELETE', `/${kind.plural}/${row.id}`)
      if (written !== undefined) go(to(kind.plural))
    },
    [act, go, to],
  )
}
