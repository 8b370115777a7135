import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../../src/engine/problem.ts'
import { openBrowserWorld, type BrowserWorld, patience } from './browser.world.ts'

/** Two people at two browsers, and one who loses the network. */
let open: BrowserWorld
let other: { readonly context: BrowserContext; readonly page: Page }
let ref: string
beforeAll(async () => {
  open = await openBrowserWorld({ worker: 'allow' })
  ref = String((await make('ideas', { title: 'A lamp that dims', detail: 'As it was' }))['ref'])
  const context = await open.browser.newContext({ viewport: { width: 1280, height: 800 } })
  context.setDefaultTimeout(patience)
  const link = await open.world.ask('POST', '/api/v1/sign-in-links', {
    as: open.world.ownerToken,
    json: {},
  })
  const page = await context.newPage()
  await page.goto(String(link.body['url']))
  await page.waitForURL(/\/w\/main/)
  other = { context, page }
})
afterAll(() => open?.close())

async function make(
  plural: string,
  json: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const { world } = open
  return (await world.ask('POST', `/api/v1/${plural}`, { as: world.ownerToken, json })).body
}

const server = async (name: string): Promise<Readonly<Record<string, unknown>>> =>
  (await open.world.ask('GET', `/api/v1/ideas/${name}`, { as: open.world.ownerToken })).body

const address = (path: string): string => `${open.world.instance.url}/w/main/${path}`
const titled = (page: Page, text: string | RegExp) =>
  page.getByRole('heading', { level: 1, name: text, exact: typeof text === 'string' })

async function retitle(page: Page, from: string, to: string): Promise<void> {
  await page.goto(address(`ideas/${ref}/edit`))
  const title = page.getByRole('textbox', { name: 'Title' })
  await title.waitFor()
  await expect.poll(() => title.inputValue()).toBe(from)
  await title.fill(to)
}

const save = (page: Page): Promise<void> => page.getByRole('button', { name: /^Save/ }).click()

test('an edit in one browser shows in the other by itself', async () => {
  await other.page.goto(address(`ideas/${ref}`))
  await titled(other.page, 'A lamp that dims').waitFor()
  await retitle(open.page, 'A lamp that dims', 'A lamp that dims by itself')
  await save(open.page)
  await titled(open.page, 'A lamp that dims by itself').waitFor()
  await titled(other.page, 'A lamp that dims by itself').waitFor()
  expect(await titled(other.page, /./).textContent()).toContain('A lamp that dims by itself')
})

test('both edit one field: both sides stand there, and neither loses a word', async () => {
  await retitle(open.page, 'A lamp that dims by itself', 'A lamp for the evening')
  await retitle(other.page, 'A lamp that dims by itself', 'A lamp for the night')
  await save(open.page)
  await titled(open.page, 'A lamp for the evening').waitFor()
  const note = other.page.getByRole('alert').filter({ hasText: 'Somebody changed this meanwhile' })
  await note.waitFor()
  expect(await note.textContent()).toContain('A lamp for the evening')
  const title = other.page.getByRole('textbox', { name: 'Title' })
  expect(await title.inputValue()).toBe('A lamp for the night')
  // nothing is overwritten before a person has chosen
  await save(other.page)
  expect((await server(ref))['title']).toBe('A lamp for the evening')
  await other.page.getByRole('button', { name: 'Keep what I typed' }).click()
  await save(other.page)
  await titled(other.page, 'A lamp for the night').waitFor()
  await titled(open.page, 'A lamp for the night').waitFor()
})

test('while one types, what others change in other fields comes in and is kept', async () => {
  await retitle(open.page, 'A lamp for the night', 'A night lamp')
  await open.world.ask('PATCH', `/api/v1/ideas/${ref}`, {
    as: open.world.ownerToken,
    json: { reach: 640 },
  })
  const reach = open.page.getByRole('textbox', { name: 'Reach', exact: true })
  await expect.poll(() => reach.inputValue()).toBe('640')
  await save(open.page)
  await titled(open.page, 'A night lamp').waitFor()
  await expect.poll(async () => (await server(ref))['title']).toBe('A night lamp')
  expect((await server(ref))['reach']).toBe(640)
})

test('eight windows share one line, and each hears of everything', async () => {
  const context = await open.browser.newContext()
  context.setDefaultTimeout(patience)
  await context.addCookies(await open.context.cookies())
  const lines: string[] = []
  context.on('request', (request) => {
    if (/\/api\/v1\/live\?/.test(request.url())) lines.push(request.url())
  })
  const pages = await Promise.all(Array.from({ length: 8 }, () => context.newPage()))
  // the first of them holds the line before the others come
  const [first, ...others] = pages
  await must(first).goto(address(`ideas/${ref}`))
  await expect.poll(() => lines.length).toBe(1)
  for (const page of others) await page.goto(address(`ideas/${ref}`))
  for (const page of pages) await titled(page, 'A night lamp').waitFor()
  await open.world.ask('PATCH', `/api/v1/ideas/${ref}`, {
    as: open.world.ownerToken,
    json: { title: 'A lamp for eight' },
  })
  for (const page of pages) await titled(page, 'A lamp for eight').waitFor()
  expect(lines.length).toBe(1)
  // the one that holds the line goes: the next takes it, from where the last one was
  await must(first).close()
  await expect.poll(() => lines.length).toBe(2)
  await open.world.ask('PATCH', `/api/v1/ideas/${ref}`, {
    as: open.world.ownerToken,
    json: { title: 'A lamp for seven' },
  })
  for (const page of others) await titled(page, 'A lamp for seven').waitFor()
  await context.close()
}, 180_000)

test('without a network one reads and edits on, also after a reload; it all goes when the network is back', async () => {
  const { page, context } = open
  await page.goto(address(`ideas/${ref}`))
  await titled(page, 'A lamp for seven').waitFor()
  // the worker has to have kept the pages before it can give them
  await page.evaluate<boolean>('navigator.serviceWorker.ready.then(() => true)')
  await expect
    .poll(() =>
      page.evaluate<number>(
        "caches.open('throughline').then((c) => c.keys()).then((k) => k.length)",
      ),
    )
    .toBeGreaterThan(10)
  await context.setOffline(true)
  await page.getByText('Throughline does not answer just now.').waitFor()
  await page.goto(address(`ideas/${ref}/edit`))
  await page.getByRole('textbox', { name: 'Title' }).fill('Written in a tunnel')
  await save(page)
  await titled(page, 'Written in a tunnel').waitFor()
  await page.getByText('1 change is kept in this browser').waitFor()
  await page.reload()
  await titled(page, 'Written in a tunnel').waitFor()
  expect((await server(ref))['title']).toBe('A lamp for seven')
  await context.setOffline(false)
  await expect.poll(async () => (await server(ref))['title']).toBe('Written in a tunnel')
  await page.getByText('kept in this browser').waitFor({ state: 'detached' })
  await titled(other.page, 'Written in a tunnel').waitFor()
})

test('what was done is undone and done again by keys', async () => {
  const { page } = open
  await page.goto(address(`ideas/${ref}/edit`))
  await page.getByRole('textbox', { name: 'Title' }).fill('For a moment')
  await save(page)
  await titled(page, 'For a moment').waitFor()
  await page.keyboard.press('Control+z')
  await titled(page, 'Written in a tunnel').waitFor()
  await page.keyboard.press('Control+Shift+z')
  await titled(page, 'For a moment').waitFor()
  await page.keyboard.press('Control+z')
  await titled(other.page, 'Written in a tunnel').waitFor()
  await expect.poll(async () => (await server(ref))['title']).toBe('Written in a tunnel')
})
