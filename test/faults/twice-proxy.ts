import { connect, createServer } from 'node:net'

/** A way to a server on which what is asked arrives twice, as from a network that sends again what it takes for lost. */
export interface TwiceProxy {
  readonly url: string
  /** What the second delivery of the last request was told. */
  readonly second: () => Promise<Answered>
  readonly close: () => Promise<void>
}

export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly body: Readonly<Record<string, unknown>>
}

/** To the port `to`, and the same bytes once more to the port `again`: beside the first, or once that was answered. */
export async function openTwiceProxy(
  to: number,
  again: number,
  when: 'beside it' | 'after its answer',
): Promise<TwiceProxy> {
  let second: Promise<Answered> | undefined
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1')
    const asked: Buffer[] = []
    let isRepeated = false
    const repeat = (): void => {
      if (isRepeated) return
      isRepeated = true
      second = told(again, Buffer.concat(asked))
    }
    near.on('data', (chunk: Buffer) => {
      asked.push(chunk)
      far.write(chunk)
      // Our requests are small: they come whole, or as a head and a body close behind it.
      if (when === 'beside it' && isWhole(Buffer.concat(asked))) repeat()
    })
    far.on('data', (chunk: Buffer) => {
      near.write(chunk)
      if (when === 'after its answer') repeat()
    })
    for (const socket of [near, far]) {
      socket.on('error', () => undefined)
      socket.on('close', () => {
        near.destroy()
        far.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    second: async () => {
      while (second === undefined) await new Promise((resolve) => setTimeout(resolve, 1))
      return second
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
      }),
  }
}

/** Is a request or an answer there to its end? Ours say how long they are, or have nothing after the head. */
function isWhole(message: Buffer): boolean {
  const head = message.indexOf('\r\n\r\n')
  if (head === -1) return false
  const length = /\r\ncontent-length: *(\d+)/i.exec(message.toString('latin1', 0, head))?.[1] ?? '0'
  return message.length >= head + 4 + Number(length)
}

/** Sends bytes as they are, and reads the answer. */
async function told(port: number, bytes: Buffer): Promise<Answered> {
  const socket = connect(port, '127.0.0.1')
  const chunks: Buffer[] = []
  socket.write(bytes)
  for await (const chunk of socket) {
    chunks.push(chunk as Buffer)
    if (isWhole(Buffer.concat(chunks))) break
  }
  const text = Buffer.concat(chunks).toString()
  const [head = '', body = ''] = text.split('\r\n\r\n', 2)
  const [first = '', ...lines] = head.split('\r\n')
  return {
    status: Number(first.split(' ')[1]),
    headers: new Headers(
      lines.map((line): [string, string] => [
        line.slice(0, line.indexOf(':')),
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
    ),
    body: body === '' ? {} : (JSON.parse(body) as Answered['body']),
  }
}
