import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { Problem } from '../engine/problem.ts'
import { listen, type Listening } from './http.ts'

const open: Listening[] = []

async function listening(): Promise<Listening & { readonly url: string }> {
  const made = await listen(0)
  open.push(made)
  return { ...made, url: `http://127.0.0.1:${made.port}` }
}

afterEach(async () => {
  for (const one of open.splice(0)) await one.close(0)
})

/** Sends bytes as they are, and reads until the other side closes. */
async function exchange(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let heard = ''
  socket.on('data', (chunk) => (heard += chunk.toString()))
  socket.write(text)
  await once(socket, 'close')
  return heard
}

describe('the port', () => {
  test('that is in use is named at once, with what to do', async () => {
    const { port } = await listening()
    await expect(listen(port)).rejects.toThrow(new RegExp(`Port ${port} is in use.*--port`))
    await expect(listen(port)).rejects.toBeInstanceOf(Problem)
  })

  test('answers by both loopback addresses, and by no other', async () => {
    const { port, answerWith } = await listening()
    answerWith((_, { incoming }) => new Response(incoming.socket.localAddress))
    expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe('127.0.0.1')
    expect(await (await fetch(`http://[::1]:${port}`)).text()).toBe('::1')
  })
})

describe('a request', () => {
  test('before the instance is ready is told to come again', async () => {
    const { url } = await listening()
    const response = await fetch(`${url}/anything`)
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('1')
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect((await fetch(`${url}/livez`)).status).toBe(200)
  })

  test.each([
    ['is no HTTP', 'HELLO\r\n\r\n', 400],
    [
      'has two lengths',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx',
      400,
    ],
    [
      'has a length and chunks',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\nx',
      400,
    ],
    [
      'has headers without end',
      `GET / HTTP/1.1\r\nHost: a\r\nCookie: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
    ],
    [
      'names a host that is none',
      'GET / HTTP/1.1\r\nHost: a/b@c\r\nConnection: close\r\n\r\n',
      400,
    ],
  ])('that %s is refused as a problem', async (_, text, status) => {
    const { port, answerWith } = await listening()
    answerWith(() => new Response('reached'))
    const answer = await exchange(port, text)
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(answer.toLowerCase()).toContain('content-type: application/problem+json')
    expect(answer).not.toContain('reached')
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4))).toMatchObject({ status })
  })
})

test('closing lets what runs end, and takes nothing new', async () => {
  const { port, answerWith, close } = await listening()
  let finish: (() => void) | undefined
  const started = new Promise<void>((begun) => {
    answerWith(
      () =>
        new Promise<Response>((answer) => {
          finish = () => answer(new Response('whole'))
          begun()
        }),
    )
  })
  const running = fetch(`http://127.0.0.1:${port}/slow`)
  await started
  const closed = close(30_000)
  await expect(fetch(`http://127.0.0.1:${port}/late`)).rejects.toThrow('fetch failed')
  finish?.()
  expect(await (await running).text()).toBe('whole')
  await closed
})

test('closing does not wait for a connection on which nothing was asked', async () => {
  const { port, close } = await listening()
  const socket = connect({ port, host: '127.0.0.1' })
  await new Promise((resolve) => socket.once('connect', resolve))
  const cut = new Promise((resolve) => socket.once('close', resolve))
  socket.on('error', () => undefined)
  // Once it is known to be there.
  expect(await exchange(port, 'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')).toMatch(
    /503/,
  )
  await close(600_000)
  await cut
})
