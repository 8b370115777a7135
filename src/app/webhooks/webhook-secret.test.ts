import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../instance.world.ts'

let world: World
let told: string
let secret: string
beforeAll(async () => {
  world = await openWorld()
  const made = await world.ask('POST', '/api/v1/commands/create-webhook', {
    as: world.ownerToken,
    json: { name: 'Silent', url: 'https://127.0.0.1:9/hook' },
    headers: { 'idempotency-key': 'once' },
  })
  told = made.text
  secret = String((made.body['result'] as { readonly secret: string }).secret)
})
afterAll(() => world?.close())

test('what a webhook signs with is told once, and read out by no way after that', async () => {
  expect(told).toContain(secret)
  const again = await world.ask('POST', '/api/v1/commands/create-webhook', {
    as: world.ownerToken,
    json: { name: 'Silent', url: 'https://127.0.0.1:9/hook' },
    headers: { 'idempotency-key': 'once' },
  })
  expect(again.status).toBe(200)
  const ways = [
    '/webhooks',
    '/webhooks/HOOK-1',
    '/views/deliveries?webhook=HOOK-1',
    '/export/webhooks?format=csv',
    '/export/webhooks?format=jsonl',
    '/history?limit=200',
    '/history?id=HOOK-1',
    '/snapshot',
  ]
  const answers = await Promise.all(
    ways.map((way) => world.ask('GET', `/api/v1${way}`, { as: world.ownerToken })),
  )
  expect(answers.map(({ status }) => status)).toEqual(ways.map(() => 200))
  const archive = await fetch(`${world.instance.url}/api/v1/archive`, {
    headers: { authorization: `Bearer ${world.ownerToken}` },
  })
  const texts = [...answers, again].map(({ text }) => text)
  texts.push(gunzipSync(Buffer.from(await archive.arrayBuffer())).toString())
  for (const text of texts)
    for (const form of [secret, secret.slice('whsec_'.length), 'whsec_'])
      expect(text.includes(form)).toBe(false)
  expect(texts.filter((text) => text.includes('Silent')).length).toBeGreaterThan(5)
})

test('the app itself may add to the secrets and read none of them', async () => {
  const client = new pg.Client({ connectionString: world.databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query('select secret from signing_secret')
    expect(rows).toEqual([{ secret }])
    await client.query('set role throughline_app')
    for (const way of ['select 1 from signing_secret', 'delete from signing_secret'])
      await expect(client.query(way)).rejects.toThrow('permission denied')
  } finally {
    await client.end()
  }
})

test('a running instance sends nothing to itself, and says why', async () => {
  const deliveries = async () => {
    const { body } = await world.ask('GET', '/api/v1/views/deliveries?webhook=HOOK-1', {
      as: world.ownerToken,
    })
    return body['deliveries'] as readonly { readonly state: string; readonly fault: string }[]
  }
  await world.ask('POST', '/api/v1/commands/test-webhook', {
    as: world.ownerToken,
    json: { id: 'HOOK-1' },
  })
  await expect.poll(async () => (await deliveries())[0]?.state, { timeout: 20_000 }).toBe('failed')
  expect((await deliveries())[0]?.fault).toContain('no public address')
  expect(world.faults).toEqual([])
})
