import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const create = (input: unknown, as: 'owner' | 'admin' | 'editor' = 'owner') =>
  world.store.apply(world.as[as], 'create-key', input)

test('the secret is in the answer and in no row; what is kept knows it again', async () => {
  const made = await create({ name: 'Importer', role: 'contributor', scopes: ['write:feedback'] })
  const secret = String(made.result['secret'])
  expect(secret).toMatch(/^tl_[\w-]{20,}$/)
  const row = made.changed[0]?.row
  expect(row).toMatchObject({
    name: 'Importer',
    role: 'contributor',
    start: secret.slice(0, 8),
    revokedAt: null,
  })
  expect(JSON.stringify(row)).not.toContain(secret)
  expect(await world.store.identity.byKey(secret)).toMatchObject({
    kind: 'key',
    id: row?.id,
    role: 'contributor',
  })
})

test('a key is never above the one who makes it, and an editor makes none', async () => {
  await expect(create({ name: 'Too high', role: 'owner' }, 'admin')).rejects.toMatchObject({
    code: 'denied',
  })
  await expect(create({ name: 'Not mine', role: 'viewer' }, 'editor')).rejects.toMatchObject({
    code: 'denied',
  })
})

test('a scope that is misspelt is refused by name', async () => {
  await expect(create({ name: 'Odd', role: 'viewer', scopes: ['feedback'] })).rejects.toMatchObject(
    {
      code: 'invalid',
      message: 'This is no scope: feedback.',
      places: [{ at: 'scopes' }],
    },
  )
})

test('a scope of a record that there is not is refused, with the one that was meant', async () => {
  await expect(
    create({ name: 'Dead', role: 'viewer', scopes: ['read:zebra', 'write:need', 'read:*'] }),
  ).rejects.toMatchObject({
    code: 'invalid',
    places: [
      { at: 'scopes', says: expect.stringContaining('There is no read:zebra.') },
      { at: 'scopes', says: 'There is no write:need. Did you mean write:needs?' },
    ],
  })
  const all = world.store.catalogue.records.map(({ plural }) => `write:${plural}`)
  await expect(create({ name: 'All', role: 'viewer', scopes: all })).resolves.toBeDefined()
})

test('a revoked key opens nothing, and revoking it again changes nothing', async () => {
  const made = await create({ name: 'Old', role: 'viewer' })
  const id = made.changed[0]?.id
  await world.store.apply(world.as.admin, 'revoke-key', { id })
  expect(await world.store.identity.byKey(String(made.result['secret']))).toBeUndefined()
  expect((await world.store.apply(world.as.admin, 'revoke-key', { id })).count).toBe(0)
})

test('a use is noted once an hour', async () => {
  const made = await create({ name: 'Busy', role: 'viewer' })
  const input = { id: made.changed[0]?.id }
  expect((await world.store.apply(world.system, 'note-key-use', input)).count).toBe(1)
  expect((await world.store.apply(world.system, 'note-key-use', input)).count).toBe(0)
})
