import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askAt, type Ask } from '../../src/app/instance.world.ts'
import { ownerTokenPath } from '../../src/app/owner-token.ts'
import { openBrowser } from '../browser.ts'
import { freePort, ground, start } from '../faults/app.ts'
import { patience } from './browser.world.ts'
import { opened } from './opened.ts'

/**
 * The server is killed while somebody types, and started again: nothing that was typed is lost, and
 * what was sent arrives once.
 */
let place: Awaited<ReturnType<typeof ground>>
let port: number
let app: ChildProcess
let ask: Ask
let token: string
let browser: Browser
let shown: { readonly browser: Browser }
let page: Page
beforeAll(async () => {
  place = await ground()
  port = await freePort()
  app = await start(place.dataDir, port)
  ask = askAt(`http://127.0.0.1:${port}`)
  token = readFileSync(ownerTokenPath(place.dataDir), 'utf8').trim()
  browser = await openBrowser()
  shown = { browser }
  opened.add(shown)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  context.setDefaultTimeout(patience)
  page = await context.newPage()
  const link = await ask('POST', '/api/v1/sign-in-links', { as: token, json: {} })
  await page.goto(String(link.body['url']))
  await page.waitForURL(/\/w\/main/)
  // a page that has not kept its parts yet cannot open the next one while nobody answers
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)')
}, 180_000)
afterAll(async () => {
  opened.delete(shown)
  await browser?.close()
  if (app?.exitCode === null && app.signalCode === null) {
    const gone = once(app, 'exit')
    app.kill('SIGTERM')
    await gone
  }
  place?.remove()
})

async function kill(): Promise<void> {
  const gone = once(app, 'exit')
  app.kill('SIGKILL')
  await gone
}

async function revive(): Promise<void> {
  app = await start(place.dataDir, port)
}

async function idea(title: string): Promise<string> {
  const made = await ask('POST', '/api/v1/ideas', { as: token, json: { title } })
  return String(made.body['ref'])
}

const read = async (ref: string): Promise<Readonly<Record<string, unknown>>> =>
  (await ask('GET', `/api/v1/ideas/${ref}`, { as: token })).body

/** How often the row was written since it was made. */
async function writes(ref: string): Promise<number> {
  const id = String((await read(ref))['id'])
  const past = await ask('GET', `/api/v1/history?id=${id}&limit=100`, { as: token })
  return (past.body['data'] as readonly unknown[]).length - 1
}

const go = (path: string) => page.goto(`http://127.0.0.1:${port}/w/main/${path}`)
/** A write that was cut off holds its key for half a minute, and is tried every quarter of one. */
const patiently = { timeout: 90_000 }
const away = () => page.getByText('Throughline does not answer just now.')
const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true })

test('killed in the middle of a form: one types on, saves while nobody answers, and it arrives once', async () => {
  const ref = await idea('A lamp')
  await go(`ideas/${ref}/edit`)
  const title = page.getByRole('textbox', { name: 'Title' })
  await title.waitFor()
  await title.press('End')
  await title.pressSequentially(' that stays')
  await kill()
  await title.pressSequentially(' lit when all else is dark')
  await away().waitFor()
  expect(await title.inputValue()).toBe('A lamp that stays lit when all else is dark')
  await page.getByRole('button', { name: /^Save/ }).click()
  await heading('A lamp that stays lit when all else is dark').waitFor()
  await page.getByText('1 change is kept in this browser').waitFor()
  await revive()
  await expect
    .poll(async () => (await read(ref))['title'], patiently)
    .toBe('A lamp that stays lit when all else is dark')
  await away().waitFor({ state: 'detached' })
  await page.getByText('kept in this browser').waitFor({ state: 'detached' })
  expect(await writes(ref)).toBe(1)
}, 180_000)

test('killed and back while a form lies open: it stands as it was typed, and is saved', async () => {
  const ref = await idea('A chair')
  await go(`ideas/${ref}/edit`)
  const title = page.getByRole('textbox', { name: 'Title' })
  await title.waitFor()
  await title.fill('A chair that waits')
  await kill()
  await away().waitFor()
  await revive()
  await away().waitFor({ state: 'detached' })
  expect(await title.inputValue()).toBe('A chair that waits')
  await title.press('End')
  await title.pressSequentially(' for you')
  await page.getByRole('button', { name: /^Save/ }).click()
  await heading('A chair that waits for you').waitFor()
  await expect
    .poll(async () => (await read(ref))['title'], patiently)
    .toBe('A chair that waits for you')
  expect(await writes(ref)).toBe(1)
}, 180_000)

test('killed while what was saved is on its way: it arrives once, whether it had been written or not', async () => {
  const ref = await idea('A door')
  await go(`ideas/${ref}/edit`)
  const title = page.getByRole('textbox', { name: 'Title' })
  await title.waitFor()
  await title.fill('A door that closes')
  const asked = page.waitForRequest((request) => request.method() === 'PATCH')
  await title.press('Control+Enter')
  await asked
  await kill()
  await heading('A door that closes').waitFor()
  await revive()
  await expect.poll(async () => (await read(ref))['title'], patiently).toBe('A door that closes')
  await page.getByText('kept in this browser').waitFor({ state: 'detached' })
  expect(await writes(ref)).toBe(1)
}, 180_000)

test('killed in the middle of a cell: it is typed to its end, shows at once, and arrives once', async () => {
  const ref = await idea('A table')
  await go('ideas?sort=-createdAt&cols=ref,title,effort')
  const row = page.getByRole('row', { name: /A table/ })
  await row.waitFor()
  await page.keyboard.press('j')
  await page.locator('a:focus', { hasText: 'A table' }).waitFor()
  await page.keyboard.press('F2')
  const title = page.getByRole('textbox', { name: 'Title' })
  await title.waitFor()
  await title.press('End')
  await title.pressSequentially(' for')
  await kill()
  await title.pressSequentially(' twelve')
  expect(await title.inputValue()).toBe('A table for twelve')
  await page.keyboard.press('Enter')
  await page.getByRole('row', { name: /A table for twelve/ }).waitFor()
  await away().waitFor()
  await revive()
  await expect.poll(async () => (await read(ref))['title'], patiently).toBe('A table for twelve')
  await away().waitFor({ state: 'detached' })
  await page.getByRole('row', { name: /A table for twelve/ }).waitFor()
  expect(await writes(ref)).toBe(1)
}, 180_000)
