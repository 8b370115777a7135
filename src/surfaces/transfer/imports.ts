import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { hasRole, type Actor } from '../../engine/access.ts'
import type { Ports } from '../../engine/ports.ts'
import { Problem, unknown } from '../../engine/problem.ts'
import type { Store } from '../../store/store.ts'
import { troubleOf } from '../../store/trouble.ts'
import { readArchive } from './archive.ts'
import { checkFile, runFile, type Checked, type Report } from './intake.ts'
import { inspect, type Shape } from './inspect.ts'
import type { Mapping } from './mapping.ts'

/** One file on its way in: uploaded, looked at, checked, run. It lives until it is done or the day is over. */
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

export interface Imports {
  readonly take: (
    actor: Actor,
    fileName: string,
    bytes: AsyncIterable<Uint8Array>,
  ) => Promise<Import>
  readonly get: (actor: Actor, id: string) => Import
  /** What the file would do, changing nothing. */
  readonly check: (actor: Actor, id: string, mapping: Mapping) => Promise<Checked>
  /** Begins; `get` tells how far it is. One transaction: all of it or nothing. */
  readonly run: (actor: Actor, id: string, mapping: Mapping, cause?: string) => Import
  readonly cancel: (actor: Actor, id: string) => Import
}

/** Largest file taken, in bytes. */
export const largestFile = 2_000_000_000

export function importsOf({
  store,
  dir,
  ports,
}: {
  readonly store: Store
  readonly dir: string
  readonly ports: Ports
}): Imports {
  const known = new Map<string, Held>()

  const held = (actor: Actor, id: string): Held => {
    const found = known.get(id)
    if (found?.workspaceId !== actor.workspaceId || !isTheirs(found, actor))
      throw unknown(
        'There is no such import. A file is kept for a day, and not over a restart: choose it again.',
      )
    return found
  }

  const start = (actor: Actor, entry: Held, mapping: Mapping, cause?: string): void => {
    const abort = new AbortController()
    entry.abort = abort
    entry.now = { ...entry.now, state: 'running', done: 0, problem: null, report: null }
    const onProgress = (done: number): void => {
      entry.now = { ...entry.now, done }
    }
    const work =
      entry.now.shape.format === 'archive'
        ? readArchive(store, actor, () => createReadStream(entry.path), {
            onProgress,
            signal: abort.signal,
          }).then(async (report) => {
            await store.identity.handOver(actor)
            return report
          })
        : runFile(
            { store, actor, newId: ports.newId, signal: abort.signal, onProgress, cause },
            entry.now.shape,
            () => createReadStream(entry.path),
            mapping,
          )
    work.then(
      (report) => {
        entry.now = { ...entry.now, state: 'done', report }
      },
      (error: unknown) => {
        const problem =
          error instanceof Problem
            ? error
            : new Problem(
                'broken',
                'The import stopped because of a fault of ours. Nothing was imported.',
                [],
                { cause: String(error), trouble: troubleOf(error) },
              )
        entry.now = { ...entry.now, state: abort.signal.aborted ? 'cancelled' : 'refused', problem }
      },
    )
  }

  return {
    take: async (actor, fileName, bytes) => {
      await mkdir(dir, { recursive: true, mode: 0o700 })
      await sweep(dir, ports.now().getTime(), known)
      const id = ports.newId()
      const path = join(dir, id)
      try {
        await keepFile(path, bytes)
        const shape = await inspect(() => createReadStream(path), store.catalogue)
        const now: Import = {
          id,
          fileName: fileName.slice(0, 200),
          shape,
          state: 'waiting',
          done: 0,
          total: null,
          report: null,
          problem: null,
        }
        known.set(id, {
          workspaceId: actor.workspaceId,
          actorId: actor.id,
          path,
          now,
          abort: undefined,
        })
        return now
      } catch (error) {
        await rm(path, { force: true })
        throw error
      }
    },
    get: (actor, id) => held(actor, id).now,
    check: async (actor, id, mapping) => {
      const entry = held(actor, id)
      refuseBusy(entry)
      entry.now = { ...entry.now, state: 'checking', done: 0 }
      try {
        const checked = await checkFile(
          {
            store,
            actor,
            newId: ports.newId,
            signal: undefined,
            cause: undefined,
            onProgress: (done) => {
              entry.now = { ...entry.now, done }
            },
          },
          entry.now.shape,
          () => createReadStream(entry.path),
          mapping,
        )
        entry.now = { ...entry.now, total: checked.rows }
        return checked
      } finally {
        entry.now = { ...entry.now, state: 'waiting' }
      }
    },
    run: (actor, id, mapping, cause) => {
      const entry = held(actor, id)
      refuseBusy(entry)
      start(actor, entry, mapping, cause)
      return entry.now
    },
    cancel: (actor, id) => {
      const entry = held(actor, id)
      entry.abort?.abort()
      return entry.now
    },
  }
}

interface Held {
  readonly workspaceId: string
  readonly actorId: string
  readonly path: string
  now: Import
  abort: AbortController | undefined
}

/** An archive brings its own people: the owner who began it is another member at its end. */
const isTheirs = ({ actorId, now }: Held, actor: Actor): boolean =>
  actorId === actor.id || (now.shape.format === 'archive' && hasRole(actor, 'owner'))

function refuseBusy(entry: Held): void {
  if (entry.now.state === 'running' || entry.now.state === 'checking')
    throw new Problem('taken', 'This import is being worked on. Wait for it, or cancel it.')
}

async function keepFile(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    let size = 0
    for await (const chunk of bytes) {
      size += chunk.byteLength
      if (size > largestFile)
        throw new Problem('limited', 'The file is larger than 2 GB. Split it and import the parts.')
      // all of it: a write may stop short where room runs out
      await file.appendFile(chunk)
    }
    if (size === 0)
      throw new Problem(
        'invalid',
        'The file is empty. Choose one with a header line and at least one row.',
      )
  } finally {
    await file.close()
  }
}

const day = 24 * 3600 * 1000

async function sweep(dir: string, now: number, known: Map<string, Held>): Promise<void> {
  for (const name of await readdir(dir)) {
    const path = join(dir, name)
    const found = await stat(path).catch(() => undefined)
    // gone meanwhile, by another upload's hand
    if (found === undefined || now - found.mtimeMs < day) continue
    known.delete(name)
    await rm(path, { force: true })
  }
}
