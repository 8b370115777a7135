import type { Present } from '../../store/presence.ts'
import type { News, Told } from '../../store/store.ts'

/** The events of a stream as bytes, as server-sent events have them. */

const encoder = new TextEncoder()

/** At the start of every stream: come back after a second, and from here on. */
export const hello = (seq: number): Uint8Array =>
  encoder.encode(`retry: 1000\nid: ${seq}\nevent: hello\ndata: {"seq":${seq}}\n\n`)

/** Once in a stream: all that happened up to here has been told, and what comes from now on is new. */
export const current = (seq: number): Uint8Array => event('current', { seq }, `id: ${seq}\n`)

/** Says that the stream lives, and how far it has come without anything to tell. */
export const stillHere = (seq: number): Uint8Array => encoder.encode(`: still here\nid: ${seq}\n\n`)

export const presence = ({ ref, record, id, people }: Omit<Present, 'sees'>): Uint8Array =>
  event('presence', { ref, record, id, people })

/** What is told, written out once for all who are told the same. */
export function toldBytes(told: Told): Uint8Array {
  const known = written.get(told)
  if (known !== undefined) return known
  const bytes = told.is === 'news' ? commit(told) : event(told.is, whyOf(told))
  written.set(told, bytes)
  return bytes
}

const written = new WeakMap<Told, Uint8Array>()

const whyOf = ({ is: _, ...rest }: Exclude<Told, News>): object => rest

const commit = ({ seq, commits, changes, more }: News): Uint8Array =>
  event('commit', { seq, commits, changes, more }, `id: ${seq}\n`)

const event = (name: string, data: unknown, head = ''): Uint8Array =>
  encoder.encode(`${head}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
