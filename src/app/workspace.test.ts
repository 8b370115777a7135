import { afterAll, beforeAll, expect, test } from 'vitest'
import { entering } from './entering.world.ts'
import { openWorld, type World } from './instance.world.ts'

/** The workspace's own record: what an admin may write into it, and where it is read again. */
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const change = (json: unknown) =>
  world.ask('PATCH', '/api/v1/workspaces/WS-1', { as: world.ownerToken, json })

const read = async (path: string) =>
  (await world.ask('GET', `/api/v1${path}`, { as: world.ownerToken })).body

test.each([
  ['name', ''],
  ['name', ' '],
  ['slug', 'second'],
  ['zone', 'Nowhere/Zone'],
  ['zone', '+02:00'],
  ['zone', ''],
  ['baseCurrency', 'ZZZ'],
  ['baseCurrency', 'eur'],
])('its %s is not "%s"', async (field, value) => {
  const before = await read('/workspaces/WS-1')
  const told = await change({ [field]: value })
  expect(told, told.text).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: `/${field}` }] },
  })
  expect(await read('/workspaces/WS-1')).toEqual(before)
})

test('a zone and a currency that there are, and nothing in place of either, are taken', async () => {
  for (const json of [
    { zone: 'Europe/Zurich', baseCurrency: 'CHF' },
    { zone: 'UTC' },
    { zone: null, baseCurrency: null },
  ])
    expect((await change(json)).status).toBe(200)
})

test('a new name is said wherever the workspace is named', async () => {
  expect((await change({ name: 'Renamed house' })).status).toBe(200)
  expect(await read('/me')).toMatchObject({ workspace: { name: 'Renamed house', slug: 'main' } })
  const cookie = await entering(world.ask).comeIn(world.ownerToken, 'ada@example.com', 'viewer')
  const { body } = await world.ask('GET', '/api/v1/account', { headers: { cookie } })
  expect(body).toMatchObject({ workspaces: [{ name: 'Renamed house', slug: 'main' }] })
})
