/** The API as the browser speaks it: the session's cookie, one key for every write, problems as they are told. */
import { say, words } from '../words/say.ts'

/** What the server refused, in its own words; see the problem+json of the API. */
export class RemoteProblem extends Error {
  readonly code: string
  readonly status: number
  readonly places: readonly { readonly at: string; readonly says: string }[]
  readonly facts: Readonly<Record<string, unknown>>
  /** Nothing is refused: the same is to be asked again in a while. */
  readonly waits: boolean

  constructor(body: Readonly<Record<string, unknown>>, status: number, waits = false) {
    super(String(body['detail'] ?? body['title'] ?? say('The server refused this.')))
    this.name = 'RemoteProblem'
    this.code = String(body['code'] ?? 'broken')
    this.status = status
    this.waits = waits
    this.places = ((body['errors'] ?? []) as readonly { pointer: string; detail: string }[]).map(
      ({ pointer, detail }) => ({ at: placeOf(pointer), says: detail }),
    )
    this.facts = body
  }
}

/** A JSON pointer (RFC 6901) as the name of a field: `/custom/size` is `custom.size`. */
const placeOf = (pointer: string): string =>
  pointer
    .replace(/^\//, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.')

/** No answer came at all: nothing is known to have changed. */
export class Unreachable extends Error {}

export interface Written<T> {
  readonly body: T
  /** Where in history this stands; 0 when nothing had to change. */
  readonly seq: number
}

export const base = '/api/v1'

/** The verbs of the API, over some way of reaching it. */
export interface Api {
  readonly read: <T>(path: string, signal?: AbortSignal) => Promise<T>
  /**
   * Writes once, however often the network makes us try: every attempt carries the same key, and the first
   * id of what it makes where that is shown already. Rejects
   * with RemoteProblem when the server refuses and with Unreachable when no answer comes.
   */
  readonly write: <T>(
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    version?: number,
    once?: { readonly id: string; readonly idsFrom: string },
  ) => Promise<Written<T>>
  /** Says something that is no loss when it does not arrive, also while the page goes away. */
  readonly tell: (path: string, body: unknown) => Promise<void>
  /** Sends a file as it is. */
  readonly sendFile: <T>(path: string, file: File) => Promise<T>
  /** The body of an answer as it comes. */
  readonly open: (path: string, signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>
}

export function apiOf(fetchIt: (url: string, init: RequestInit) => Promise<Response>): Api {
  const reach = async (path: string, init: RequestInit): Promise<Response> => {
    try {
      const headers = { ...init.headers, 'Accept-Language': words().language.locale }
      return await fetchIt(`${base}${path}`, { ...init, headers })
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error
      throw new Unreachable(
        say(
          'Throughline does not answer. What you typed is still here; try again when it is back.',
        ),
      )
    }
  }
  return {
    read: async <T>(path: string, signal?: AbortSignal) =>
      (await bodyOf(await reach(path, signal === undefined ? {} : { signal }))) as T,
    write: async <T>(
      method: 'POST' | 'PATCH' | 'DELETE',
      path: string,
      body?: unknown,
      version?: number,
      once?: { readonly id: string; readonly idsFrom: string },
    ) => {
      const headers: Record<string, string> = {
        'Idempotency-Key': once?.id ?? crypto.randomUUID(),
        'Content-Type': 'application/json',
      }
      if (once !== undefined) headers['Throughline-Ids-From'] = once.idsFrom
      if (version !== undefined) headers['If-Match'] = `"${version}"`
      const init: RequestInit = { method, headers, body: JSON.stringify(body ?? {}) }
      const response = await reach(path, init).catch((error: unknown) => {
        if (!(error instanceof Unreachable)) throw error
        return reach(path, init)
      })
      const answer = (await bodyOf(response)) as T
      return { body: answer, seq: Number(response.headers.get('Throughline-Seq') ?? 0) }
    },
    tell: async (path, body) => {
      const headers = { 'Content-Type': 'application/json' }
      const init = { method: 'POST', headers, body: JSON.stringify(body), keepalive: true }
      await bodyOf(await reach(path, init))
    },
    sendFile: async <T>(path: string, file: File) => {
      const headers = {
        'Content-Type': 'application/octet-stream',
        'Throughline-File-Name': encodeURIComponent(file.name),
      }
      return (await bodyOf(await reach(path, { method: 'POST', headers, body: file }))) as T
    },
    open: async (path, signal) => {
      const response = await reach(path, { signal })
      if (!response.ok || response.body === null) {
        await bodyOf(response)
        throw new Unreachable(say('The answer has no body.'))
      }
      return response.body
    },
  }
}

/** For which workspace this page speaks: the one in its address. */
export const speakFor = (workspace: string | undefined): void => {
  slug = workspace
}
let slug: string | undefined

/** Says so to the server. */
export const spokenFor = (): Readonly<Record<string, string>> =>
  slug === undefined ? {} : { 'Throughline-Workspace': slug }

/** The API of the place that this page came from. */
export const here: Api = apiOf((url, init) => {
  const headers = { ...(init.headers as Record<string, string> | undefined), ...spokenFor() }
  return fetch(url, { credentials: 'same-origin', ...init, headers })
})

/** The address of an answer for a link, which can send no header. */
export function hrefOf(path: string): string {
  if (slug === undefined) return `${base}${path}`
  return `${base}${path}${path.includes('?') ? '&' : '?'}workspace=${encodeURIComponent(slug)}`
}

export const { read, write, tell, sendFile } = here

async function bodyOf(response: Response): Promise<unknown> {
  if (response.status === 204 || response.status === 304) return undefined
  return saidBy(response.status, await response.text(), response.headers.get('Retry-After'))
}

/** What an answer says; one that refuses is thrown. */
export function saidBy(status: number, text: string, retryAfter: string | null): unknown {
  const body: unknown = text === '' ? undefined : parse(text)
  if (status >= 200 && status < 300) return body
  throw new RemoteProblem(
    typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {},
    status,
    retryAfter !== null,
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
