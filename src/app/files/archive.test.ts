import { gunzipSync, gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApi } from '../../surfaces/rest/openapi.ts'
import { openWorld, type World } from '../instance.world.ts'
import { fileHands } from './files.world.ts'

/** An archive of a workspace takes its files along, and they are the same where it is read. */
let world: World
beforeAll(async () => {
  world = await openWorld()
  await world.ask('POST', '/api/v1/ideas', { as: world.ownerToken, json: { title: 'A lamp' } })
})
afterAll(() => world?.close())

const archiveOf = async ({ instance, ownerToken }: World): Promise<Buffer> => {
  const told = await fetch(`${instance.url}/api/v1/archive`, {
    headers: { authorization: `Bearer ${ownerToken}` },
  })
  return Buffer.from(await told.arrayBuffer())
}

async function readIn(fresh: World, archive: Uint8Array) {
  const headers = { authorization: `Bearer ${fresh.ownerToken}` }
  const taken = await fetch(`${fresh.instance.url}/api/v1/imports`, {
    method: 'POST',
    headers,
    body: new Uint8Array(archive),
  })
  const { id } = (await taken.json()) as { readonly id: string }
  const path = `/api/v1/imports/${id}`
  await fresh.ask('POST', `${path}/run`, { as: fresh.ownerToken, json: { record: '*', map: {} } })
  const now = async () => (await fresh.ask('GET', path, { as: fresh.ownerToken })).body
  await expect.poll(async () => (await now())['state']).not.toBe('running')
  return now()
}

test('the bytes of every file come along, each once, and a second archive is the same', async () => {
  const { attach } = fileHands(() => world)
  // longer than one part, and of every byte there is
  const long = Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 7919) % 256))
  const drawn = await sharp({ create: { width: 9, height: 7, channels: 3, background: '#c25b12' } })
    .png()
    .toBuffer()
  for (const [bytes, name] of [
    [long, 'long.bin'],
    [drawn, 'lamp.png'],
    [long, 'the same again.bin'],
  ] as const)
    expect((await attach(bytes, name, 'IDEA-1', world.ownerToken)).status).toBe(201)
  const archive = await archiveOf(world)
  const fresh = await openWorld()
  try {
    expect(await readIn(fresh, archive)).toMatchObject({ state: 'done', problem: null })
    const there = fileHands(() => fresh)
    for (const ref of ['ATT-1', 'ATT-2', 'ATT-3']) {
      const [mine, theirs] = [
        await fileHands(() => world).content(ref, world.ownerToken),
        await there.content(ref, fresh.ownerToken),
      ]
      expect([theirs.status, theirs.bytes.equals(mine.bytes)]).toEqual([200, true])
    }
    const again = await archiveOf(fresh)
    const linesOf = (file: Buffer) => gunzipSync(file).toString().trim().split('\n')
    expect(linesOf(again).slice(1)).toEqual(linesOf(archive).slice(1))
    expect(linesOf(archive).filter((line) => line.includes('"whole":true'))).toHaveLength(2)
  } finally {
    await fresh.close()
  }
})

test('the workspace that an archive is read into keeps its name and its address', async () => {
  const archive = await archiveOf(world)
  const fresh = await openWorld()
  try {
    const asOwner = { as: fresh.ownerToken }
    await fresh.ask('PATCH', '/api/v1/workspaces/WS-1', { ...asOwner, json: { name: 'Second' } })
    // As the first start leaves it, so that it counts as empty.
    expect(await readIn(fresh, archive)).toMatchObject({ state: 'done', problem: null })
    const { body } = await fresh.ask('GET', '/api/v1/workspaces/WS-1', asOwner)
    expect(body).toMatchObject({ name: 'Second', slug: 'main' })
    const me = await fresh.ask('GET', '/api/v1/me', asOwner)
    expect(me.body['workspace']).toMatchObject({ name: 'Second', slug: 'main' })
  } finally {
    await fresh.close()
  }
})

test('an archive is not checked beforehand, and the document offers none', async () => {
  const headers = { authorization: `Bearer ${world.ownerToken}` }
  const body = new Uint8Array(await archiveOf(world))
  const taken = await fetch(`${world.instance.url}/api/v1/imports`, {
    method: 'POST',
    headers,
    body,
  })
  const { id } = (await taken.json()) as { readonly id: string }
  const told = await world.ask('POST', `/api/v1/imports/${id}/check`, {
    as: world.ownerToken,
    json: { record: '*', map: {} },
  })
  expect(told).toMatchObject({ status: 422, body: { errors: [{ pointer: '/record' }] } })
  const { paths } = openApi(world.instance.store.catalogue, '0')
  const offered = (path: string) => JSON.stringify(paths[path]?.post?.requestBody).includes('"*"')
  expect(['check', 'run'].map((verb) => offered(`/imports/{id}/${verb}`))).toEqual([false, true])
})

test('bytes that are not what they were, cut off or left out, are refused as a whole', async () => {
  const lines = gunzipSync(await archiveOf(world))
    .toString()
    .trim()
    .split('\n')
  const part = lines.findIndex((line) => line.includes('"part"'))
  const whole = lines.findIndex((line) => line.includes('"whole":true'))
  const fresh = await openWorld()
  try {
    for (const spoilt of [
      lines.with(part, (lines[part] ?? '').replace(/"part":"..../, '"part":"AAAA')),
      lines.toSpliced(whole, 1),
      lines.toSpliced(part, whole - part + 1),
      lines.slice(0, whole),
    ]) {
      const told = await readIn(fresh, gzipSync(`${spoilt.join('\n')}\n`))
      expect(told).toMatchObject({ state: 'refused', problem: { status: 422 } })
    }
    const { body } = await fresh.ask('GET', '/api/v1/ideas', { as: fresh.ownerToken })
    expect(body['data']).toEqual([])
  } finally {
    await fresh.close()
  }
})
