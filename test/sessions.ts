import fc from 'fast-check'
import { serverCatalogue as catalogue } from '../src/areas/server.ts'
import type { Actor } from '../src/engine/access.ts'
import { uuid7 } from '../src/engine/ids.ts'
import type { Row } from '../src/engine/record.ts'
import { apiOf, RemoteProblem, type Api } from '../src/web/client/api.ts'
import { openClient, type Client } from '../src/web/client/client.ts'
import { keepInMemory, type Keep } from '../src/web/client/keep.ts'
import { alone } from '../src/web/client/tabs.ts'
import type { Writing } from '../src/web/client/writing.ts'

/** Somebody at a browser: a client of the product's own, over real HTTP, whose cable can be pulled. */
export interface Sitter {
  readonly client: Client
  readonly api: Api
  readonly cut: () => void
  readonly mend: () => void
  readonly isCut: () => boolean
  readonly done: number[]
  readonly undone: number[]
  readonly close: () => void
}

let count = 0

export function sit(
  url: string,
  key: string,
  actor: Actor,
  /** Spoils what the line tells, for a test that has to notice. */
  spoil: (text: string) => string = (text) => text,
  keep: Keep = keepInMemory(),
): Sitter {
  let cable = new AbortController()
  const api = apiOf(async (path, init) => {
    if (cable.signal.aborted) throw new TypeError('no network')
    const signal =
      init.signal === null || init.signal === undefined
        ? cable.signal
        : AbortSignal.any([cable.signal, init.signal])
    const headers = { ...(init.headers as Record<string, string>), Authorization: `Bearer ${key}` }
    try {
      const response = await fetch(`${url}${path}`, { ...init, headers, signal })
      if (!path.includes('/live') || response.body === null) return response
      const text = response.body
        .pipeThrough(new TextDecoderStream())
        .pipeThrough(
          new TransformStream<string, string>({ transform: (part, to) => to.enqueue(spoil(part)) }),
        )
        .pipeThrough(new TextEncoderStream())
      return new Response(text, response)
    } catch {
      throw new TypeError('no network')
    }
  })
  const page = `page ${count++}`
  const client = openClient({
    catalogue,
    actor,
    api,
    keep,
    tabs: alone(page),
    newId: uuid7(Date.now, (bytes) => crypto.getRandomValues(new Uint8Array(bytes))),
    now: Date.now,
  })
  return {
    client,
    api,
    done: [],
    undone: [],
    cut: () => cable.abort(),
    mend: () => {
      if (cable.signal.aborted) cable = new AbortController()
      void client.outbox.flush()
    },
    isCut: () => cable.signal.aborted,
    close: () => client.close(),
  }
}

/** One thing that one of them does; which row it is about is decided when it is done. */
export interface Deed {
  readonly who: number
  readonly verb: (typeof verbs)[number]
  readonly at: number
  readonly value: number
}

const verbs = [
  'retitle',
  'rescore',
  'detail',
  'idea',
  'need',
  'remove',
  'promote',
  'move',
  'link',
  'cut',
  'mend',
  'undo',
  'redo',
  'rest',
] as const

export const deeds = (people: number, most: number): fc.Arbitrary<readonly Deed[]> =>
  fc.array(
    fc.record({
      who: fc.nat(people - 1),
      verb: fc.constantFrom(...verbs),
      at: fc.nat(20),
      value: fc.nat(9),
    }),
    { minLength: most, maxLength: most },
  )

const pick = (rows: readonly Row[], at: number): Row | undefined =>
  rows.length === 0
    ? undefined
    : rows.toSorted((one, other) => (one.id < other.id ? -1 : 1))[at % rows.length]

/** Does it as the screens do: over the rows that this one holds, with the version it sees. */
export async function act(sitter: Sitter, { verb, at, value }: Deed): Promise<void> {
  const { client, api, done, undone } = sitter
  const idea = pick(client.held.all('idea'), at)
  const item = pick(client.held.all('roadmap-item'), at)
  const needed = pick(client.held.all('need'), at)
  const patch = (plural: string, row: Row, body: Readonly<Record<string, unknown>>): Writing => ({
    method: 'PATCH',
    path: `/${plural}/${row.id}`,
    body,
    version: row.version,
    base: Object.fromEntries(Object.keys(body).map((name) => [name, row[name]])),
  })
  switch (verb) {
    case 'retitle':
      return idea && send(sitter, patch('ideas', idea, { title: `Title ${value}` }))
    case 'rescore':
      return idea && send(sitter, patch('ideas', idea, { reach: value * 100, effort: 1 }))
    case 'detail':
      return (
        needed && send(sitter, patch('needs', needed, { title: `Need ${value}`, kind: 'pain' }))
      )
    case 'idea':
      return send(sitter, {
        method: 'POST',
        path: '/ideas',
        body: { id: newId(), title: `New ${value}` },
      })
    case 'need':
      return send(sitter, {
        method: 'POST',
        path: '/needs',
        body: { id: newId(), title: `Need ${value}`, kind: 'need' },
      })
    case 'remove':
      return idea && value < 3
        ? send(sitter, { method: 'DELETE', path: `/ideas/${idea.id}` })
        : undefined
    case 'promote':
      return (
        idea &&
        send(sitter, {
          method: 'POST',
          path: '/commands/promote-idea',
          body: { idea: idea.id, commitment: 'next' },
        })
      )
    case 'move':
      return (
        item &&
        send(
          sitter,
          patch('roadmap-items', item, {
            commitment: (['now', 'next', 'later'] as const)[value % 3],
          }),
        )
      )
    case 'link':
      return (
        idea &&
        needed &&
        send(sitter, {
          method: 'POST',
          path: '/commands/link',
          body: { from: idea.id, relation: 'addresses', to: needed.id },
        })
      )
    case 'cut':
      return sitter.cut()
    case 'mend':
      return sitter.mend()
    case 'undo':
      return back(api, done, undone)
    case 'redo':
      return back(api, undone, done)
    case 'rest':
      return new Promise((resolve) => setTimeout(resolve, value * 5))
  }
}

const newId = uuid7(Date.now, (bytes) => crypto.getRandomValues(new Uint8Array(bytes)))

async function send({ client, done, undone }: Sitter, writing: Writing): Promise<void> {
  try {
    const sent = await client.send(writing, 'a change')
    if (sent.is === 'done' && sent.seq > 0) {
      done.push(sent.seq)
      undone.length = 0
    }
  } catch (error) {
    // refused, as happens among people; anything else is a fault
    if (!(error instanceof RemoteProblem) || error.status >= 500) throw error
  }
}

async function back(api: Api, from: number[], to: number[]): Promise<void> {
  const seq = from.pop()
  if (seq === undefined) return
  try {
    const { seq: undone } = await api.write('POST', '/commands/undo', { seq })
    if (undone > 0) to.push(undone)
  } catch (error) {
    if (error instanceof RemoteProblem && error.status >= 500) throw error
  }
}

/** Everybody is back, everything has gone, and what needed a word has had one. */
export async function settle(sitters: readonly Sitter[]): Promise<void> {
  for (const sitter of sitters) sitter.mend()
  await until(async () => {
    for (const { client } of sitters)
      for (const entry of client.outbox.entries())
        if (entry.state === 'waiting') await client.outbox.flush()
        else if (entry.state === 'contested') await client.outbox.again(entry.id)
        else await client.outbox.drop(entry.id)
    return sitters.every(
      ({ client }) => client.outbox.entries().length === 0 && client.state() === 'live',
    )
  })
}

/** Asks again and again for as long as half a minute. */
export async function until(holds: () => Promise<boolean>, most = 600): Promise<boolean> {
  for (let tries = 0; tries < most; tries++) {
    if (await holds()) return true
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return false
}

/** All that somebody holds whole, as text by `record id`. */
export function copyOf(client: Client): ReadonlyMap<string, string> {
  const copy = new Map<string, string>()
  for (const kind of catalogue.records)
    if (kind.held === 'whole')
      for (const row of client.held.all(kind.name)) copy.set(`${kind.name} ${row.id}`, sorted(row))
  return copy
}

/** A row with its fields in one order. */
export const sorted = (row: Row): string =>
  JSON.stringify(
    Object.fromEntries(Object.entries(row).toSorted(([one], [other]) => (one < other ? -1 : 1))),
  )
