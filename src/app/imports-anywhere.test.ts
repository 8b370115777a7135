import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from './instance.world.ts'
import type { Instance } from './serve.ts'

/** A file is brought in by whichever process is asked, each with a data directory of its own. */
let world: World
let other: Instance
let folder: string
let sql: pg.Client
let editor: string
beforeAll(async () => {
  world = await openWorld()
  folder = mkdtempSync(join(tmpdir(), 'throughline-elsewhere-'))
  other = await world.second({ dataDir: folder })
  sql = new pg.Client(world.databaseUrl)
  await sql.connect()
  editor = await world.key('editor')
})
afterAll(async () => {
  await sql?.end()
  await world?.close()
  rmSync(folder, { recursive: true, force: true })
})

const mapping = { record: 'need', map: { title: 'title' } }
const ask = (method: string, path: string, at: string, json?: unknown) =>
  world.ask(method, `/api/v1${path}`, {
    as: editor,
    at,
    ...(json === undefined ? {} : { json }),
  })
const here = () => world.instance.url
const there = () => other.url

async function bring(title: string, rows: number): Promise<string> {
  const lines = Array.from({ length: rows }, (_, at) => `${title} ${at}`)
  const told = await world.ask('POST', '/api/v1/imports', {
    as: editor,
    text: `title\n${lines.join('\n')}\n`,
  })
  expect(told.status).toBe(201)
  return `/imports/${String(told.body['id'])}`
}

const settled = async (path: string, at: string) => {
  await expect.poll(async () => (await ask('GET', path, at)).body['state']).not.toBe('running')
  return (await ask('GET', path, at)).body
}

const needs = async (title: string): Promise<number> =>
  (await sql.query('select from need where title like $1', [`${title} %`])).rowCount ?? 0

test('taken here, checked and run there, told here', async () => {
  const path = await bring('A passage', 1200)
  const checked = await ask('POST', `${path}/check`, there(), mapping)
  expect(checked.body).toMatchObject({ rows: 1200, creates: 1200, problemCount: 0 })
  expect((await ask('GET', path, here())).body).toMatchObject({ state: 'waiting', total: 1200 })
  expect((await ask('POST', `${path}/run`, there(), mapping)).status).toBe(202)
  expect(await settled(path, here())).toMatchObject({
    state: 'done',
    report: { created: 1200, unchanged: 0, rows: 1200 },
  })
  expect(await needs('A passage')).toBe(1200)
})

test('a refusal is told everywhere, with every place', async () => {
  const path = await bring('A wish', 2)
  const wrong = { record: 'need', map: { kind: 'title' } }
  await ask('POST', `${path}/run`, there(), wrong)
  const [one, two] = [await settled(path, here()), await settled(path, there())]
  expect(one).toMatchObject({ state: 'refused', problem: { status: 422 } })
  expect(one['problem']).toEqual(two['problem'])
  // mended, it is run by the other one
  await ask('POST', `${path}/run`, here(), mapping)
  expect(await settled(path, there())).toMatchObject({ state: 'done', problem: null })
})

test('nobody begins what another process is at, and anybody cancels it', async () => {
  await slowly(async () => {
    const path = await bring('A delay', 3000)
    await ask('POST', `${path}/run`, here(), mapping)
    const second = await ask('POST', `${path}/run`, there(), mapping)
    expect(second.status).toBe(409)
    expect((await ask('DELETE', path, there())).status).toBe(200)
    expect(await settled(path, there())).toMatchObject({ state: 'cancelled' })
    expect(await needs('A delay')).toBe(0)
  })
})

test('what is silent for too long counts as lost: it is begun again elsewhere, and happens once', async () => {
  await slowly(async () => {
    const path = await bring('A silence', 3000)
    await ask('POST', `${path}/run`, here(), mapping)
    // as if this process had stood still for half a minute
    await sql.query(
      `update import_file set held_until = now() - interval '1 second', held_by = gen_random_uuid()`,
    )
    expect((await ask('GET', path, there())).body).toMatchObject({
      state: 'refused',
      problem: { status: 404 },
    })
    expect((await ask('POST', `${path}/run`, there(), mapping)).status).toBe(202)
    expect(await settled(path, here())).toMatchObject({ state: 'done', report: { rows: 3000 } })
    expect(await needs('A silence')).toBe(3000)
  })
})

test('nobody else is told of it, and after a day it is gone', async () => {
  const path = await bring('A secret', 1)
  const stranger = await world.key('admin')
  for (const at of [here(), there()])
    expect((await world.ask('GET', `/api/v1${path}`, { as: stranger, at })).status).toBe(404)
  await sql.query(`update import_file set created_at = now() - interval '25 hours'`)
  await world.instance.store.sweep()
  expect((await ask('GET', path, there())).status).toBe(404)
  expect((await sql.query('select from import_part')).rowCount).toBe(0)
})

/** Each row takes a millisecond to write. */
async function slowly(work: () => Promise<void>): Promise<void> {
  await sql.query(`create function slowly() returns trigger language plpgsql as
    $$ begin perform pg_sleep(0.001); return new; end $$;
    create trigger slowly before insert on need for each row execute function slowly()`)
  try {
    await work()
  } finally {
    await sql.query('drop trigger slowly on need; drop function slowly()')
  }
}
