import { createParser } from 'eventsource-parser'
import type { Row } from '../../engine/record.ts'
import type { Fact } from './held.ts'
import { letOutIn, type LetOut } from './let-out.ts'

/** What the server tells as it happens. */
export type LiveEvent =
  | { readonly is: 'hello'; readonly seq: number }
  /** All that was missed has been told. */
  | { readonly is: 'current'; readonly seq: number }
  | { readonly is: 'news'; readonly news: News }
  /** What is held may have holes now: take a snapshot. */
  | { readonly is: 'reset'; readonly says: string }
  /** One is nobody there any more: signed out, or put out. */
  | { readonly is: 'ended'; readonly why: LetOut }
  | { readonly is: 'presence'; readonly presence: Presence }

/** From one place in history to another: the rows that came out different, as they stand at its end. */
export interface News {
  readonly seq: number
  readonly commits: readonly {
    readonly seq: number
    readonly at: string
    readonly actor: { readonly kind: string; readonly id: string; readonly name: string }
    readonly command: string
  }[]
  readonly changes: readonly Fact[]
  /** Records of which so much changed that they have to be read again. */
  readonly more: readonly string[]
}

export interface Presence {
  readonly record: string
  readonly id: string
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly doing: 'reading' | 'editing'
  }[]
}

/** Opens an address and gives its body as it comes. */
export type Open = (path: string, signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>

/** So long a silence means that the line is dead: the server says something every 15 seconds. */
const silence = 40_000

/** The events after a place in history, one by one, until the connection ends. */
export async function* eventsAfter(
  seq: number | undefined,
  open: Open,
  signal: AbortSignal,
): AsyncGenerator<LiveEvent> {
  const found: LiveEvent[] = []
  const parser = createParser({
    onEvent: ({ event, data }) => {
      const told = eventOf(event, data)
      if (told !== undefined) found.push(told)
    },
  })
  const reader = (
    await open(seq === undefined ? '/live' : `/live?after=${seq}`, signal)
  ).getReader()
  const text = new TextDecoder()
  try {
    for (;;) {
      const step = await within(reader.read(), silence)
      if (step.done) return
      parser.feed(text.decode(step.value, { stream: true }))
      yield* found.splice(0)
    }
  } finally {
    void reader.cancel().catch(() => undefined)
  }
}

function eventOf(name: string | undefined, data: string): LiveEvent | undefined {
  const told = JSON.parse(data) as Readonly<Record<string, unknown>>
  switch (name) {
    case 'hello':
    case 'current':
      return { is: name, seq: Number(told['seq']) }
    case 'commit':
      return { is: 'news', news: told as unknown as News }
    case 'reset':
      return { is: name, says: String(told['says'] ?? '') }
    case 'ended':
      return { is: name, why: letOutIn(told['why']) }
    case 'presence':
      return { is: 'presence', presence: told as unknown as Presence }
    case undefined:
    default:
      return undefined
  }
}

function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The line went silent.')), ms)
    promise.then(
      (value) => {
        clearTimeout(timer)
        resolve(value)
      },
      (error: unknown) => {
        clearTimeout(timer)
        reject(error instanceof Error ? error : new Error(String(error)))
      },
    )
  })
}

/** All that is held whole, as it stands at one place in history. */
export async function snapshot(
  open: Open,
  signal: AbortSignal,
  records: readonly string[] = [],
): Promise<{ readonly seq: number; readonly facts: readonly Fact[] }> {
  const asked = records.length === 0 ? '' : `?record=${records.join(',')}`
  const reader = (await open(`/snapshot${asked}`, signal)).getReader()
  const text = new TextDecoder()
  const facts: Fact[] = []
  let seq: number | undefined
  let whole = false
  let rest = ''
  const take = (line: string): void => {
    if (line === '') return
    const told = JSON.parse(line) as SnapshotLine
    if (told.end === true) whole = true
    else if (told.rows === undefined) seq = told.seq
    else for (const row of told.rows) facts.push({ record: String(told.record), id: row.id, row })
  }
  for (;;) {
    const step = await within(reader.read(), silence)
    const lines = (rest + text.decode(step.value, { stream: !step.done })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) take(line)
    if (step.done) break
  }
  take(rest)
  if (seq === undefined || !whole) throw new Error('The snapshot broke off.')
  return { seq, facts }
}

interface SnapshotLine {
  readonly seq?: number
  readonly record?: string
  readonly rows?: readonly Row[]
  readonly end?: boolean
}
