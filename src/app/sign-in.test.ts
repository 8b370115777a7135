import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askAt, openWorld, type World } from './instance.world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const cookieName = () => `throughline-${world.instance.port}`
const pathOf = (url: string) => url.slice(world.instance.url.length)

async function newLink(): Promise<string> {
  const made = await world.ask('POST', '/api/v1/sign-in-links', { as: world.ownerToken, json: {} })
  expect(made.status).toBe(201)
  return pathOf(String(made.body['url']))
}

async function signIn(): Promise<string> {
  const opened = await world.ask('GET', await newLink())
  return (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

describe('a sign-in link', () => {
  test('that was never given, or is cut short, does not open and says how to get one', async () => {
    for (const secret of ['', 'x', 'x'.repeat(43), "' or true --"]) {
      const answer = await world.ask('GET', `/sign-in?once=${encodeURIComponent(secret)}`)
      expect(answer.status).toBe(410)
      expect(answer.text).toContain('npx throughline sign-in')
      expect(answer.headers.get('set-cookie')).toBeNull()
    }
    expect((await world.ask('GET', '/sign-in')).text).toContain('npx throughline sign-in')
  })

  test('does not open from elsewhere, and is not used up by that', async () => {
    const link = await newLink()
    const answer = await world.ask('GET', link, { headers: { 'x-forwarded-for': '203.0.113.9' } })
    expect(answer.status).toBe(403)
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect((await world.ask('GET', link)).status).toBe(303)
  })

  test('is not used up by a browser that looks ahead', async () => {
    const link = await newLink()
    expect((await world.ask('HEAD', link)).headers.get('set-cookie')).toBeNull()
    expect(
      (
        await world.ask('GET', link, { headers: { 'sec-purpose': 'prefetch;prerender' } })
      ).headers.get('set-cookie'),
    ).toBeNull()
    expect((await world.ask('GET', link)).status).toBe(303)
  })

  test('signs the owner in by being opened, once, whoever opens it at the same moment', async () => {
    const link = await newLink()
    const opened = await Promise.all(Array.from({ length: 10 }, () => world.ask('GET', link)))
    const won = opened.filter((answer) => answer.status === 303)
    expect(won).toHaveLength(1)
    expect(won[0]?.headers.get('location')).toBe('/')
    expect(won[0]?.headers.get('set-cookie')).toMatch(
      new RegExp(
        `^${cookieName()}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict; Max-Age=2592000$`,
      ),
    )
    expect(opened.filter((answer) => answer.status === 410)).toHaveLength(9)
  })

  test('that the start printed works too', async () => {
    expect((await world.ask('GET', pathOf(world.instance.onceLink))).status).toBe(303)
  })

  test('that is spent leads someone who is signed in home', async () => {
    const link = await newLink()
    const first = await world.ask('GET', link)
    const cookie = (first.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    expect((await world.ask('GET', link, { headers: { cookie } })).status).toBe(303)
  })

  test('is given to the owner only', async () => {
    expect((await world.ask('POST', '/api/v1/sign-in-links', { json: {} })).status).toBe(401)
    expect(
      (await world.ask('POST', '/api/v1/sign-in-links', { as: await world.key('owner'), json: {} }))
        .status,
    ).toBe(403)
  })

  test('over https of a proxy on this machine gives a cookie that is bound to the host', async () => {
    const answer = await world.ask('GET', await newLink(), {
      headers: { 'x-forwarded-proto': 'https', 'x-forwarded-for': '127.0.0.1' },
    })
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-throughline=.*; Secure$/)
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    expect(
      (await world.ask('GET', '/api/v1/me', { headers: { cookie, 'x-forwarded-proto': 'https' } }))
        .status,
    ).toBe(200)
    expect((await world.ask('GET', '/api/v1/me', { headers: { cookie } })).status).toBe(401)
  })
})

describe('a session', () => {
  test('reads; and writes only from our own pages', async () => {
    const cookie = await signIn()
    expect((await world.ask('GET', '/api/v1/me', { headers: { cookie } })).body).toMatchObject({
      actor: { kind: 'member', role: 'owner' },
    })
    const write = (headers: Readonly<Record<string, string>>) =>
      world.ask('POST', '/api/v1/tags', {
        json: {
          name: `tag ${Math.abs(JSON.stringify(headers).length)} ${Object.keys(headers).join()}`,
        },
        headers: { cookie, ...headers },
      })
    expect((await write({})).status).toBe(403)
    expect((await write({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await write({ origin: 'http://elsewhere.example' })).status).toBe(403)
    expect((await write({ 'sec-fetch-site': 'same-origin' })).status).toBe(201)
    expect((await write({ origin: world.instance.url })).status).toBe(201)
  })

  test('of a form that another site sends is refused before its body is read', async () => {
    const cookie = await signIn()
    const answer = await world.ask('POST', '/api/v1/imports', {
      text: 'a,b',
      headers: { cookie, 'content-type': 'text/plain', 'sec-fetch-site': 'cross-site' },
    })
    expect(answer.status).toBe(403)
  })

  test('ends at sign-out, for good', async () => {
    const cookie = await signIn()
    expect((await world.ask('POST', '/sign-out', { headers: { cookie } })).status).toBe(403)
    const left = await world.ask('POST', '/sign-out', {
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
    })
    expect(left.status).toBe(204)
    expect(left.headers.get('set-cookie')).toContain('Max-Age=0')
    expect((await world.ask('GET', '/api/v1/me', { headers: { cookie } })).status).toBe(401)
  })

  test('of each sign-in is a new one', async () => {
    expect(await signIn()).not.toBe(await signIn())
  })
})

describe("the owner's token", () => {
  test('lies in the data directory, beside the address of the instance', () => {
    expect(JSON.parse(readFileSync(join(world.dataDir, 'instance.json'), 'utf8'))).toEqual({
      url: world.instance.url,
      pid: process.pid,
    })
    expect(world.ownerToken.length).toBeGreaterThan(40)
  })

  test('is nothing in a cookie, nor with a letter changed', async () => {
    expect(
      (
        await world.ask('GET', '/api/v1/me', {
          headers: { cookie: `${cookieName()}=${world.ownerToken}` },
        })
      ).status,
    ).toBe(401)
    expect((await world.ask('GET', '/api/v1/me', { as: `${world.ownerToken}x` })).status).toBe(401)
  })
})

describe('a second process on the same data', () => {
  test('takes the same token and the same sessions, each by its own address', async () => {
    const second = await world.second()
    const there = askAt(second.url)
    expect((await there('GET', '/api/v1/me', { as: world.ownerToken })).status).toBe(200)
    expect(await world.instance.store.identity.workspaces()).toHaveLength(1)
    const made = await world.ask('POST', '/api/v1/tags', {
      as: world.ownerToken,
      json: { name: 'seen by both' },
    })
    expect(
      (await there('GET', `/api/v1/tags/${String(made.body['ref'])}`, { as: world.ownerToken }))
        .body,
    ).toEqual(made.body)
    await second.close()
    expect(JSON.parse(readFileSync(join(world.dataDir, 'instance.json'), 'utf8'))).toMatchObject({
      url: world.instance.url,
    })
    expect((await world.ask('GET', '/api/v1/me', { as: world.ownerToken })).status).toBe(200)
  })
})

describe('health', () => {
  test('is told to anybody: alive, and ready', async () => {
    expect(await world.ask('GET', '/livez')).toMatchObject({ status: 200, body: { ok: true } })
    expect(await world.ask('GET', '/readyz')).toMatchObject({ status: 200, body: { ok: true } })
  })
})

describe('pages and addresses that are nobody’s', () => {
  test('the reference stands at /api with its style, and a page for each problem', async () => {
    const page = await world.ask('GET', '/api')
    expect(page.status).toBe(200)
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe')
    expect(page.text).toContain('API reference')
    expect((await world.ask('GET', '/api/reference.css')).headers.get('content-type')).toContain(
      'text/css',
    )
    expect((await world.ask('GET', '/problems/stale')).text).toContain('Changed by somebody else')
    expect((await world.ask('GET', '/problems/nonsense')).status).toBe(404)
  })

  test('are problems, whatever their spelling', async () => {
    for (const [method, path] of [
      ['GET', '/api/v2/needs'],
      ['GET', '/favicon.png'],
      ['POST', '/'],
      ['DELETE', '/w/main'],
      ['GET', '/assets/../../package.json'],
      ['GET', '/sign-in/x'],
      ['GET', '/api/v1'],
      ['PUT', '/sign-out'],
    ] as const) {
      const answer = await world.ask(method, path)
      expect(answer).toMatchObject({ status: 404, body: { code: 'unknown' } })
    }
  })

  test('never lead outside the folder, even unnormalised', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sent = request(
        { port: world.instance.port, host: '127.0.0.1', path: '/assets/../../../package.json' },
        (answer) => {
          answer.resume()
          resolve(answer.statusCode)
        },
      )
      sent.on('error', reject)
      sent.end()
    })
    expect(status).toBe(404)
  })
})
