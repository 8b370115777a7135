import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../engine/problem.ts'
import { cookieOf, entering, longEnough, type Entering } from './entering.world.ts'
import { askAt, openWorld, type World } from './instance.world.ts'

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

  test('that is forgotten is chosen anew by an invitation, which ends the sessions there were', async () => {
    const before = await hands.comeIn(owner(), 'forgot@example.com', 'editor')
    const secret = await hands.invite(owner(), 'forgot@example.com', 'editor')
    const again = await hands.send('/sign-in/invitation', {
      secret,
      password: 'quite another sentence',
    })
    expect((await hands.me(cookieOf(again))).body['actor']).toMatchObject({ name: 'forgot' })
    expect((await hands.me(before)).status).toBe(401)
    expect((await hands.signIn('forgot@example.com', longEnough)).status).toBe(422)
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
})
