import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from './instance.world.ts'

/** PostgreSQL says that it finds no room; a disk that is really full is in test/faults/full.long.test.ts. */
let world: World
let sql: pg.Client
beforeAll(async () => {
  world = await openWorld()
  sql = new pg.Client(world.databaseUrl)
  await sql.connect()
  await sql.query(`create function no_room() returns trigger language plpgsql as
    $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`)
})
afterAll(async () => {
  await sql?.end()
  await world?.close()
})

test('a write that finds no room is refused by that name, reading goes on, and so does writing once there is some', async () => {
  const as = world.ownerToken
  const say = (text: string) => world.ask('POST', '/api/v1/feedback', { as, json: { text } })
  const bring = async () => {
    const { body } = await world.ask('POST', '/api/v1/imports', { as, text: 'Text\nFrom a file\n' })
    const path = `/api/v1/imports/${String(body['id'])}`
    const json = { record: 'feedback', map: { text: 'Text' } }
    await world.ask('POST', `${path}/run`, { as, json })
    await expect
      .poll(async () => (await world.ask('GET', path, { as })).body['state'])
      .not.toBe('running')
    return (await world.ask('GET', path, { as })).body
  }
  await sql.query(
    'create trigger no_room before insert on feedback for each row execute function no_room()',
  )
  const refused = await say('Nowhere to put it')
  expect(refused.status).toBe(503)
  expect(refused.headers.get('retry-after')).toBe('30')
  expect(refused.body).toMatchObject({
    type: '/problems/broken',
    detail: expect.stringMatching(/^The disk is full, .* Free some space on it/) as unknown,
  })
  expect(await bring()).toMatchObject({
    state: 'refused',
    problem: { status: 503, detail: expect.stringContaining('The disk is full') as unknown },
  })
  expect((await world.ask('GET', '/api/v1/feedback', { as })).body['data']).toEqual([])

  await sql.query('drop trigger no_room on feedback')
  expect((await world.ask('GET', '/readyz')).status).toBe(200)
  expect((await say('There is room')).status).toBe(201)
  expect((await bring())['state']).toBe('done')
})
