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

  test('of restoring takes a ref, and what lies in no trash is not there', async () => {
    const ref = String((await make('To come back')).body['ref'])
    await world.ask('DELETE', api(`/needs/${ref}`), { as: editor })
    const restore = (id: unknown) =>
      world.ask('POST', api('/commands/restore-need'), { as: editor, json: { id } })
    expect((await restore(ref)).body).toMatchObject({ changed: [{ op: 'restore', row: { ref } }] })
    for (const id of ['x', 'NEED-999999', 'FB-1', '\u0001'])
      expect(await restore(id)).toMatchObject({ status: 404, body: { code: 'unknown' } })
    for (const id of ['', 7, null, undefined]) expect((await restore(id)).status).toBe(422)
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
      (await world.ask('GET', api('/views/rank?limit=5'), { as: viewer })).body,
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
