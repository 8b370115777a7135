/** A board by hand: cards by menu, keys and pointer, each with the focus and a way back. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asking, openBrowserWorld, type Asking, type BrowserWorld } from './browser.world.ts'
import { keyboardOf, type Keyboard } from './keyboard.ts'

let open: BrowserWorld
let page: Page
let keys: Keyboard
let ask: Asking

beforeAll(async () => {
  open = await openBrowserWorld()
  page = open.page
  keys = keyboardOf(page)
  ask = asking(() => open)
  for (const [title, state] of [
    ['Remember the layout', 'open'],
    ['Named layouts', 'open'],
    ['A tour of what is new', 'chosen'],
    ['Fewer dialogs', 'open'],
  ] as const)
    await ask('POST', '/ideas', { title, state, effort: 2 })
})

afterAll(() => open.close())

const focused = (): Promise<string> =>
  page.evaluate<string>('document.activeElement?.textContent ?? ""')
const go = (path: string) => page.goto(`${open.world.instance.url}/w/main/${path}`)

test('a card goes to another column by its menu and by Shift and an arrow, with the focus', async () => {
  await go('ideas?as=board&by=state&sort=createdAt')
  const card = (column: string, name = 'Named layouts'): Locator =>
    page.getByRole('region', { name: column, exact: true }).getByRole('link', { name })
  await card('Open').waitFor()
  await page.getByRole('button', { name: 'Move “Named layouts”' }).click()
  await page.getByRole('menuitem', { name: 'To chosen' }).click()
  await card('Chosen').waitFor()
  await expect.poll(() => ask('GET', '/ideas/IDEA-2')).toMatchObject({ state: 'chosen' })
  await expect.poll(focused).toContain('Named layouts')
  await keys.press('Shift+ArrowRight')
  await card('Withdrawn').waitFor()
  await expect.poll(() => ask('GET', '/ideas/IDEA-2')).toMatchObject({ state: 'withdrawn' })
  await expect.poll(focused).toContain('Named layouts')
  await keys.press('Control+z')
  await card('Chosen').waitFor()
})

test('on a board the arrows go from card to card as the eye goes, and a card is dragged', async () => {
  await go('ideas?as=board&by=state&sort=createdAt')
  const column = (name: string): Locator => page.getByRole('region', { name, exact: true })
  await column('Open').getByRole('link').first().waitFor()
  const cards = (name: string): Promise<readonly string[]> =>
    column(name).getByRole('heading', { level: 3 }).allTextContents()
  const [first = '', second = ''] = await cards('Open')
  const [beside = ''] = await cards('Chosen')
  await keys.press('j')
  await expect.poll(focused).toBe(first)
  await keys.press('ArrowDown')
  await expect.poll(focused).toBe(second)
  await keys.press('ArrowUp', 'ArrowRight')
  await expect.poll(focused).toBe(beside)
  await keys.press('ArrowLeft')
  await expect.poll(focused).toBe(first)
  // taken where there is nothing to press, and let go on another column
  await page
    .locator('[data-card]', { hasText: first })
    .dragTo(column('Withdrawn'), { sourcePosition: { x: 20, y: 60 } })
  await column('Withdrawn').getByRole('link', { name: first }).waitFor()
  await expect.poll(focused).toBe(first)
  await keys.press('Control+z')
  await column('Open').getByRole('link', { name: first }).waitFor()
})
