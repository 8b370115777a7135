/** What leaves a process for a collector, looked through for what must never leave it; and that nothing does unasked. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { must } from '../../engine/problem.ts'
import { urlOf } from '../instance.world.ts'
import { ownerTokenPath } from '../owner-token.ts'
import { root } from '../root.ts'

interface Running {
  readonly url: string
  readonly token: string
  /** Stops it as an operator does. How long that took in milliseconds, and which packages of OpenTelemetry it had loaded. */
  readonly stop: () => Promise<{ readonly tookMs: number; readonly loaded: readonly string[] }>
}

const folder = mkdtempSync(join(tmpdir(), 'throughline-telemetry-'))
const arrived: { readonly path: string; readonly text: string }[] = []
const told: string[] = []
const children: ChildProcess[] = []
let database: TestDatabase
let collector: Server
let hook: Server
let watched: Running

beforeAll(async () => {
  database = await testDatabase()
  collector = await listening((path, text) => arrived.push({ path, text }))
  hook = await listening((path) => told.push(path))
  // by itself at first: another process on this database would deliver in its place
  watched = await running('watched', {
    OTEL_EXPORTER_OTLP_ENDPOINT: at(collector),
    OTEL_METRIC_EXPORT_INTERVAL: '1000',
    THROUGHLINE_WEBHOOKS_TO_PRIVATE: '1',
  })
}, 300_000)
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  for (const server of [collector, hook]) server?.close()
  await database?.close()
  rmSync(folder, { recursive: true, force: true })
})

const at = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const listening = async (heard: (path: string, text: string) => void): Promise<Server> => {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      heard(request.url ?? '', Buffer.concat(chunks).toString('utf8'))
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

/** A process of the whole instance, which says at its end what it had loaded. */
async function running(name: string, env: Readonly<Record<string, string>>): Promise<Running> {
  const dataDir = join(folder, name)
  const loadedIn = join(folder, `${name}.json`)
  const telling = join(folder, `${name}.cjs`)
  writeFileSync(
    telling,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(loadedIn)},
      JSON.stringify(Object.keys(require.cache).filter((one) => one.includes('@opentelemetry')))))`,
  )
  const child = spawn(
    process.execPath,
    [
      '--require',
      telling,
      '--import',
      'tsx',
      join(root, 'src/app/main.ts'),
      'start',
      '--port',
      '0',
      '--no-open',
    ],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: {
        ...process.env,
        DATABASE_URL: urlOf(database.config),
        THROUGHLINE_DATA_DIR: dataDir,
        ...env,
      },
    },
  )
  children.push(child)
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`${name} ended: ${said}`)))
    must(child.stdout).on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /is at (http:\S+)\n[^]*\n/.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
  })
  return {
    url,
    token: readFileSync(ownerTokenPath(dataDir), 'utf8').trim(),
    stop: async () => {
      const began = Date.now()
      child.kill('SIGTERM')
      await once(child, 'exit')
      const loaded = JSON.parse(readFileSync(loadedIn, 'utf8')) as readonly string[]
      return { tookMs: Date.now() - began, loaded }
    },
  }
}

const ask = async (
  { url, token }: Running,
  method: string,
  path: string,
  json?: object,
  headers: Readonly<Record<string, string>> = {},
) => {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  })
  return { status: response.status, text: await response.text() }
}

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'

test('requests, commands, transactions and deliveries are told by their names and templates, and nothing that anybody said', async () => {
  const canaries = ['Kanarienvogel', 'zeisig', 'canary-key', 'goldammer', 'pirol']
  const [title, word, name, command, hookPath] = canaries
  const made = await ask(
    watched,
    'POST',
    '/api/v1/needs',
    { title },
    {
      traceparent: `00-${traceId}-00f067aa0ba902b7-01`,
      tracestate: 'pirol=1',
      'throughline-cause': 'goldammer',
    },
  )
  expect(made.status, made.text).toBe(201)
  const { id, ref } = JSON.parse(made.text) as { readonly id: string; readonly ref: string }
  const key = await ask(watched, 'POST', '/api/v1/commands/create-key', { name, role: 'viewer' })
  const { secret } = (JSON.parse(key.text) as { readonly result: { readonly secret: string } })
    .result
  const port = (hook.address() as AddressInfo).port
  const webhook = await ask(watched, 'POST', '/api/v1/commands/create-webhook', {
    name,
    url: `http://127.0.0.1:${port}/${String(hookPath)}`,
  })
  expect(webhook.status, webhook.text).toBe(200)
  await ask(watched, 'POST', '/api/v1/needs', { title })
  await expect.poll(() => told, { timeout: 60_000 }).toContain(`/${String(hookPath)}`)
  const asked = [
    ['GET', `/api/v1/needs?q=${String(word)}`],
    ['GET', `/api/v1/needs/${id}`],
    ['GET', `/api/v1/needs/${ref}-${String(word)}`],
    ['GET', `/api/v1/${String(word)}`],
    ['GET', `/${String(word)}/${String(title)}`],
    ['POST', `/api/v1/commands/${String(command)}`],
  ] as const
  for (const [method, path] of asked)
    await ask(watched, method, path, method === 'POST' ? { title } : undefined)
  const { tookMs, loaded } = await watched.stop()
  expect(tookMs).toBeLessThan(20_000)
  expect(loaded.length).toBeGreaterThan(5)

  const traces = arrived.filter(({ path }) => path === '/v1/traces').map(({ text }) => text)
  const metrics = arrived.filter(({ path }) => path === '/v1/metrics').map(({ text }) => text)
  expect(new Set(arrived.map(({ path }) => path))).toEqual(new Set(['/v1/traces', '/v1/metrics']))
  const spans = traces.flatMap(spansOf)
  const names = new Set(spans.map((span) => span.name))
  for (const one of [
    'POST /api/v1/needs',
    'GET /api/v1/needs/:id',
    'GET /*',
    'command create-need',
    'transaction workspace',
    'reading workspace',
    'delivery webhook',
  ])
    expect([...names]).toContain(one)
  // the command of the request that came with a trace is in that trace, below the request
  const request = must(spans.find((one) => one.name === 'POST /api/v1/needs'))
  expect(request).toMatchObject({ traceId, parentSpanId: '00f067aa0ba902b7' })
  const below = must(spans.find((one) => one.name === 'command create-need'))
  expect(below.traceId).toBe(traceId)
  for (const metric of [
    'http.server.request.duration',
    'throughline.work.duration',
    'throughline.commit_group.size',
    'throughline.pool.connections',
    'throughline.outbox.lag',
    'throughline.live.streams',
  ])
    expect(
      metrics.some((text) => text.includes(`"${metric}"`)),
      metric,
    ).toBe(true)

  const all = arrived.map(({ text }) => text).join('\n')
  for (const canary of [...canaries, secret, watched.token, id, ref, 'Owner'])
    expect(all.includes(canary), canary).toBe(false)
  // the look itself finds what is there
  expect(all.includes('create-need')).toBe(true)
}, 120_000)

test('without the variable nothing of it is loaded', async () => {
  const unasked = await running('unasked', {})
  expect((await ask(unasked, 'GET', '/api/v1/me')).status).toBe(200)
  expect((await unasked.stop()).loaded).toEqual([])
})

test('a collector that is away holds up no request and no stop', async () => {
  const gone = await listening(() => undefined)
  const away = at(gone)
  gone.close()
  const alone = await running('alone', {
    OTEL_EXPORTER_OTLP_ENDPOINT: away,
    OTEL_METRIC_EXPORT_INTERVAL: '500',
  })
  const began = Date.now()
  for (let count = 0; count < 20; count++)
    expect((await ask(alone, 'POST', '/api/v1/needs', { title: `Need ${count}` })).status).toBe(201)
  expect(Date.now() - began).toBeLessThan(30_000)
  // two seconds for what is left, not the ten for which a collector is waited for
  const { tookMs } = await alone.stop()
  expect(tookMs).toBeLessThan(8000)
})

interface Span {
  readonly name: string
  readonly traceId: string
  readonly parentSpanId?: string
}

const spansOf = (text: string): readonly Span[] => {
  const { resourceSpans } = JSON.parse(text) as {
    readonly resourceSpans: readonly {
      readonly scopeSpans: readonly { readonly spans: readonly Span[] }[]
    }[]
  }
  return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
}
