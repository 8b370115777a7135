/** Two people at two browsers see that the other is at the same record, quietly, and that one has gone. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowserWorld, picturePath, type BrowserWorld, patience } from './browser.world.ts'
import { ownerOf } from './enter.ts'

let open: BrowserWorld
let other: Page
let ref: string
/** The owner is called as whoever runs this is called on this machine. */
let owner: string

beforeAll(async () => {
  open = await openBrowserWorld()
  const { world, browser } = open
  owner = (await ownerOf(open)).name
  const made = await world.ask('POST', '/api/v1/ideas', {
    as: world.ownerToken,
    json: { title: 'A lamp that dims' },
  })
  ref = String(made.body['ref'])
  // a browser that enters by a key is somebody else
  const key = await world.key('editor')
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    extraHTTPHeaders: { authorization: `Bearer ${key}` },
  })
  context.setDefaultTimeout(patience)
  other = await context.newPage()
  await other.goto(`${world.instance.url}/w/main`)
})
afterAll(() => open.close())

const address = (path: string): string => `${open.world.instance.url}/w/main/ideas/${ref}${path}`
const who = (page: Page): Promise<string> =>
  page
    .locator('header [role=status]')
    .first()
    .textContent()
    .then((text) => text ?? '')

test('nobody is named while one is alone', async () => {
  await open.page.goto(address(''))
  await open.page.getByRole('heading', { name: 'A lamp that dims' }).waitFor()
  expect(await who(open.page)).toBe('')
})

test('each sees the other, what they do there, and on every page of the record', async () => {
  await other.goto(address(''))
  await expect.poll(() => who(open.page)).toBe('a editor is here')
  await expect.poll(() => who(other)).toBe(`${owner} is here`)
  await other.goto(address('/edit'))
  await expect.poll(() => who(open.page)).toBe('a editor is editing')
  await open.page.screenshot({ path: picturePath('presence') })
  await open.page.goto(address('/why'))
  await expect.poll(() => who(open.page)).toBe('a editor is editing')
  await expect.poll(() => who(other)).toBe(`${owner} is here`)
})

test('whoever leaves is named no more, and out of reach nobody is', async () => {
  await other.goto(address(''))
  await expect.poll(() => who(open.page)).toBe('a editor is here')
  await other.getByRole('heading', { name: 'A lamp that dims' }).waitFor()
  await other.locator('#page').focus()
  for (const key of ['g', 'h']) await other.keyboard.press(key)
  await expect.poll(() => who(open.page)).toBe('')
  await other.goto(address(''))
  await expect.poll(() => who(open.page)).toBe('a editor is here')
  await open.context.setOffline(true)
  await open.page.evaluate(`dispatchEvent(new Event('offline'))`)
  await expect.poll(() => who(open.page)).toBe('')
  await open.context.setOffline(false)
  await expect.poll(() => who(open.page)).toBe('a editor is here')
}, 120_000)
