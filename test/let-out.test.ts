/** What a browser holds of somebody who is let in no more. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../src/app/instance.world.ts'
import { must } from '../src/engine/problem.ts'
import { keepInMemory } from '../src/web/client/keep.ts'
import { copyOf, sit, until } from './sessions.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

for (const { command, why, stays } of [
  { command: 'revoke-key', why: 'over', stays: 1 },
  { command: 'suspend-member', why: 'suspended', stays: 0 },
] as const)
  test(`nothing that was held is left where one is let in no more; what was not sent ${stays === 1 ? 'waits' : 'goes too'} (${why})`, async () => {
    const { store } = world.instance
    const place = await store.identity.createWorkspace(why, 'A session', 'Ana Lindt')
    const owner = must(await store.identity.byMember(place.id, place.ownerId))
    const made = await store.apply(owner, 'create-member', { name: 'Ada', role: 'admin' })
    const ada = must(await store.identity.byMember(owner.workspaceId, must(made.changed[0]).id))
    const given = await store.apply(ada, 'create-key', { name: 'an admin', role: 'admin' })
    const key = String(given.result['secret'])
    const actor = must(await store.identity.byKey(key))
    const keep = keepInMemory()
    const sitter = sit(world.instance.url, key, actor, undefined, keep)
    const { client } = sitter
    try {
      await client.settled()
      expect(await until(async () => client.state() === 'live')).toBe(true)
      expect(client.held.all('member')).not.toEqual([])
      expect(await until(async () => (await keep.rows()) !== undefined)).toBe(true)
      const entry = {
        id: owner.id,
        writing: { method: 'POST', path: '/ideas', body: { title: 'Typed elsewhere' } },
        says: 'an idea',
        at: new Date().toISOString(),
        page: 'a page that is gone',
        idsFrom: owner.id,
        state: 'waiting',
      } as const
      await keep.keepEntry(entry)
      const { id } = command === 'revoke-key' ? actor : ada
      await store.apply(owner, command, { id })
      expect(await until(async () => client.state() === 'ended')).toBe(true)
      expect(client.ended()?.why).toBe(why)
      expect(copyOf(client).size).toBe(0)
      expect(client.answer('/ideas')).toBeUndefined()
      expect(await keep.rows()).toBeUndefined()
      expect(await keep.entries()).toHaveLength(stays)
    } finally {
      sitter.close()
    }
  })
