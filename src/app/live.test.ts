import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { listenTo, snapshotOf, type Listening } from '../../test/streaming.ts'
import { must } from '../engine/problem.ts'
import { askAt, openWorld, type World } from './instance.world.ts'

let world: World
let keys: { readonly editor: string; readonly viewer: string }
const open: Listening[] = []
beforeAll(async () => {
  world = await openWorld()
  keys = { editor: await world.key('editor'), viewer: await world.key('viewer') }
  // The first use of a key is noted, which is a commit too.
  for (const key of Object.values(keys)) await world.ask('GET', '/api/v1/me', { as: key })
})
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})
afterAll(() => world?.close())

async function listen(
  key: string,
  asked: Parameters<typeof listenTo>[2] & { readonly url?: string } = {},
): Promise<Listening> {
  const one = await listenTo(asked.url ?? world.instance.url, key, asked)
  open.push(one)
  return one
}

const make = async (plural: string, json: unknown, as = keys.editor) => {
  const { body, headers, text } = await world.ask('POST', `/api/v1/${plural}`, { as, json })
  return {
    id: String(must(body['id'], text)),
    ref: String(body['ref']),
    seq: Number(headers.get('throughline-seq')),
  }
}
const change = async (plural: string, id: string, json: unknown): Promise<number> =>
  Number(
    (await world.ask('PATCH', `/api/v1/${plural}/${id}`, { as: keys.editor, json })).headers.get(
      'throughline-seq',
    ),
  )

describe('a snapshot', () => {
  test('gives the rows of what is held whole as every other reading does, and its place', async () => {
    const idea = await make('ideas', { title: 'Held whole' })
    const { seq, rows } = await snapshotOf(world.instance.url, keys.viewer)
    expect(seq).toBeGreaterThanOrEqual(idea.seq)
    const { body } = await world.ask('GET', `/api/v1/ideas/${idea.ref}`, { as: keys.viewer })
    expect(rows.get('idea')?.find((row) => row['id'] === idea.id)).toEqual(body)
    expect([...rows.keys()]).not.toContain('feedback')
    // Keys are for admins.
    expect(rows.get('key')).toEqual([])
  })

  test('is packed for who takes it packed, gives only some records, and refuses what is paged', async () => {
    const packed = await world.ask('GET', '/api/v1/snapshot?record=idea,need', {
      as: keys.viewer,
      headers: { 'accept-encoding': 'gzip' },
    })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(packed.text.split('\n')[0]).toContain('"records":["idea","need"]')
    const refused = await world.ask('GET', '/api/v1/snapshot?record=feedback', { as: keys.viewer })
    expect([refused.status, refused.body['detail']]).toEqual([
      422,
      'There can be very many feedback, so they are read by the page, at /feedback.',
    ])
    expect(
      (await world.ask('GET', '/api/v1/snapshot?record=nonsense', { as: keys.viewer })).status,
    ).toBe(422)
    const head = await world.ask('HEAD', '/api/v1/snapshot', { as: keys.viewer })
    expect([head.status, head.text]).toEqual([200, ''])
    expect((await world.ask('GET', '/api/v1/snapshot')).status).toBe(401)
  })

  test('holds folded rows, so that a ref leads on, and none from the trash', async () => {
    const [into, from, gone] = [
      await make('ideas', { title: 'Stays' }),
      await make('ideas', { title: 'Is folded' }),
      await make('ideas', { title: 'Goes' }),
    ]
    await world.ask('POST', '/api/v1/commands/merge-ideas', {
      as: keys.editor,
      json: { into: into.id, from: [from.id] },
    })
    await world.ask('DELETE', `/api/v1/ideas/${gone.id}`, { as: keys.editor })
    const { rows } = await snapshotOf(world.instance.url, keys.viewer, '?record=idea')
    const ids = must(rows.get('idea')).map((row) => row['id'])
    expect(ids).toContain(from.id)
    expect(ids).not.toContain(gone.id)
  })
})

describe('a live stream', () => {
  test('tells what happens from now on, with who did what', async () => {
    const live = await listen(keys.viewer)
    expect(live.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    const { data } = await live.next('hello')
    const idea = await make('ideas', { title: 'Told live' })
    const told = await live.next('commit')
    expect(told.id).toBe(String(idea.seq))
    expect(Number(data['seq'])).toBeLessThan(idea.seq)
    expect(told.data).toMatchObject({
      seq: idea.seq,
      commits: [
        { seq: idea.seq, command: 'create-idea', actor: { kind: 'key', name: 'a editor' } },
      ],
      changes: [
        { record: 'idea', id: idea.id, seq: idea.seq, row: { title: 'Told live', ref: idea.ref } },
      ],
      more: [],
    })
  })

  test('goes on from a place, by address or as a browser that comes again says it', async () => {
    const first = await make('ideas', { title: 'Before' })
    const second = await make('ideas', { title: 'After' })
    for (const asked of [
      { after: first.seq },
      { headers: { 'last-event-id': String(first.seq) } },
      { after: 1, headers: { 'last-event-id': String(first.seq) } },
    ]) {
      const { data } = await (await listen(keys.viewer, asked)).next('commit')
      expect(data['changes']).toMatchObject([{ id: second.id }])
    }
    const nowhere = await listen(keys.viewer, { after: 1e9 })
    expect((await nowhere.next('reset')).data['says']).toMatch(/not known/)
    await nowhere.over
    expect((await world.ask('GET', '/api/v1/live?after=x', { as: keys.viewer })).status).toBe(422)
  })

  test('says once that all that was missed has been told', async () => {
    const { seq: after } = await make('ideas', { title: 'Where one was' })
    const last = await make('ideas', { title: 'What one missed' })
    const late = await listen(keys.viewer, { after })
    expect((await late.next('current')).data).toEqual({ seq: last.seq })
    const names = late.heard.map(({ event }) => event).filter((name) => name !== 'presence')
    expect(names).toEqual(['hello', 'commit', 'current'])
    await make('ideas', { title: 'What is new' })
    await late.next('commit')
    expect(late.heard.filter(({ event }) => event === 'current')).toHaveLength(1)
  })

  test('takes away what one may no longer see, and says nothing of what one never saw', async () => {
    const live = await listen(keys.viewer)
    const seen = await make('ideas', { title: 'To be hidden' })
    // seen first: what comes and goes between two tellings was never there
    await live.next('commit')
    const hidden = await make('ideas', { title: 'secret9', draft: true })
    const seq = await change('ideas', seen.id, { visibility: 'people', personIds: [] })
    let gone = await live.next('commit')
    while (Number(gone.id) < seq) gone = await live.next('commit')
    expect(gone.data['changes']).toEqual([{ record: 'idea', id: seen.id, seq, gone: true }])
    const all = JSON.stringify(live.heard)
    expect(all).not.toContain('secret9')
    expect(all).not.toContain(hidden.id)
  })

  test('is told alike by another process on the same database', async () => {
    const other = await world.second()
    const [here, there] = [await listen(keys.viewer), await listen(keys.viewer, { url: other.url })]
    const idea = await make('ideas', { title: 'In one, told in both' })
    expect((await there.next('commit')).data).toEqual((await here.next('commit')).data)
    const back = await askAt(other.url)('PATCH', `/api/v1/ideas/${idea.id}`, {
      as: keys.editor,
      json: { title: 'And back' },
    })
    expect((await here.next('commit')).id).toBe(back.headers.get('throughline-seq'))
    await other.close()
    await there.over
  })

  test('ends when its key is revoked, at once and by whichever process', async () => {
    const made = await world.ask('POST', '/api/v1/commands/create-key', {
      as: world.ownerToken,
      json: { name: 'short', role: 'viewer' },
    })
    const { secret, id } = made.body['result'] as { readonly secret: string; readonly id?: string }
    const live = await listen(secret)
    await live.next('hello')
    await world.ask('POST', '/api/v1/commands/revoke-key', {
      as: world.ownerToken,
      json: { id },
    })
    expect((await live.next('ended')).data['says']).toMatch(/not hold/)
    await live.over
    expect((await listen(secret)).status).toBe(401)
  })

  test('ends soon after its session is closed', async () => {
    const link = await world.ask('POST', '/api/v1/sign-in-links', {
      as: world.ownerToken,
      json: {},
    })
    const entered = await fetch(String(link.body['url']), { redirect: 'manual' })
    const cookie = must(entered.headers.get('set-cookie')).split(';')[0] ?? ''
    const live = await listenTo(world.instance.url, '', { headers: { cookie } })
    open.push(live)
    expect(live.status).toBe(200)
    await live.next('hello')
    await world.ask('POST', '/sign-out', {
      headers: { cookie, origin: world.instance.url, 'sec-fetch-site': 'same-origin' },
    })
    await live.next('ended')
    await live.over
  })

  test('is one of at most thirty of an actor, needs the scope to read all, and answers HEAD', async () => {
    const narrow = await world.key('viewer', ['read:ideas'])
    expect((await world.ask('GET', '/api/v1/live', { as: narrow })).status).toBe(403)
    expect((await world.ask('GET', '/api/v1/live')).status).toBe(401)
    expect((await world.ask('PUT', '/api/v1/live', { as: keys.viewer })).status).toBe(405)
    const head = await world.ask('HEAD', '/api/v1/live', { as: keys.viewer })
    expect([head.status, head.headers.get('content-type')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ])
    const many = await world.key('viewer')
    const streams = await Promise.all(Array.from({ length: 30 }, () => listen(many)))
    expect(new Set(streams.map((one) => one.status))).toEqual(new Set([200]))
    const refused = await world.ask('GET', '/api/v1/live', { as: many })
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5'])
    const left = must(streams[0])
    left.close()
    await left.over
    await expect.poll(async () => (await listen(many)).status).toBe(200)
  })

  test('of who does not read is cut, and the others hear on', async () => {
    const socket = connect({ port: world.instance.port, host: '127.0.0.1' })
    socket.write(
      `GET /api/v1/live HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${keys.viewer}\r\n\r\n`,
    )
    await new Promise((resolve) => socket.once('data', resolve))
    socket.pause()
    const cut = new Promise((resolve) => socket.once('close', resolve))
    const reading = await listen(keys.viewer)
    const { id } = await make('feedback', { text: 'x' })
    for (let round = 0; round < 120; round++)
      await change('feedback', id, { text: `${round} ${'long '.repeat(15_000)}` })
    socket.resume()
    await cut
    expect(reading.heard.filter((one) => one.event === 'commit').length).toBeGreaterThan(1)
    const { id: after } = await make('ideas', { title: 'Still told' })
    await expect.poll(() => JSON.stringify(reading.heard.at(-1)?.data)).toContain(after)
  }, 60_000)
})

describe('presence', () => {
  test('is told to who may see where, and ends', async () => {
    const live = await listen(keys.viewer)
    const [open_, hidden] = [
      await make('ideas', { title: 'Somebody is here' }),
      await make('ideas', { title: 'Not for others', draft: true }),
    ]
    const say = (json: unknown) =>
      world.ask('POST', '/api/v1/live/presence', { as: keys.editor, json })
    expect((await say({ at: hidden.ref, doing: 'editing' })).status).toBe(204)
    expect((await say({ at: open_.ref, doing: 'editing' })).status).toBe(204)
    const here = await live.next('presence')
    expect(here.data).toMatchObject({
      ref: open_.ref,
      record: 'idea',
      id: open_.id,
      people: [{ name: 'a editor', doing: 'editing' }],
    })
    // Who comes later is told too.
    expect((await (await listen(keys.viewer)).next('presence')).data).toEqual(here.data)
    expect((await say({ at: null })).status).toBe(204)
    expect((await live.next('presence')).data).toMatchObject({ id: open_.id, people: [] })
    expect(JSON.stringify(live.heard)).not.toContain(hidden.id)
    const unseen = await world.ask('POST', '/api/v1/live/presence', {
      as: keys.viewer,
      json: { at: hidden.ref },
    })
    expect([unseen.status, (await say({ at: 7, doing: 'x', more: 1 })).status]).toEqual([404, 422])
  })
})

describe('an instance that stops', () => {
  test('ends its streams at once, and a later one tells what happened meanwhile', async () => {
    const own = await openWorld()
    const key = await own.key('viewer')
    const live = await listenTo(own.instance.url, key)
    await live.next('hello')
    const other = await own.second()
    await own.instance.close()
    await live.over
    const made = await askAt(other.url)('POST', '/api/v1/ideas', {
      as: own.ownerToken,
      json: { title: 'Meanwhile' },
    })
    const again = await listenTo(other.url, key, { after: Number(must(live.place())) })
    expect(JSON.stringify((await again.next('commit')).data)).toContain(String(made.body['id']))
    again.close()
    await own.close()
  })
})
