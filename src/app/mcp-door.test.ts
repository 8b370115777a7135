import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type Request, type Told, type World } from './instance.world.ts'
import { speaker } from './mcp.world.ts'

let world: World
let key: string
beforeAll(async () => {
  world = await openWorld()
  key = await world.key('editor')
})
afterAll(() => world.close())

const both = 'application/json, text/event-stream'
const post = (request: Request): Promise<Told> =>
  world.ask('POST', '/mcp', { as: key, ...request, headers: { accept: both, ...request.headers } })
const list = { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} }

/** The one message that an answer to an older client streams. */
const heard = ({ text }: Told): Readonly<Record<string, unknown>> =>
  JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? text) as Record<string, unknown>

describe('the door', () => {
  test('lets nobody in without a key, and none that does not hold', async () => {
    for (const as of [undefined, 'tl_wrong'])
      expect(await world.ask('POST', '/mcp', { as, json: list })).toMatchObject({
        status: 401,
        body: { type: '/problems/denied', code: 'denied' },
      })
  })

  test.each([
    ['a page of another site', { origin: 'https://evil.example' }],
    [
      'a page whose name was made to lead here',
      { origin: 'http://evil.example', host: 'evil.example' },
    ],
    ['a page on another port of this machine', { origin: 'http://localhost:1' }],
    ['a page without an origin that can be told', { origin: 'null' }],
    [
      'a page that pretends to be a proxy',
      { origin: 'http://evil.example', 'x-forwarded-for': '10.0.0.1' },
    ],
  ])('refuses %s', async (_, headers) => {
    expect(await asked({ ...headers, authorization: `Bearer ${key}` })).toBe(403)
  })

  test('refuses a name that is not of this machine, and takes what a proxy forwards', async () => {
    const authorization = `Bearer ${key}`
    expect(await asked({ host: 'evil.example', authorization })).toBe(403)
    expect(await asked({ host: 'company.example', via: '1.1 proxy', authorization })).toBe(200)
    expect(await asked({ host: `localhost:${world.instance.port}`, authorization })).toBe(200)
    expect(
      await asked({ origin: world.instance.url, authorization }),
      'a page of this machine itself',
    ).toBe(200)
  })

  test('takes POST alone', async () => {
    for (const method of ['GET', 'DELETE', 'PUT'])
      expect(await world.ask(method, '/mcp', { as: key })).toMatchObject({ status: 405 })
  })

  test('reads bodies as every door does', async () => {
    const deep = `{"a":${'['.repeat(100)}${']'.repeat(100)}}`
    const large = JSON.stringify({ ...list, params: { _meta: { a: 'x'.repeat(1_000_001) } } })
    for (const [text, status] of [
      ['{', 400],
      ['', 400],
      ['{"a":1e21}', 400],
      ['[]', 422],
      [`[${JSON.stringify(list)}]`, 422],
      ['{"a":1,"a":2}', 400],
      ['{"__proto__":{}}', 400],
      ['{"a":"\\ud800"}', 400],
      [deep, 400],
      [large, 413],
    ] as const)
      expect(
        await post({ text, headers: { 'content-type': 'application/json' } }),
        text.slice(0, 40),
      ).toMatchObject({ status, body: { status } })
    expect(await post({ text: 'x', headers: { 'content-type': 'text/plain' } })).toMatchObject({
      status: 415,
    })
  })

  test('limits a caller as REST does, and a call counts once', async () => {
    const narrow = await openWorld({ principal: { perSecond: 0.001, burst: 4 } })
    const own = await narrow.key('editor')
    const call = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'me' } }
    const told = []
    for (let at = 0; at < 5; at++)
      told.push(
        (await narrow.ask('POST', '/mcp', { as: own, json: call, headers: { accept: both } }))
          .status,
      )
    expect(told).toEqual([200, 200, 200, 200, 429])
    await narrow.close()
  })
})

/** The status of a list, asked with headers that `fetch` would not send. */
async function asked(headers: Readonly<Record<string, string>>): Promise<number> {
  const { request } = await import('node:http')
  return new Promise((resolve, reject) => {
    const sent = request(
      `${world.instance.url}/mcp`,
      {
        method: 'POST',
        headers: { accept: both, 'content-type': 'application/json', ...headers },
      },
      (answer) => {
        answer.resume()
        resolve(answer.statusCode ?? 0)
      },
    )
    sent.on('error', reject)
    sent.end(JSON.stringify(list))
  })
}

describe('older revisions', () => {
  test.each(['2025-11-25', '2025-06-18', '2025-03-26'])(
    '%s is agreed on and spoken, without a session',
    async (revision) => {
      const met = await post({
        json: {
          jsonrpc: '2.0',
          id: 0,
          method: 'initialize',
          params: {
            protocolVersion: revision,
            capabilities: {},
            clientInfo: { name: 'old', version: '1' },
          },
        },
      })
      expect(met.headers.get('mcp-session-id')).toBeNull()
      expect(heard(met)).toMatchObject({ id: 0, result: { protocolVersion: revision } })
      const headers = { 'mcp-protocol-version': revision }
      const noted = await post({
        json: { jsonrpc: '2.0', method: 'notifications/initialized' },
        headers,
      })
      expect(noted).toMatchObject({ status: 202, text: '' })
      const made = await post({
        headers,
        json: {
          jsonrpc: '2.0',
          id: 7,
          method: 'tools/call',
          params: { name: 'create-need', arguments: { title: `By ${revision}` } },
        },
      })
      expect(heard(made)).toMatchObject({
        id: 7,
        result: { structuredContent: { changed: [{ row: { title: `By ${revision}` } }] } },
      })
    },
  )
})

describe('strange input', () => {
  const strange = [
    null,
    5,
    '',
    '\u202e',
    '..',
    '__proto__',
    'constructor',
    'NEED-0',
    'NEED-99999999999999999999',
    '%',
    '%00',
    '%ff',
    '/../keys',
    '?a=b',
    'x'.repeat(3_000),
    1e15,
    -1,
    [],
    [[1]],
    {},
    { from: 1 },
    { minor: 'x' },
    { filter: 1 },
    true,
    '2026-02-30',
    '日本語',
  ] as const

  test('to any tool is answered or refused as a problem, never a fault', async () => {
    const mcp = await speaker(world.instance.url, key)
    let refused = 0
    const tools = await mcp.tools()
    for (const [turn, { name, inputSchema }] of tools.entries()) {
      const { properties = {} } = inputSchema as { properties?: Record<string, unknown> }
      const names = [...Object.keys(properties), 'unheard-of']
      // Each tool gets a third of them, and each of them goes to a third of the tools.
      const own = strange.filter((_, at) => at % 3 === turn % 3)
      const calls = own.map((value, at) => {
        const field = names[(at + turn) % names.length] ?? 'x'
        return mcp.call(name, { [field]: value })
      })
      for (const { isError, body } of await Promise.all(calls)) {
        if (!isError) continue
        refused += 1
        expect(body, name).toMatchObject({
          code: expect.stringMatching(/^(invalid|unknown|denied|stale|taken)$/) as string,
          detail: expect.any(String) as string,
          errors: expect.any(Array) as unknown[],
        })
        expect(Number(body['status']), name).toBeLessThan(500)
        expect(body).not.toHaveProperty('instance')
      }
    }
    expect(refused).toBeGreaterThan(500)
    expect(world.faults).toEqual([])
  }, 120_000)

  test('as a resource is refused with its problem', async () => {
    const mcp = await speaker(world.instance.url, key)
    const paths = [
      'needs/NEED-99',
      'needs/IDEA-1',
      'needs/%2e%2e',
      'needs/%',
      'why/x',
      'nothing/NEED-1',
      'needs',
      '',
      'me/x',
      'commands/undo',
      'views/why',
    ]
    for (const path of [...paths, 'needs/NEED-1?limit=1', 'needs/../keys/KEY-1'])
      await expect(mcp.read(`throughline://${path}`), path).rejects.toMatchObject({ code: -32602 })
    expect(world.faults).toEqual([])
  })

  test('as a message is an error of the protocol', async () => {
    const meta = { 'io.modelcontextprotocol/protocolVersion': '2026-07-28' }
    for (const json of [
      {},
      { a: 1 },
      { jsonrpc: '1.0' },
      { jsonrpc: '2.0', id: {}, method: 5 },
      { ...list, method: 'x' },
      { ...list, method: 'tools/call' },
      { ...list, method: 'tools/call', params: { name: 5 } },
      { ...list, method: 'tools/call', params: { name: 'no-such-tool' } },
      { ...list, method: 'tools/call', params: { name: 'me', arguments: [1] } },
      { ...list, method: 'resources/read', params: { uri: 7 } },
      { ...list, method: 'subscriptions/listen', params: { _meta: meta } },
      { ...list, params: { _meta: { ...meta, 'io.modelcontextprotocol/clientInfo': 5 } } },
      { ...list, params: { _meta: { 'io.modelcontextprotocol/protocolVersion': '1999-01-01' } } },
    ]) {
      const told = await post({ json })
      expect(told.status, JSON.stringify(json)).toBeLessThan(500)
      expect(heard(told), JSON.stringify(json)).toHaveProperty('error')
    }
    expect(world.faults).toEqual([])
  })
})
