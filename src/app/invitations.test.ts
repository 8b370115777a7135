import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../engine/problem.ts'
import { entering, longEnough, type Entering } from './entering.world.ts'
import { openWorld, type World } from './instance.world.ts'

let world: World
let hands: Entering
beforeAll(async () => {
  world = await openWorld()
  hands = entering(world.ask)
})
afterAll(() => world.close())

const owner = () => world.ownerToken

describe('an invitation', () => {
  test('is made by nobody who is not signed in, for no wrong address, and by no editor', async () => {
    const make = (as: string | undefined, json: unknown) =>
      world.ask('POST', '/api/v1/invite-links', { as, json })
    expect((await make(undefined, { email: 'a@example.com', role: 'viewer' })).status).toBe(401)
    expect((await make(owner(), { email: 'nonsense', role: 'viewer' })).status).toBe(422)
    expect((await make(owner(), { email: 'a@example.com', role: 'king' })).status).toBe(422)
    const editor = await world.key('editor')
    expect((await make(editor, { email: 'a@example.com', role: 'viewer' })).status).toBe(403)
  })

  test('never gives a role above that of whoever invites, nor touches a member above', async () => {
    const admin = await world.key('admin')
    const above = await world.ask('POST', '/api/v1/invite-links', {
      as: admin,
      json: { email: 'high@example.com', role: 'owner' },
    })
    expect(above).toMatchObject({ status: 403, body: { code: 'denied' } })
    await world.ask('POST', '/api/v1/commands/create-member', {
      as: owner(),
      json: { name: 'Olive', email: 'olive@example.com', role: 'owner' },
    })
    const touching = await world.ask('POST', '/api/v1/invite-links', {
      as: admin,
      json: { email: 'olive@example.com', role: 'admin' },
    })
    expect(touching.status).toBe(403)
  })

  test('that is made up, cut short, or a key, opens nothing', async () => {
    const secret = await hands.invite(owner(), 'cut@example.com', 'viewer')
    for (const wrong of ['', 'x', secret.slice(0, -1), await world.key('owner'), `${secret}x`]) {
      const page = await world.ask('GET', `/sign-in/invitation?secret=${encodeURIComponent(wrong)}`)
      expect(page.status).toBe(404)
      expect(page.text).not.toContain('<form')
    }
    expect((await hands.me('x=y')).status).toBe(401)
    expect((await world.ask('GET', '/api/v1/me', { as: secret })).status).toBe(401)
  })

  test('is refused from another site, without a name for it, and with a short password', async () => {
    const secret = await hands.invite(owner(), 'short@example.com', 'viewer')
    const fields = { secret, name: 'Short', password: longEnough }
    const cross = { 'sec-fetch-site': 'cross-site' }
    expect((await hands.send('/sign-in/invitation', fields, cross)).status).toBe(403)
    const short = await hands.send('/sign-in/invitation', { ...fields, password: 'eleven char' })
    expect(short.status).toBe(422)
    expect(short.text).toContain('role="alert"')
    expect(short.headers.get('set-cookie')).toBeNull()
    expect((await hands.signIn('short@example.com', 'eleven char')).status).toBe(422)
    expect((await hands.send('/sign-in/invitation', fields)).status).toBe(303)
  })

  test('opens once, whoever opens it at the same moment', async () => {
    const secret = await hands.invite(owner(), 'once@example.com', 'contributor')
    const all = await Promise.all(
      Array.from({ length: 4 }, (_, at) =>
        hands.send('/sign-in/invitation', { secret, name: `Once ${at}`, password: longEnough }),
      ),
    )
    expect(all.filter(({ status }) => status === 303)).toHaveLength(1)
    const again = await hands.send('/sign-in/invitation', {
      secret,
      name: 'Again',
      password: longEnough,
    })
    expect(again.status).toBe(422)
    expect(again.text).toContain('was accepted already')
    expect(world.faults).toEqual([])
  })

  test('that is revoked opens nothing any more, and is no secret in any answer', async () => {
    const made = await world.ask('POST', '/api/v1/invite-links', {
      as: owner(),
      json: { email: 'revoked@example.com', role: 'viewer' },
      headers: { 'idempotency-key': 'an-invitation' },
    })
    const secret = must(new URL(String(made.body['url'])).searchParams.get('secret'))
    const told = await world.ask('POST', '/api/v1/invite-links', {
      as: owner(),
      json: { email: 'revoked@example.com', role: 'viewer' },
      headers: { 'idempotency-key': 'an-invitation' },
    })
    const listed = await world.ask('GET', '/api/v1/invitations', { as: owner() })
    expect(told.text + listed.text).not.toContain(secret)
    const id = String(made.body['id'])
    const revoke = await world.ask('POST', '/api/v1/commands/revoke-invitation', {
      as: owner(),
      json: { id },
    })
    expect(revoke.status).toBe(200)
    const page = await world.ask('GET', `/sign-in/invitation?secret=${secret}`)
    expect(page.status).toBe(422)
    expect(page.text).toContain('was revoked')
  })

  test('of somebody who may no longer give its role opens nothing', async () => {
    await hands.comeIn(owner(), 'ada@example.com', 'admin')
    const key = await world.ask('POST', '/api/v1/commands/create-key', {
      as: owner(),
      json: { name: 'inviter', role: 'admin' },
    })
    const { id, secret } = key.body['result'] as { readonly id: string; readonly secret: string }
    const invitation = await hands.invite(secret, 'late@example.com', 'admin')
    await world.ask('POST', '/api/v1/commands/revoke-key', { as: owner(), json: { id } })
    const page = await world.ask('GET', `/sign-in/invitation?secret=${invitation}`)
    expect(page.text).toContain('may no longer give its role')
  })

  test('makes a member with its role, or hands over the one who has the e-mail', async () => {
    const made = await world.ask('POST', '/api/v1/commands/create-member', {
      as: owner(),
      json: { name: 'Known', email: 'known@example.com', role: 'viewer' },
    })
    const id = (made.body['changed'] as readonly { readonly id: string }[])[0]?.id
    const known = await hands.comeIn(owner(), 'known@example.com', 'contributor')
    expect((await hands.me(known)).body).toMatchObject({ actor: { id, role: 'contributor' } })
    const fresh = await hands.comeIn(owner(), 'fresh@example.com', 'editor')
    expect((await hands.me(fresh)).body).toMatchObject({ actor: { name: 'fresh', role: 'editor' } })
  })

  test('is accepted by nobody through the API', async () => {
    const { body } = await world.ask('GET', '/api/v1/invitations', { as: owner() })
    const [first] = body['data'] as readonly { readonly id: string }[]
    const answer = await world.ask('POST', '/api/v1/commands/accept-invitation', {
      as: owner(),
      json: { id: first?.id, name: 'Me' },
    })
    expect(answer.status).toBe(403)
  })
})
