import { afterAll, beforeAll, expect, test } from 'vitest'
import { cliWorld, type CliWorld } from './cli.world.ts'

let world: CliWorld
beforeAll(async () => {
  world = await cliWorld()
})
afterAll(() => world.close())

test('an invitation that does not fit is refused in words, and makes no link', async () => {
  for (const [line, says] of [
    ['invite --email nonsense --role viewer', 'email'],
    ['invite --email a@example.com --role king', 'role'],
    ['invite --role viewer', 'mail'],
  ] as const) {
    const ran = await world.run(line)
    expect(ran.code).not.toBe(0)
    expect(ran.out).toBe('')
    expect(ran.err).toContain(says)
  }
})

test('an invitation is a link on a line of its own, so that a script can take it', async () => {
  const link = await world.done('invite --email ada@example.com --role contributor')
  expect(link).toMatch(new RegExp(`^${world.url}/sign-in/invitation\\?secret=invite_[\\w-]{43}\n$`))
  const page = await fetch(link.trim())
  expect(await page.text()).toContain('ada@example.com')
  expect(await world.done('invitation list')).toContain('ada@example.com')
})

test('sessions are listed and ended, and one that is not there is said', async () => {
  expect((await world.run('session list')).err).toContain('There is no session of yours.')
  const opened = await fetch((await world.done('sign-in')).trim(), {
    redirect: 'manual',
    headers: { 'user-agent': 'A browser of the test' },
  })
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? ''
  const me = async (): Promise<number> =>
    (await fetch(`${world.url}/api/v1/me`, { headers: { cookie } })).status
  expect(await me()).toBe(200)
  const listed = await world.done('session list')
  expect(listed).toContain('A browser of the test')
  const [id = ''] = listed.trim().split(/\s/)
  await world.done(`session end ${id}`)
  expect(await me()).toBe(401)
  expect((await world.run(`session end ${id}`)).code).not.toBe(0)
})

test('the last owner cannot leave', async () => {
  const ran = await world.run('leave')
  expect(ran.code).not.toBe(0)
  expect(ran.err).toContain('A workspace needs an owner')
})
