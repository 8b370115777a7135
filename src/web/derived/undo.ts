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

/** The same for a verb without a form: what goes wrong is said in a notice, and the answer is undefined. */
export function useAct(): <T>(
  says: string,
  method: 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
) => Promise<Written<T> | undefined> {
  const show = useToast()
  const writeIt = useWrite()
  return useCallback(
    async <T>(says: string, method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown) => {
      try {
        return await writeIt<T>(says, method, path, body)
      } catch (error) {
        show({ says: error instanceof Error ? error.message : String(error), kind: 'urgent' })
        return undefined
      }
    },
    [show, writeIt],
  )
}

/** Takes a commit back, the one named or the last of this visit, and says whether it could. */
export function useUndo(): (seq?: number) => Promise<'undone' | 'kept'> {
  const show = useToast()
  return useCallback(
    async (given) => {
      const seq = given ?? done.at(-1)
      if (seq === undefined) {
        show({ says: 'Nothing to undo in this visit.' })
        return 'kept'
      }
      try {
        await write('POST', '/commands/undo', { seq })
        if (done.includes(seq)) done.splice(done.indexOf(seq), 1)
        refresh()
        show({ says: 'Undone.' })
        return 'undone'
      } catch (error) {
        const says =
          error instanceof RemoteProblem
            ? error.message
            : 'This could not be undone just now. Nothing was changed; try again.'
        show({ says, kind: 'urgent' })
        return 'kept'
      }
    },
    [show],
  )
}
