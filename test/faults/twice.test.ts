import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askAt, openWorld, type Told, type World } from '../../src/app/instance.world.ts'
import { realPorts } from '../../src/app/ports.ts'
import { openTwiceProxy, type Answered } from './twice-proxy.ts'

/** Every request arrives twice: with a key it happens once, and without one both are told what they did. */
let world: World
let ports: readonly [number, number]
let sql: pg.Client
beforeAll(async () => {
  world = await openWorld()
  ports = [world.instance.port, (await world.second()).port]
  sql = new pg.Client(world.databaseUrl)
  await sql.connect()
})
afterAll(async () => {
  await sql?.end()
  await world?.close()
})

const { newId } = realPorts()
const ways = (['beside it', 'after its answer'] as const).flatMap((when) =>
  (['the same process', 'another process'] as const).map((where) => ({ when, where })),
)

/** Asks once through a network that delivers twice. */
async function twice(
  { when, where }: (typeof ways)[number],
  method: string,
  path: string,
  json?: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly first: Told; readonly second: Answered }> {
  const [to, other] = ports
  const proxy = await openTwiceProxy(to, where === 'another process' ? other : to, when)
  const first = await askAt(proxy.url)(method, path, {
    as: world.ownerToken,
    headers: { ...headers, connection: 'close' },
    ...(json === undefined ? {} : { json }),
  })
  const second = await proxy.second()
  await proxy.close()
  return { first, second }
}

const counted = async (text: string): Promise<number> => {
  const { rows } = await sql.query<{ count: number }>(
    'select count(*)::int as count from feedback where text = $1',
    [text],
  )
  return rows[0]?.count ?? 0
}

const make = async (title: string) =>
  (await world.ask('POST', '/api/v1/needs', { as: world.ownerToken, json: { title } })).body

const sorted = (...statuses: readonly number[]): readonly number[] =>
  statuses.toSorted((one, other) => one - other)

describe.each(ways)('delivered again $when, to $where', (way) => {
  test('with a key it is done once, and the second is told the answer of the first or to come again', async () => {
    const key = newId()
    const asked = { text: `Keyed ${key}` }
    const { first, second } = await twice(way, 'POST', '/api/v1/feedback', asked, {
      'idempotency-key': key,
    })
    // Either of the two may be the one that is done.
    for (const { status, headers } of [first, second])
      if (status !== 201) {
        expect(status).toBe(409)
        expect(headers.get('retry-after')).toBe('1')
      }
    expect([first.status, second.status]).toContain(201)
    const again = await world.ask('POST', '/api/v1/feedback', {
      as: world.ownerToken,
      json: asked,
      headers: { 'idempotency-key': key },
    })
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    for (const { status, body } of [first, second])
      if (status === 201) expect(body['ref']).toBe(again.body['ref'])
    expect(await counted(asked.text)).toBe(1)
  })

  test('without a key each is done, and each is told of its own', async () => {
    const asked = { text: `Unkeyed ${newId()}` }
    const { first, second } = await twice(way, 'POST', '/api/v1/feedback', asked)
    expect([first.status, second.status]).toEqual([201, 201])
    expect(first.body['ref']).not.toBe(second.body['ref'])
    expect(await counted(asked.text)).toBe(2)
  })

  test('with an id or a version of its own it is done once, and the other is told why not', async () => {
    const id = newId()
    const made = await twice(way, 'POST', '/api/v1/feedback', { id, text: `Named ${id}` })
    expect(sorted(made.first.status, made.second.status)).toEqual([201, 409])
    expect(await counted(`Named ${id}`)).toBe(1)

    const need = await make('Seen')
    const path = `/api/v1/needs/${String(need['ref'])}`
    const seen = { 'if-match': '"1"' }
    const changed = await twice(way, 'PATCH', path, { title: 'Changed' }, seen)
    const statuses = sorted(changed.first.status, changed.second.status)
    // The second wants what is there already: nothing was overwritten, or it is told that it moved on.
    expect(statuses[0]).toBe(200)
    expect([200, 409]).toContain(statuses[1])
    const now = await world.ask('GET', path, { as: world.ownerToken })
    expect(now.body).toMatchObject({ title: 'Changed', version: 2 })
  })

  test('what is gone is gone once', async () => {
    const need = await make('Gone')
    const { first, second } = await twice(way, 'DELETE', `/api/v1/needs/${String(need['ref'])}`)
    expect(sorted(first.status, second.status)).toEqual([204, 404])
  })
})
