import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../engine/problem.ts'
import { cookieOf, entering, longEnough, type Entering } from './entering.world.ts'
import { openWorld, type World } from './instance.world.ts'

let world: World
let hands: Entering
beforeAll(async () => {
  world = await openWorld()
  hands = entering(world.ask)
})
afterAll(() => world.close())

const owner = () => world.ownerToken

const memberCalled = async (name: string): Promise<Readonly<Record<string, unknown>>> => {
  const { body } = await world.ask('GET', '/api/v1/members?limit=200', { as: owner() })
  const rows = body['data'] as readonly Readonly<Record<string, unknown>>[]
  return must(
    rows.find((row) => row['name'] === name),
    name,
  )
}

describe('a session', () => {
  test('ends at once when its member is removed', async () => {
    const cookie = await hands.comeIn(owner(), 'gone@example.com', 'contributor')
    expect((await hands.me(cookie)).status).toBe(200)
    const { id } = await memberCalled('gone')
    await world.ask('POST', '/api/v1/commands/remove-member', { as: owner(), json: { id } })
    expect((await hands.me(cookie)).status).toBe(401)
    expect((await hands.signIn('gone@example.com', longEnough)).status).toBe(403)
    const back = await hands.comeIn(owner(), 'gone@example.com', 'viewer')
    expect((await hands.me(back)).body).toMatchObject({ actor: { name: 'gone', role: 'viewer' } })
    expect((await hands.me(cookie)).status).toBe(401)
  })

  test('stops at once when its member is suspended, with their keys and streams, and not for good', async () => {
    const cookie = await hands.comeIn(owner(), 'resting@example.com', 'admin')
    const { id } = await memberCalled('resting')
    const made = await world.ask('POST', '/api/v1/commands/create-key', {
      json: { name: 'a robot', role: 'editor' },
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
    })
    const { secret } = made.body['result'] as { readonly secret: string }
    const stream = async (headers: Readonly<Record<string, string>>) =>
      (await fetch(`${world.instance.url}/api/v1/live`, { headers })).text()
    const streams = [stream({ cookie }), stream({ authorization: `Bearer ${secret}` })]
    const run = (verb: string, as: string, of = id) =>
      world.ask('POST', `/api/v1/commands/${verb}-member`, { as, json: { id: of } })
    expect((await run('suspend', await world.key('editor'))).status).toBe(403)
    expect((await run('suspend', owner())).status).toBe(200)
    for (const told of await Promise.all(streams))
      expect(told).toMatch(/event: ended\ndata: .*"why":"suspended"/)
    expect((await hands.me(cookie)).body).toMatchObject({
      why: 'suspended',
      detail: 'You are suspended in this workspace. Ask one of its admins to reinstate you.',
    })
    const key = () => world.ask('GET', '/api/v1/me', { as: secret })
    expect([(await hands.me(cookie)).status, (await key()).status]).toEqual([401, 401])
    const refused = await hands.signIn('resting@example.com', longEnough)
    expect(refused.status).toBe(403)
    expect(refused.text).toContain('You are suspended')
    expect(await memberCalled('resting')).toMatchObject({ role: 'admin', removedAt: null })
    const anew = { email: 'resting@example.com', role: 'admin' }
    expect(
      (await world.ask('POST', '/api/v1/invite-links', { as: owner(), json: anew })).status,
    ).toBe(422)
    expect((await run('reinstate', owner())).status).toBe(200)
    // The key goes on; who was signed in signs in again.
    expect([(await hands.me(cookie)).status, (await key()).status]).toEqual([401, 200])
    const back = cookieOf(await hands.signIn('resting@example.com', longEnough))
    expect((await hands.me(back)).body).toMatchObject({ actor: { role: 'admin' } })
  })

  test('ends what is being told live, when its member is removed and when it is ended', async () => {
    const follow = async (cookie: string) => {
      const answer = await fetch(`${world.instance.url}/api/v1/live`, { headers: { cookie } })
      expect(answer.status).toBe(200)
      return answer.text()
    }
    const first = await hands.comeIn(owner(), 'live@example.com', 'viewer')
    const second = cookieOf(await hands.signIn('live@example.com', longEnough))
    const streams = { ended: follow(second), removed: follow(first) }
    const { body } = await world.ask('GET', '/api/v1/sessions', { headers: { cookie: first } })
    const visits = body['data'] as readonly { readonly id: string; readonly current: boolean }[]
    await world.ask('DELETE', `/api/v1/sessions/${must(visits.find((one) => !one.current)).id}`, {
      headers: { cookie: first, 'sec-fetch-site': 'same-origin' },
    })
    expect(await streams.ended).toMatch(/event: ended\ndata: .*"why":"over"/)
    expect((await hands.me(second)).body).not.toHaveProperty('why')
    const { id } = await memberCalled('live')
    await world.ask('POST', '/api/v1/commands/remove-member', { as: owner(), json: { id } })
    expect(await streams.removed).toMatch(/event: ended\ndata: .*"why":"removed"/)
    expect((await hands.me(first)).body).toMatchObject({ why: 'removed' })
  })

  test('holds for less after a role was taken, and no longer after one was given', async () => {
    const cookie = await hands.comeIn(owner(), 'moved@example.com', 'editor')
    const { id } = await memberCalled('moved')
    const make = (role: string) =>
      world.ask('POST', '/api/v1/commands/update-member', { as: owner(), json: { id, role } })
    await make('viewer')
    expect((await hands.me(cookie)).body).toMatchObject({ actor: { role: 'viewer' } })
    await make('admin')
    expect((await hands.me(cookie)).status).toBe(401)
    const anew = cookieOf(await hands.signIn('moved@example.com', longEnough))
    expect((await hands.me(anew)).body).toMatchObject({ actor: { role: 'admin' } })
  })

  test('is listed to its own person alone, and ended by that person alone', async () => {
    const one = await hands.comeIn(owner(), 'one@example.com', 'viewer')
    const other = cookieOf(await hands.signIn('one@example.com', longEnough))
    const stranger = await hands.comeIn(owner(), 'stranger@example.com', 'owner')
    const sessions = async (cookie: string) =>
      (await world.ask('GET', '/api/v1/sessions', { headers: { cookie } })).body['data'] as {
        readonly id: string
        readonly current: boolean
      }[]
    const listed = await sessions(one)
    expect(listed).toHaveLength(2)
    expect(listed.filter(({ current }) => current)).toHaveLength(1)
    const { id } = must(listed.find(({ current }) => !current))
    const end = (cookie: string) =>
      world.ask('DELETE', `/api/v1/sessions/${id}`, {
        headers: { cookie, 'sec-fetch-site': 'same-origin' },
      })
    expect((await end(stranger)).status).toBe(404)
    expect((await end(one)).status).toBe(204)
    expect((await hands.me(other)).status).toBe(401)
    expect(
      (await world.ask('GET', '/api/v1/sessions', { as: await world.key('owner') })).status,
    ).toBe(403)
  })

  test('ends when its member leaves; the last owner does not', async () => {
    const cookie = await hands.comeIn(owner(), 'leaver@example.com', 'viewer')
    const leave = (headers: Readonly<Record<string, string>>) =>
      world.ask('POST', '/api/v1/leave', {
        json: {},
        headers: { 'sec-fetch-site': 'same-origin', ...headers },
      })
    expect((await leave({})).status).toBe(401)
    expect((await leave({ cookie })).status).toBe(204)
    expect((await hands.me(cookie)).status).toBe(401)
    const alone = await world.instance.store.identity.createWorkspace('alone', 'Alone', 'Lone')
    const refused = await world.ask('POST', '/api/v1/leave', {
      as: owner(),
      json: {},
      headers: { 'throughline-workspace': 'alone' },
    })
    expect(refused).toMatchObject({ status: 422, body: { code: 'invalid' } })
    expect(await world.instance.store.identity.owner(alone.id)).toMatchObject({ name: 'Lone' })
  })
})

describe('several workspaces', () => {
  test('of which somebody is suspended in one: what is told live there ends, and says why', async () => {
    const first = await hands.comeIn(owner(), 'both@example.com', 'owner')
    const fields = { name: 'Third house', slug: 'third' }
    const cookie = cookieOf(await hands.send('/sign-in/workspace', fields, { cookie: first }))
    const stream = fetch(`${world.instance.url}/api/v1/live`, {
      headers: { cookie, 'throughline-workspace': 'main' },
    })
    expect((await stream).status).toBe(200)
    const { id } = await memberCalled('both')
    await world.ask('POST', '/api/v1/commands/suspend-member', { as: owner(), json: { id } })
    expect(await (await stream).text()).toContain('"why":"suspended"')
    expect((await hands.me(cookie, 'third')).status).toBe(200)
    expect((await hands.me(cookie, 'main')).status).toBe(404)
  })

  test('are made by an owner, and entered by one person with one password', async () => {
    const viewer = await hands.comeIn(owner(), 'small@example.com', 'viewer')
    const fields = { name: 'Second house', slug: 'second' }
    const make = (cookie: string) => hands.send('/sign-in/workspace', fields, { cookie })
    expect((await hands.send('/sign-in/workspace', fields)).headers.get('location')).toBe(
      '/sign-in',
    )
    expect((await make(viewer)).status).toBe(403)
    const first = await hands.comeIn(owner(), 'two@example.com', 'owner')
    const made = await make(first)
    expect(made.headers.get('location')).toBe('/w/second')
    expect((await hands.me(first)).status).toBe(401)
    const cookie = cookieOf(made)
    expect((await hands.me(cookie, 'second')).body).toMatchObject({ workspace: { slug: 'second' } })
    expect((await hands.me(cookie, 'main')).body).toMatchObject({ workspace: { slug: 'main' } })
    expect((await make(cookie)).status).toBe(409)
    expect((await hands.me(viewer, 'second')).status).toBe(404)
    expect((await hands.me(viewer, 'nowhere')).status).toBe(404)
    const account = await world.ask('GET', '/api/v1/account', { headers: { cookie } })
    expect(account.body).toMatchObject({
      email: 'two@example.com',
      workspaces: [{ slug: 'main' }, { slug: 'second' }],
    })
  })

  test('of which one is elsewhere, an invitation asks for the password that is there', async () => {
    const cookie = cookieOf(await hands.signIn('two@example.com', longEnough))
    const link = await world.ask('POST', '/api/v1/invite-links', {
      json: { email: 'small@example.com', role: 'editor' },
      headers: { cookie, 'sec-fetch-site': 'same-origin', 'throughline-workspace': 'second' },
    })
    const secret = must(new URL(String(link.body['url'])).searchParams.get('secret'))
    const wrong = await hands.send('/sign-in/invitation', { secret, password: 'a new one of mine' })
    expect(wrong.status).toBe(422)
    const right = await hands.send('/sign-in/invitation', { secret, password: longEnough })
    expect((await hands.me(cookieOf(right), 'second')).body).toMatchObject({
      actor: { role: 'editor' },
    })
    expect((await hands.me(cookieOf(right), 'main')).body).toMatchObject({
      actor: { role: 'viewer' },
    })
  })
})
