import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Told, type World } from './instance.world.ts'

let world: World
let made: Told
let secret: string
beforeAll(async () => {
  world = await openWorld()
  made = await world.ask('POST', '/api/v1/commands/create-key', {
    as: world.ownerToken,
    json: { name: 'Silent', role: 'admin' },
    headers: { 'idempotency-key': 'once' },
  })
  secret = String((made.body['result'] as { readonly secret: string }).secret)
})
afterAll(() => world?.close())

const again = (): Promise<Told> =>
  world.ask('POST', '/api/v1/commands/create-key', {
    as: world.ownerToken,
    json: { name: 'Silent', role: 'admin' },
    headers: { 'idempotency-key': 'once' },
  })

async function archive(): Promise<string> {
  const answer = await fetch(`${world.instance.url}/api/v1/archive`, {
    headers: { authorization: `Bearer ${world.ownerToken}` },
  })
  return gunzipSync(Buffer.from(await answer.arrayBuffer())).toString()
}

test('neither a key nor how it is known again is read out by any way', async () => {
  const digest = createHash('sha256').update(secret).digest()
  const seq = made.headers.get('throughline-seq')
  const ways = [
    '/keys',
    '/keys/KEY-1',
    '/export/keys?format=csv',
    '/export/keys?format=jsonl',
    '/history?limit=200',
    `/history?id=KEY-1`,
    '/catalogue.json',
    '/openapi.json',
  ]
  const told = await Promise.all(
    ways.map((way) => world.ask('GET', `/api/v1${way}`, { as: world.ownerToken })),
  )
  expect(told.map(({ status }) => status)).toEqual(ways.map(() => 200))
  expect(told.filter(({ text }) => text.includes(secret.slice(0, 8))).length).toBe(6)
  expect(seq).toMatch(/^\d+$/)
  for (const text of [...told.map((one) => one.text), (await again()).text, await archive()]) {
    expect(text.includes(secret)).toBe(false)
    for (const form of ['hex', 'base64', 'base64url'] as const)
      expect(text.includes(digest.toString(form))).toBe(false)
  }
  expect(made.text.includes(digest.toString('hex'))).toBe(false)
  for (const { text } of told.slice(0, 6)) expect(text).not.toMatch(/\bdigest\b|secret/i)
  const fields = JSON.parse(told[6]?.text ?? '') as { records: { name: string; fields: object }[] }
  expect(fields.records.find(({ name }) => name === 'key')?.fields).not.toHaveProperty('hash')
  expect(fields.records.find(({ name }) => name === 'key')?.fields).toHaveProperty('start')
  expect((await world.ask('GET', '/api/v1/me', { as: secret })).status).toBe(200)
})

test('the app itself may add to the secrets and read none of them', async () => {
  const client = new pg.Client({ connectionString: world.databaseUrl })
  await client.connect()
  try {
    expect((await client.query('select 1 from secret')).rowCount).toBeGreaterThan(0)
    await client.query('set role throughline_app')
    await expect(client.query('select 1 from secret')).rejects.toThrow('permission denied')
    await expect(client.query('delete from secret')).rejects.toThrow('permission denied')
  } finally {
    await client.end()
  }
})

test('an archive says that keys are not in it, and has none', async () => {
  const lines = (await archive()).split('\n')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    without: ['keys', 'webhooks', 'invitations', 'logins'],
  })
  expect(lines.filter((line) => line.startsWith('{"record":"key"'))).toEqual([])
  expect(lines.some((line) => line.startsWith('{"record":"member"'))).toBe(true)
})
