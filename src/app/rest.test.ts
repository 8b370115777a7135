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
      ['GET', '/views/ranking'],
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
    expect(await post('{"title":"x","kind":"need","titel":"y"}')).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/titel' }] },
    })
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
    expect((await world.ask('GET', api('/views/ranking?limit=x'), { as: editor })).status).toBe(422)
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

describe('a record', () => {
  test('is made, read, changed, removed and restored, each step with its place in history', async () => {
    const made = await make('To find the bill')
    expect(made.status).toBe(201)
    const ref = String(made.body['ref'])
    expect(made.headers.get('location')).toBe(api(`/needs/${ref}`))
    expect(made.headers.get('etag')).toMatch(/^"1\./)
    const seq = Number(made.headers.get('throughline-seq'))
    expect(seq).toBeGreaterThan(0)

    const read = await world.ask('GET', String(made.headers.get('location')), { as: viewer })
    expect(read.body).toEqual(made.body)
    expect(
      (await world.ask('GET', api(`/needs/${String(made.body['id'])}`), { as: viewer })).body,
    ).toEqual(made.body)
    expect(
      (await world.ask('GET', api(`/needs/${ref.toLowerCase()}`), { as: viewer })).body,
    ).toEqual(made.body)

    const changed = await world.ask('PATCH', api(`/needs/${ref}`), {
      as: editor,
      json: { title: 'To find my bill' },
    })
    expect(changed).toMatchObject({ status: 200, body: { title: 'To find my bill', version: 2 } })
    expect(Number(changed.headers.get('throughline-seq'))).toBe(seq + 1)

    const removed = await world.ask('DELETE', api(`/needs/${ref}`), { as: editor })
    expect(removed).toMatchObject({ status: 204, text: '' })
    expect(
      (
        (await world.ask('GET', api('/needs?state=removed'), { as: editor })).body['data'] as {
          ref: string
        }[]
      ).map((row) => row.ref),
    ).toContain(ref)

    const past = await world.ask('GET', api(`/history?id=${String(made.body['id'])}`), {
      as: viewer,
    })
    expect((past.body['data'] as { commit: { command: string } }[])[0]?.commit.command).toBe(
      'remove-need',
    )

    const restored = await world.ask('POST', api(`/needs/${ref}/restore`), { as: editor })
    expect(restored).toMatchObject({
      status: 200,
      body: { ref, title: 'To find my bill', removedAt: null },
    })
  })

  test('is asked for again only when it changed', async () => {
    const made = await make('To be told when it is ready')
    const path = String(made.headers.get('location'))
    const etag = (await world.ask('GET', path, { as: editor })).headers.get('etag') ?? ''
    expect(
      await world.ask('GET', path, { as: editor, headers: { 'if-none-match': etag } }),
    ).toMatchObject({ status: 304, text: '' })
    await world.ask('PATCH', path, { as: editor, json: { title: 'To be told once it is ready' } })
    expect(
      (await world.ask('GET', path, { as: editor, headers: { 'if-none-match': etag } })).status,
    ).toBe(200)
  })

  test('that moved on is not overwritten: both sides come back', async () => {
    const made = await make('To pay later')
    const path = String(made.headers.get('location'))
    const etag = made.headers.get('etag') ?? ''
    expect(
      (
        await world.ask('PATCH', path, {
          as: editor,
          json: { title: 'To pay in parts' },
          headers: { 'if-match': etag },
        })
      ).status,
    ).toBe(200)
    const late = await world.ask('PATCH', path, {
      as: editor,
      json: { title: 'To pay at once' },
      headers: { 'if-match': etag },
    })
    expect(late).toMatchObject({
      status: 409,
      body: {
        code: 'stale',
        version: 2,
        current: { title: 'To pay in parts' },
        yours: { title: 'To pay at once' },
      },
    })
    expect(
      (await world.ask('DELETE', path, { as: editor, headers: { 'if-match': '"1"' } })).status,
    ).toBe(409)
    expect(
      (
        await world.ask('PATCH', path, {
          as: editor,
          json: { title: 'x', version: 1 },
          headers: { 'if-match': '"2"' },
        })
      ).status,
    ).toBe(422)
    expect(
      (
        await world.ask('PATCH', path, {
          as: editor,
          json: { title: 'x' },
          headers: { 'if-match': 'two' },
        })
      ).status,
    ).toBe(422)
  })

  test('that does not change answers itself, with no place in history', async () => {
    const made = await make('To stay')
    const same = await world.ask('PATCH', String(made.headers.get('location')), {
      as: editor,
      json: { title: 'To stay' },
    })
    expect(same).toMatchObject({ status: 200, body: { version: 1 } })
    expect(same.headers.get('throughline-seq')).toBe('0')
  })

  test('that was merged leads on, for reading and for writing', async () => {
    const post = async (text: string) =>
      String(
        (await world.ask('POST', api('/feedback'), { as: editor, json: { text } })).body['ref'],
      )
    const [kept, folded] = [await post('The export is slow'), await post('Export takes very long')]
    const merged = await world.ask('POST', api('/commands/merge-feedback'), {
      as: editor,
      json: { into: kept, from: [folded] },
    })
    expect({ status: merged.status, text: merged.status === 200 ? '' : merged.text }).toEqual({
      status: 200,
      text: '',
    })
    for (const [method, rest] of [
      ['GET', ''],
      ['PATCH', ''],
      ['DELETE', ''],
      ['GET', '?x=1'],
    ] as const) {
      const answer = await world.ask(method, api(`/feedback/${folded}${rest}`), {
        as: editor,
        ...(method === 'PATCH' ? { json: { title: 'x' } } : {}),
      })
      expect(answer.status).toBe(308)
      expect(answer.headers.get('location')).toBe(api(`/feedback/${kept}${rest}`))
    }
    expect((await world.ask('GET', api(`/feedback/${kept}`), { as: editor })).status).toBe(200)
  })

  test('with a field that only a command sets refuses it by name', async () => {
    expect(
      await world.ask('POST', api('/feedback'), {
        as: editor,
        json: { text: 'x', mergedIntoId: 'FB-1' },
      }),
    ).toMatchObject({ status: 422, body: { errors: [{ pointer: '/mergedIntoId' }] } })
  })
})

describe('a list', () => {
  test('is paged to its end without loss or repetition, and counted when asked', async () => {
    const titles = Array.from({ length: 12 }, (_, at) => `page ${at}`)
    for (const title of titles)
      await world.ask('POST', api('/tags'), { as: editor, json: { name: title } })
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: Told = await world.ask(
        'GET',
        api(`/tags?limit=5${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`),
        { as: viewer },
      )
      expect(page.status).toBe(200)
      expect(Object.keys(page.body)).toEqual(['data', 'cursor'])
      seen.push(...(page.body['data'] as { id: string }[]).map((row) => row.id))
      cursor = page.body['cursor'] as string | null
    }
    expect(new Set(seen).size).toBe(seen.length)
    const counted = await world.ask('GET', api('/tags?count=exact&limit=1'), { as: viewer })
    expect(counted.body['total']).toBe(seen.length)
  })

  test('takes filters and refs', async () => {
    const objective = await world.ask('POST', api('/objectives'), {
      as: editor,
      json: { title: 'Fewer calls', period: '2026-Q4' },
    })
    const ref = String(objective.body['ref'])
    await world.ask('POST', api('/objectives'), {
      as: editor,
      json: { title: 'Fewer calls about bills', parentId: ref },
    })
    const under = await world.ask(
      'GET',
      api(`/objectives?filter[parentId]=${ref}&filter[period]=none`),
      { as: viewer },
    )
    expect((under.body['data'] as { title: string }[]).map((row) => row.title)).toEqual([
      'Fewer calls about bills',
    ])
    expect(
      await world.ask('GET', api('/objectives?filter[parentId]=OBJ-99999'), { as: viewer }),
    ).toMatchObject({ status: 422 })
  })
})

describe('a command', () => {
  test('answers what changed, and undo takes it back as one', async () => {
    const need = String((await make('To see the whole')).body['ref'])
    const idea = String(
      (await world.ask('POST', api('/ideas'), { as: editor, json: { title: 'An overview' } })).body[
        'ref'
      ],
    )
    const linked = await world.ask('POST', api('/commands/link'), {
      as: editor,
      json: { from: idea, relation: 'addresses', to: need },
      headers: { 'throughline-cause': encodeURIComponent('weil es trägt') },
    })
    expect(linked).toMatchObject({
      status: 200,
      body: { count: 1, changed: [{ op: 'create', record: 'link' }] },
    })
    const seq = Number(linked.headers.get('throughline-seq'))
    const history = await world.ask('GET', api('/history?limit=1'), { as: editor })
    expect(history.body['data']).toMatchObject([
      { commit: { seq, command: 'link', cause: 'weil es trägt' } },
    ])
    expect(history.body['cursor']).toBe(String(seq))
    expect(
      (await world.ask('POST', api('/commands/undo'), { as: editor, json: { seq } })).status,
    ).toBe(200)
    expect(
      (await world.ask('POST', api('/commands/undo'), { as: editor, json: { seq: 0 } })).status,
    ).toBe(422)
    expect(
      (await world.ask('POST', api('/commands/no-such'), { as: editor, json: {} })).status,
    ).toBe(404)
  })

  test('tells a secret once, and keeps none for a repeated request', async () => {
    const send = () =>
      world.ask('POST', api('/commands/create-key'), {
        as: world.ownerToken,
        json: { name: 'once', role: 'viewer' },
        headers: { 'idempotency-key': 'make-a-key' },
      })
    const [first, second] = [await send(), await send()]
    expect((first.body['result'] as { secret?: string }).secret).toMatch(/^tl_/)
    expect(second.status).toBe(200)
    expect(second.headers.get('idempotency-replayed')).toBe('true')
    expect(second.body['result']).not.toHaveProperty('secret')
    expect(second.body['seq']).toBe(first.body['seq'])
  })
})

describe('a write with an Idempotency-Key', () => {
  const send = (key: string, title: string) =>
    world.ask('POST', api('/ideas'), {
      as: editor,
      json: { title },
      headers: { 'idempotency-key': key },
    })

  test('happens once however often it is sent, at the same moment too', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => send('k-1', 'only once')))
    const made = answers.filter((answer) => answer.status === 201)
    expect(made.length).toBeGreaterThan(0)
    expect(new Set(made.map((answer) => answer.text)).size).toBe(1)
    for (const answer of answers) expect([201, 409]).toContain(answer.status)
    const again = await send('k-1', 'only once')
    expect(again).toMatchObject({ status: 201, text: made[0]?.text })
    expect(again.headers.get('location')).toBe(made[0]?.headers.get('location'))
    const found = await world.ask('GET', api('/ideas?q=only%20once&count=exact'), { as: editor })
    expect((found.body['data'] as unknown[]).length).toBe(1)
  })

  test('is refused when the same key comes with another request', async () => {
    expect((await send('k-2', 'first')).status).toBe(201)
    expect(await send('k-2', 'second')).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/Idempotency-Key' }] },
    })
    expect((await send('two words', 'x')).status).toBe(422)
  })

  test('may be mended and sent again after a refusal', async () => {
    expect((await send('k-3', '')).status).toBe(422)
    expect((await send('k-3', 'mended')).status).toBe(201)
  })

  test('of another actor is another key', async () => {
    const other = await world.key('editor')
    const first = await send('k-4', 'mine')
    const second = await world.ask('POST', api('/ideas'), {
      as: other,
      json: { title: 'mine' },
      headers: { 'idempotency-key': 'k-4' },
    })
    expect(second.status).toBe(201)
    expect(second.body['id']).not.toBe(first.body['id'])
  })
})

describe('readings', () => {
  test('say who one is', async () => {
    expect((await world.ask('GET', api('/me'), { as: world.ownerToken })).body).toMatchObject({
      actor: { kind: 'member', role: 'owner' },
      workspace: { slug: 'main' },
    })
    expect((await world.ask('GET', api('/me'), { as: viewer })).body).toMatchObject({
      actor: { kind: 'key', role: 'viewer' },
    })
  })

  test('of the line answer as JSON and as Markdown, for any ref or id', async () => {
    const need = await make('To be asked why')
    const ref = String(need.body['ref'])
    for (const name of [ref, String(need.body['id'])])
      expect((await world.ask('GET', api(`/why/${name}`), { as: viewer })).status).toBe(200)
    const text = await world.ask('GET', api(`/why/${ref}?format=markdown`), { as: viewer })
    expect(text.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    expect(text.text).toContain('To be asked why')
    expect(
      (await world.ask('GET', api(`/became/${ref}?format=markdown`), { as: viewer })).status,
    ).toBe(200)
    expect((await world.ask('GET', api(`/why/${ref}?format=pdf`), { as: viewer })).status).toBe(422)
    expect((await world.ask('GET', api('/why/NEED-999999'), { as: viewer })).status).toBe(404)
    expect((await world.ask('GET', api('/why/%00'), { as: viewer })).status).toBe(404)
  })

  test('of views take their inputs from the address', async () => {
    expect(
      (await world.ask('GET', api('/views/ranking?limit=5'), { as: viewer })).body,
    ).toHaveProperty('rows')
    expect((await world.ask('GET', api('/views/roadmap'), { as: viewer })).body).toHaveProperty(
      'now',
    )
    expect((await world.ask('GET', api('/views/nothing'), { as: viewer })).status).toBe(404)
  })

  test('of the history can be proved whole', async () => {
    expect(
      (await world.ask('GET', api('/history/verify'), { as: world.ownerToken })).body,
    ).not.toHaveProperty('broken')
    const need = await make('To have a past')
    const history = await world.ask('GET', api(`/history?id=${String(need.body['ref'])}`), {
      as: viewer,
    })
    expect(history.body).toMatchObject({
      data: [{ commit: { command: 'create-need' } }],
      cursor: null,
    })
    expect((await world.ask('GET', api('/history?id=NEED-999999'), { as: viewer })).status).toBe(
      404,
    )
    expect((await world.ask('GET', api('/history?limit=0'), { as: viewer })).status).toBe(422)
  })
})

test('every answer of the API carries its guards', async () => {
  for (const answer of [
    await world.ask('GET', api('/me'), { as: viewer }),
    await world.ask('GET', api('/me')),
    await world.ask('GET', api('/nothing')),
  ]) {
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  }
})

test('nothing above was a fault of ours', () => {
  expect(world.faults.map(({ cause }) => cause)).toEqual([])
})
