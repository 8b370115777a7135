import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../../test/world.ts'
import { realPorts } from '../../../app/ports.ts'

const day = 86_400_000

let world: World
let ahead = 0
beforeAll(async () => {
  world = await openWorld({ ...realPorts(), now: () => new Date(Date.now() + ahead) })
})
afterAll(() => world.close())

const invite = async (email: string, role: string, as: 'owner' | 'admin' = 'owner') =>
  String((await world.store.apply(world.as[as], 'invite', { email, role })).result['id'])
const accept = (id: string, name = 'Ada') =>
  world.store.apply(world.system, 'accept-invitation', { id, name })

test('nobody but the system accepts one', async () => {
  const id = await invite('nobody@example.com', 'viewer')
  const asOwner = world.store.apply(world.as.owner, 'accept-invitation', { id, name: 'Me' })
  await expect(asOwner).rejects.toMatchObject({ code: 'denied' })
})

test('it works for seven days and no longer', async () => {
  const [early, late] = [
    await invite('a@example.com', 'viewer'),
    await invite('b@example.com', 'viewer'),
  ]
  ahead = 7 * day - 60_000
  expect((await accept(early)).count).toBe(2)
  ahead = 7 * day + 60_000
  await expect(accept(late)).rejects.toMatchObject({
    message: 'This link is too old. Ask for a new one.',
  })
  ahead = 0
})

test('it works once, and not when it was revoked', async () => {
  const id = await invite('once@example.com', 'viewer')
  await accept(id)
  await expect(accept(id)).rejects.toMatchObject({ code: 'invalid' })
  const revoke = (which: string) =>
    world.store.apply(world.as.admin, 'revoke-invitation', { id: which })
  await expect(revoke(id)).rejects.toMatchObject({ code: 'invalid' })
  const other = await invite('other@example.com', 'viewer')
  await revoke(other)
  expect((await revoke(other)).count).toBe(0)
  await expect(accept(other)).rejects.toMatchObject({ code: 'invalid' })
})

test('an admin revokes none that gives more than an admin may', async () => {
  const id = await invite('high@example.com', 'owner')
  const revoke = world.store.apply(world.as.admin, 'revoke-invitation', { id })
  await expect(revoke).rejects.toMatchObject({ code: 'denied' })
})

test('it gives nothing that whoever gave it could not give now', async () => {
  const demoted = await invite('demoted@example.com', 'admin', 'admin')
  await world.store.apply(world.as.owner, 'update-member', {
    id: world.as.admin.id,
    role: 'editor',
  })
  await expect(accept(demoted)).rejects.toMatchObject({ code: 'invalid' })
  await world.store.apply(world.as.owner, 'update-member', { id: world.as.admin.id, role: 'admin' })
  expect((await accept(demoted)).count).toBe(2)
})

test('a member who has the e-mail is taken over with the higher role, and never with a lower one', async () => {
  const known = await world.make('create-member', {
    name: 'Known',
    email: 'known@example.com',
    role: 'editor',
  })
  await expect(accept(await invite('known@example.com', 'viewer'))).rejects.toMatchObject({
    code: 'taken',
  })
  const taken = await accept(await invite('Known@example.com', 'admin'), 'Another name')
  expect(taken.result).toEqual({ memberId: known.id })
  expect(taken.changed[0]?.row).toMatchObject({ name: 'Known', role: 'admin' })
})
