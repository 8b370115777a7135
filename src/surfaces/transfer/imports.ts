import { hasRole, type Actor } from '../../engine/access.ts'
import { isUuid } from '../../engine/ids.ts'
import type { Ports } from '../../engine/ports.ts'
import { Problem, unknown } from '../../engine/problem.ts'
import type { Hold, ImportFile } from '../../store/import-files.ts'
import type { Store } from '../../store/store.ts'
import { troubleOf } from '../../store/trouble.ts'
import { isArchive, readArchive, type Bytes } from './archive.ts'
import { checkFile, runFile, type Checked, type Report } from './intake.ts'
import { inspect, type Shape } from './inspect.ts'
import type { Mapping } from './mapping.ts'

/** One file on its way in: uploaded, looked at, checked, run. It lives until the day is over. */
export interface Import {
  readonly id: string
  readonly fileName: string
  readonly shape: Shape
  readonly state: 'waiting' | 'checking' | 'running' | 'done' | 'refused' | 'cancelled'
  readonly done: number
  /** Rows of the file, once they have been counted. */
  readonly total: number | null
  readonly report: Report | null
  readonly problem: Problem | null
}

/** Files on their way in. Whichever process of the app is asked goes on with them. */
export interface Imports {
  readonly take: (
    actor: Actor,
    fileName: string,
    bytes: AsyncIterable<Uint8Array>,
  ) => Promise<Import>
  readonly get: (actor: Actor, id: string) => Promise<Import>
  /** What the file would do, changing nothing. */
  readonly check: (actor: Actor, id: string, mapping: Mapping) => Promise<Checked>
  /** Begins; `get` tells how far it is. One transaction: all of it or nothing. */
  readonly run: (actor: Actor, id: string, mapping: Mapping, cause?: string) => Promise<Import>
  readonly cancel: (actor: Actor, id: string) => Promise<Import>
}

/** Largest file taken, in bytes. */
export const largestFile = 2_000_000_000

/** Largest archive taken, in bytes: it holds the files of a workspace. */
const largestArchive = 50_000_000_000

export function importsOf({
  store,
  bytes,
  ports,
}: {
  readonly store: Store
  readonly bytes: Bytes
  readonly ports: Ports
}): Imports {
  const aborts = new Map<string, AbortController>()

  const find = async ({ workspaceId }: Actor, id: string): Promise<ImportFile | undefined> =>
    isUuid(id) ? store.importFiles.find(workspaceId, id) : undefined

  const held = async (actor: Actor, id: string): Promise<ImportFile> => {
    const found = await find(actor, id)
    if (found === undefined || !isTheirs(found, actor))
      throw unknown('There is no such import. A file is kept for a day: choose it again.')
    return found
  }

  /** Does a work on a file in the name of this process, and gives signs of life meanwhile. */
  const working = async <T>(
    actor: Actor,
    id: string,
    state: 'checking' | 'running',
    work: (at: At) => Promise<T>,
  ): Promise<Working<T>> => {
    const { workspaceId } = actor
    const hold = { id, by: ports.newId() }
    if (!(await store.importFiles.hold(workspaceId, hold, state)))
      throw new Problem('taken', 'This import is being worked on. Wait for it, or cancel it.')
    const abort = new AbortController()
    aborts.set(id, abort)
    let rows = 0
    const signs = setInterval(() => {
      // A database that is away gives no answer: the work itself learns of it.
      store.importFiles.sign(workspaceId, hold, rows).then(
        (told) => {
          if (told === 'stop') abort.abort()
        },
        () => undefined,
      )
    }, betweenSigns)
    const at: At = {
      hold,
      signal: abort.signal,
      onProgress: (done) => {
        rows = done
      },
    }
    const done = work(at).finally(() => {
      clearInterval(signs)
      aborts.delete(id)
    })
    return { hold, signal: abort.signal, done }
  }

  const read = (actor: Actor, file: ImportFile, mapping: Mapping, cause?: string) => {
    const shape = JSON.parse(file.shape) as Shape
    const open = () => store.importFiles.open(actor.workspaceId, file.id)
    return async (at: At): Promise<void> => {
      if (shape.format === 'archive') {
        await readArchive(store, bytes, actor, open, at)
        await store.identity.handOver(actor)
      } else await runFile({ store, actor, newId: ports.newId, cause, ...at }, shape, open, mapping)
    }
  }

  return {
    take: async (actor, fileName, sent) => {
      const { workspaceId, id: actorId } = actor
      const file = { workspaceId, id: ports.newId(), actorId, name: fileName.slice(0, 200) }
      await store.importFiles.take(file, bounded(sent), async () =>
        JSON.stringify(
          await inspect(() => store.importFiles.open(workspaceId, file.id), store.catalogue),
        ),
      )
      return toldOf(await held(actor, file.id))
    },
    get: async (actor, id) => toldOf(await held(actor, id)),
    check: async (actor, id, mapping) => {
      const file = await held(actor, id)
      const { workspaceId } = actor
      const { hold, done } = await working(actor, id, 'checking', (at) =>
        checkFile(
          { store, actor, newId: ports.newId, cause: undefined, ...at },
          JSON.parse(file.shape) as Shape,
          () => store.importFiles.open(workspaceId, id),
          mapping,
        ),
      )
      const checked = await done.catch(async (error: unknown) => {
        await store.importFiles.end(workspaceId, hold, { state: 'waiting' })
        throw error
      })
      await store.importFiles.end(workspaceId, hold, { state: 'waiting', total: checked.rows })
      return checked
    },
    run: async (actor, id, mapping, cause) => {
      const file = await held(actor, id)
      const { hold, signal, done } = await working(
        actor,
        id,
        'running',
        read(actor, file, mapping, cause),
      )
      done.catch((error: unknown) =>
        store.importFiles
          .end(actor.workspaceId, hold, {
            state: signal.aborted ? 'cancelled' : 'refused',
            told: JSON.stringify(keptProblem(problemOf(error))),
          })
          // Told as lost once nothing is heard of it any more.
          .catch(() => undefined),
      )
      return toldOf({ ...file, state: 'running', done: 0, told: null })
    },
    cancel: async (actor, id) => {
      await held(actor, id)
      await store.importFiles.cancel(actor.workspaceId, id)
      aborts.get(id)?.abort()
      return toldOf(await held(actor, id))
    },
  }
}

/** Milliseconds between two signs of life; each tells as well whether somebody cancelled it elsewhere. */
const betweenSigns = 500

/** A work on a file: in whose name, until when, and how far it is. */
export interface At {
  readonly hold?: Hold
  readonly signal: AbortSignal
  readonly onProgress: (rows: number) => void
}

interface Working<T> {
  readonly hold: Hold
  readonly signal: AbortSignal
  readonly done: Promise<T>
}

function toldOf({ id, name, shape, state, done, total, told: kept }: ImportFile): Import {
  const came = kept === null ? undefined : (JSON.parse(kept) as Report | KeptProblem)
  const problem =
    state === 'lost'
      ? new Problem(
          'gone',
          'The import stopped with the program that read it. Nothing was imported: begin it again.',
        )
      : came !== undefined && 'code' in came
        ? new Problem(came.code, came.says, came.places, came.facts)
        : null
  return {
    id,
    fileName: name,
    shape: JSON.parse(shape) as Shape,
    state: state === 'lost' ? 'refused' : state,
    done,
    total,
    report: came === undefined || 'code' in came ? null : came,
    problem,
  }
}

type KeptProblem = Pick<Problem, 'code' | 'facts'> & Problem['said']

const keptProblem = ({ code, said, facts }: Problem): KeptProblem => ({ code, ...said, facts })

const problemOf = (error: unknown): Problem =>
  error instanceof Problem
    ? error
    : new Problem(
        'broken',
        'The import stopped because of a fault of ours. Nothing was imported.',
        [],
        { cause: String(error), trouble: troubleOf(error) },
      )

/** An archive brings its own people: the owner who began it is another member at its end. */
const isTheirs = ({ actorId, shape }: ImportFile, actor: Actor): boolean =>
  actorId === actor.id ||
  (hasRole(actor, 'owner') && (JSON.parse(shape) as Shape).format === 'archive')

async function* bounded(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let size = 0
  let largest = largestFile
  for await (const chunk of bytes) {
    if (size === 0 && isArchive(chunk)) largest = largestArchive
    size += chunk.byteLength
    if (size > largest)
      throw new Problem('limited', 'The file is larger than 2 GB. Split it and import the parts.')
    yield chunk
  }
  if (size === 0)
    throw new Problem(
      'invalid',
      'The file is empty. Choose one with a header line and at least one row.',
    )
}
