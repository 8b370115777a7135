import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const apply = (as: 'owner' | 'admin' | 'editor', command: string, input: unknown) =>
  world.store.apply(world.as[as], command, input)
const member = (name: string, role: string) =>
  world.make('create-member', { name, email: `${name.toLowerCase()}@main.example`, role })

test('an editor suspends nobody, an admin nobody above, and nobody themselves', async () => {
  const { id } = world.as.owner
  for (const verb of ['suspend-member', 'reinstate-member'])
    for (const [as, of] of [
      ['editor', world.as.viewer.id],
      ['admin', id],
    ] as const)
      await expect(apply(as, verb, { id: of })).rejects.toMatchObject({ code: 'denied' })
  const admin = { id: world.as.admin.id }
  await expect(apply('admin', 'suspend-member', admin)).rejects.toMatchObject({ code: 'invalid' })
})

test('an owner who is suspended is not the one who has to stay', async () => {
  const second = await member('Second', 'owner')
  await apply('owner', 'suspend-member', { id: second.id })
  const id = world.as.owner.id
  for (const [verb, input] of [
    ['remove-member', { id }],
    ['update-member', { id, role: 'viewer' }],
  ] as const)
    await expect(apply('owner', verb, input)).rejects.toMatchObject({ code: 'invalid' })
  const bySecond = { ...world.as.owner, id: second.id }
  const last = world.store.apply(bySecond, 'suspend-member', { id })
  await expect(last).rejects.toMatchObject({ code: 'invalid' })
  await apply('owner', 'reinstate-member', { id: second.id })
})

test('to suspend and to reinstate settle, and what somebody made and owns stays theirs', async () => {
  const resting = await member('Resting', 'editor')
  const objective = await world.make('create-objective', { title: 'Owned', ownerId: resting.id })
  expect((await apply('admin', 'suspend-member', { id: resting.id })).count).toBe(1)
  expect((await apply('admin', 'suspend-member', { id: resting.id })).count).toBe(0)
  const reader = world.store.reader(world.as.viewer)
  expect(await reader.get('member', resting.id)).toMatchObject({ role: 'editor' })
  expect(await reader.get('objective', objective.id)).toMatchObject({ ownerId: resting.id })
  expect((await apply('admin', 'reinstate-member', { id: resting.id })).count).toBe(1)
  expect((await apply('admin', 'reinstate-member', { id: resting.id })).count).toBe(0)
})

test('a mention tells nobody who is suspended, and whoever owns it neither', async () => {
  const away = await member('Away', 'editor')
  const here = await member('Here', 'editor')
  const objective = await world.make('create-objective', { title: 'Theirs', ownerId: away.id })
  await apply('admin', 'suspend-member', { id: away.id })
  const said = { on: objective.ref, text: 'Look at this, @Away and @Here' }
  const { changed } = await apply('editor', 'comment', said)
  const row = changed.find(({ record }) => record === 'comment')?.row
  expect(row?.['mentionIds']).toEqual(expect.arrayContaining([away.id, here.id]))
  expect(row?.['told']).toContain(`mention ${here.id}`)
  expect(String(row?.['told'])).not.toContain(away.id)
})

test('a link for a new password is made for nobody above, suspended, without e-mail, or oneself', async () => {
  const offer = (id: string) => apply('admin', 'offer-password', { id })
  await expect(offer(world.as.owner.id)).rejects.toMatchObject({ code: 'denied' })
  await expect(offer(world.as.admin.id)).rejects.toMatchObject({ code: 'invalid' })
  const nameless = await world.make('create-member', { name: 'Mute', role: 'viewer' })
  await expect(offer(nameless.id)).rejects.toMatchObject({ code: 'invalid' })
  const resting = await member('Paused', 'viewer')
  await apply('owner', 'suspend-member', { id: resting.id })
  await expect(offer(resting.id)).rejects.toMatchObject({ code: 'invalid' })
})
