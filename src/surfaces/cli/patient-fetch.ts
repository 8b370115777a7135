import { request as plain, type IncomingMessage } from 'node:http'
import { request as secure } from 'node:https'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** What the command line sends; a part of what `fetch` takes. */
export interface Sent {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | ReadableStream<Uint8Array> | null
  /** Does it follow an answer that leads elsewhere? */
  readonly redirect: 'follow' | 'manual'
}

/**
 * `fetch` without its clock. Node's own gives up when the first byte of an answer takes five minutes,
 * and to take back an import of a million rows takes longer. A fault of the wire is a TypeError with its cause, as there.
 */
export async function patientFetch(url: string, sent: Sent): Promise<Response> {
  let [at, headers] = [new URL(url), sent.headers]
  for (let led = 0; ; led++) {
    const answer = await exchange(at, { ...sent, headers })
    const location = answer.headers.location
    if (sent.redirect === 'manual' || !leads(answer) || location === undefined)
      return responseOf(answer)
    answer.resume()
    if (led >= mostLed) throw broken(new Error('it leads on and on'))
    const next = new URL(location, at)
    // A key is meant for whom it was sent to.
    if (next.origin !== at.origin) {
      const { authorization: _, ...others } = headers
      headers = others
    }
    at = next
  }
}

const mostLed = 10

const leads = ({ statusCode = 0 }: IncomingMessage): boolean =>
  [301, 302, 303, 307, 308].includes(statusCode)

function exchange(url: URL, { method, headers, body }: Sent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asking = url.protocol === 'https:' ? secure : plain
    const request = asking(url, { method, headers }, resolve)
    request.on('error', (fault) => reject(broken(fault)))
    if (body === null || typeof body === 'string') request.end(body ?? undefined)
    // An answer may come before all is sent, and then whoever answered has hung up.
    else
      pipeline(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]), request).catch(
        (fault: unknown) => reject(broken(fault)),
      )
  })
}

function responseOf(answer: IncomingMessage): Response {
  const headers = new Headers()
  for (const [name, value] of Object.entries(answer.headersDistinct))
    for (const one of value ?? []) headers.append(name, one)
  const status = answer.statusCode ?? 0
  const none = status === 204 || status === 205 || status === 304
  if (none) answer.resume()
  return new Response(none ? null : bodyOf(answer), { status, headers })
}

const bodyOf = (answer: IncomingMessage): ReadableStream<Uint8Array> =>
  Readable.toWeb(Readable.from(piecesOf(answer))) as ReadableStream<Uint8Array>

async function* piecesOf(answer: IncomingMessage): AsyncIterable<Uint8Array> {
  try {
    for await (const piece of answer) yield piece as Uint8Array
  } catch (fault) {
    throw broken(fault)
  }
}

const broken = (cause: unknown): TypeError => new TypeError('The exchange failed.', { cause })
