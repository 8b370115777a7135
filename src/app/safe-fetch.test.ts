import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refused, safeFetchOf, type Reach } from './safe-fetch.ts'

/** Canaries on both loopback addresses: they count connections, before anything is said over one. */
let packets = 0
const servers: Server[] = []
let port = 0
beforeAll(async () => {
  const listen = (host: string, at: number): Promise<number> =>
    new Promise((resolve, reject) => {
      const server = createServer((request, response) => {
        if (request.url === '/redirect') response.writeHead(307, { location: '/' }).end()
        else if (request.url === '/where') response.end(request.socket.localAddress)
        else if (request.url === '/never') request.resume()
        else if (request.url === '/long') response.end('x'.repeat(1_000_000))
        else response.end(`you asked for ${request.headers.host}`)
      })
      server.on('connection', () => (packets += 1))
      server.on('error', reject)
      server.listen(at, host, () => {
        servers.push(server)
        resolve((server.address() as AddressInfo).port)
      })
    })
  port = await listen('127.0.0.1', 0)
  await listen('::1', port)
})
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

const call = (url: string, reach: Partial<Reach> = {}) =>
  safeFetchOf({ toPrivate: false, ...reach })({
    url,
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: 'secret',
  })

/** Hosts that are, or that somebody's parser takes for, a machine which is not public. */
const hosts: readonly string[] = [
  '127.0.0.1',
  '127.1',
  '127.0.1',
  '127.255.255.254',
  '0',
  '0.0.0.0',
  '0.0.0.1',
  '2130706433',
  '0x7f000001',
  '0x7f.1',
  '0X7F.0x0.0x0.0x1',
  '017700000001',
  '0177.0.0.1',
  '0177.0.0.01',
  '127.0.0.1.',
  '127.0.0.0x1',
  '%31%32%37.0.0.1',
  '１２７.0.0.1',
  '①②⑦.⓪.⓪.①',
  '127。0。0。1',
  'localhost',
  'LOCALHOST',
  'localhost.',
  'lOcAlHoSt',
  'loc%61lhost',
  'user@127.0.0.1',
  'user:word@127.0.0.1',
  'example.org@127.0.0.1',
  '127.0.0.1#@example.org',
  '10.0.0.1',
  '10.255.255.255',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '169.254.169.254',
  '0xa9fea9fe',
  '2852039166',
  '0251.0376.0251.0376',
  '100.64.0.1',
  '100.100.100.200',
  '192.0.0.192',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.7',
  '203.0.113.7',
  '192.88.99.1',
  '168.63.129.16',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[::]',
  '[::127.0.0.1]',
  '[::7f00:1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[0:0:0:0:0:ffff:127.0.0.1]',
  '[::ffff:0:127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b:1::7f00:1]',
  '[2002:7f00:1::]',
  '[2002:a9fe:a9fe::1]',
  '[2001:0:7f00:1::1]',
  '[2001:db8::1]',
  '[3fff::1]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[fe80::1]',
  '[fe80::1%25lo]',
  '[fec0::1]',
  '[ff02::1]',
  '[100::1]',
  '[5f00::1]',
]

describe('with nothing set', () => {
  test('no spelling of a place that is not public is sent a packet', async () => {
    expect(new Set(hosts).size).toBeGreaterThan(60)
    const went: string[] = []
    for (const host of hosts)
      for (const url of [`https://${host}:${port}/`, `http://${host}:${port}/`])
        await call(url).then(
          () => went.push(url),
          (error: unknown) => error instanceof Refused || went.push(`${url} ${String(error)}`),
        )
    expect(went).toEqual([])
    expect(packets).toBe(0)
  })

  test('nor any other way of writing an address', async () => {
    const urls = [
      `//127.0.0.1:${port}/`,
      `file:///etc/passwd`,
      `gopher://127.0.0.1:${port}/`,
      `ftp://127.0.0.1:${port}/`,
      `javascript:alert(1)`,
      `https:\\\\127.0.0.1:${port}\\`,
      `https://example.org\\@127.0.0.1:${port}/`,
      `https:127.0.0.1:${port}`,
      `https:/127.0.0.1:${port}/`,
      `https:///127.0.0.1:${port}/`,
      ` https://127.0.0.1:${port}/`,
      `https://127.0.0.1:${port}/ `,
      `https://127.0.0.1\t:${port}/`,
      `ht\ntps://127.0.0.1:${port}/`,
      `https://127.0.0.1:99999/`,
      `https://[127.0.0.1]:${port}/`,
      `https://:${port}/`,
      '',
    ]
    for (const url of urls) await expect(call(url), url).rejects.toThrow(Refused)
    expect(packets).toBe(0)
  })

  test('a name is refused where any of its addresses is not public', async () => {
    const answers = [
      ['127.0.0.1'],
      ['93.184.215.14', '127.0.0.1'],
      ['2606:2800:21f::1', '::1'],
      ['::ffff:127.0.0.1'],
      ['64:ff9b::7f00:1'],
      ['fe80::1%lo'],
      ['169.254.169.254'],
      ['not an address'],
      [],
    ]
    for (const answer of answers)
      await expect(
        call(`https://example.org:${port}/`, { resolve: async () => answer }),
        answer.join(),
      ).rejects.toThrow(Refused)
    expect(packets).toBe(0)
  })

  test('a name that answers otherwise after it was checked is asked only once', async () => {
    let asked = 0
    const resolve = async (): Promise<readonly string[]> =>
      (asked += 1) === 1 ? ['93.184.215.14'] : ['127.0.0.1']
    // Whether or not that public address can be reached from here, nothing may come to the canaries.
    await call(`https://rebinding.example:${port}/`, { resolve, patienceMs: 500 }).catch(
      () => undefined,
    )
    expect(asked).toBe(1)
    expect(packets).toBe(0)
  })
})

describe('where one may send to oneself', () => {
  const own = { toPrivate: true }

  test('loopback answers, under the name it was asked by', async () => {
    const before = packets
    for (const host of ['127.0.0.1', '[::1]'])
      expect(await call(`http://${host}:${port}/`, own)).toMatchObject({
        status: 200,
        body: `you asked for ${host}:${port}`,
      })
    const resolve = async (): Promise<readonly string[]> => ['127.0.0.1']
    expect(await call(`http://inside.example:${port}/`, { ...own, resolve })).toMatchObject({
      body: `you asked for inside.example:${port}`,
    })
    expect(packets - before).toBe(3)
  })

  test('a name leads where it led when it was checked, whatever it answers later', async () => {
    const answers = [['::1'], ['127.0.0.1'], ['127.0.0.1']]
    let asked = 0
    const resolve = async (): Promise<readonly string[]> => answers[asked++] ?? []
    const came = await call(`http://rebinding.example:${port}/where`, { ...own, resolve })
    expect(came.body).toBe('::1')
    expect(asked).toBe(1)
  })

  test('an address that never answers is left after the time it has', async () => {
    await expect(
      call(`http://127.0.0.1:${port}/never`, { ...own, patienceMs: 300 }),
    ).rejects.toThrow(/time/i)
    const resolve = (): Promise<readonly string[]> => new Promise(() => undefined)
    await expect(
      call(`http://slow.example:${port}/`, { ...own, resolve, patienceMs: 300 }),
    ).rejects.toThrow(/time/i)
  })

  test('where machines are told who they are is called by nobody', async () => {
    const never = ['169.254.169.254', '100.100.100.200', '[fd00:ec2::254]', '0.0.0.0', '[::]']
    for (const host of [...never, '224.0.0.1', '[::ffff:127.0.0.1]', '0x7f.1', 'localhost.'])
      await expect(call(`http://${host}:${port}/`, own), host).rejects.toThrow(Refused)
  })

  test('a redirect is an answer and is not followed', async () => {
    const before = packets
    expect(await call(`http://127.0.0.1:${port}/redirect`, own)).toMatchObject({ status: 307 })
    expect(packets - before).toBe(1)
  })

  test('of a long answer 64 kB are read', async () => {
    expect((await call(`http://127.0.0.1:${port}/long`, own)).body.length).toBe(65_536)
  })
})
