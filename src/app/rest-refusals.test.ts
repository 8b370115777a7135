import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type Told, type World } from './instance.world.ts'

let world: World
let editor: string
let viewer: string

beforeAll(async () => {
  world = await openWorld()
  editor = await world.key('editor')
  viewer = await world.key('viewer')
})
afterAll(() => world.close())

const api = (path: string) => `/api/v1${path}`
const make = (title: string, more: object = {}): Promise<Told> =>
  world.ask('POST', api('/needs'), { as: editor, json: { title, kind: 'need', ...more } })

describe('no one', () => {
  test('is told to sign in, and how', async () => {
    for (const [method, path] of [
      ['GET', '/needs'],
      ['POST', '/needs'],
      ['GET', '/me'],
      ['GET', '/history'],
      ['GET', '/views/rank'],
      ['POST', '/commands/link'],
    ] as const) {
      const answer = await world.ask(method, api(path))
      expect(answer.status).toBe(401)
      expect(answer.headers.get('www-authenticate')).toContain('Bearer')
      expect(answer.body).toMatchObject({
        code: 'denied',
        title: 'Sign in first',
        instance: api(path),
      })
    }
  })

  test('comes in with a key that is none, a session that is none, or a header that is neither', async () => {
    for (const headers of [
      { authorization: 'Bearer tl_wrong' },
      { authorization: 'Basic eDp5' },
      { cookie: `throughline-${world.instance.port}=x` },
      { authorization: 'Bearer ' },
    ])
      expect((await world.ask('GET', api('/needs'), { headers })).status).toBe(401)
  })

  test('may read what the API says of itself, and holds it until it changes', async () => {
    const answer = await world.ask('GET', api('/openapi.json'))
    expect(answer.body).toMatchObject({ openapi: '3.1.1' })
    const again = await world.ask('GET', api('/openapi.json'), {
      headers: { 'if-none-match': answer.headers.get('etag') ?? '' },
    })
    expect(again).toMatchObject({ status: 304, text: '' })
    expect((await world.ask('GET', api('/catalogue.json'))).status).toBe(200)
  })
})

describe('a wrong shape', () => {
  test('of address, method or type is a problem that says what is right', async () => {
    expect(await world.ask('GET', api('/nonsense'), { as: editor })).toMatchObject({
      status: 404,
      body: { code: 'unknown' },
    })
    const method = await world.ask('PUT', api('/needs'), { as: editor, json: {} })
    expect(method).toMatchObject({
      status: 405,
      body: { detail: 'This address takes GET, POST, HEAD.' },
    })
    expect(method.headers.get('allow')).toBe('GET, POST, HEAD')
    expect(
      (
        await world.ask('POST', api('/needs'), {
          as: editor,
          text: 'title=x',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        })
      ).status,
    ).toBe(415)
    expect(
      (
        await world.ask('POST', api('/needs'), {
          as: editor,
          text: '{}',
          headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
        })
      ).status,
    ).toBe(415)
  })

  test('of body is 400 where it is no JSON and 422 where it does not fit', async () => {
    const post = (text: string) =>
      world.ask('POST', api('/needs'), {
        as: editor,
        text,
        headers: { 'content-type': 'application/json' },
      })
    for (const text of [
      '',
      '{',
      '{"title":"a","title":"b"}',
      '{"__proto__":{}}',
      '[1e309]',
      '"\\ud800',
      `${'['.repeat(100)}${']'.repeat(100)}`,
      '{"a":9007199254740993}',
      '{"title":"\\u0000","kind":"need"}',
    ]) {
      const answer = await post(text)
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid' } })
    }
    for (const text of [
      '[]',
      'null',
      '"x"',
      '{}',
      '{"title":""}',
      '{"title":7,"kind":"need"}',
      '{"title":"x","kind":"wish"}',
    ]) {
      const answer = await post(text)
      expect(answer).toMatchObject({ status: 422, body: { code: 'invalid' } })
      expect((answer.body['errors'] as unknown[]).length).toBeGreaterThan(0)
    }
    const large = await post('{"title":"x","kind":"need","frequency":9007199254740993}')
    expect(large.body['detail']).toContain('Numbers are taken up to 9007199254740991')
    expect(await post('{"title":"x","kind":"need","titel":"y"}')).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/titel' }] },
    })
  })

  test.each([
    ['1e400', 'too large to be kept exactly'],
    ['abc', '"abc" is not a number'],
  ])('of a value in an address, such as %s, says what it is', async (seed, says) => {
    const { body } = await world.ask('GET', api(`/views/rank?seed=${seed}`), { as: editor })
    expect(body['errors']).toEqual([{ pointer: '/seed', detail: expect.stringContaining(says) }])
  })

  test('of size is 413 and does not spoil the next request', async () => {
    const large = await world.ask('POST', api('/needs'), {
      as: editor,
      json: { title: 'x'.repeat(2_000_000) },
    })
    expect(large).toMatchObject({ status: 413, body: { code: 'limited' } })
    for (let turn = 0; turn < 5; turn += 1)
      expect((await world.ask('GET', api('/me'), { as: editor })).status).toBe(200)
  })

  test('of query is refused with what is offered', async () => {
    expect(await world.ask('GET', api('/needs?sort=detail'), { as: editor })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '?sort' }] },
    })
    expect(await world.ask('GET', api('/needs?filter[nothing]=1'), { as: editor })).toMatchObject({
      status: 422,
    })
    expect(await world.ask('GET', api('/needs?cursor=forged'), { as: editor })).toMatchObject({
      status: 422,
    })
    expect((await world.ask('GET', api('/needs?q=%00'), { as: editor })).status).toBe(422)
    expect((await world.ask('GET', api('/views/rank?limit=x'), { as: editor })).status).toBe(422)
  })

  test('of a name is simply not there', async () => {
    for (const name of [
      'NEED-999999',
      'NEED-0',
      'FB-1',
      'x',
      '%00',
      '..%2f..%2fetc',
      '00000000-0000-7000-8000-000000000000',
      'NEED-99999999999999999999',
    ])
      expect(await world.ask('GET', api(`/needs/${name}`), { as: editor })).toMatchObject({
        status: 404,
        body: { code: 'unknown' },
      })
  })
})

describe('what is not allowed', () => {
  test('is denied by role, and nothing is written', async () => {
    const refused = await world.ask('POST', api('/needs'), {
      as: viewer,
      json: { title: 'by a viewer', kind: 'need' },
    })
    expect(refused).toMatchObject({ status: 403, body: { code: 'denied' } })
    const found = await world.ask('GET', api('/needs?q=viewer'), { as: editor })
    expect(found.body['data']).toEqual([])
    expect((await world.ask('GET', api('/history/verify'), { as: viewer })).status).toBe(403)
    expect(
      (
        await world.ask('POST', api('/commands/erase'), {
          as: editor,
          json: { record: 'need', ids: [] },
        })
      ).status,
    ).toBe(403)
    expect((await world.ask('POST', api('/sign-in-links'), { as: editor, json: {} })).status).toBe(
      403,
    )
  })

  test('by the scopes of a key is denied, whatever its role', async () => {
    const narrow = await world.key('editor', ['write:needs', 'read:ideas'])
    expect(
      (
        await world.ask('POST', api('/needs'), {
          as: narrow,
          json: { title: 'in scope', kind: 'need' },
        })
      ).status,
    ).toBe(201)
    expect((await world.ask('GET', api('/needs'), { as: narrow })).status).toBe(200)
    expect((await world.ask('GET', api('/ideas'), { as: narrow })).status).toBe(200)
    for (const [method, path] of [
      ['POST', '/ideas'],
      ['GET', '/objectives'],
      ['POST', '/commands/link'],
      ['POST', '/commands/undo'],
      ['GET', '/history'],
    ] as const) {
      const answer = await world.ask(method, api(path), {
        as: narrow,
        ...(method === 'POST'
          ? { json: { title: 'x', seq: 1, from: 'a', relation: 'b', to: 'c' } }
          : {}),
      })
      expect(answer).toMatchObject({ status: 403, body: { code: 'denied' } })
      expect(answer.body['detail']).toContain('scope')
    }
  })

  test('is the same bytes as what is not there, for a row of somebody else', async () => {
    const draft = await make('a draft of mine', { draft: true })
    expect(draft.status).toBe(201)
    const mine = String(draft.body['ref'])
    const ask = (method: string, name: string) =>
      world.ask(method, api(`/needs/${name}`), {
        as: viewer,
        ...(method === 'PATCH' ? { json: { title: 'y' } } : {}),
      })
    const never = 'NEED-999999'
    for (const method of ['GET', 'PATCH', 'DELETE']) {
      const [hidden, absent] = [await ask(method, mine), await ask(method, never)]
      expect(hidden.status).toBe(404)
      expect(hidden.text.replaceAll(mine, never)).toBe(absent.text)
      expect([...hidden.headers.keys()]).toEqual([...absent.headers.keys()])
    }
  })

  test('to a key that is revoked is everything, at once', async () => {
    const key = await world.key('viewer')
    expect((await world.ask('GET', api('/me'), { as: key })).status).toBe(200)
    const keys = await world.ask('GET', api('/keys?limit=200'), { as: world.ownerToken })
    const mine = (
      keys.body['data'] as {
        readonly id: string
        readonly start: string
        readonly createdAt: string
      }[]
    ).find((one) => key.startsWith(one.start))
    expect(
      (
        await world.ask('POST', api('/commands/revoke-key'), {
          as: world.ownerToken,
          json: { id: mine?.id },
        })
      ).status,
    ).toBe(200)
    expect((await world.ask('GET', api('/me'), { as: key })).status).toBe(401)
  })

  test('to a key is another workspace than its own', async () => {
    expect(
      (
        await world.ask('GET', api('/me'), {
          as: editor,
          headers: { 'throughline-workspace': 'main' },
        })
      ).status,
    ).toBe(200)
    expect(
      await world.ask('GET', api('/me'), {
        as: editor,
        headers: { 'throughline-workspace': 'elsewhere' },
      }),
    ).toMatchObject({ status: 404, body: { code: 'unknown' } })
  })
})

test('nothing above was a fault of ours', () => {
  expect(world.faults.map(({ cause }) => cause)).toEqual([])
})
