import { say } from '../words/say.ts'
import { RemoteProblem, Unreachable, type Api, type Written } from './api.ts'
import type { Keep } from './keep.ts'
import { contested, type Writing } from './writing.ts'

/** A write on its way: kept until the server has answered it. */
export interface Entry {
  /** Its idempotency key: however often it is sent, it happens once. */
  readonly id: string
  readonly writing: Writing
  /** What it does, for a list that a person reads. */
  readonly says: string
  readonly at: string
  /** The page that made it; another takes it over when that one is gone. */
  readonly page: string
  /** The first id of the rows that it makes, the same here and at the server. */
  readonly idsFrom: string
  /** Waits to be sent; or needs a word of its writer, for the reason given. */
  readonly state: 'waiting' | 'contested' | 'refused' | 'old'
  readonly problem?:
    | {
        readonly says: string
        readonly current?: Plain | undefined
        readonly fields?: readonly string[] | undefined
      }
    | undefined
}

export interface Outbox {
  /** Everything not answered yet, oldest first. */
  readonly entries: () => readonly Entry[]
  /**
   * Takes a write. Resolves when the server has done it, or, when it cannot be reached, once it is
   * kept here to be sent later: then without an answer. Rejects with what the server refused.
   */
  readonly add: (writing: Writing, says: string) => Promise<Sent>
  /** Sends what waits. Called when the server is back; calls itself again while it is away. */
  readonly flush: () => Promise<void>
  /** Sends one again that needs a word: over the newer version, with these values. */
  readonly again: (id: string, body?: Plain) => Promise<void>
  readonly drop: (id: string) => Promise<void>
  /** Where in history a write of this page stands that was kept first and sent later. */
  readonly placeOf: (id: string) => number | undefined
  /** Takes over what pages that are gone have left. */
  readonly adopt: (isGone: (page: string) => boolean) => Promise<void>
  readonly reachable: () => boolean
}

export type Sent =
  | ({ readonly is: 'done' } & Written<unknown>)
  | { readonly is: 'kept'; readonly entry: Entry }

export interface OutboxPorts {
  readonly api: Pick<Api, 'write'>
  readonly keep: Pick<Keep, 'entries' | 'keepEntry' | 'dropEntry'>
  readonly newId: () => string
  readonly now: () => number
  readonly page: string
  readonly later: (run: () => void, ms: number) => () => void
  /** What was done, before its promise resolves: rows to take in. */
  readonly done: (entry: Entry, written: Written<unknown>) => void
  readonly changed: () => void
}

/** A day: as long as the server remembers a key, so that nothing happens twice. */
const oldest = 24 * 60 * 60 * 1000
const longestWait = 15_000

export function outboxOf(ports: OutboxPorts): Outbox {
  const { api, keep, now } = ports
  let entries: readonly Entry[] = []
  const places = new Map<string, number>()
  let sending: Promise<void> | undefined
  let away = false
  let wait = 1000
  let cancel: (() => void) | undefined
  const waiting = new Map<
    string,
    { readonly resolve: (sent: Sent) => void; readonly reject: (error: unknown) => void }
  >()

  const set = (next: readonly Entry[]): void => {
    entries = next
    ports.changed()
  }
  const put = async (entry: Entry): Promise<void> => {
    set(entries.map((one) => (one.id === entry.id ? entry : one)))
    await keep.keepEntry(entry)
  }
  const settle = async (entry: Entry): Promise<void> => {
    set(entries.filter((one) => one.id !== entry.id))
    await keep.dropEntry(entry.id)
  }

  /** Sends one; false when the server cannot be reached and the rest has to wait. */
  const send = async (entry: Entry): Promise<boolean> => {
    const someone = waiting.get(entry.id)
    if (someone === undefined && now() - Date.parse(entry.at) > oldest) {
      await put({
        ...entry,
        state: 'old',
        problem: { says: say('This was typed more than a day ago.') },
      })
      return true
    }
    const { method, path, body, version } = entry.writing
    try {
      const written = await api.write(method, path, body, version, entry)
      away = false
      wait = 1000
      entries = entries.filter((one) => one.id !== entry.id)
      places.set(entry.id, written.seq)
      ports.done(entry, written)
      ports.changed()
      waiting.delete(entry.id)
      someone?.resolve({ is: 'done', ...written })
      await keep.dropEntry(entry.id)
      return true
    } catch (error) {
      if (isAway(error)) {
        away = true
        waiting.delete(entry.id)
        someone?.resolve({ is: 'kept', entry })
        return false
      }
      away = false
      const current = stale(error)
      const fields = current === undefined ? [] : contested(entry.writing, current)
      if (current !== undefined && fields.length === 0) {
        // Others changed other fields: ours go over theirs without touching them.
        const writing = { ...entry.writing, version: Number(current['version']) }
        const next = { ...entry, id: ports.newId(), writing }
        set(entries.map((one) => (one.id === entry.id ? next : one)))
        await keep.keepEntry(next)
        await keep.dropEntry(entry.id)
        waiting.delete(entry.id)
        if (someone !== undefined) waiting.set(next.id, someone)
        return send(next)
      }
      waiting.delete(entry.id)
      if (someone !== undefined) {
        // The one who wrote it still stands before it, with all that was typed.
        await settle(entry)
        someone.reject(error)
        return true
      }
      await put({
        ...entry,
        state: current === undefined ? 'refused' : 'contested',
        problem: {
          says: error instanceof Error ? error.message : String(error),
          ...(current === undefined ? {} : { current, fields }),
        },
      })
      return true
    }
  }

  const drain = async (): Promise<void> => {
    for (;;) {
      const next = entries.find((one) => one.state === 'waiting' && one.page === ports.page)
      if (next === undefined) return
      if (await send(next)) continue
      // Whoever waits behind it need not wait for the network, too.
      for (const one of entries) {
        waiting.get(one.id)?.resolve({ is: 'kept', entry: one })
        waiting.delete(one.id)
      }
      cancel?.()
      cancel = ports.later(() => void flush(), wait)
      wait = Math.min(longestWait, wait * 2)
      ports.changed()
      return
    }
  }
  const flush = (): Promise<void> =>
    (sending ??= drain().finally(() => {
      sending = undefined
    }))

  return {
    entries: () => entries,
    placeOf: (id) => places.get(id),
    reachable: () => !away,
    flush: () => {
      cancel?.()
      cancel = undefined
      return flush()
    },
    add: async (writing, says) => {
      const entry: Entry = {
        id: ports.newId(),
        writing,
        says,
        at: new Date(now()).toISOString(),
        page: ports.page,
        idsFrom: ports.newId(),
        state: 'waiting',
      }
      const sent = new Promise<Sent>((resolve, reject) =>
        waiting.set(entry.id, { resolve, reject }),
      )
      set([...entries, entry])
      await keep.keepEntry(entry)
      void flush().then(() => flush())
      return sent
    },
    again: async (id, body) => {
      const entry = entries.find((one) => one.id === id)
      if (entry === undefined) return
      const version = entry.problem?.current?.['version'] ?? entry.writing.version
      const next: Entry = {
        ...entry,
        id: ports.newId(),
        at: new Date(now()).toISOString(),
        page: ports.page,
        state: 'waiting',
        problem: undefined,
        writing: {
          ...entry.writing,
          body: body ?? entry.writing.body,
          base: entry.problem?.current ?? entry.writing.base,
          version: version === undefined ? undefined : Number(version),
        },
      }
      set(entries.map((one) => (one.id === id ? next : one)))
      await keep.keepEntry(next)
      await keep.dropEntry(id)
      await flush()
    },
    drop: async (id) => {
      const entry = entries.find((one) => one.id === id)
      if (entry !== undefined) await settle(entry)
    },
    adopt: async (isGone) => {
      const known = new Set(entries.map((one) => one.id))
      const orphans = (await keep.entries()).filter(
        (one) => !known.has(one.id) && one.page !== ports.page && isGone(one.page),
      )
      if (orphans.length === 0) return
      const mine = orphans.map((one) => ({ ...one, page: ports.page }))
      for (const one of mine) await keep.keepEntry(one)
      set([...entries, ...mine].toSorted((one, other) => (one.at < other.at ? -1 : 1)))
      await flush()
    },
  }
}

/**
 * No answer, or one from something that stands in for a server that is away. A first try that was cut
 * off by a crash is held against the next for a while, and that is no refusal either.
 */
const isAway = (error: unknown): boolean =>
  error instanceof Unreachable ||
  (error instanceof RemoteProblem &&
    (error.waits || [401, 429, 502, 503, 504].includes(error.status)))

const stale = (error: unknown): Plain | undefined =>
  error instanceof RemoteProblem && error.code === 'stale'
    ? (error.facts['current'] as Plain | undefined)
    : undefined

type Plain = Readonly<Record<string, unknown>>
