import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askAt, urlOf, type Ask } from '../../src/app/instance.world.ts'
import { ownerTokenPath } from '../../src/app/owner-token.ts'
import { must } from '../../src/engine/problem.ts'
import { testDatabase, type TestDatabase } from '../database.ts'
import { listenTo } from '../streaming.ts'
import { freePort, start } from './app.ts'

/**
 * The clock of the app is put forward and back by hours while people work: libfaketime stands between a
 * real process and the time of its machine. The database keeps its own.
 */
const library = [
  '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1',
  '/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1',
  '/usr/lib/faketime/libfaketime.so.1',
].find((path) => existsSync(path))
if (library === undefined) process.stdout.write('libfaketime is not here: no clock is moved\n')

let database: TestDatabase
let direct: pg.Client
let dataDir: string
let clock: string
let url: string
let ask: Ask
let token: string
let stop: (() => Promise<void>) | undefined
beforeAll(async () => {
  if (library === undefined) return
  database = await testDatabase()
  direct = new pg.Client(database.config)
  await direct.connect()
  dataDir = mkdtempSync(join(tmpdir(), 'throughline-clock-'))
  clock = join(dataDir, 'clock')
  writeFileSync(clock, '+0\n')
  const port = await freePort()
  const app = await start(dataDir, port, {
    DATABASE_URL: urlOf(database.config),
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: clock,
    FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  })
  stop = async () => {
    const gone = once(app, 'exit')
    if (app.exitCode === null && app.kill('SIGTERM')) await gone
  }
  url = `http://127.0.0.1:${port}`
  ask = askAt(url)
  token = readFileSync(ownerTokenPath(dataDir), 'utf8').trim()
}, 120_000)
afterAll(async () => {
  if (library === undefined) return
  await stop?.()
  await direct?.end()
  await database?.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const put = (step: string): void => writeFileSync(clock, `${step}\n`)
const make = (title: string, key?: string) =>
  ask('POST', '/api/v1/needs', {
    as: token,
    json: { title },
    ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
  })

/** By how much the app takes it to be another time than it is. */
const hoursOff = async (): Promise<number> =>
  (Date.parse(must((await ask('GET', '/livez')).headers.get('date'))) - Date.now()) / 3_600_000

/** Signs in by a link, and gives the cookie. */
async function signIn(): Promise<string> {
  const link = await ask('POST', '/api/v1/sign-in-links', { as: token })
  const { pathname, search } = new URL(String(link.body['url']))
  const told = await ask('GET', `${pathname}${search}`)
  expect(told.status).toBe(303)
  return must(told.headers.get('set-cookie')?.split(';')[0])
}
const isIn = async (cookie: string): Promise<boolean> =>
  (await ask('GET', '/api/v1/me', { headers: { cookie } })).status === 200

test.runIf(library !== undefined)(
  'whatever the clock of the app says, history goes on in order, lists are whole, and people stay in and come in',
  async () => {
    const steps = ['+0', '+5h', '-3h', '+30h', '-26h', '+0']
    const cookies = [await signIn()]
    const live = await listenTo(url, token)
    await make('First', 'the-first-one')
    const titles = ['First']
    for (const step of steps) {
      put(step)
      // The head of an answer names the time; Node makes it anew once a second.
      await expect.poll(hoursOff).toBeCloseTo(Number.parseInt(step, 10), 1)
      for (let count = 0; count < 5; count++) {
        expect((await make(`At ${step}, ${count}`)).status).toBe(201)
        titles.push(`At ${step}, ${count}`)
      }
      const again = await make('First', 'the-first-one')
      expect(again.headers.get('idempotency-replayed')).toBe('true')
      for (let count = 0; count < 60; count++)
        expect((await ask('GET', '/api/v1/me', { as: token })).status).toBe(200)
      cookies.push(await signIn())
      for (const cookie of cookies) expect(await isIn(cookie)).toBe(true)
    }
    const listed: unknown[] = []
    let cursor = ''
    do {
      const page = await ask('GET', `/api/v1/needs?limit=4${cursor}`, { as: token })
      listed.push(...(page.body['data'] as { title: string }[]).map(({ title }) => title))
      const next = page.body['cursor']
      cursor = typeof next === 'string' ? `&cursor=${encodeURIComponent(next)}` : ''
    } while (cursor !== '')
    expect(listed).toHaveLength(titles.length)
    expect(new Set(listed)).toEqual(new Set(titles))

    const { rows } = await direct.query<{ days: number }>(
      'select extract(epoch from expires_at - created_at) / 86400 as days from session',
    )
    expect(rows.map(({ days }) => Math.round(Number(days)))).toEqual(cookies.map(() => 30))
    const { rows: ids } = await direct.query<{ all: number; different: number }>(
      'select count(*)::int as all, count(distinct id)::int as different from change c join need n on n.id = c.row_id',
    )
    expect(ids[0]?.all).toBe(titles.length)
    const verified = await ask('GET', '/api/v1/history/verify', { as: token })
    expect(verified.body).not.toHaveProperty('broken')
    await pause(500)
    const seqs = live.heard.flatMap(({ event, data }) =>
      event === 'commit' ? [Number(data['seq'])] : [],
    )
    live.close()
    expect(seqs).toEqual(seqs.toSorted((one, other) => one - other))
    expect(seqs.length).toBeGreaterThanOrEqual(titles.length)
  },
  120_000,
)

test.runIf(library !== undefined)(
  'a key that was taken back ends its stream soon, although the clock was put back',
  async () => {
    put('+4h')
    const made = await ask('POST', '/api/v1/commands/create-key', {
      as: token,
      json: { name: 'To be revoked', role: 'viewer' },
    })
    const { secret, id } = made.body['result'] as { secret: string; id: string }
    const live = await listenTo(url, secret)
    await live.next('hello')
    put('-3h')
    await ask('POST', '/api/v1/commands/revoke-key', { as: token, json: { id } })
    const isOver = await Promise.race([live.over.then(() => true), pause(15_000).then(() => false)])
    live.close()
    expect(isOver).toBe(true)
  },
  60_000,
)

test.runIf(library !== undefined)(
  'who waits for rows that somebody else holds is told so in time, although the clock was put back',
  async () => {
    put('+4h')
    const need = await make('Held')
    await direct.query('begin')
    await direct.query('select from need where id = $1 for update', [need.body['id']])
    const from = performance.now()
    const asked = ask('PATCH', `/api/v1/needs/${String(need.body['ref'])}`, {
      as: token,
      json: { title: 'Waited for' },
    })
    await pause(500)
    put('-3h')
    const told = await Promise.race([asked, pause(20_000)])
    await direct.query('rollback')
    await asked
    expect(told).toMatchObject({ status: 429 })
    expect(performance.now() - from).toBeLessThan(15_000)
  },
  60_000,
)

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
