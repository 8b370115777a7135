import { connect, type Socket } from 'node:net'
import { quantile } from './measures.ts'

/** What is asked: a method, a path, and a body where there is one. */
export interface Asked {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: unknown
}

export interface Target {
  /** Asked anew for each connection, so that it may name one process after the other. */
  readonly port: number
  readonly key?: string
}

export interface Load {
  readonly done: number
  readonly seconds: number
  readonly perSecond: number
  /** Milliseconds from the first byte sent to the last byte read, each request. */
  readonly took: readonly number[]
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

/**
 * Sends requests over so many connections that stay open, each with its next one as soon as the last
 * is answered, for some seconds or so many requests. An answer other than 2xx ends the run.
 */
export async function load(
  target: Target,
  how: {
    readonly clients: number
    readonly seconds?: number
    readonly requests?: number
    readonly pauseMs?: number
    readonly until?: () => boolean
  },
  next: (count: number) => Asked,
): Promise<Load> {
  const took: number[] = []
  const began = performance.now()
  const end = how.seconds === undefined ? Number.POSITIVE_INFINITY : began + how.seconds * 1000
  let sent = 0
  const goOn = (): boolean =>
    performance.now() < end &&
    sent < (how.requests ?? Number.POSITIVE_INFINITY) &&
    how.until?.() !== true
  const client = async (): Promise<void> => {
    const line = await open(target)
    try {
      while (goOn()) {
        const asked = next(sent++)
        const from = performance.now()
        const { status, body } = await line.ask(asked)
        took.push(performance.now() - from)
        if (status < 200 || status > 299)
          throw new Error(`${asked.method} ${asked.path} answered ${status}: ${body.slice(0, 500)}`)
        if (how.pauseMs !== undefined)
          await new Promise((resolve) => setTimeout(resolve, how.pauseMs))
      }
    } finally {
      line.close()
    }
  }
  await Promise.all(Array.from({ length: how.clients }, client))
  const seconds = (performance.now() - began) / 1000
  return {
    done: took.length,
    seconds,
    perSecond: took.length / seconds,
    took,
    p50: quantile(took, 0.5),
    p95: quantile(took, 0.95),
    p99: quantile(took, 0.99),
  }
}

/** Asks once and gives the answer's JSON; an answer other than 2xx throws. */
export async function askOnce(
  target: Target,
  asked: Asked & { readonly raw?: { readonly bytes: Uint8Array; readonly name: string } },
): Promise<Readonly<Record<string, unknown>>> {
  const { raw } = asked
  const response = await fetch(`http://127.0.0.1:${target.port}${asked.path}`, {
    method: asked.method,
    headers: {
      ...(target.key === undefined ? {} : { authorization: `Bearer ${target.key}` }),
      ...(raw === undefined
        ? { 'content-type': 'application/json' }
        : { 'throughline-file-name': raw.name, 'content-type': 'application/octet-stream' }),
    },
    ...(raw !== undefined
      ? { body: raw.bytes as Uint8Array<ArrayBuffer> }
      : asked.body === undefined
        ? {}
        : { body: JSON.stringify(asked.body) }),
  })
  const text = await response.text()
  if (!response.ok)
    throw new Error(
      `${asked.method} ${asked.path} answered ${response.status}: ${text.slice(0, 500)}`,
    )
  return text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : { text }
}

interface Line {
  readonly ask: (asked: Asked) => Promise<Reply>
  readonly close: () => void
}

interface Reply {
  readonly status: number
  readonly body: string
}

/** A bare HTTP/1.1 client: the generator shares the machine, so it should cost as little as it can. */
async function open(target: Target): Promise<Line> {
  const socket: Socket = connect({ port: target.port, host: '127.0.0.1', noDelay: true })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  let bytes: Buffer = Buffer.alloc(0)
  let waiting:
    | { readonly resolve: (reply: Reply) => void; readonly reject: (error: Error) => void }
    | undefined
  socket.on('data', (chunk) => {
    bytes = bytes.length === 0 ? chunk : Buffer.concat([bytes, chunk])
    const read = replyIn(bytes)
    if (read === undefined) return
    bytes = bytes.subarray(read.length)
    waiting?.resolve(read.reply)
  })
  const fail = (error: Error): void => waiting?.reject(error)
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('the connection was closed before the answer came')))
  const authorization = target.key === undefined ? '' : `Authorization: Bearer ${target.key}\r\n`
  return {
    ask: ({ method, path, body }) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        const text = body === undefined ? '' : JSON.stringify(body)
        const about =
          body === undefined
            ? ''
            : `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n`
        socket.write(
          `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1:${target.port}\r\n${authorization}${about}\r\n${text}`,
        )
      }),
    close: () => {
      waiting = undefined
      socket.destroy()
    },
  }
}

function replyIn(bytes: Buffer): { readonly reply: Reply; readonly length: number } | undefined {
  const head = bytes.indexOf('\r\n\r\n')
  if (head === -1) return undefined
  const header = bytes.toString('latin1', 0, head)
  const status = Number(header.slice(9, 12))
  const length = /\r\ncontent-length: *(\d+)/i.exec(header)?.[1]
  if (length === undefined && status !== 204)
    throw new Error(`an answer without Content-Length: ${header}`)
  const end = head + 4 + Number(length ?? 0)
  if (bytes.length < end) return undefined
  return {
    reply: { status, body: status > 299 ? bytes.toString('utf8', head + 4, end) : '' },
    length: end,
  }
}
