import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 60_000)
afterAll(() => world.close())

const apply = (as: 'owner' | 'admin' | 'editor', command: string, input: unknown) =>
  world.store.apply(world.as[as], command, input)

test('the last owner can be neither demoted nor removed, and can once there is another', async () => {
  const id = world.as.owner.id
  await expect(apply('owner', 'update-member', { id, role: 'admin' })).rejects.toMatchObject({
    code: 'invalid',
    places: [{ at: 'role' }],
  })
  await expect(apply('owner', 'remove-member', { id })).rejects.toMatchObject({ code: 'invalid' })
  const heir = await world.make('create-member', {
    name: 'Heir',
    email: 'heir@main.example',
    role: 'owner',
  })
  expect(
    (await apply('owner', 'update-member', { id: heir.id, role: 'viewer' })).changed[0]?.row,
  ).toMatchObject({ role: 'viewer' })
  await expect(apply('owner', 'update-member', { id, role: 'viewer' })).rejects.toMatchObject({
    code: 'invalid',
  })
})

test('two owners who step down at once leave one behind', async () => {
  const heir = await world.make('create-member', {
    name: 'Second',
    email: 'second@main.example',
    role: 'owner',
  })
  const both = await Promise.allSettled(
    [heir.id, world.as.owner.id].map((id) =>
      apply('owner', 'update-member', { id, role: 'admin' }),
    ),
  )
  expect(both.filter(({ status }) => status === 'fulfilled').length).toBe(1)
  const owners = await world.store.reader(world.system).by('member', 'role', ['owner'])
  expect(owners.length).toBe(1)
  await world.store.apply(world.system, 'update-member', { id: world.as.owner.id, role: 'owner' })
})

test('an admin gives roles up to admin, and touches nobody above', async () => {
  const given = { name: 'New', email: 'new@main.example' }
  await expect(apply('admin', 'create-member', { ...given, role: 'owner' })).rejects.toMatchObject({
    code: 'denied',
  })
  const made = await apply('admin', 'create-member', { ...given, role: 'admin' })
  const id = made.changed[0]?.id
  await expect(apply('admin', 'update-member', { id, role: 'owner' })).rejects.toMatchObject({
    code: 'denied',
  })
  await expect(
    apply('admin', 'update-member', { id: world.as.owner.id, name: 'Nobody' }),
  ).rejects.toMatchObject({ code: 'denied' })
  expect(
    (await apply('admin', 'update-member', { id, function: 'design' })).changed[0]?.row,
  ).toMatchObject({ function: 'design' })
})

test('an editor changes no member', async () => {
  await expect(
    apply('editor', 'update-member', { id: world.as.viewer.id, role: 'editor' }),
  ).rejects.toMatchObject({ code: 'denied' })
})
