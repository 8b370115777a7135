import { useCallback } from 'react'
import { uuid7 } from '../../engine/ids.ts'
import { RemoteProblem, write, type Written } from '../client/api.ts'
import { refresh } from '../client/cache.ts'
import { currentClient } from '../client/current.ts'
import type { Writing } from '../client/writing.ts'
import { useToast } from '../kit/toast.tsx'

/** The commits of this visit that can be taken back, and those that were: newest last, at most fifty of each. */
const done: number[] = []
const undone: number[] = []
const most = 50

const push = (stack: number[], seq: number): void => {
  stack.push(seq)
  if (stack.length > most) stack.shift()
}

export interface Done<T> extends Written<T> {
  /** The server is out of reach: it is kept here and goes when it is back. */
  readonly kept?: true
}

type Method = Writing['method']

/** Writes, shows it at once, and says so with a way back for ten seconds. */
export function useWrite(): <T>(
  says: string,
  method: Method,
  path: string,
  body?: unknown,
  version?: number,
) => Promise<Done<T>> {
  const show = useToast()
  const undo = useUndo()
  return useCallback(
    async <T>(says: string, method: Method, path: string, body?: unknown, version?: number) => {
      const written = await sent<T>(says, method, path, body, version)
      if (written.kept === true) {
        show({ says: `${says}. Kept here until Throughline answers.` })
        return written
      }
      refresh()
      if (written.seq > 0) {
        push(done, written.seq)
        undone.length = 0
        show({ says, undo: () => void undo(written.seq) })
      }
      return written
    },
    [show, undo],
  )
}

async function sent<T>(
  says: string,
  method: Method,
  path: string,
  body?: unknown,
  version?: number,
): Promise<Done<T>> {
  const client = currentClient()
  if (client === undefined) return write<T>(method, path, body, version)
  const kind = client.catalogue.recordOfPlural(path.slice(1).split('/')[0] ?? '')
  const name = decodeURIComponent(path.split('/')[2] ?? '')
  // A new row has its id from here, so that it can be shown and gone to before the server has named it.
  const given =
    method === 'POST' && kind !== undefined && name === ''
      ? { id: newId(), ...(body as object) }
      : body
  const standing = kind === undefined ? undefined : client.held.said(kind.name, name)
  const base =
    method === 'PATCH' && standing !== undefined && standing.version === version
      ? Object.fromEntries(Object.keys(body as object).map((field) => [field, standing[field]]))
      : undefined
  const told = await client.send({ method, path, body: given, version, base }, says)
  if (told.is === 'done') return { body: told.body as T, seq: told.seq }
  const id = kind === undefined ? undefined : ((given as { id?: string } | undefined)?.id ?? name)
  const row = kind === undefined || id === undefined ? undefined : client.held.row(kind.name, id)
  return { body: { ...row, ref: row?.ref || id } as T, seq: 0, kept: true }
}

const newId = uuid7(Date.now, (count) => crypto.getRandomValues(new Uint8Array(count)))

/** The same for a verb without a form: what goes wrong is said in a notice, and the answer is undefined. */
export function useAct(): <T>(
  says: string,
  method: Method,
  path: string,
  body?: unknown,
) => Promise<Done<T> | undefined> {
  const show = useToast()
  const writeIt = useWrite()
  return useCallback(
    async <T>(says: string, method: Method, path: string, body?: unknown) => {
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
      const back = await takeBack(seq, show)
      if (back === undefined) return 'kept'
      if (done.includes(seq)) done.splice(done.indexOf(seq), 1)
      if (back > 0) push(undone, back)
      show({ says: 'Undone.' })
      return 'undone'
    },
    [show],
  )
}

/** Does again what was undone last in this visit. */
export function useRedo(): () => Promise<void> {
  const show = useToast()
  return useCallback(async () => {
    const seq = undone.at(-1)
    if (seq === undefined) return show({ says: 'Nothing to do again.' })
    const back = await takeBack(seq, show)
    if (back === undefined) return
    undone.pop()
    if (back > 0) push(done, back)
    show({ says: 'Done again.' })
  }, [show])
}

/** The place in history of what took a commit back; undefined where it could not be, and that was said. */
async function takeBack(
  seq: number,
  show: ReturnType<typeof useToast>,
): Promise<number | undefined> {
  try {
    const { seq: back } = await write('POST', '/commands/undo', { seq })
    refresh()
    return back
  } catch (error) {
    const says =
      error instanceof RemoteProblem
        ? error.message
        : 'This could not be undone just now. Nothing was changed; try again.'
    show({ says, kind: 'urgent' })
    return undefined
  }
}
