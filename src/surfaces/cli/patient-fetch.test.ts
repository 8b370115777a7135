import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { patientFetch } from './patient-fetch.ts'

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

async function listening(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const asking = { method: 'GET', headers: { authorization: 'Bearer key' }, body: null } as const

test('an answer that leads on is followed, and the key goes to no stranger', async () => {
  const keys: (string | undefined)[] = []
  const last = await listening((request, response) => {
    keys.push(request.headers.authorization)
    response.end('there')
  })
  const first = await listening((request, response) => {
    keys.push(request.headers.authorization)
    response.writeHead(308, { location: request.url === '/one' ? '/two' : last }).end()
  })
  const answer = await patientFetch(`${first}/one`, { ...asking, redirect: 'follow' })
  expect([answer.status, await answer.text()]).toEqual([200, 'there'])
  expect(keys).toEqual(['Bearer key', 'Bearer key', undefined])
})

test('an answer that leads on is given as it is where that is asked', async () => {
  const url = await listening((_, response) =>
    response.writeHead(301, { location: '/x' }).end('moved'),
  )
  const answer = await patientFetch(url, { ...asking, redirect: 'manual' })
  expect([answer.status, answer.headers.get('location'), await answer.text()]).toEqual([
    301,
    '/x',
    'moved',
  ])
})

test('what leads on for ever is given up', async () => {
  const url = await listening((_, response) => response.writeHead(302, { location: '/' }).end())
  await expect(patientFetch(url, { ...asking, redirect: 'follow' })).rejects.toThrow(TypeError)
})

test('an answer without a body is none, and a body comes as it was sent', async () => {
  const url = await listening((request, response) => {
    if (request.method === 'DELETE') response.writeHead(204).end()
    else request.pipe(response)
  })
  const none = await patientFetch(url, { ...asking, method: 'DELETE', redirect: 'manual' })
  expect([none.status, await none.text()]).toEqual([204, ''])
  const bytes = new Uint8Array(300_000).map((_, at) => at % 251)
  const body = new Blob([bytes]).stream()
  const echoed = await patientFetch(url, { ...asking, method: 'POST', body, redirect: 'manual' })
  expect(new Uint8Array(await echoed.arrayBuffer())).toEqual(bytes)
})

test('a fault of the wire is a TypeError with its cause', async () => {
  const url = await listening((request) => request.socket.resetAndDestroy())
  await expect(patientFetch(url, { ...asking, redirect: 'manual' })).rejects.toMatchObject({
    cause: { code: 'ECONNRESET' },
  })
})
