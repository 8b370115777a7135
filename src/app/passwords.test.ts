import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../engine/problem.ts'
import { cookieOf, entering, longEnough, type Entering } from './entering.world.ts'
import { askAt, openWorld, type Told, type World } from './instance.world.ts'
import { proxiesOf } from './proxies.ts'

let world: World
let hands: Entering
beforeAll(async () => {
  world = await openWorld()
  hands = entering(world.ask)
})
afterAll(() => world.close())

const owner = () => world.ownerToken

describe('a password', () => {
  test('that is wrong, and an e-mail that nobody has, are answered alike', async () => {
    await hands.comeIn(owner(), 'alike@example.com', 'viewer')
    const wrong = await hands.signIn('alike@example.com', 'not the right password')
    const nobody = await hands.signIn('alikx@example.com', 'not the right password')
    expect([wrong.status, nobody.status]).toEqual([422, 422])
    expect(nobody.text.replaceAll('alikx', 'alike')).toBe(wrong.text)
    const names = (headers: Headers) => [...headers.keys()].toSorted()
    expect(names(nobody.headers)).toEqual(names(wrong.headers))
  })

  test('signs in, always by a new session, and what the browser had before holds no longer', async () => {
    await hands.comeIn(owner(), 'fixed@example.com', 'viewer')
    const first = cookieOf(await hands.signIn('Fixed@Example.com', longEnough))
    const planted = await hands.send(
      '/sign-in',
      { email: 'fixed@example.com', password: longEnough },
      { cookie: first },
    )
    expect(cookieOf(planted)).not.toBe(first)
    expect((await hands.me(first)).status).toBe(401)
    expect((await hands.me(cookieOf(planted))).status).toBe(200)
    const name = first.split('=')[0]
    const chosen = await hands.send(
      '/sign-in',
      { email: 'fixed@example.com', password: longEnough },
      { cookie: `${name}=${'a'.repeat(43)}` },
    )
    expect(cookieOf(chosen)).not.toContain('a'.repeat(43))
    expect((await hands.me(`${name}=${'a'.repeat(43)}`)).status).toBe(401)
  })

  test('is changed only with the one until now, and signs everybody else out', async () => {
    const here = await hands.comeIn(owner(), 'change@example.com', 'viewer')
    const there = cookieOf(await hands.signIn('change@example.com', longEnough))
    const change = (current: string, password: string) =>
      hands.send('/sign-in/password', { current, password }, { cookie: here })
    expect((await change('something else', 'another sentence of words')).status).toBe(422)
    expect((await hands.me(there)).status).toBe(200)
    const changed = await change(longEnough, 'another sentence of words')
    expect(changed.status).toBe(303)
    expect((await hands.me(there)).status).toBe(401)
    expect((await hands.me(here)).status).toBe(401)
    expect((await hands.me(cookieOf(changed))).status).toBe(200)
    expect((await hands.signIn('change@example.com', longEnough)).status).toBe(422)
  })

  test('is set by the owner who came in by the link, and gets that owner in from anywhere', async () => {
    const link = await world.ask('POST', '/api/v1/sign-in-links', { as: owner(), json: {} })
    const opened = await world.ask('GET', String(link.body['url']).slice(world.instance.url.length))
    const set = await hands.send(
      '/sign-in/password',
      { email: 'boss@example.com', password: longEnough },
      { cookie: cookieOf(opened) },
    )
    expect(set.status).toBe(303)
    const signedIn = await hands.signIn('boss@example.com', longEnough)
    expect((await hands.me(cookieOf(signedIn))).body).toMatchObject({ actor: { role: 'owner' } })
  })

  test('is kept as Argon2id, and a session by nothing that opens it', async () => {
    const cookie = await hands.comeIn(owner(), 'kept@example.com', 'viewer')
    const client = new pg.Client({ connectionString: world.databaseUrl })
    await client.connect()
    const people = await client.query<{ password: string }>(
      'select password from person where password is not null',
    )
    const sessions = await client.query<{ whole: string }>(
      'select session::text as whole from session',
    )
    await client.end()
    expect(people.rows.length).toBeGreaterThan(3)
    expect(
      people.rows.filter(({ password }) => !password.startsWith('$argon2id$v=19$m=19456,t=2,p=1$')),
    ).toEqual([])
    expect(sessions.rows.length).toBeGreaterThan(3)
    const secret = must(cookie.split('=')[1])
    expect(sessions.rows.filter(({ whole }) => whole.includes(secret))).toEqual([])
  })

  test('is never set by an invitation for somebody who is in already', async () => {
    const before = await hands.comeIn(owner(), 'kept-out@example.com', 'viewer')
    const secret = await hands.invite(owner(), 'kept-out@example.com', 'editor')
    const anew = { secret, password: 'quite another sentence' }
    expect((await hands.send('/sign-in/invitation', anew)).status).toBe(422)
    expect((await hands.me(before)).status).toBe(200)
    const own = await hands.send('/sign-in/invitation', { secret, password: longEnough })
    expect((await hands.me(cookieOf(own))).body).toMatchObject({ actor: { role: 'editor' } })
  })
})

describe('a password that was forgotten', () => {
  const link = (as: string, json: unknown) =>
    world.ask('POST', '/api/v1/password-links', { as, json })
  const secretIn = (told: Told): string =>
    must(new URL(String(told.body['url'])).searchParams.get('secret'), told.text)
  const choose = (secret: string, password = 'quite another sentence') =>
    hands.send('/sign-in/reset', { secret, password })

  test('is no matter of anybody below, of an admin about an owner, or of a member nobody signs in as', async () => {
    await hands.comeIn(owner(), 'high@example.com', 'owner')
    const [editor, admin] = [await world.key('editor'), await world.key('admin')]
    expect((await link('', { email: 'high@example.com' })).status).toBe(401)
    expect((await link(editor, { email: 'alike@example.com' })).status).toBe(403)
    expect((await link(admin, { email: 'high@example.com' })).status).toBe(403)
    expect((await link(admin, { email: 'none@example.com' })).status).toBe(404)
    expect((await link(owner(), { email: 'none@example.com' })).status).toBe(404)
    expect((await link(admin, { email: 'a@b.c', memberId: 'MEM-1' })).status).toBe(422)
    await world.ask('POST', '/api/v1/commands/create-member', {
      as: owner(),
      json: { name: 'Never', email: 'never@example.com', role: 'viewer' },
    })
    expect((await link(admin, { email: 'never@example.com' })).status).toBe(422)
  })

  test('is chosen anew by a link of an admin: once, and every session ends', async () => {
    const before = await hands.comeIn(owner(), 'forgot@example.com', 'editor')
    const admin = await world.key('admin')
    const first = secretIn(await link(admin, { email: 'forgot@example.com' }))
    const secret = secretIn(await link(admin, { email: 'forgot@example.com' }))
    // The newer one ends the older.
    expect((await choose(first)).status).toBe(422)
    expect((await choose(secret, 'too short')).status).toBe(422)
    expect((await hands.me(before)).status).toBe(200)
    const all = await Promise.all([choose(secret), choose(secret)])
    const won = all.filter(({ status }) => status === 303)
    expect(won).toHaveLength(1)
    expect((await hands.me(cookieOf(must(won[0])))).body['actor']).toMatchObject({ name: 'forgot' })
    expect((await hands.me(before)).status).toBe(401)
    expect((await hands.signIn('forgot@example.com', longEnough)).status).toBe(422)
    expect((await hands.send('/sign-in/invitation', { secret, password: longEnough })).status).toBe(
      404,
    )
    const history = await world.ask('GET', '/api/v1/history?limit=20', { as: owner() })
    expect(history.text).toContain('offer-password')
    expect(history.text).not.toContain(secret)
  })

  test('of somebody in two workspaces is for neither to open, only for whoever runs the instance', async () => {
    const two = await hands.comeIn(owner(), 'two-doors@example.com', 'viewer')
    const admin = await world.key('admin')
    const early = secretIn(await link(admin, { email: 'two-doors@example.com' }))
    const { store } = world.instance
    const made = await store.identity.createWorkspace('door', 'Door', 'Dora')
    const theirs = must(await store.identity.byMember(made.id, made.ownerId))
    const invited = await store.apply(theirs, 'invite', {
      email: 'two-doors@example.com',
      role: 'viewer',
    })
    const entry = { secret: String(invited.result['secret']), name: 'Two', password: longEnough }
    expect((await hands.send('/sign-in/invitation', entry)).status).toBe(303)
    const refused = await link(admin, { email: 'two-doors@example.com' })
    expect(refused).toMatchObject({ status: 403, body: { code: 'denied' } })
    expect(refused.text).toContain('throughline reset two-doors@example.com')
    // A link from before it was so opens nothing any more either.
    expect((await choose(early)).status).toBe(403)
    expect((await hands.me(two)).status).toBe(200)
    const machine = secretIn(await link(owner(), { email: 'Two-Doors@example.com' }))
    const chosen = await choose(machine)
    expect(chosen.status).toBe(303)
    expect((await choose(machine)).status).toBe(404)
    expect((await world.ask('GET', `/sign-in?once=${machine}`)).status).toBe(410)
    expect((await hands.me(two)).status).toBe(401)
    expect((await hands.me(cookieOf(chosen), 'door')).body).toMatchObject({
      actor: { name: 'Two' },
    })
  })
})

describe('a limit', () => {
  test('lets five of fifty tries at one account through, whichever process they come to', async () => {
    const second = await world.second()
    const others = entering(askAt(second.url))
    const tries = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        (at % 2 === 0 ? hands : others).signIn('tried@example.com', `password number ${at}`),
      ),
    )
    expect(tries.filter(({ status }) => status === 422)).toHaveLength(5)
    const limited = tries.filter(({ status }) => status === 429)
    expect(limited).toHaveLength(45)
    expect(Number(limited[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
    await second.close()
  })

  test('lets twenty of fifty tries from one address through, whomever they are about', async () => {
    const from = { 'x-forwarded-for': '203.0.113.77' }
    const tries = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        hands.send('/sign-in', { email: `many${at}@example.com`, password: longEnough }, from),
      ),
    )
    expect(tries.filter(({ status }) => status === 422)).toHaveLength(20)
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(30)
  })

  test('counts people apart behind as many proxies as were named, and nobody by what they made up', async () => {
    const second = await world.second({ proxies: proxiesOf('2') })
    const others = entering(askAt(second.url))
    const from = (chain: (at: number) => string) =>
      Promise.all(
        Array.from({ length: 25 }, (_, at) =>
          others.send(
            '/sign-in',
            { email: `apart${at}@example.com`, password: longEnough },
            { 'x-forwarded-for': chain(at) },
          ),
        ),
      )
    const limited = (tries: readonly Told[]) => tries.filter(({ status }) => status === 429).length
    expect(limited(await from((at) => `198.19.1.${at}, 203.0.113.80`))).toBe(0)
    expect(limited(await from((at) => `198.19.2.${at}, 198.19.9.9, 203.0.113.80`))).toBe(5)
    await second.close()
  })

  test('leaves nothing behind of those who never came again', async () => {
    const client = new pg.Client({ connectionString: world.databaseUrl })
    await client.connect()
    await client.query(
      `insert into sign_in_try (about, at) select decode(md5(n::text), 'hex'), now() - interval '2 minutes' from generate_series(1, 50) n`,
    )
    await hands.signIn('sweeper@example.com', longEnough)
    const { rows } = await client.query(
      `select count(*)::integer as old from sign_in_try where at < now() - interval '90 seconds'`,
    )
    await client.end()
    expect(rows).toEqual([{ old: 0 }])
  })
})
