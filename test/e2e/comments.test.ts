/** Two people at two browsers talk where the work is, and the inbox of each says what concerns them. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowserWorld, picturePath, type BrowserWorld } from './browser.world.ts'
import { enter } from './enter.ts'

let open: BrowserWorld
let ana: Page
const refs = { idea: '', hidden: '' }

beforeAll(async () => {
  open = await openBrowserWorld()
  refs.idea = await make({ title: 'A lamp that dims' })
  refs.hidden = await make({ title: 'A canarylamp that nobody sees', draft: true })
  ana = await enter(open, 'Ana Lindt', 'contributor')
})
afterAll(() => open.close())

async function make(json: Readonly<Record<string, unknown>>): Promise<string> {
  const { world } = open
  const made = await world.ask('POST', '/api/v1/ideas', { as: world.ownerToken, json })
  return String(made.body['ref'])
}

const address = (path: string): string => `${open.world.instance.url}/w/main/${path}`
const inbox = (page: Page) => page.locator('header').getByRole('link', { name: /^Inbox/ })
const said = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text })
const count = async (page: Page): Promise<string> =>
  ((await inbox(page).textContent()) ?? '').replace(/\D/g, '')

test('one mentions the other by keyboard alone, and it shows in the other’s inbox by itself', async () => {
  const { page } = open
  expect(await count(ana)).toBe('')
  await page.goto(address(`ideas/${refs.idea}`))
  await page.getByText('Nothing has been said about this yet.').waitFor()
  await page.locator('#page').focus()
  await page.keyboard.press('t')
  await page.keyboard.type('Would you try this, @Lin')
  await page.getByRole('option', { name: /^Ana Lindt/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type('with two families?')
  expect(await page.getByRole('textbox', { name: 'Your comment' }).inputValue()).toBe(
    'Would you try this, @Ana Lindt with two families?',
  )
  await page.keyboard.press('Control+Enter')
  await said(page, 'with two families?').waitFor()
  await said(page, 'with two families?').locator('p b', { hasText: '@Ana Lindt' }).waitFor()
  await expect.poll(() => count(ana)).toBe('1')
  await page.screenshot({ path: picturePath('comments') })
})

test('the inbox says who, what and where, and leads there; an answer comes back by itself', async () => {
  await ana.locator('#page').focus()
  for (const key of ['g', 'b']) await ana.keyboard.press(key)
  await ana.getByRole('heading', { level: 1, name: 'What concerns me' }).waitFor()
  const entry = ana.getByRole('listitem').filter({ hasText: 'with two families?' })
  await entry.getByText('mentions you').waitFor()
  await entry.getByText('new', { exact: true }).waitFor()
  await ana.screenshot({ path: picturePath('inbox') })
  await entry.getByRole('link').click()
  await said(ana, 'with two families?')
    .getByRole('button', { name: /^Answer/ })
    .click()
  await ana.keyboard.type('Gladly, on Monday.')
  await ana.keyboard.press('Control+Enter')
  await said(ana, 'Gladly, on Monday.').waitFor()
  await said(open.page, 'Gladly, on Monday.').waitFor()
  await expect.poll(() => count(open.page)).toBe('1')
})

test('what was read is counted no more, in every window', async () => {
  await ana.goto(address('inbox'))
  await ana.getByRole('button', { name: 'Mark all as read' }).click()
  await expect.poll(() => count(ana)).toBe('')
  await ana.getByText('all read').waitFor()
  await ana.getByRole('listitem').filter({ hasText: 'with two families?' }).waitFor()
})

test('a comment on what somebody may not see shows them nothing, wherever they look', async () => {
  const { page } = open
  await page.goto(address(`ideas/${refs.hidden}`))
  await page.getByRole('button', { name: /^Comment/ }).click()
  await page.keyboard.type('@Ana')
  await page.getByRole('option', { name: /^Ana Lindt/ }).click()
  await page.keyboard.type('the canaryword')
  await page.keyboard.press('Control+Enter')
  await said(page, 'canaryword').waitFor()
  await page.getByText('not saved yet').waitFor({ state: 'detached' })
  // what comes after it has come to her, so it would have too
  await page.goto(address(`ideas/${refs.idea}`))
  await page.getByRole('button', { name: /^Comment/ }).click()
  await page.keyboard.type('Seen by all, @Ana Lindt')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => count(ana)).toBe('1')
  for (const path of ['inbox', 'comments', 'history', '']) {
    await ana.goto(address(path))
    await ana.getByRole('heading', { level: 1 }).waitFor()
    // what a page reads after its head has come by then
    await ana.waitForTimeout(500)
    expect(await ana.content(), path).not.toContain('canary')
  }
})

test('what is taken away leaves its place only where answers hang on it, and comes back by undo', async () => {
  const { page } = open
  await page.goto(address(`ideas/${refs.idea}`))
  const first = said(page, 'with two families?')
  await first.getByRole('button', { name: 'Take away' }).click()
  await page.getByText('A comment was removed.').waitFor()
  await said(page, 'Gladly, on Monday.').waitFor()
  await said(page, 'Seen by all').getByRole('button', { name: 'Take away' }).click()
  await said(page, 'Seen by all').waitFor({ state: 'detached' })
  await expect.poll(() => page.getByText('A comment was removed.').count()).toBe(1)
  await page.locator('#page').focus()
  await page.keyboard.press('Control+z')
  await said(page, 'Seen by all').waitFor()
  await page.keyboard.press('Control+z')
  await first.waitFor()
  expect(open.complaints).toEqual([])
})

test('a phone has room for all of it', async () => {
  await open.page.setViewportSize({ width: 375, height: 740 })
  for (const path of [`ideas/${refs.idea}`, 'inbox']) {
    await open.page.goto(address(path))
    await open.page.getByRole('heading', { level: 1 }).waitFor()
    expect(
      await open.page.evaluate(`document.documentElement.scrollWidth <= innerWidth`),
      path,
    ).toBe(true)
    await open.page.screenshot({ path: picturePath(`comments 375 ${path.split('/')[0]}`) })
  }
})
