import { createHash } from 'node:crypto'
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../engine/access.ts'
import { must } from '../../engine/problem.ts'
import { entering } from '../entering.world.ts'
import { openWorld, type World } from '../instance.world.ts'
import { bombOf, fileHands } from './files.world.ts'
import { withFile } from './keeper.ts'
import { filesFolder, openFiles } from './open.ts'
import { placeOnDisk } from './on-disk.ts'
import { defaultFiles } from './settings.ts'
import { sweepFiles } from './sweep.ts'

/**
 * Laws: a row is there only with its bytes; whoever does not see the record learns nothing of its files; of an
 * image only pixels are kept; nothing that could act is shown; what is refused or cut leaves nothing.
 */
let world: World
let [owner, editor, viewer] = ['', '', '']
let workspaceId = ''
let idea = ''
const { ask, attach, content } = fileHands(() => world)
const largest = 200_000

beforeAll(async () => {
  world = await openWorld({}, { largest })
  owner = world.ownerToken
  editor = await world.key('editor')
  viewer = await world.key('viewer')
  workspaceId = must((await world.instance.store.identity.workspaces())[0]).id
  idea = await make({ title: 'A lamp that dims' })
})
afterAll(() => world.close())

async function make(json: Readonly<Record<string, unknown>>): Promise<string> {
  const made = await world.ask('POST', '/api/v1/ideas', { as: owner, json })
  return String(made.body['ref'])
}
const sha = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')
const placeOf = (sha256: string): string =>
  placeOnDisk(filesFolder(world.dataDir), { workspaceId, sha256 })
const incoming = (): readonly string[] => {
  const folder = join(filesFolder(world.dataDir), 'incoming')
  return existsSync(folder) ? readdirSync(folder) : []
}
const countOf = async (): Promise<number> =>
  Number((await ask('GET', '/attachments?count=exact&limit=1', owner)).body['total'])
const drawing = (): Sharp =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#c25b12' } })

describe('what is refused leaves neither row nor bytes', () => {
  test.each([
    ['nobody', () => attach('x', 'a.txt', idea, undefined), 401, 'Sign in'],
    ['a viewer', () => attach('x', 'a.txt', idea, viewer), 403, 'contributor'],
    ['no record', () => attach('x', 'a.txt', '', editor), 422, 'on'],
    ['a record that is not there', () => attach('x', 'a.txt', 'IDEA-999', editor), 404, 'IDEA-999'],
    [
      'another word in the address',
      () => attach('x', 'a.txt', `${idea}&sha256=1`, editor),
      422,
      'sha256',
    ],
    ['an empty file', () => attach('', 'a.txt', idea, editor), 422, 'empty'],
    [
      'a file that is too large',
      () => attach(Buffer.alloc(largest + 1), 'a.bin', idea, editor),
      413,
      '200,000 bytes',
    ],
    [
      'one that is far too large',
      () => attach(Buffer.alloc(20 * largest), 'a.bin', idea, editor),
      413,
      '200,000 bytes',
    ],
    [
      'a bomb',
      () => attach(bombOf(60_000, 60_000), 'a.png', idea, editor),
      422,
      '60 million pixels',
    ],
    [
      'an image that is none',
      () =>
        attach(
          Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.alloc(500, 7)]),
          'a.jpg',
          idea,
          editor,
        ),
      422,
      'cannot be read',
    ],
    [
      'half an image',
      async () => attach((await drawing().png().toBuffer()).subarray(0, 90), 'a.png', idea, editor),
      422,
      'cannot be read',
    ],
    [
      'a name that is no UTF-8',
      () => attach('x', 'a.txt', idea, editor, { 'throughline-file-name': '%ff' }),
      422,
      'Throughline-File-Name',
    ],
  ])('%s', async (_, sending, status, says) => {
    const before = await countOf()
    const told = await sending()
    expect([told.status, told.bytes.toString()]).toEqual([
      status,
      expect.stringContaining(says) as string,
    ])
    expect(await countOf()).toBe(before)
    expect(incoming()).toEqual([])
  })

  test('by JSON: a digest gets nobody a file', async () => {
    const secret = await make({ title: 'Nobody else sees this', draft: true })
    const kept = await attach('the secret plan', 'plan.txt', secret, owner)
    const digest = String(kept.body['sha256'])
    for (const path of ['/commands/attach', '/attachments']) {
      const json = { on: idea, name: 'plan.txt', sha256: digest, size: 15, type: 'text/plain' }
      const told = await world.ask('POST', `/api/v1${path}`, { as: editor, json })
      expect(told.status, told.text).toBeGreaterThanOrEqual(400)
    }
    const { store } = world.instance
    const actor = await store.identity.owner(workspaceId)
    await expect(store.apply(actor, 'attach', { on: idea })).rejects.toThrow('sending its bytes')
    const changed = await world.ask('PATCH', `/api/v1/attachments/${String(kept.body['ref'])}`, {
      as: owner,
      json: { sha256: sha('x') },
    })
    expect(changed.status).toBe(422)
  })

  test('cut off on its way', async () => {
    const before = await countOf()
    const { port } = world.instance
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(
          `POST /api/v1/attachments?on=${idea} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${editor}\r\nContent-Length: 1000\r\n\r\nonly a part`,
        )
        setTimeout(() => socket.destroy(), 200)
      })
      socket.on('close', () => resolve())
      socket.on('error', () => undefined)
    })
    await expect.poll(incoming).toEqual([])
    expect(await countOf()).toBe(before)
  })
})

describe('a file', () => {
  test('is kept byte for byte, readable by its owner alone, and comes back as it was', async () => {
    const bytes = Buffer.from('a line\nand another: ü\n')
    const made = await attach(bytes, '../../etc/Prüf "ung".txt', idea, editor)
    expect(made.status, made.bytes.toString()).toBe(201)
    expect(made.body).toMatchObject({
      name: 'Prüf "ung".txt',
      type: 'text/plain',
      size: bytes.length,
      sha256: sha(bytes),
      width: null,
      onKind: 'idea',
    })
    expect(made.headers.get('location')).toBe(`/api/v1/attachments/${String(made.body['ref'])}`)
    expect(statSync(placeOf(sha(bytes))).mode & 0o777).toBe(0o600)
    const back = await content(made.body['ref'], viewer, { range: 'bytes=2-4' })
    expect([back.status, back.bytes]).toEqual([200, bytes])
    expect(Object.fromEntries(back.headers)).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="Pr_f _ung_.txt"; filename*=UTF-8''Pr%C3%BCf%20%22ung%22.txt`,
      'content-security-policy': expect.stringContaining('sandbox') as string,
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-cache',
      etag: `"${sha(bytes)}"`,
    })
    const again = await content(made.body['ref'], viewer, { 'if-none-match': `"${sha(bytes)}"` })
    expect([again.status, again.bytes.length]).toEqual([304, 0])
    const head = await ask('HEAD', `/attachments/${String(made.body['ref'])}/content`, viewer)
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes.length)])
  })

  test.each([
    [
      'an SVG',
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
      'a.svg',
      'image/svg+xml',
    ],
    [
      'a page that is called an image',
      '<!doctype html><script>alert(1)</script>',
      'a.png',
      'text/html',
    ],
    [
      'a program that is called a text',
      Buffer.from('4d5a900003000000', 'hex'),
      'a.txt',
      'application/x-msdownload',
    ],
    ['a PDF', '%PDF-1.4\n<script>alert(1)</script>', 'a.pdf', 'application/pdf'],
    [
      'what nobody knows',
      Buffer.from([0, 1, 2, 3, 200, 201]),
      'a.html',
      'application/octet-stream',
    ],
  ])('is never shown, whatever it says of itself: %s', async (_, bytes, name, type) => {
    const made = await attach(bytes, name, idea, editor)
    expect([made.status, made.body['type'], made.body['name']]).toEqual([201, type, name])
    const back = await content(made.body['ref'], viewer)
    expect(back.bytes).toEqual(Buffer.from(bytes))
    expect(back.headers.get('content-disposition')).toMatch(/^attachment;/)
    expect(back.headers.get('content-type')).not.toMatch(/html|svg|xml|script/)
  })

  test('on a comment stands on what the comment is on; on a file or a follower it stands nowhere', async () => {
    const said = await world.ask('POST', '/api/v1/commands/comment', {
      as: editor,
      json: { on: idea, text: 'See the sketch' },
    })
    const { id } = said.body['result'] as { id: string }
    const made = await attach('on a comment', 'c.txt', id, editor)
    expect([made.status, made.body['onKind']]).toEqual([201, 'idea'])
    const onFile = await attach('x', 'x.txt', String(made.body['ref']), editor)
    expect([onFile.status, String(onFile.body['detail'])]).toEqual([
      422,
      expect.stringContaining('Nothing can be attached') as string,
    ])
  })

  test('that comes eight times at once is eight rows and one file', async () => {
    const bytes = Buffer.from('the same for everybody')
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, at) => attach(bytes, `same ${at}.txt`, idea, editor)),
    )
    expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 201))
    expect(new Set(all.map(({ body }) => body['id'])).size).toBe(8)
    for (const { body } of all) expect((await content(body['ref'], viewer)).bytes).toEqual(bytes)
    expect(readdirSync(join(placeOf(sha(bytes)), '..'))).toEqual([sha(bytes)])
  })

  test('that is sent twice under one key is one; another file under that key is refused', async () => {
    const before = await countOf()
    const headers = { 'idempotency-key': 'one-upload' }
    const [first, second] = [
      await attach('once', 'once.txt', idea, editor, headers),
      await attach('once', 'once.txt', idea, editor, headers),
    ]
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.body['id']).toBe(first.body['id'])
    expect(second.headers.get('idempotency-replayed')).toBe('true')
    expect(await countOf()).toBe(before + 1)
    expect((await attach('twice', 'once.txt', idea, editor, headers)).status).toBe(422)
    expect(await countOf()).toBe(before + 1)
  })

  test('can be called by another name, and by none that no system takes', async () => {
    const made = await attach('named', 'image.txt', idea, editor)
    const at = `/api/v1/attachments/${String(made.body['ref'])}`
    const named = await world.ask('PATCH', at, { as: editor, json: { name: 'Lamp, dimmed.txt' } })
    expect([named.status, named.body['name']]).toEqual([200, 'Lamp, dimmed.txt'])
    const wrong = await world.ask('PATCH', at, { as: editor, json: { name: '../x' } })
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('slashes') as string])
  })
})

describe('an image', () => {
  test('is drawn anew: upright, with its pixels and nothing else', async () => {
    const photo = await drawing()
      .withExif({ IFD0: { Copyright: 'secretcamera' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect(photo.toString('latin1')).toContain('Exif')
    const made = await attach(
      Buffer.concat([photo, Buffer.from('<script>alert(1)</script>')]),
      'photo.png',
      idea,
      editor,
    )
    expect(made.body).toMatchObject({
      name: 'photo.jpg',
      type: 'image/jpeg',
      width: 40,
      height: 60,
    })
    const back = await content(made.body['ref'], viewer)
    expect(back.headers.get('content-type')).toBe('image/jpeg')
    expect(back.headers.get('content-disposition')).toMatch(/^inline; filename="photo.jpg"/)
    for (const word of ['Exif', 'secretcamera', 'script'])
      expect(back.bytes.toString('latin1')).not.toContain(word)
    expect(sha(back.bytes)).toBe(made.body['sha256'])
    const kept = await content(made.body['ref'], viewer, {}, '?download=1')
    expect(kept.headers.get('content-disposition')).toMatch(/^attachment;/)
  })

  test.each(['png', 'webp', 'gif', 'avif'] as const)('may be a %s', async (format) => {
    const made = await attach(
      await drawing().toFormat(format).toBuffer(),
      `a.${format}`,
      idea,
      editor,
    )
    expect([made.status, made.body['type'], made.body['width']]).toEqual([
      201,
      `image/${format}`,
      60,
    ])
  })

  test('may move, and moves on', async () => {
    const frames = await Promise.all(
      ['#000', '#fff', '#c25b12'].map((background) =>
        sharp({ create: { width: 8, height: 8, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    )
    const moving = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer()
    const made = await attach(moving, 'moving.gif', idea, editor)
    expect(made.body).toMatchObject({ type: 'image/gif', width: 8, height: 8 })
    const back = await content(made.body['ref'], viewer)
    expect((await sharp(back.bytes, { animated: true }).metadata()).pages).toBe(3)
  })

  test('is kept as it comes, and not shown, where images cannot be drawn', async () => {
    const keeper = await openFiles(defaultFiles, world.dataDir, {
      info: () => undefined,
      fault: () => undefined,
    })
    const bytes = await drawing().png().toBuffer()
    const file = await withFile(
      { ...keeper, sharp: Promise.resolve(undefined) },
      crypto.randomUUID(),
      'a.png',
      (async function* () {
        yield bytes
      })(),
      (known) => Promise.resolve(known.file),
    )
    expect(file).toMatchObject({ type: 'image/png', width: null, sha256: sha(bytes) })
  })
})

describe('whoever does not see the record', () => {
  const apart = (body: Readonly<Record<string, unknown>>, name: string): string =>
    JSON.stringify(body).replaceAll(name, 'IT')

  test('is told the same of a file of another workspace, one on a draft, one in the trash, and none', async () => {
    const { store } = world.instance
    const made = await store.identity.createWorkspace('elsewhere', 'Elsewhere', 'Ana Lindt')
    const there: Actor = must(await store.identity.byMember(made.id, made.ownerId))
    const need = await store.apply(there, 'create-need', { title: 'Theirs' })
    const file = {
      name: 'x.txt',
      type: 'text/plain',
      size: 1,
      sha256: sha('x'),
      width: null,
      height: null,
    }
    const foreign = await store.apply(there, 'attach', { on: must(need.changed[0]).id }, { file })
    const draft = await make({ title: 'Not yet', draft: true })
    const hidden = await attach('hidden', 'h.txt', draft, owner)
    const gone = await attach('gone', 'g.txt', idea, owner)
    await ask('DELETE', `/attachments/${String(gone.body['id'])}`, owner)
    const names = [
      must(foreign.changed[0]).id,
      String(hidden.body['id']),
      String(gone.body['id']),
      '01890a5d-ac96-774b-bcce-b302099a8057',
    ]
    const told = await Promise.all(names.map((name) => content(name, editor)))
    expect(told.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    expect(new Set(told.map(({ body }, at) => apart(body, names[at] ?? ''))).size).toBe(1)
    expect((await content(hidden.body['id'], owner)).status).toBe(200)
    const onDraft = await attach('x', 'x.txt', draft, editor)
    expect(onDraft.status).toBe(404)
  })

  test('sees no file any more once the record is in the trash', async () => {
    const short = await make({ title: 'Not for long' })
    const made = await attach('short', 's.txt', short, editor)
    await world.ask('DELETE', `/api/v1/ideas/${short}`, { as: owner })
    expect((await content(made.body['ref'], editor)).status).toBe(404)
    await world.ask('POST', `/api/v1/ideas/${short}/restore`, { as: owner })
    expect((await content(made.body['ref'], editor)).status).toBe(200)
  })

  test('is out at once when removed, though the browser still holds the cookie', async () => {
    const hands = entering(world.ask)
    const cookie = await hands.comeIn(owner, 'bo@example.org', 'contributor')
    const own = { cookie, 'sec-fetch-site': 'same-origin' }
    const made = await attach('of Bo', 'bo.txt', idea, undefined, own)
    expect(made.status, made.bytes.toString()).toBe(201)
    expect((await content(made.body['ref'], undefined, own)).status).toBe(200)
    const foreign = await attach('x', 'x.txt', idea, undefined, {
      cookie,
      'sec-fetch-site': 'cross-site',
    })
    expect(foreign.status).toBe(403)
    const { id } = (await hands.me(cookie)).body['actor'] as Actor
    await world.ask('DELETE', `/api/v1/members/${id}`, { as: owner })
    expect((await content(made.body['ref'], undefined, own)).status).toBe(401)
  })
})

describe('what nothing refers to', () => {
  const sweep = async (): Promise<number> => {
    const { store } = world.instance
    const keeper = await openFiles(defaultFiles, world.dataDir, {
      info: () => undefined,
      fault: () => undefined,
    })
    return sweepFiles(store, keeper, Date.now())
  }
  const age = (bytes: string): void => {
    const long = new Date(Date.now() - 2 * 3_600_000)
    utimesSync(placeOf(sha(bytes)), long, long)
  }

  test('is swept once it is old; what is in the trash, or comes back by an undo, is not', async () => {
    const { store } = world.instance
    const keeper = await openFiles(defaultFiles, world.dataDir, {
      info: () => undefined,
      fault: () => undefined,
    })
    await withFile(
      keeper,
      crypto.randomUUID(),
      'o.txt',
      (async function* () {
        yield Buffer.from('orphan')
      })(),
      (known) => known.keep(workspaceId),
    )
    const trashed = await attach('trashed', 't.txt', idea, owner)
    await ask('DELETE', `/attachments/${String(trashed.body['id'])}`, owner)
    const undone = await attach('undone', 'u.txt', idea, owner)
    const seq = Number(undone.headers.get('throughline-seq'))
    const back = await world.ask('POST', '/api/v1/commands/undo', { as: owner, json: { seq } })
    expect((await content(undone.body['id'], owner)).status).toBe(404)
    expect(await sweep()).toBe(0)
    for (const text of ['orphan', 'trashed', 'undone']) age(text)
    expect(await sweep()).toBe(1)
    expect(existsSync(placeOf(sha('orphan')))).toBe(false)
    await world.ask('POST', '/api/v1/commands/undo', { as: owner, json: { seq: back.body['seq'] } })
    expect((await content(undone.body['id'], owner)).bytes.toString()).toBe('undone')
    await ask('POST', `/attachments/${String(trashed.body['id'])}/restore`, owner)
    expect((await content(trashed.body['id'], owner)).bytes.toString()).toBe('trashed')
    await store.ready()
  })

  test('goes from the disk once history was told to forget it', async () => {
    const made = await attach('to be forgotten', 'f.txt', idea, owner)
    const seq = Number(made.headers.get('throughline-seq'))
    await world.ask('POST', '/api/v1/commands/undo', { as: owner, json: { seq } })
    age('to be forgotten')
    expect(await sweep()).toBe(0)
    const json = { record: 'attachment', ids: [made.body['id']] }
    await world.ask('POST', '/api/v1/commands/erase', { as: owner, json })
    expect(await sweep()).toBe(1)
    expect(existsSync(placeOf(sha('to be forgotten')))).toBe(false)
  })
})

test('none of it was a fault of the instance', () => {
  expect(world.faults).toEqual([])
})
