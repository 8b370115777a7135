import { readdirSync } from 'node:fs'
import { request } from 'node:http'
import { gzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entering, longEnough, type Entering } from '../src/app/entering.world.ts'
import { openWorld, type Told, type World } from '../src/app/instance.world.ts'
import type { Actor } from '../src/engine/access.ts'
import { must } from '../src/engine/problem.ts'
import { proseOf } from '../src/engine/prose.ts'
import { addressKey } from '../src/surfaces/rest/limit.ts'
import { listenTo } from './streaming.ts'

/**
 * Bugs that others in this field had to publish, each tried here: one test for each class of them.
 * What they were and where is in docs/guide/security-tests.md.
 */
let world: World
let hands: Entering
let [admin, editor, viewer] = ['', '', '']
let elsewhere: Actor
beforeAll(async () => {
  world = await openWorld()
  hands = entering(world.ask)
  admin = await world.key('admin')
  editor = await world.key('editor')
  viewer = await world.key('viewer')
  const { identity } = world.instance.store
  const made = await identity.createWorkspace('elsewhere', 'Elsewhere', 'Ana Lindt')
  elsewhere = must(await identity.byMember(made.id, made.ownerId))
})
afterAll(() => world.close())

type Plain = Readonly<Record<string, unknown>>
const api = (path: string): string => `/api/v1${path}`
const post = (as: string, path: string, json: unknown): Promise<Told> =>
  world.ask('POST', api(path), { as, json })
const get = (as: string, path: string): Promise<Told> => world.ask('GET', api(path), { as })
const make = async (as: string, plural: string, json: Plain): Promise<Plain> => {
  const told = await post(as, `/${plural}`, json)
  expect(told.status, told.text).toBe(201)
  return told.body
}
const browser = (cookie: string) => ({ cookie, 'sec-fetch-site': 'same-origin' })
const rowsOf = ({ body }: Told): readonly Plain[] => body['data'] as readonly Plain[]
const memberNamed = async (name: string): Promise<Plain> =>
  must(
    rowsOf(await get(admin, '/members?limit=200')).find((row) => row['name'] === name),
    name,
  )

/** A request as no well-behaved client would send it. */
function raw(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  chunks: readonly (string | Buffer)[] = [],
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port: world.instance.port, method, path, headers },
      (answer) => {
        let text = ''
        answer.on('data', (part: Buffer) => (text += part.toString()))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
      },
    )
    asked.on('error', reject)
    for (const chunk of chunks) asked.write(chunk)
    asked.end()
  })
}

describe('who may', () => {
  test('two ids in one request of which only one is authorised', async () => {
    const mine = await make(editor, 'ideas', { title: 'Mine' })
    const outcome = await world.instance.store.apply(elsewhere, 'create-need', { title: 'Theirs' })
    const theirs = must(outcome.changed[0]).id
    const told = await post(editor, '/commands/link', {
      from: mine['id'],
      relation: 'addresses',
      to: theirs,
    })
    expect(told.status).toBe(422)
    expect(rowsOf(await get(editor, '/links'))).toEqual([])
  })

  test('a role that is taken from the target instead of from who asks', async () => {
    const owner = rowsOf(await get(admin, '/members')).find((row) => row['role'] === 'owner')
    const told = await world.ask('PATCH', api(`/members/${String(owner?.['id'])}`), {
      as: admin,
      json: { name: 'Taken' },
    })
    expect(told.status).toBe(403)
  })

  test('a guest who demotes an admin', async () => {
    await hands.comeIn(world.ownerToken, 'high@example.com', 'admin')
    const { id } = await memberNamed('high')
    for (const as of [viewer, editor])
      expect((await post(as, '/commands/update-member', { id, role: 'viewer' })).status).toBe(403)
    expect(await memberNamed('high')).toMatchObject({ role: 'admin' })
  })

  test('a bulk change by id alone', async () => {
    const draft = await make(editor, 'needs', { title: 'A draft', draft: true })
    const ids = [draft['id']]
    expect((await post(admin, '/commands/set-needs', { ids, title: 'Taken' })).status).toBe(422)
    expect((await post(admin, '/commands/trash-needs', { ids })).status).toBe(422)
    const erased = await post(admin, '/commands/erase', { record: 'need', ids })
    expect(erased.body).toEqual({ erased: 0 })
    expect((await get(editor, `/needs/${String(draft['id'])}`)).body).toMatchObject({
      title: 'A draft',
    })
    const past = await get(editor, `/history?id=${String(draft['id'])}`)
    expect(past.text).toContain('A draft')
  })

  test('an erasure under the name of another record', async () => {
    const need = await make(editor, 'needs', { title: 'Stays in history' })
    const told = await post(admin, '/commands/erase', { record: 'company', ids: [need['id']] })
    expect(told.body).toEqual({ erased: 0 })
  })

  test('a restoring of what somebody else had as a draft and threw away', async () => {
    const { id } = await make(editor, 'ideas', { title: 'Thrown away', draft: true })
    await world.ask('DELETE', api(`/ideas/${String(id)}`), { as: editor })
    const told = await world.ask('POST', api(`/ideas/${String(id)}/restore`), {
      as: admin,
      json: {},
    })
    expect(told.status).toBe(404)
    expect((await get(editor, `/ideas/${String(id)}`)).status).toBe(404)
  })

  test('ids of drafts in the log of events, in what is live, and in a refused undo', async () => {
    const told = await post(editor, '/needs', { title: 'Unseen words', draft: true })
    const { id } = told.body as { readonly id: string }
    const seq = Number(told.headers.get('throughline-seq'))
    const live = await listenTo(world.instance.url, admin, { after: seq - 1 })
    await live.next('current')
    live.close()
    const undone = await post(admin, '/commands/undo', { seq })
    expect(undone.status).toBe(404)
    const texts = [
      (await get(admin, '/history?limit=200')).text,
      (await get(admin, `/history?id=${id}`)).text.replaceAll(`/${id}`, ''),
      JSON.stringify(live.heard),
      undone.text,
    ]
    for (const [at, text] of texts.entries()) {
      expect(text, String(at)).not.toContain('Unseen words')
      if (at !== 1) expect(text, String(at)).not.toContain(id)
    }
  })

  test('an id of a person in the body that decides who acts', async () => {
    const { id } = await memberNamed('high')
    for (const name of ['createdById', 'actorId', 'userId', 'workspaceId', 'version', 'ref'])
      expect((await post(editor, '/needs', { title: 'As another', [name]: id })).status).toBe(422)
    const need = await make(editor, 'needs', { title: 'As oneself', kind: 'need' })
    expect(need['createdById']).not.toBe(id)
  })

  test('an invitation that overwrites somebody who is there', async () => {
    const cookie = await hands.comeIn(world.ownerToken, 'boss@example.com', 'owner')
    const lower = await post(admin, '/invite-links', { email: 'boss@example.com', role: 'admin' })
    expect(lower.status).toBe(403)
    const spelt = await post(admin, '/invite-links', { email: 'BOSS@example.com', role: 'admin' })
    expect(spelt.status).toBe(403)
    expect((await hands.me(cookie)).body).toMatchObject({ actor: { role: 'owner' } })
    expect((await hands.signIn('boss@example.com', longEnough)).status).toBe(303)
  })

  test('a right that is asked at the upload and not at the run', async () => {
    const cookie = await hands.comeIn(world.ownerToken, 'mover@example.com', 'editor')
    const upload = await world.ask('POST', api('/imports'), {
      headers: browser(cookie),
      text: 'title\nBrought in too late\n',
    })
    const { id } = await memberNamed('mover')
    await post(world.ownerToken, '/commands/update-member', { id, role: 'viewer' })
    const at = `/imports/${String(upload.body['id'])}`
    await world.ask('POST', api(`${at}/run`), {
      headers: browser(cookie),
      json: { record: 'need', map: { title: 'title' } },
    })
    await expect
      .poll(async () => (await world.ask('GET', api(at), { headers: { cookie } })).body['state'])
      .toBe('refused')
    expect((await get(editor, '/needs?limit=200')).text).not.toContain('Brought in too late')
  })

  test('a session after its member was removed, and the keys that it made', async () => {
    const cookie = await hands.comeIn(world.ownerToken, 'leaver@example.com', 'admin')
    const key = await world.ask('POST', api('/commands/create-key'), {
      headers: browser(cookie),
      json: { name: 'kept in a drawer', role: 'admin' },
    })
    const { secret } = key.body['result'] as { readonly secret: string }
    expect((await get(secret, '/me')).status).toBe(200)
    const { id } = await memberNamed('leaver')
    await post(world.ownerToken, '/commands/remove-member', { id })
    expect((await hands.me(cookie)).status).toBe(401)
    expect((await get(secret, '/me')).status).toBe(401)
  })

  test('a token that is not signed by anybody', async () => {
    const none = `${btoa('{"alg":"none"}')}.${btoa('{"sub":"owner"}')}.`.replaceAll('=', '')
    for (const as of [none, 'null', 'undefined', `${world.ownerToken}x`])
      expect((await get(as, '/me')).status).toBe(401)
  })

  test('a code for one use that is spent by many at once', async () => {
    const link = await post(world.ownerToken, '/sign-in-links', {})
    const path = String(link.body['url']).slice(world.instance.url.length)
    const all = await Promise.all(Array.from({ length: 30 }, () => world.ask('GET', path)))
    expect(all.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(all.filter(({ headers }) => headers.has('set-cookie'))).toHaveLength(1)
  })
})

describe('what is sent', () => {
  test('a name of a column in a parameter', async () => {
    for (const name of ['createdById', 'secret', 'workspace_id', 'constructor', '__proto__'])
      for (const query of [`sort=${name}`, `filter[${name}]="x"`, `${name}=1`])
        expect((await get(editor, `/needs?${encodeURI(query)}`)).status, query).toBe(422)
    for (const sort of ['title; drop table need', 'title desc', "title'", '(select 1)'])
      expect((await get(editor, `/needs?sort=${encodeURIComponent(sort)}`)).status).toBe(422)
  })

  test('a pattern where a word is searched', async () => {
    await make(editor, 'needs', { title: 'Quite findable' })
    for (const word of ['%', '_', '%%%%', '______', '\\%'])
      expect((await get(editor, `/needs?q=${encodeURIComponent(word)}`)).text, word).not.toContain(
        'Quite findable',
      )
  })

  test('a file name that leads elsewhere', async () => {
    const names = [
      '../../../outside.csv',
      '/etc/outside.csv',
      '..\\outside.csv',
      '%2e%2e%2foutside',
    ]
    const before = readdirSync(world.dataDir)
    for (const name of names) {
      const told = await world.ask('POST', api('/imports'), {
        as: editor,
        text: 'title\nA row\n',
        headers: { 'throughline-file-name': encodeURIComponent(name) },
      })
      expect(told.status).toBe(201)
    }
    expect(readdirSync(world.dataDir)).toEqual(before)
    for (const id of ['..%2fowner-token', '%2e%2e', '..%2f..%2fetc%2fpasswd'])
      expect((await get(editor, `/imports/${id}`)).status).toBe(404)
  })

  test('the name of a thing in the name of a file', async () => {
    const id = String(rowsOf(await get(admin, '/workspaces'))[0]?.['id'])
    const name = 'a/../b"; filename="c\u2028'
    await world.ask('PATCH', api(`/workspaces/${id}`), { as: admin, json: { name } })
    const archive = await fetch(`${world.instance.url}${api('/archive')}`, {
      headers: { authorization: `Bearer ${world.ownerToken}` },
    })
    await archive.arrayBuffer()
    const told = await get(editor, '/export/needs?format=csv')
    for (const { headers } of [archive, told])
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/)
  })

  test('a cell that a spreadsheet would run', async () => {
    for (const title of ['=HYPERLINK("x")', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '=1,"\n=2'])
      await make(editor, 'tags', { name: title.slice(0, 60) })
    const { text } = await get(editor, '/export/tags?format=csv')
    const cells = (parse(text) as readonly (readonly string[])[]).flat()
    expect(cells.filter((cell) => cell.startsWith("'"))).toHaveLength(6)
    for (const cell of cells) expect(cell).not.toMatch(/^[=+@\t\r]|^-\d+\+/)
  })

  test('a size that is counted in another form than it comes in', async () => {
    const authorization = `Bearer ${editor}`
    const type = { authorization, 'content-type': 'application/json' }
    const large = JSON.stringify({ title: 'x'.repeat(2_000_000) })
    const packed = await raw('POST', api('/needs'), { ...type, 'content-encoding': 'gzip' }, [
      gzipSync(large),
    ])
    expect(packed.status).toBe(415)
    const chunks = large.match(/[^]{1,60000}/g) ?? []
    const chunked = await raw('POST', api('/needs'), type, chunks).catch(() => ({ status: 413 }))
    expect(chunked.status).toBe(413)
  })

  test('a prototype in JSON', async () => {
    for (const body of [
      '{"title":"a","__proto__":{"role":"owner"}}',
      '{"title":"a","custom":{"__proto__":{"x":1}}}',
      '{"title":"a","constructor":{"prototype":{"x":1}}}',
    ]) {
      const told = await world.ask('POST', api('/needs'), {
        as: editor,
        text: body,
        headers: { 'content-type': 'application/json' },
      })
      expect([400, 422]).toContain(told.status)
    }
    expect(({} as Plain)['role']).toBeUndefined()
    expect(({} as Plain)['x']).toBeUndefined()
  })

  test('an address in prose that runs when it is clicked', async () => {
    const prose = (href: string): unknown => ({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'here', marks: [{ type: 'link', attrs: { href } }] }],
        },
      ],
    })
    for (const href of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'java\tscript:alert(1)',
      '\u0001javascript:alert(1)',
      ' javascript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'vbscript:x',
      '//evil.example',
      '/\\evil.example',
    ])
      expect((await post(editor, '/needs', { title: 'A', detail: prose(href) })).status, href).toBe(
        422,
      )
    await make(editor, 'needs', { title: 'A', detail: prose('https://example.org/') })
    await make(editor, 'needs', { title: 'A', detail: proseOf('javascript:alert(1)') })
  })

  test('a method that a header says', async () => {
    const { id } = await make(editor, 'needs', { title: 'Stays' })
    for (const name of ['x-http-method-override', 'x-http-method', 'x-method-override'])
      for (const method of ['GET', 'POST'])
        await world.ask(method, api(`/needs/${String(id)}`), {
          as: editor,
          headers: { [name]: 'DELETE' },
        })
    await get(editor, `/needs/${String(id)}?_method=DELETE`)
    expect((await get(editor, `/needs/${String(id)}`)).status).toBe(200)
  })
})

describe('the way between', () => {
  test('a write from another site in a type that a form can send', async () => {
    const cookie = await hands.comeIn(world.ownerToken, 'csrf@example.com', 'editor')
    const send = (headers: Readonly<Record<string, string>>) =>
      world.ask('POST', api('/needs'), {
        text: '{"title":"Forged"}',
        headers: { cookie, ...headers },
      })
    const types = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'text/plain; application/json',
      'application/jsonx',
    ]
    for (const type of types) {
      for (const site of ['cross-site', 'same-site'])
        expect((await send({ 'content-type': type, 'sec-fetch-site': site })).status).toBe(403)
      expect((await send({ 'content-type': type, 'sec-fetch-site': 'same-origin' })).status).toBe(
        415,
      )
      expect((await send({ 'content-type': type, origin: 'https://evil.example' })).status).toBe(
        403,
      )
    }
    expect((await send({ 'content-type': 'application/json' })).status).toBe(403)
    expect((await get(editor, '/needs?limit=200')).text).not.toContain('Forged')
  })

  test('a cookie that stands there twice, or under a name that looks like it', async () => {
    const cookie = await hands.comeIn(world.ownerToken, 'cookie@example.com', 'viewer')
    const [name = '', secret = ''] = cookie.split('=')
    for (const wrong of [
      `${cookie}; ${cookie}`,
      `${name}=other; ${cookie}`,
      `${name} x=${secret}`,
      `__Host-throughline=${secret}`,
      `${name.toUpperCase()}=${secret}`,
      `${name}="${secret}"`,
      `${name}=j:{"$ne":""}`,
    ])
      expect((await hands.me(wrong)).status, wrong.replace(secret, '…')).toBe(401)
    expect((await hands.me(cookie)).status).toBe(200)
  })

  test('a line break in what is told live', async () => {
    const { seq } = (await post(editor, '/commands/create-tag', { name: 'before' })).body as {
      readonly seq: number
    }
    const live = await listenTo(world.instance.url, viewer, { after: seq })
    await live.next('current')
    const title =
      'a\r\nevent: ended\r\ndata: {"forged":true}\r\n\r\nb\n\nevent: forged\ndata: {}\n\n\u2028'
    const told = await post(editor, '/feedback', { text: title })
    expect(told.status).toBe(201)
    await make(editor, 'tags', { name: 'after' })
    await expect.poll(() => JSON.stringify(live.heard)).toContain('after')
    live.close()
    expect(live.heard.map(({ event }) => event)).not.toContain('forged')
    expect(live.heard.map(({ event }) => event)).not.toContain('ended')
  })

  test('an address that the caller claims to be forwarded for', async () => {
    const tries = []
    for (let at = 0; at < 24; at += 1)
      tries.push(
        await hands.send(
          '/sign-in',
          { email: `nobody${at}@example.com`, password: longEnough },
          { 'x-forwarded-for': `198.18.0.${at}, 192.0.2.77` },
        ),
      )
    expect(tries.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(4)
  })

  test('one address in many spellings', () => {
    const same = [
      '::ffff:198.51.100.7',
      '::FFFF:198.51.100.7',
      '::ffff:c633:6407',
      '0:0:0:0:0:ffff:198.51.100.7',
      '0000:0000:0000:0000:0000:ffff:c633:6407',
    ]
    for (const one of same) expect(addressKey(one), one).toBe('198.51.100.7')
    expect(addressKey('2001:db8::1')).toBe(addressKey('2001:0DB8:0:0:ffff::2'))
    expect(addressKey('2001:db8:0:1::1')).not.toBe(addressKey('2001:db8::1'))
  })

  test('a limit that counts by what has not been checked', async () => {
    const small = await openWorld({ address: { perSecond: 0.001, burst: 6 } })
    const told = []
    for (let at = 0; at < 12; at += 1)
      told.push(
        await small.ask('GET', `${api('/me')}${['', '?', '?a=1', '/'][at % 4]}`, {
          as: `tl_${at}`,
          headers: { 'x-forwarded-for': `203.0.113.${at}, 192.0.2.78` },
        }),
      )
    const held = await small.ask('GET', api('/me'), { as: small.ownerToken })
    await small.close()
    expect(told.slice(-3).map(({ status }) => status)).toContain(429)
    expect(held.status).toBe(200)
  })

  test('a path that is decoded after it was checked', async () => {
    for (const path of [
      '/..%2fpackage.json',
      '/%2e%2e/package.json',
      '/%252e%252e%252fpackage.json',
      '/assets/..%5c..%5cpackage.json',
      '/assets/%2e%2e/%2e%2e/%2e%2e/package.json',
      '//package.json',
      '/.%00/package.json',
      '/src/app/main.ts',
      '/.env',
      '/owner.token',
      '/throughline-data/owner.token',
    ]) {
      const told = await raw('GET', path, {})
      expect(told.status === 404 || told.status === 400, path).toBe(true)
      expect(told.text, path).not.toContain('"dependencies"')
      expect(told.text, path).not.toContain(world.ownerToken)
    }
  })

  test('an answer for one that is kept for another', async () => {
    const cookie = await hands.comeIn(world.ownerToken, 'cache@example.com', 'viewer')
    const { id } = await make(editor, 'needs', { title: 'Not to be kept' })
    for (const path of [
      '/me',
      '/needs',
      `/needs/${String(id)}`,
      '/history',
      '/views/rank',
      '/export/needs?format=csv',
      '/snapshot',
      '/account',
      '/sessions',
      '/needs/none',
    ]) {
      const told = await world.ask('GET', api(path), { headers: { cookie } })
      expect(told.headers.get('cache-control'), path).toMatch(/no-store/)
      expect(told.headers.get('access-control-allow-origin'), path).toBeNull()
    }
    expect(
      (await hands.signIn('cache@example.com', longEnough)).headers.get('cache-control'),
    ).toMatch(/no-store/)
  })

  test('one request that is answered as another that runs at the same time', async () => {
    const keys = [admin, editor, viewer, world.ownerToken]
    const alone = new Map<string, unknown>()
    for (const key of keys) alone.set(key, (await get(key, '/me')).body['actor'])
    const many = Array.from({ length: 200 }, (_, at) => must(keys[at % keys.length]))
    const told = await Promise.all(many.map((key) => get(key, '/me')))
    for (const [at, { body }] of told.entries())
      expect(body['actor']).toEqual(alone.get(must(many[at])))
  })

  test('a way back after sign-in that leads elsewhere', async () => {
    await hands.comeIn(world.ownerToken, 'back@example.com', 'viewer')
    for (const to of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:x'])
      for (const name of ['to', 'next', 'return_to', 'redirect', 'host']) {
        const query = `?${name}=${encodeURIComponent(to)}`
        const fields = { email: 'back@example.com', password: longEnough, [name]: to }
        const told = await hands.send(`/sign-in${query}`, fields, {
          'x-forwarded-host': 'evil.example',
        })
        const location = told.headers.get('location') ?? '/'
        expect(location, `${name} ${to}`).toMatch(/^\/(?![/\\])/)
        if (told.status === 429) return
      }
  })

  test('a secret in what the instance says of its faults', async () => {
    const key = await world.key('owner')
    await world.ask('POST', api('/needs'), {
      as: key,
      text: `{"title":"${key}`,
      headers: { 'content-type': 'application/json' },
    })
    await hands.signIn('back@example.com', 'a secret password of mine')
    await get(key, `/needs?q=${'('.repeat(50)}`)
    const said = JSON.stringify(world.faults)
    for (const secret of [key, world.ownerToken, 'a secret password of mine'])
      expect(said).not.toContain(secret)
    expect(world.faults).toEqual([])
  })
})
