import { useCallback } from 'react'
import { RemoteProblem, write, type Written } from '../client/api.ts'
import { refresh } from '../client/cache.ts'
import { currentClient } from '../client/current.ts'
import { newId } from '../client/new-id.ts'
import type { Writing } from '../client/writing.ts'
import { useToast } from '../kit/toast.tsx'
import { say } from '../words/say.ts'

/** Something done: where it stands in history, or the entry that still waits to be sent. */
export type Deed = { readonly seq: number } | { readonly entry: string }

/** What was done in this visit and can be taken back, and what was: newest last, at most fifty of each. */
const done: Deed[] = []
const undone: Deed[] = []
const most = 50

/** What is on its way just now: whoever undoes right after doing means that. */
const underWay = new Set<Promise<unknown>>()

/** Strokes go one after another: who takes back and does again at once means it in that order. */
let turn: Promise<unknown> = Promise.resolve()

function inTurn<T>(stroke: () => Promise<T>): Promise<T> {
  const mine = turn.then(stroke)
  turn = mine.catch(() => undefined)
  return mine
}

const push = (stack: Deed[], deed: Deed): void => {
  stack.push(deed)
  if (stack.length > most) stack.shift()
}

export interface Done<T> extends Written<T> {
  /** By this it can be taken back; absent where nothing changed. */
  readonly deed?: Deed
  /** The server is out of reach: it is kept here and goes when it is back. */
  readonly kept?: true
}

type Method = Writing['method']
type Wanted = readonly [
  says: string,
  method: Method,
  path: string,
  body?: unknown,
  version?: number,
  base?: Readonly<Record<string, unknown>>,
]

/**
 * Writes, shows it at once, and says so with a way back for ten seconds. Who lets time pass between looking and
 * writing gives `base`, the fields as they were seen: what others changed beside them meanwhile is kept.
 */
export function useWrite(): <T>(...wanted: Wanted) => Promise<Done<T>> {
  const show = useToast()
  const undo = useUndo()
  return useCallback(
    async <T>(...wanted: Wanted) => {
      const [says] = wanted
      const written = await whileUnderWay(sent<T>(...wanted))
      // the line tells what changed, and what of it is on screen is read again
      if (written.kept !== true && currentClient()?.state() !== 'live') refresh()
      const { deed } = written
      if (deed === undefined) return written
      push(done, deed)
      undone.length = 0
      show({
        says:
          written.kept === true
            ? say('{what}. Kept here until Throughline answers.', { what: says })
            : says,
        undo: () => void undo(deed),
      })
      return written
    },
    [show, undo],
  )
}

/** Says what was done by another way than a write of these, with its place in history, and how to take it back. */
export function useDid(): (says: string, seq: number) => void {
  const show = useToast()
  const undo = useUndo()
  return useCallback(
    (says, seq) => {
      if (currentClient()?.state() !== 'live') refresh()
      const deed = { seq }
      push(done, deed)
      undone.length = 0
      show({ says, undo: () => void undo(deed) })
    },
    [show, undo],
  )
}

async function whileUnderWay<T>(work: Promise<T>): Promise<T> {
  const quiet = work.catch(() => undefined)
  underWay.add(quiet)
  try {
    return await work
  } finally {
    // after whoever waits for it has put it down
    setTimeout(() => underWay.delete(quiet))
  }
}

async function sent<T>(...[says, method, path, body, version, seen]: Wanted): Promise<Done<T>> {
  const client = currentClient()
  if (client === undefined) return withDeed(await write<T>(method, path, body, version))
  const kind = client.catalogue.recordOfPlural(path.slice(1).split('/')[0] ?? '')
  const name = decodeURIComponent(path.split('/')[2] ?? '')
  // A new row has its id from here, so that it can be shown and gone to before the server has named it.
  const given =
    method === 'POST' && kind !== undefined && name === ''
      ? { id: newId(), ...(body as object) }
      : body
  const standing = kind === undefined ? undefined : client.held.said(kind.name, name)
  const isAsSeen = method === 'PATCH' && standing !== undefined && standing.version === version
  const base =
    seen ??
    (isAsSeen
      ? Object.fromEntries(Object.keys(body as object).map((field) => [field, standing[field]]))
      : undefined)
  const told = await client.send({ method, path, body: given, version, base }, says)
  if (told.is === 'done') return withDeed({ body: told.body as T, seq: told.seq })
  const id = kind === undefined ? undefined : ((given as { id?: string } | undefined)?.id ?? name)
  const row = kind === undefined || id === undefined ? undefined : client.held.row(kind.name, id)
  const shown = { ...row, ref: row?.ref || id } as T
  return { body: shown, seq: 0, kept: true, deed: { entry: told.entry.id } }
}

const withDeed = <T>(written: Written<T>): Done<T> =>
  written.seq > 0 ? { ...written, deed: { seq: written.seq } } : written

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

/** Takes something back, what is named or the last of this visit, and says whether it could. */
export function useUndo(): (deed?: Deed) => Promise<'undone' | 'kept'> {
  const show = useToast()
  return useCallback(
    (given) =>
      inTurn(async () => {
        if (given === undefined && underWay.size > 0) {
          await Promise.all(underWay)
          await new Promise((resolve) => setTimeout(resolve))
        }
        const deed = given ?? done.at(-1)
        if (deed === undefined) {
          show({ says: say('Nothing to undo in this visit.') })
          return 'kept'
        }
        const back = await takeBack(deed, show)
        if (back === undefined) return 'kept'
        if (done.includes(deed)) done.splice(done.indexOf(deed), 1)
        if (back > 0) push(undone, { seq: back })
        show({ says: say('Undone.') })
        return 'undone'
      }),
    [show],
  )
}

/** Does again what was undone last in this visit. */
export function useRedo(): () => Promise<void> {
  const show = useToast()
  return useCallback(
    () =>
      inTurn(async () => {
        const deed = undone.at(-1)
        if (deed === undefined) return show({ says: say('Nothing to do again.') })
        const back = await takeBack(deed, show)
        if (back === undefined) return
        undone.pop()
        if (back > 0) push(done, { seq: back })
        show({ says: say('Done again.') })
      }),
    [show],
  )
}

/**
 * The place in history of what took it back, 0 where it had not gone yet; undefined where it could not
 * be taken back, and that was said.
 */
async function takeBack(
  deed: Deed,
  show: ReturnType<typeof useToast>,
): Promise<number | undefined> {
  try {
    const outbox = currentClient()?.outbox
    if ('entry' in deed && outbox?.entries().some(({ id }) => id === deed.entry) === true) {
      await outbox.drop(deed.entry)
      return 0
    }
    const seq = 'seq' in deed ? deed.seq : outbox?.placeOf(deed.entry)
    if (seq === undefined || seq === 0) return 0
    const { seq: back } = await write('POST', '/commands/undo', { seq })
    if (currentClient()?.state() !== 'live') refresh()
    return back
  } catch (error) {
    const says =
      error instanceof RemoteProblem
        ? error.message
        : say('This could not be undone just now. Nothing was changed; try again.')
    show({ says, kind: 'urgent' })
    return undefined
  }
}
