import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../engine/problem.ts'
import {
  authenticatorAt,
  type Authenticator,
  type Options,
  type Said,
} from './authenticator.world.ts'
import { cookieOf, entering, longEnough, type Entering } from './entering.world.ts'
import { askAt, openWorld, type Told, type World } from './instance.world.ts'

let world: World
let hands: Entering
let origin: string
beforeAll(async () => {
  world = await openWorld()
  hands = entering(world.ask)
  origin = `http://localhost:${world.instance.port}`
})
afterAll(() => world.close())

const owner = () => world.ownerToken

const challenge = async (
  fields: Readonly<Record<string, string>>,
  cookie?: string,
): Promise<Told> => hands.send('/sign-in/challenge', fields, cookie === undefined ? {} : { cookie })

const optionsOf = ({ body }: Told): Options => body as unknown as Options

const add = async (cookie: string, device: Authenticator, said?: Said): Promise<Told> => {
  const asked = await challenge({ for: 'add', current: longEnough }, cookie)
  const passkey = JSON.stringify(device.make(optionsOf(asked), said))
  return hands.send('/sign-in/passkey', { name: 'A phone', passkey }, { cookie })
}

const show = async (device: Authenticator, said?: Said): Promise<Told> => {
  const asked = await challenge({ for: 'sign-in' })
  return hands.send('/sign-in', { passkey: JSON.stringify(device.show(optionsOf(asked), said)) })
}

/** Somebody with a password and a passkey. */
const withPasskey = async (email: string, role = 'viewer') => {
  const cookie = await hands.comeIn(owner(), email, role)
  const device = authenticatorAt(origin)
  expect((await add(cookie, device)).status).toBe(303)
  return { cookie, device }
}

interface Listed {
  readonly id: string
  readonly name: string
  readonly usedAt: string | null
}

const listed = async (cookie: string): Promise<readonly Listed[]> =>
  (await world.ask('GET', '/api/v1/passkeys', { headers: { cookie } })).body[
    'data'
  ] as readonly Listed[]

const change = (method: string, id: string, cookie: string, json?: unknown): Promise<Told> =>
  world.ask(method, `/api/v1/passkeys/${id}`, {
    ...(json === undefined ? {} : { json }),
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
  })

describe('a passkey is added', () => {
  test('by nobody who is not signed in, and by no session without the password', async () => {
    expect((await challenge({ for: 'add' })).status).toBe(422)
    const cookie = await hands.comeIn(owner(), 'session@example.com', 'viewer')
    const without = await challenge({ for: 'add', current: 'not the password of anybody' }, cookie)
    expect(without).toMatchObject({ status: 422, body: { code: 'invalid' } })
    expect(without.body['challenge']).toBeUndefined()
    const cross = await hands.send(
      '/sign-in/challenge',
      { for: 'sign-in' },
      { 'sec-fetch-site': 'cross-site' },
    )
    expect(cross.status).toBe(403)
  })

  test('not from another origin, without a finger, for a question of somebody else, or by nonsense', async () => {
    const cookie = await hands.comeIn(owner(), 'refused@example.com', 'viewer')
    const device = authenticatorAt(origin)
    expect((await add(cookie, device, { origin: 'https://evil.example' })).status).toBe(422)
    expect((await add(cookie, device, { isVerified: false })).status).toBe(422)
    const other = await hands.comeIn(owner(), 'other@example.com', 'viewer')
    const asked = optionsOf(await challenge({ for: 'add', current: longEnough }, other))
    for (const passkey of [
      JSON.stringify(device.make(asked)),
      '',
      '{}',
      '[1]',
      '{"id":"x"}',
      'x',
    ]) {
      const told = await hands.send('/sign-in/passkey', { name: 'x', passkey }, { cookie })
      expect([told.status, told.text.includes('role="alert"')]).toEqual([422, true])
    }
    expect(await listed(cookie)).toEqual([])
    expect(world.faults).toEqual([])
  })

  test('once for one question, and a device that somebody has is nobody else’s', async () => {
    const { device } = await withPasskey('mine@example.com')
    const thief = await hands.comeIn(owner(), 'thief@example.com', 'viewer')
    expect((await add(thief, device)).status).toBe(422)
    const asked = optionsOf(await challenge({ for: 'add', current: longEnough }, thief))
    const passkey = JSON.stringify(authenticatorAt(origin).make(asked))
    const all = await Promise.all(
      [1, 2, 3].map(() =>
        hands.send('/sign-in/passkey', { name: 'Thrice', passkey }, { cookie: thief }),
      ),
    )
    expect(all.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(await listed(thief)).toHaveLength(1)
  })
})

describe('a passkey signs in', () => {
  test('its own person, by a session as a password gives, and is noted as used', async () => {
    const { cookie, device } = await withPasskey('ada@example.com', 'editor')
    expect(await listed(cookie)).toMatchObject([{ name: 'A phone', usedAt: null }])
    const inside = await show(device)
    expect(inside.status).toBe(303)
    expect((await hands.me(cookieOf(inside))).body).toMatchObject({
      actor: { name: 'ada', role: 'editor' },
    })
    expect((await listed(cookie))[0]?.usedAt).not.toBeNull()
  })

  test('not twice by one answer, by whichever process, nor by an answer to another question', async () => {
    const { device } = await withPasskey('replay@example.com')
    const second = await world.second({ publicUrl: origin })
    const others = entering(askAt(second.url))
    const asked = optionsOf(await challenge({ for: 'sign-in' }))
    const passkey = JSON.stringify(device.show(asked))
    // The question was asked by one process, and the other one hears the answer.
    expect((await others.send('/sign-in', { passkey })).status).toBe(303)
    for (const again of [hands, others])
      expect((await again.send('/sign-in', { passkey })).status).toBe(422)
    expect((await show(device, { challenge: 'bm90IGEgcXVlc3Rpb24' })).status).toBe(422)
    const stranger = await hands.comeIn(owner(), 'stranger@example.com', 'viewer')
    const adding = optionsOf(await challenge({ for: 'add', current: longEnough }, stranger))
    const crossed = device.show({ challenge: adding.challenge, rpId: 'localhost' })
    expect((await hands.send('/sign-in', { passkey: JSON.stringify(crossed) })).status).toBe(422)
    await second.close()
  })

  test('not from another origin, unverified, as somebody else, unknown, or after its device was copied', async () => {
    const { device } = await withPasskey('careful@example.com')
    const wrong: readonly Said[] = [
      { origin: 'https://evil.example' },
      { origin: `http://127.0.0.1:${world.instance.port}` },
      { isVerified: false },
      { userHandle: Buffer.from('somebody else').toString('base64url') },
      { userHandle: '' },
    ]
    for (const said of wrong) expect((await show(device, said)).status).toBe(422)
    // Five tries a minute, as with a password.
    expect((await show(device)).status).toBe(429)
    const { device: copied } = await withPasskey('copied@example.com')
    expect((await show(copied, { counter: 7 })).status).toBe(303)
    expect((await show(copied, { counter: 7 })).status).toBe(422)
    expect((await show(copied, { counter: 3 })).status).toBe(422)
    expect((await show(copied, { counter: 8 })).status).toBe(303)
    expect((await show(authenticatorAt(origin))).status).toBe(422)
  })

  test('nobody who was removed or suspended', async () => {
    const { cookie, device } = await withPasskey('leaving@example.com')
    const me = (await hands.me(cookie)).body['actor'] as { readonly id: string }
    const run = (name: string) =>
      world.ask('POST', `/api/v1/commands/${name}-member`, { as: owner(), json: { id: me.id } })
    await run('suspend')
    const suspended = await show(device)
    expect(suspended.status).toBe(403)
    expect(suspended.text).toContain('You are suspended')
    await run('reinstate')
    expect((await show(device)).status).toBe(303)
    await run('remove')
    expect((await show(device)).status).toBe(403)
  })

  test('for which pages on another address than the one it is bound to have no button', async () => {
    const here = await world.ask('GET', '/sign-in')
    expect(here.text).not.toContain('data-passkey')
    expect(here.headers.get('content-security-policy')).not.toContain('script-src')
  })
})

describe('one’s own passkeys', () => {
  test('are renamed and removed by their person alone, and what they opened is out', async () => {
    const { cookie, device } = await withPasskey('own@example.com')
    const byPasskey = cookieOf(await show(device))
    const { id } = must((await listed(cookie))[0])
    const stranger = await hands.comeIn(owner(), 'nosy@example.com', 'owner')
    expect((await change('PATCH', id, stranger, { name: 'Mine' })).status).toBe(404)
    expect((await change('DELETE', id, stranger)).status).toBe(404)
    expect((await change('PATCH', id, cookie, { name: ' ' })).status).toBe(422)
    expect((await change('PATCH', id, cookie, { name: 'A tablet' })).status).toBe(200)
    expect(await listed(cookie)).toMatchObject([{ name: 'A tablet' }])
    expect((await change('DELETE', id, cookie)).status).toBe(204)
    expect((await hands.me(byPasskey)).status).toBe(401)
    expect((await hands.me(cookie)).status).toBe(200)
    expect((await show(device)).status).toBe(422)
    const key = await world.key('owner')
    expect((await world.ask('GET', '/api/v1/passkeys', { as: key })).status).toBe(403)
  })

  test('are what an invitation is accepted with, in place of a password; the last way in stays', async () => {
    const secret = await hands.invite(owner(), 'keyed@example.com', 'contributor')
    const asked = optionsOf(await challenge({ for: 'invitation', secret, name: 'Keyed' }))
    const device = authenticatorAt(origin)
    const passkey = JSON.stringify(device.make(asked))
    const accepted = await hands.send('/sign-in/invitation', { secret, name: 'Keyed', passkey })
    expect(accepted.status).toBe(303)
    const cookie = cookieOf(accepted)
    expect((await hands.me(cookie)).body).toMatchObject({ actor: { name: 'Keyed' } })
    expect((await hands.signIn('keyed@example.com', longEnough)).status).toBe(422)
    const { id } = must((await listed(cookie))[0])
    const last = await change('DELETE', id, cookie)
    expect(last).toMatchObject({ status: 422, body: { code: 'invalid' } })
    // A session alone sets no password; a passkey that was just shown does, and the passkey may go.
    const set = { password: 'a password of my own' }
    expect((await hands.send('/sign-in/password', set, { cookie })).status).toBe(422)
    const fresh = cookieOf(await show(device))
    const anew = await hands.send('/sign-in/password', set, { cookie: fresh })
    expect(anew.status).toBe(303)
    expect((await change('DELETE', id, cookieOf(anew))).status).toBe(204)
  })

  test('prove whose an invitation is that somebody here already gets', async () => {
    const { device } = await withPasskey('again@example.com')
    const secret = await hands.invite(owner(), 'again@example.com', 'editor')
    const asked = async () => optionsOf(await challenge({ for: 'invitation', secret }))
    const { device: other } = await withPasskey('another@example.com')
    const accept = (passkey: object) =>
      hands.send('/sign-in/invitation', { secret, passkey: JSON.stringify(passkey) })
    expect((await accept(other.show(await asked()))).status).toBe(422)
    const own = await accept(device.show(await asked()))
    expect(own.status).toBe(303)
    expect((await hands.me(cookieOf(own))).body).toMatchObject({ actor: { role: 'editor' } })
  })
})
