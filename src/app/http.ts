import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Problem } from '../engine/problem.ts'

/** Answers one request; `incoming` is the message as Node received it. */
export type Handle = (
  request: Request,
  env: { readonly incoming: IncomingMessage },
) => Response | Promise<Response>

export interface Listening {
  readonly port: number
  /** From now on requests go here; until then each is told to come again in a second. */
  readonly answerWith: (handle: Handle) => void
  /** Takes no more, lets what runs end within the given milliseconds, then cuts. */
  readonly close: (graceMs: number) => Promise<void>
}

/**
 * Takes the port first, before anything that takes time, so that a port in use is said at once. Only
 * this machine is listened to: 127.0.0.1, and ::1 where the same port is free there.
 */
export async function listen(port: number): Promise<Listening> {
  let handle: Handle = (request) => notYet(request)
  const listener = getRequestListener(
    (request, env) => handle(request, env as { readonly incoming: IncomingMessage }),
    {
      overrideGlobalObjects: true,
      errorHandler: (error) => unreadable(error),
    },
  )
  const first = serverOf(listener)
  const taken = await listenOn(first, '127.0.0.1', port)
  const second = serverOf(listener)
  const both = await listenOn(second, '::1', taken).then(
    () => [first, second],
    () => [first],
  )
  return {
    port: taken,
    answerWith: (next) => {
      handle = next
    },
    close: async (graceMs) => {
      await Promise.all(both.map((server) => closed(server, graceMs)))
    },
  }
}

type Listener = (incoming: IncomingMessage, outgoing: ServerResponse) => unknown

function serverOf(listener: Listener): Server {
  const server = createServer(
    { keepAliveTimeout: 65_000, headersTimeout: 15_000, requestTimeout: 600_000 },
    listener,
  )
  server.on('clientError', refuse)
  const silent = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
  })
  server.on('request', ({ socket }: IncomingMessage) => void silent.delete(socket))
  unasked.set(server, silent)
  return server
}

/** Connections on which nothing was asked yet: a browser opens some ahead, and Node does not count them as idle. */
const unasked = new WeakMap<Server, ReadonlySet<Socket>>()

function listenOn(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(inWords(error, port)))
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

function inWords(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new Problem(
      'taken',
      `Port ${port} is in use, perhaps by another Throughline. Choose another one with --port, or stop what has it.`,
    )
  if (error.code === 'EACCES')
    return new Problem(
      'denied',
      `Port ${port} may not be taken by this user. Choose one above 1023 with --port.`,
    )
  return error
}

function closed(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs)
    // A connection that answers its last request is idle from then on, and would be kept for a next one.
    const idle = setInterval(() => server.closeIdleConnections(), 20)
    server.close(() => {
      clearTimeout(cut)
      clearInterval(idle)
      resolve()
    })
    server.closeIdleConnections()
    for (const socket of unasked.get(server) ?? []) socket.destroy()
  })
}

const problem = (status: number, title: string, detail: string, code: string): string =>
  JSON.stringify({
    type: `/problems/${code}`,
    title,
    status,
    detail,
    code,
    instance: '',
    errors: [],
  })

/** While it starts it is alive, and not ready. */
const notYet = (request: Request): Response =>
  new URL(request.url).pathname === '/livez'
    ? new Response('{"ok":true}', {
        headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
      })
    : new Response(
        problem(
          503,
          'Not ready yet',
          'This instance is starting. Try again in a second.',
          'broken',
        ),
        {
          status: 503,
          headers: {
            'Content-Type': 'application/problem+json',
            'Retry-After': '1',
            'Cache-Control': 'no-store',
          },
        },
      )

const unreadable = (error: unknown): Response =>
  new Response(
    problem(
      400,
      'The request does not fit',
      `The request cannot be read: ${error instanceof Error ? error.message : 'unknown fault'}. Send a plain address and Host.`,
      'invalid',
    ),
    {
      status: 400,
      headers: {
        'Content-Type': 'application/problem+json',
        'Cache-Control': 'no-store',
        Connection: 'close',
      },
    },
  )

/** What is no HTTP at all is answered on the bare socket, in the same words as everything else. */
function refuse(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const large = error.code === 'HPE_HEADER_OVERFLOW'
  const late = error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
  const status = large ? 431 : late ? 408 : 400
  const reason = large
    ? 'Request Header Fields Too Large'
    : late
      ? 'Request Timeout'
      : 'Bad Request'
  const detail = large
    ? 'The headers are larger than 16 kB. Send fewer or shorter ones.'
    : late
      ? 'The request did not arrive in time. Send it again.'
      : 'This is not HTTP that can be read. Send HTTP/1.1.'
  const body = problem(status, 'The request does not fit', detail, large ? 'limited' : 'invalid')
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n${body}`,
  )
}
