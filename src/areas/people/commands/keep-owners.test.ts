import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type World } from '../../../../test/world.ts'
import type { Actor, Role } from '../../../engine/access.ts'
import { must } from '../../../engine/problem.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
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

test('a key ends with whoever made it, those made with it too, and comes back when the removal is undone', async () => {
  const { store } = world
  const maker = await world.make('create-member', { name: 'Maker', role: 'admin' })
  const actor = must(await store.identity.byMember(world.as.owner.workspaceId, maker.id))
  const key = async (as: Actor, role: Role): Promise<string> =>
    String((await store.apply(as, 'create-key', { name: 'a key', role })).result['secret'])
  const [first, small, other] = [
    await key(actor, 'admin'),
    await key(actor, 'viewer'),
    await key(world.as.owner, 'admin'),
  ]
  const second = await key(must(await store.identity.byKey(first)), 'editor')
  const holding = async (): Promise<readonly string[]> => {
    const all = { first, small, other, second }
    const found: string[] = []
    for (const [name, secret] of Object.entries(all))
      if ((await store.identity.byKey(secret)) !== undefined) found.push(name)
    return found
  }
  expect(await holding()).toEqual(['first', 'small', 'other', 'second'])
  const removal = await apply('owner', 'remove-member', { id: maker.id })
  expect(await holding()).toEqual(['other'])
  await store.undo(world.as.owner, removal.seq)
  expect(await holding()).toEqual(['first', 'small', 'other', 'second'])
  await apply('owner', 'update-member', { id: maker.id, role: 'contributor' })
  expect(await holding()).toEqual(['small', 'other'])
})

describe('what an undo may not come past', () => {
  const role = async (id: string, given: Role): Promise<number> =>
    (await apply('owner', 'update-member', { id, role: given })).seq
  const member = (name: string, given: Role) =>
    world.make('create-member', { name, email: `${name}@main.example`, role: given })

  test('an admin takes back nothing of whoever is above, nor what would be', async () => {
    const { id } = await member('former', 'owner')
    const lowered = await role(id, 'editor')
    await expect(world.store.undo(world.as.admin, lowered)).rejects.toMatchObject({
      code: 'denied',
    })
    await world.store.undo(world.as.owner, lowered)
    const renamed = (await apply('owner', 'update-member', { id, function: 'sales' })).seq
    await expect(world.store.undo(world.as.admin, renamed)).rejects.toMatchObject({
      code: 'denied',
    })
    const row = await world.store.reader(world.as.owner).get('member', id)
    expect(row).toMatchObject({ role: 'owner', function: 'sales' })
    await apply('owner', 'remove-member', { id })
  })

  test('the last owner stays owner', async () => {
    const { id } = await member('heir-by-undo', 'editor')
    const raised = await role(id, 'owner')
    const heir = must(await world.store.identity.byMember(world.as.owner.workspaceId, id))
    const left = (
      await world.store.apply(heir, 'update-member', { id: world.as.owner.id, role: 'admin' })
    ).seq
    await expect(world.store.undo(heir, raised)).rejects.toMatchObject({
      code: 'invalid',
      places: [{ at: 'role' }],
    })
    await world.store.undo(heir, left)
    await world.store.undo(world.as.owner, raised)
    expect(await world.store.reader(world.as.owner).get('member', id)).toMatchObject({
      role: 'editor',
    })
  })

  test('no key comes to reach further than who made it', async () => {
    const { id } = await member('maker-by-undo', 'editor')
    const raised = await role(id, 'admin')
    const maker = must(await world.store.identity.byMember(world.as.owner.workspaceId, id))
    const made = await world.store.apply(maker, 'create-key', { name: 'far', role: 'admin' })
    const key = must(made.changed[0]).id
    await expect(world.store.undo(world.as.owner, raised)).rejects.toMatchObject({
      code: 'invalid',
    })
    const revoked = (await apply('owner', 'revoke-key', { id: key })).seq
    await world.store.undo(world.as.owner, raised)
    await expect(world.store.undo(world.as.owner, revoked)).rejects.toMatchObject({
      code: 'invalid',
    })
    await expect(world.store.undo(world.as.admin, made.seq)).rejects.toMatchObject({
      code: 'stale',
    })
  })
})
