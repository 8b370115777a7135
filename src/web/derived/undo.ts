import { useCallback } from 'react'
import { useToast } from '../kit/toast.tsx'
import { RemoteProblem, write, type Written } from '../client/api.ts'
import { refresh } from '../client/cache.ts'

/** The commits of this visit that can be taken back, newest last. */
const done: number[] = []

/** Writes, refreshes what is on screen, and says so with a way back for ten seconds. */
export function useWrite(): <T>(
  says: string,
  method: 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  version?: number,
) => Promise<Written<T>> {
  const show = useToast()
  const undo = useUndo()
  return useCallback(
    async <T>(
      says: string,
      method: 'POST' | 'PATCH' | 'DELETE',
      path: string,
      body?: unknown,
      version?: number,
    ) => {
      const written = await write<T>(method, path, body, version)
      refresh()
      if (written.seq > 0) {
        done.push(written.seq)
        show({ says, undo: () => void undo(written.seq) })
      }
      return written
    },
    [show, undo],
  )
}

/** Takes a commit back: the one named, or the last of this visit. */
export function useUndo(): (seq?: number) => Promise<void> {
  const show = useToast()
  return useCallback(
    async (given) => {
      const seq = given ?? done.at(-1)
      if (seq === undefined) return show({ says: 'Nothing to undo in this visit.' })
      try {
        await write('POST', '/commands/undo', { seq })
        done.splice(done.indexOf(seq), 1)
        refresh()
        show({ says: 'Undone.' })
      } catch (error) {
        const says =
          error instanceof RemoteProblem
            ? error.message
            : 'This could not be undone just now. Nothing was changed; try again.'
        show({ says, kind: 'urgent' })
      }
    },
    [show],
  )
}
