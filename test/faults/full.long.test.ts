import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { askAt, type Ask } from '../../src/app/instance.world.ts'
import { ownerTokenPath } from '../../src/app/owner-token.ts'
import { realPorts } from '../../src/app/ports.ts'
import { launch } from '../../src/store/embedded/launch.ts'
import { freePort, ground, ready, start } from './app.ts'
import { halvesIn } from './halves.ts'
import { openSmallDisk, type SmallDisk } from './small-disk.ts'

/** What happens when a disk is full: to the database, and to the files of the app itself. */
const [large, small] = [openSmallDisk(400), openSmallDisk(8)]
const isMounted = large !== undefined && small !== undefined
if (!isMounted) process.stdout.write('no disk could be mounted here: a full one is not tried\n')

const { newId } = realPorts()
const writers = 4
const cleanUp: (() => Promise<unknown> | void)[] = []
afterAll(async () => {
  for (const one of cleanUp.reverse()) await one()
  for (const disk of [large, small]) disk?.remove()
})

/** What writers were told of what they sent. */
interface Written {
  readonly kept: string[]
  readonly refused: { readonly id: string; readonly status: number; readonly detail: string }[]
}

/** Writers that go on until they are told to stop; each text is so large, and so random, that it takes room. */
function writeOn(ask: Ask, token: string) {
  const written: Written = { kept: [], refused: [] }
  let isOn = true
  const all = Promise.all(
    Array.from({ length: writers }, async () => {
      while (isOn) {
        const id = newId()
        const answer = await ask('POST', '/api/v1/feedback', {
          as: token,
          json: { id, text: randomBytes(7_000).toString('hex') },
        })
        if (answer.status < 300) written.kept.push(id)
        else {
          const detail = String(answer.body['detail'])
          written.refused.push({ id, status: answer.status, detail })
          await pause(50)
        }
      }
    }),
  )
  return {
    written,
    stop: async () => {
      isOn = false
      await all
    },
  }
}

async function until(what: string, seconds: number, holds: () => Promise<boolean> | boolean) {
  for (const end = Date.now() + seconds * 1000; !(await holds()); await pause(100))
    if (Date.now() > end) throw new Error(`after ${seconds} s still not so: ${what}`)
}

/** Writes to the log of the database until it finds no room for that, and ends. */
async function fillLog(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client({ ...connection })
  client.on('error', () => undefined)
  await client.connect()
  const emit = async (): Promise<void> => {
    for (let count = 0; count < 100; count++)
      await client.query(`select pg_logical_emit_message(false, 'fill', repeat('x', 1000000))`)
  }
  // It is told so, or finds the connection gone.
  await expect(emit()).rejects.toThrow(/terminat|No space|EPIPE|ECONNRESET/)
  await client.end().catch(() => undefined)
}

test.runIf(isMounted)(
  'with the disk of the database full, writes are refused by that name, and go on by themselves once there is room',
  async () => {
    const disk = large as SmallDisk
    const dataDir = mkdtempSync(join(tmpdir(), 'throughline-full-'))
    mkdirSync(join(disk.path, 'system'))
    const first = await launch({ dataDir, systemDir: join(disk.path, 'system') })
    await first.stop()
    const port = await freePort()
    const app = await start(dataDir, port, { THROUGHLINE_RATE: '1000000' })
    cleanUp.push(async () => {
      const gone = once(app, 'exit')
      if (app.exitCode === null && app.kill('SIGTERM')) await gone
      rmSync(dataDir, { recursive: true, force: true })
    })
    const ask = askAt(`http://127.0.0.1:${port}`)
    const token = readFileSync(ownerTokenPath(dataDir), 'utf8').trim()
    const seen = {
      rounds: 0,
      kept: 0,
      refused: 0,
      statuses: {} as Record<string, number>,
      read: 0,
      unread: 0,
    }
    const all: Written = { kept: [], refused: [] }

    // The first time, until tables find no room; then until the log of the database finds none either.
    for (const end of ['its tables', 'its log'] as const) {
      const { written, stop } = writeOn(ask, token)
      await until('something is written', 20, () => written.kept.length > 20)
      disk.fill()
      await until('a write is refused', 60, () => written.refused.length > 0)
      if (end === 'its log') await fillLog(first.connection)
      const over = Date.now() + (end === 'its tables' ? 3000 : 8000)
      while (Date.now() < over) {
        const page = await ask('GET', '/api/v1/feedback?limit=5', { as: token })
        if (page.status === 200) seen.read += 1
        else {
          seen.unread += 1
          expect([page.status, page.text]).toEqual([503, expect.anything()])
        }
        await pause(250)
      }
      await until('it says that the disk is full', 30, async () => {
        const told = await ask('GET', '/readyz')
        expect(told.status).toBe(503)
        return /disk is full/.test(told.text)
      })
      disk.free()
      await ready(ask)
      const before = written.kept.length
      await until('writing goes on', 60, () => written.kept.length > before + 20)
      await stop()
      all.kept.push(...written.kept)
      all.refused.push(...written.refused)
      seen.rounds += 1
    }

    for (const { status, detail } of all.refused) {
      const says = `${status} ${/disk is full/.test(detail) ? 'full' : detail.slice(0, 40)}`
      seen.statuses[says] = (seen.statuses[says] ?? 0) + 1
    }
    process.stdout.write(
      `disk full: ${JSON.stringify({ ...seen, kept: all.kept.length, refused: all.refused.length })}\n`,
    )
    expect(all.refused.filter(({ status }) => status !== 503)).toEqual([])
    expect(all.refused.filter(({ detail }) => /disk is full/.test(detail)).length).toBeGreaterThan(
      3,
    )
    const server = await launch({ dataDir })
    const client = new pg.Client({ ...server.connection })
    await client.connect()
    try {
      const there = async (ids: readonly string[]): Promise<number> =>
        (await client.query('select from feedback where id = any($1::uuid[])', [ids])).rowCount ?? 0
      expect(await there(all.kept)).toBe(all.kept.length)
      expect(await halvesIn(client)).toEqual([])
    } finally {
      await client.end()
      await server.stop()
    }
    const verified = await ask('GET', '/api/v1/history/verify', { as: token })
    expect(verified.body).not.toHaveProperty('broken')
  },
  300_000,
)

test.runIf(isMounted)(
  'with the disk of the app full, a file is refused by that name and leaves nothing, and writing goes on',
  async () => {
    const disk = small as SmallDisk
    const { dataDir, remove } = await ground()
    cleanUp.push(remove)
    const port = await freePort()
    // Its log lies on the full disk too, and the files that are attached.
    const log = join(disk.path, 'log')
    const app = await start(dataDir, port, {}, [
      'sh',
      '-c',
      `mkdir -p ${disk.path}/files && ln -sfn ${disk.path}/files ${dataDir}/files && exec "$0" "$@" 2>>${log}`,
    ])
    cleanUp.push(async () => {
      const gone = once(app, 'exit')
      if (app.exitCode === null && app.kill('SIGTERM')) await gone
    })
    const ask = askAt(`http://127.0.0.1:${port}`)
    const token = readFileSync(ownerTokenPath(dataDir), 'utf8').trim()
    const on = (await ask('POST', '/api/v1/ideas', { as: token, json: { title: 'A lamp' } })).body[
      'ref'
    ]
    const bring = (rows: number) =>
      ask('POST', `/api/v1/attachments?on=${String(on)}`, {
        as: token,
        text: `Text\n${Array.from({ length: rows }, (_, at) => `${at} ${'said '.repeat(20)}`).join('\n')}\n`,
      })
    const refused = await bring(150_000)
    expect(refused.status).toBe(503)
    expect(refused.body['detail']).toContain('The disk is full')
    expect(readdirSync(join(disk.path, 'files', 'incoming'))).toEqual([])
    expect((await bring(100)).status).toBe(201)

    disk.fill()
    expect((await bring(1000)).status).toBe(503)
    // Each fault is a line that finds no room: nobody is the worse for it.
    for (let count = 0; count < 5; count++) expect((await bring(1000)).status).toBe(503)
    const json = { text: 'Said while the log was full' }
    expect((await ask('POST', '/api/v1/feedback', { as: token, json })).status).toBe(201)
    const before = readFileSync(log, 'utf8').length
    disk.free()
    await bring(150_000)
    expect(readFileSync(log, 'utf8').length).toBeGreaterThan(before)
    expect((await bring(100)).status).toBe(201)
    expect(app.exitCode).toBe(null)
  },
  120_000,
)

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
