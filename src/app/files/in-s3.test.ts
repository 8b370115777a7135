import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import S3rver from 's3rver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../instance.world.ts'
import { fileHands } from './files.world.ts'
import { shelfInS3 } from './in-s3.ts'
import type { S3Place } from './settings.ts'
import type { Shelf } from './shelf.ts'
import { sweepFiles } from './sweep.ts'
import { must } from '../../engine/problem.ts'

/** The same five verbs over a server of others that speaks S3, and a whole instance over them. */
let folder: string
let server: S3rver
let place: S3Place
let world: World
const { attach, content } = fileHands(() => world)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-s3-'))
  server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'files', configs: [] }],
  })
  const { port } = await server.run()
  place = {
    endpoint: `http://127.0.0.1:${port}`,
    bucket: 'files',
    region: 'us-east-1',
    keyId: 'S3RVER',
    secret: 'S3RVER',
  }
  world = await openWorld({}, { s3: place })
})
afterAll(async () => {
  await world?.close()
  await server?.close()
  rmSync(folder, { recursive: true, force: true })
})

const workspaceId = '01890a5d-ac96-774b-bcce-b302099a8057'
const nameOf = (at: number) => ({ workspaceId, sha256: at.toString(16).padStart(64, '0') })
const keep = async (shelf: Shelf, at: number, text: string): Promise<void> => {
  const path = join(folder, `on its way ${at}`)
  writeFileSync(path, text)
  await shelf.keep(nameOf(at), path)
  rmSync(path)
}

test('what is kept is there, is told, is read, and goes', async () => {
  const shelf = shelfInS3(place)
  expect([await shelf.has(nameOf(1)), await shelf.open(nameOf(1))]).toEqual([false, undefined])
  await keep(shelf, 1, 'a file')
  await keep(shelf, 1, 'a file')
  await keep(shelf, 2, 'another')
  expect(await shelf.has(nameOf(1))).toBe(true)
  expect((await buffer(must(await shelf.open(nameOf(1))))).toString()).toBe('a file')
  const all = []
  for await (const one of shelf.all(workspaceId)) all.push(one)
  expect(all.map(({ sha256 }) => sha256).toSorted()).toEqual([nameOf(1).sha256, nameOf(2).sha256])
  expect(Math.abs(Date.now() - must(all[0]).keptAt)).toBeLessThan(60_000)
  await shelf.remove(nameOf(1))
  await shelf.remove(nameOf(1))
  expect(await shelf.has(nameOf(1))).toBe(false)
})

test('a key that does not fit is refused once, and named without the key', async () => {
  const shelf = shelfInS3({ ...place, keyId: 'somebody' })
  await expect(keep(shelf, 3, 'x')).rejects.toThrow(/answers 403 to PUT/)
})

test('a store that stumbles is asked again; one that is away is named', async () => {
  let asked = 0
  const stumbling: Server = createServer((request, response) => {
    request.resume().on('end', () => {
      asked += 1
      response.writeHead(asked < 3 ? 503 : 200).end()
    })
  })
  await new Promise<void>((resolve) => stumbling.listen(0, '127.0.0.1', resolve))
  const { port } = stumbling.address() as AddressInfo
  const endpoint = `http://127.0.0.1:${port}`
  await keep(shelfInS3({ ...place, endpoint }), 4, 'three times')
  expect(asked).toBe(3)
  await new Promise((resolve) => stumbling.close(resolve))
  await expect(shelfInS3({ ...place, endpoint }).has(nameOf(4))).rejects.toThrow('does not answer')
})

test('an instance keeps its files there, gives them out after asking who asks, and sweeps', async () => {
  const made = await world.ask('POST', '/api/v1/ideas', {
    as: world.ownerToken,
    json: { title: 'Kept elsewhere', draft: true },
  })
  const bytes = Buffer.alloc(3_000_000, 'kept elsewhere ')
  const kept = await attach(bytes, 'far.txt', String(made.body['ref']), world.ownerToken)
  expect(kept.status, kept.bytes.toString()).toBe(201)
  expect((await content(kept.body['ref'], world.ownerToken)).bytes.equals(bytes)).toBe(true)
  expect((await content(kept.body['ref'], await world.key('editor'))).status).toBe(404)
  const { store } = world.instance
  const own = must((await store.identity.workspaces())[0]).id
  const shelf = shelfInS3(place)
  const loose = { workspaceId: own, sha256: 'f'.repeat(64) }
  writeFileSync(join(folder, 'loose'), 'loose')
  await shelf.keep(loose, join(folder, 'loose'))
  const keeper = {
    shelf,
    incoming: join(folder, 'incoming'),
    largest: 1,
    sharp: Promise.resolve(undefined),
  }
  expect(await sweepFiles(store, keeper, Date.now() + 2 * 3_600_000)).toBe(1)
  expect(await shelf.has(loose)).toBe(false)
  expect((await content(kept.body['ref'], world.ownerToken)).status).toBe(200)
})
