import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../engine/problem.ts'
import { entering, longEnough, type Entering } from './entering.world.ts'
import { openWorld, type World } from './instance.world.ts'

/** That somebody came in is told to those who answer for the workspace, and to whoever it was. */
let world: World
let hands: Entering
beforeAll(async () => {
  world = await openWorld()
  hands = entering(world.ask)
})
afterAll(() => world?.close())

type Plain = Readonly<Record<string, unknown>>

const logins = async (headers: Readonly<Record<string, string>>): Promise<readonly Plain[]> =>
  (await world.ask('GET', '/api/v1/logins', { headers })).body['data'] as readonly Plain[]
const byOwner = () => logins({ authorization: `Bearer ${world.ownerToken}` })

test('each way in is noted: who, how, by which browser, from where', async () => {
  await hands.comeIn(world.ownerToken, 'ada@example.com', 'viewer')
  const fields = { email: 'ada@example.com', password: longEnough }
  await hands.send('/sign-in', fields, {
    'user-agent': 'Netscape/4',
    'x-forwarded-for': '192.0.2.9',
  })
  const link = await world.ask('POST', '/api/v1/sign-in-links', { as: world.ownerToken, json: {} })
  const url = new URL(String(link.body['url']))
  await world.ask('GET', `${url.pathname}${url.search}`)
  const noted = await byOwner()
  expect(noted.map(({ how }) => how)).toEqual(['link', 'password', 'invitation'])
  expect(noted[1]).toMatchObject({ agent: 'Netscape/4', address: '192.0.2.9' })
  expect(noted[1]?.['memberId']).toBe(noted[2]?.['memberId'])
  expect(noted[0]?.['memberId']).not.toBe(noted[1]?.['memberId'])
})

test('a try that is refused is not', async () => {
  const before = (await byOwner()).length
  expect((await hands.signIn('ada@example.com', 'not the password at all')).status).toBe(422)
  expect(await byOwner()).toHaveLength(before)
})

test('one sees one’s own and nobody else’s; the audit tells of each in the name of who came', async () => {
  const cookie = await hands.comeIn(world.ownerToken, 'bea@example.com', 'editor')
  const own = await logins({ cookie })
  expect(own).toMatchObject([{ how: 'invitation' }])
  const member = String(own[0]?.['memberId'])
  const audit = await world.ask('GET', `/api/v1/views/audit?by=${member}&command=note-login`, {
    as: world.ownerToken,
  })
  const entries = audit.body['entries'] as readonly { readonly commit: Plain }[]
  expect(entries).toHaveLength(1)
  const refused = await world.ask('POST', '/api/v1/commands/note-login', {
    as: world.ownerToken,
    json: { memberId: member, how: 'password' },
  })
  expect(refused.status).toBe(403)
})

test('whoever is in two workspaces came into both', async () => {
  const { store } = world.instance
  const made = await store.identity.createWorkspace('second', 'Second', 'Ana Lindt')
  const there = { authorization: `Bearer ${world.ownerToken}`, 'throughline-workspace': 'second' }
  const invited = await world.ask('POST', '/api/v1/invite-links', {
    headers: there,
    json: { email: 'ada@example.com', role: 'viewer' },
  })
  const secret = new URL(String(invited.body['url'])).searchParams.get('secret') ?? ''
  await hands.send('/sign-in/invitation', { secret, name: 'ada', password: longEnough })
  const before = [(await byOwner()).length, (await logins(there)).length]
  await hands.signIn('ada@example.com', longEnough)
  expect([(await byOwner()).length, (await logins(there)).length]).toEqual(
    before.map((count) => count + 1),
  )
  expect(made.id).not.toBe('')
})

test('after half a year it is gone, and history has forgotten it and holds', async () => {
  const sql = new pg.Client(world.databaseUrl)
  await sql.connect()
  try {
    const all = (await byOwner()).length
    await sql.query(
      `update login set created_at = now() - interval '181 days' where agent = 'Netscape/4'`,
    )
    await world.instance.store.sweep()
    expect(await byOwner()).toHaveLength(all - 1)
    const { rows } = await sql.query(`select from payload where body like '%Netscape/4%'`)
    expect(rows).toHaveLength(0)
    const [first] = await world.instance.store.identity.workspaces()
    expect((await world.instance.store.verify(must(first).id)).broken).toBeUndefined()
  } finally {
    await sql.end()
  }
})
