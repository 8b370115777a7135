import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../../src/engine/problem.ts'
import { openRoughProxy, type RoughProxy } from '../faults/rough-proxy.ts'
import { openBrowserWorld, type BrowserWorld, patience } from './browser.world.ts'

/**
 * A laptop is closed for an hour: its page stands still, and its connections fall silent without being
 * closed. When it is opened again, it shows by itself what stands then, to the letter.
 */
let open: BrowserWorld
let proxy: RoughProxy
let page: Page
beforeAll(async () => {
  open = await openBrowserWorld()
  proxy = await openRoughProxy(Number(new URL(open.world.instance.url).port))
  for (let at = 0; at < 24; at++) await make(at)
}, 120_000)
afterAll(async () => {
  await open?.close()
  await proxy?.close()
})

const ask = (method: string, path: string, json: Readonly<Record<string, unknown>> = {}) =>
  open.world.ask(method, `/api/v1/${path}`, {
    as: open.world.ownerToken,
    ...(method === 'GET' ? {} : { json }),
  })

const refs: string[] = []
async function make(at: number): Promise<void> {
  const told = await ask('POST', 'ideas', { title: `Idea ${at}`, reach: at * 10, effort: 1 })
  refs.push(String(told.body['ref']))
}

/** The refs and titles of the open list, in their order. */
const shown = (): Promise<readonly string[]> =>
  page
    .locator('tr[data-row]')
    .evaluateAll((rows) =>
      rows.map((row) =>
        ['ref', 'title', 'reach']
          .map((name) =>
            (row.querySelector(`[data-col=${name}]`)?.textContent ?? '').replace(/\speople$/, ''),
          )
          .join(' | '),
      ),
    )

async function standing(): Promise<readonly string[]> {
  const told = await ask('GET', 'ideas?sort=createdAt&limit=200')
  return (told.body['data'] as readonly Readonly<Record<string, unknown>>[]).map(
    ({ ref, title, reach }) =>
      [ref, title, typeof reach === 'number' ? reach.toLocaleString('en') : ''].join(' | '),
  )
}

test('after an hour of sleep and a hundred changes the open list is what the server has', async () => {
  const context = await open.browser.newContext({
    viewport: { width: 1440, height: 2400 },
    serviceWorkers: 'block',
  })
  context.setDefaultTimeout(patience)
  page = await context.newPage()
  await page.clock.install()
  const link = await ask('POST', 'sign-in-links')
  const at = new URL(String(link.body['url']))
  at.port = String(proxy.port)
  await page.goto(at.href)
  await page.waitForURL(/\/w\/main/)
  const lines: string[] = []
  page.on('request', (request) => {
    if (/\/api\/v1\/live\?/.test(request.url())) lines.push(request.url())
  })
  await page.goto(`${at.origin}/w/main/ideas?sort=createdAt&cols=ref,title,reach`)
  await expect.poll(shown).toHaveLength(24)
  expect(await shown()).toEqual(await standing())
  await expect.poll(() => lines.length).toBe(1)
  // the line lives before it falls silent
  await ask('PATCH', `ideas/${must(refs[0])}`, { title: 'Told before sleep' })
  await page.getByRole('row', { name: /Told before sleep/ }).waitFor()
  const before = await shown()

  const cdp = await context.newCDPSession(page)
  await cdp.send('Page.setWebLifecycleState', { state: 'frozen' })
  proxy.stall()
  let changes = 0
  for (let round = 0; round < 5; round++)
    for (const [nth, ref] of refs.entries()) {
      await ask('PATCH', `ideas/${ref}`, { title: `Idea ${nth}, ${round}`, reach: round * nth })
      changes += 1
    }
  for (const ref of refs.slice(3, 7)) await ask('DELETE', `ideas/${ref}`)
  for (let nth = 100; nth < 106; nth++) await make(nth)
  expect(changes).toBe(120)
  expect(proxy.stalled()).toBeGreaterThan(0)

  proxy.pass()
  await cdp.send('Page.setWebLifecycleState', { state: 'active' })
  // nothing has come through meanwhile
  expect(await shown()).toEqual(before)
  await page.clock.fastForward('01:00:00')
  // a browser may take one silent connection after the other again, and each is waited for
  await expect.poll(shown, { timeout: 150_000 }).toEqual(await standing())
  expect(lines.length).toBeGreaterThan(1)
  // and it follows along again
  await ask('PATCH', `ideas/${must(refs[0])}`, { title: 'Told after sleep' })
  await page.getByRole('row', { name: /Told after sleep/ }).waitFor()
  expect(await shown()).toEqual(await standing())
}, 240_000)
