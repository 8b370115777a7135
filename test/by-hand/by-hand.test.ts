import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../src/app/root.ts'
import { must } from '../../src/engine/problem.ts'
import { openWorkspace, openWorld, type World } from '../world.ts'
import { tagsByHand } from './tags.ts'

/** The way out stays open: one record served wholly by hand, in at most 120 lines. */
let world: World
let byHand: ReturnType<typeof tagsByHand>
beforeAll(async () => {
  world = await openWorld()
  byHand = tagsByHand(world.database.config, world.workspaceId, world.as.owner.id)
})
afterAll(async () => {
  await byHand?.close()
  await world?.close()
})

const ask = async (method: string, path: string, json?: unknown) => {
  const answer = await byHand.app.request(path, {
    method,
    ...(json === undefined
      ? {}
      : { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } }),
  })
  const text = await answer.text()
  return {
    status: answer.status,
    text,
    body: (text.startsWith('{') ? JSON.parse(text) : {}) as Readonly<Record<string, unknown>>,
  }
}

const source = readFileSync(join(root, 'test/by-hand/tags.ts'), 'utf8')

test('it is at most 120 lines of at most 400 letters, and imports nothing of ours', () => {
  const lines = source.trimEnd().split('\n')
  expect(lines.length).toBeLessThanOrEqual(120)
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(400)
  const imports = [...source.matchAll(/from '([^']+)'/g)].map(([, from]) => from)
  expect(imports).toEqual(['hono', 'pg'])
})

test('a row made by hand is a row to the engine, and the other way round', async () => {
  const made = await ask('POST', '/tags', { name: 'Wards', says: 'Everything on a ward' })
  expect(made).toMatchObject({ status: 201, body: { ref: 'TAG-1', name: 'Wards', version: 1 } })
  const reader = world.store.reader(world.as.viewer)
  const row = must(await reader.get('tag', 'TAG-1'))
  expect(row).toMatchObject({
    name: 'Wards',
    says: 'Everything on a ward',
    createdById: world.as.owner.id,
    custom: {},
    removedAt: null,
  })
  const next = await world.make('create-tag', { name: 'Network' })
  expect(next.ref).toBe('TAG-2')
  expect((await ask('GET', '/tags')).body['data']).toMatchObject([
    { name: 'Network' },
    { name: 'Wards' },
  ])
  await world.store.apply(world.as.editor, 'update-tag', { id: row.id, name: 'Beds' })
  expect(await ask('PATCH', '/tags/TAG-1', { name: 'Mine', version: 1 })).toMatchObject({
    status: 409,
  })
  expect(await ask('PATCH', '/tags/TAG-1', { name: 'Rooms', version: 2 })).toMatchObject({
    status: 200,
    body: { version: 3 },
  })
  expect(await reader.get('tag', row.id)).toMatchObject({ name: 'Rooms', version: 3 })
  expect((await ask('DELETE', '/tags/TAG-1')).status).toBe(204)
  expect(await reader.get('tag', row.id)).toBeUndefined()
})

test('the laws of the table hold for it too', async () => {
  await world.make('create-tag', { name: 'Taken' })
  expect(await ask('POST', '/tags', { name: 'Taken' })).toMatchObject({ status: 409 })
  expect(await ask('POST', '/tags', { name: ' ' })).toMatchObject({ status: 422 })
})

test('the second wall stands before it: another workspace is not there', async () => {
  const other = await openWorkspace(world.store, 'by-hand-other')
  await world.store.apply(other.as.owner, 'create-tag', { name: 'Not yours' })
  expect((await ask('GET', '/tags')).text).not.toContain('Not yours')
  const theirs = tagsByHand(world.database.config, other.workspaceId, other.as.owner.id)
  expect(await (await theirs.app.request('/tags')).text()).toContain('Not yours')
  await theirs.close()
})

test('its page shows names as text', async () => {
  await world.make('create-tag', { name: '<script>alert(1)</script>' })
  const { text } = await ask('GET', '/')
  expect(text).toContain('&#60;script&#62;')
  expect(text).not.toContain('<script>')
})
