import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { connectionOf, type Connection } from './connection.ts'
import { Refusal, refusalOf, Unreachable } from './failure.ts'
import type { World } from './world.ts'

/** What a command asks of the instance. */
export interface Ask {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Where it lies, if not under `/api/v1`. */
  readonly at?: string
  /** Under that, its parts already encoded. */
  readonly path: string
  readonly query?: readonly (readonly [string, string])[]
  readonly json?: unknown
  /** Opened for each try; a body that can be read only once says so. */
  readonly stream?: { readonly open: () => ReadableStream<Uint8Array>; readonly once?: true }
  readonly headers?: Readonly<Record<string, string>>
  /** The answer is text, such as Markdown, and not JSON. */
  readonly as?: 'text'
}

/** What the API said: its bytes, for `--json`, and what they mean. */
export interface Answer {
  readonly text: string
  readonly body: Readonly<Record<string, unknown>>
}

export interface Api {
  /** One exchange, read whole. A refusal throws; a connection that was reset is tried once more. */
  readonly ask: (ask: Ask) => Promise<Answer>
  /** One exchange whose answer is read as it comes. */
  readonly open: (ask: Ask) => Promise<AsyncIterable<Uint8Array>>
}

/** The API of the instance that this command line speaks to. Nothing is read or sent before it is asked. */
export function apiOf(world: World, data: string | undefined): Api {
  const connection = connectionOf(world, data)
  return {
    ask: (ask) =>
      send(world, connection, ask, async (response) => {
        const text = await response.text()
        return { text, body: ask.as === 'text' ? {} : parse(text, response, connection) }
      }),
    open: (ask) =>
      send(world, connection, ask, (response) => Promise.resolve(piecesOf(response, connection))),
  }
}

/** A part of a path: refs and names, whatever they hold. */
export const part = (text: string): string => encodeURIComponent(text)

async function send<T>(
  world: World,
  connection: Connection,
  ask: Ask,
  take: (response: Response) => Promise<T>,
): Promise<T> {
  const method = ask.method ?? 'GET'
  // One key for both tries: a write whose answer was lost is not done twice.
  const headers: Record<string, string> = {
    accept: 'application/json',
    ...(connection.key === undefined ? {} : { authorization: `Bearer ${connection.key}` }),
    ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
    ...(ask.json === undefined ? {} : { 'content-type': 'application/json' }),
    ...ask.headers,
  }
  const url = `${connection.url}${ask.at ?? '/api/v1'}${ask.path}${queryOf(ask.query)}`
  // A record that was merged leads on to where it is now; a write is not led on without being asked.
  const attempt = async (): Promise<T> => {
    const body = ask.stream?.open() ?? (ask.json === undefined ? null : JSON.stringify(ask.json))
    const response = await world.fetch(url, {
      method,
      headers,
      body,
      redirect: method === 'GET' ? 'follow' : 'manual',
    })
    if (response.ok) return take(response)
    const refused = refusalOf(
      parse(await response.text(), response, connection),
      response.status === 409 && response.headers.has('retry-after'),
    )
    if (response.status === 401 && connection.keyless !== undefined)
      refused.message += ` ${connection.keyless}`
    throw refused
  }
  try {
    return await attempt()
  } catch (fault) {
    if (!isReset(fault) || ask.stream?.once === true) throw lost(fault, connection)
  }
  // The first try may still be under way over there: its answer is waited for, not written over.
  for (let wait = 100; ; wait *= 2) {
    try {
      return await attempt()
    } catch (fault) {
      if (!(fault instanceof Refusal) || !fault.waits || wait > 3200) throw lost(fault, connection)
      await pause(wait)
    }
  }
}

async function* piecesOf(response: Response, connection: Connection): AsyncIterable<Uint8Array> {
  try {
    if (response.body !== null) yield* response.body
  } catch (fault) {
    throw lost(fault, connection)
  }
}

const queryOf = (query: Ask['query']): string => {
  const text = new URLSearchParams(
    (query ?? []).map(([name, value]): [string, string] => [name, value]),
  ).toString()
  return text === '' ? '' : `?${text}`
}

function parse(
  text: string,
  response: Response,
  connection: Connection,
): Readonly<Record<string, unknown>> {
  if (text === '' && response.ok) return {}
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null) return body as Readonly<Record<string, unknown>>
  } catch {
    // Said below, with what came instead.
  }
  throw new Unreachable(
    `What answers at ${connection.url} is not Throughline (status ${response.status}). Check THROUGHLINE_URL.`,
  )
}

const codeOf = (fault: unknown): string | undefined => {
  const cause =
    fault instanceof TypeError
      ? (fault.cause as { readonly code?: unknown } | undefined)
      : undefined
  return typeof cause?.code === 'string' ? cause.code : undefined
}

const isReset = (fault: unknown): boolean => ['ECONNRESET', 'EPIPE'].includes(codeOf(fault) ?? '')

/** A fault of the wire in a sentence with its remedy; any other fault as it is. */
function lost(fault: unknown, connection: Connection): unknown {
  if (!(fault instanceof TypeError) || fault.cause === undefined) return fault
  const code = codeOf(fault)
  if (code === 'ECONNREFUSED')
    return new Unreachable(
      `Nothing answers at ${connection.url}. Start an instance with "throughline start", or name another one with THROUGHLINE_URL.`,
    )
  if (isReset(fault))
    return new Unreachable(
      `The connection to ${connection.url} broke off. Look whether the instance still runs, then try again.`,
    )
  return new Unreachable(
    `${connection.url} cannot be reached (${code ?? String(fault.cause)}). Check THROUGHLINE_URL and the network.`,
  )
}
