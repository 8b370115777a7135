/** Items of the roadmap move between its columns by drag, menu and key, and nobody is overrun. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../../src/engine/problem.ts'
import { openBrowserWorld, type BrowserWorld, patience } from './browser.world.ts'
import { keyboardOf, type Keyboard } from './keyboard.ts'
import { withoutWhy } from './without-why.ts'

let open: BrowserWorld
let keys: Keyboard
let item: string

beforeAll(async () => {
  open = await openBrowserWorld()
  keys = keyboardOf(open.page)
  item = await make({ title: 'Remember the layout', commitment: 'now' })
  await make({ title: 'Welcome page', commitment: 'later' })
})

afterAll(() => open.close())

const columnOf = (page: Page, name: string) =>
  page.locator('main section', { has: page.getByRole('heading', { level: 2, name }) })
const column = (name: string) => columnOf(open.page, name)

test('an item moves by its menu, with the focus, and comes back by undo', async () => {
  const { page, world } = open
  await page.goto(`${world.instance.url}/w/main/roadmap`)
  await column('Now').getByText('Remember the layout').waitFor()
  await keys.tabTo(page.getByRole('button', { name: 'Move “Remember the layout”' }))
  await keys.press('Enter')
  const to = page.getByRole('menuitem')
  await to.first().waitFor()
  expect(
    await to.evaluateAll((all) => all.map((one) => one.getAttribute('aria-disabled'))),
  ).toEqual(['true', null, null])
  await page.locator('[role=menuitem][data-focused]', { hasText: 'To next' }).waitFor()
  await keys.press('Enter')
  await column('Next').getByText('Remember the layout').waitFor()
  await withoutWhy(open.page)
  await page.locator('a:focus', { hasText: 'Remember the layout' }).waitFor()
  await page.getByText('Moved to next: Remember the layout').waitFor()
  await page.getByRole('button', { name: /^Undo/ }).click()
  await column('Now').getByText('Remember the layout').waitFor()
  await page.getByText('Undone.').waitFor()
  // a write that met a newer version was told so, and went again over it
  expect(open.complaints.filter((one) => !one.includes('409'))).toEqual([])
})

test('1, 2 and 3 move the item one stands on', async () => {
  const { page, world } = open
  await page.goto(`${world.instance.url}/w/main/roadmap`)
  await column('Now').getByText('Remember the layout').waitFor()
  await keys.press('j', '3')
  await column('Later').getByText('Remember the layout').waitFor()
  await withoutWhy(open.page)
  await page.locator('a:focus', { hasText: 'Remember the layout' }).waitFor()
  await page.getByText('Moved to later: Remember the layout').waitFor()
  await keys.press('1')
  await withoutWhy(open.page)
  await column('Now').getByText('Remember the layout').waitFor()
  await page.getByText('Moved to now: Remember the layout').waitFor()
  expect(await column('Later').getByRole('listitem').allTextContents()).toHaveLength(1)
})

test('an item is dragged to another column, and shows there at once and in another browser', async () => {
  const { page, world } = open
  const other = await elsewhere()
  await other.goto(`${world.instance.url}/w/main/roadmap`)
  await columnOf(other, 'Now').getByText('Remember the layout').waitFor()
  await page.goto(`${world.instance.url}/w/main/roadmap`)
  // the server is kept waiting: what shows meanwhile is shown by the browser itself
  let answer = (): void => undefined
  const held = new Promise<void>((resolve) => (answer = resolve))
  await page.route('**/api/v1/roadmap-items/*', async (route) => {
    await held
    await route.continue()
  })
  await column('Now')
    .getByRole('listitem')
    .filter({ hasText: 'Remember the layout' })
    .dragTo(column('Later'))
  await column('Later').getByText('Remember the layout').waitFor()
  expect(await column('Now').getByRole('listitem').allTextContents()).toEqual([])
  await withoutWhy(open.page)
  expect(await columnOf(other, 'Later').getByText('Remember the layout').count()).toBe(0)
  answer()
  await columnOf(other, 'Later').getByText('Remember the layout').waitFor()
  await page.unroute('**/api/v1/roadmap-items/*')
  await page.getByText('Moved to later: Remember the layout').waitFor()
  // and by key, in the other browser, back again
  await columnOf(other, 'Later').getByRole('link', { name: 'Remember the layout' }).focus()
  await other.keyboard.press('1')
  await withoutWhy(other)
  await columnOf(other, 'Now').getByText('Remember the layout').waitFor()
  await column('Now').getByText('Remember the layout').waitFor()
  await other.getByText('Moved to now: Remember the layout').waitFor()
})

test('what somebody else changed beside it is kept: the item moves with its new title', async () => {
  const { page, world } = open
  await page.goto(`${world.instance.url}/w/main/roadmap`)
  await column('Now').getByText('Remember the layout').waitFor()
  const told = await world.ask('PATCH', `/api/v1/roadmap-items/${item}`, {
    as: world.ownerToken,
    json: { title: 'Remember every layout' },
  })
  expect(told.status, told.text).toBe(200)
  await keys.press('j', '2')
  await withoutWhy(open.page)
  await column('Next').getByText('Remember every layout').waitFor()
  await page.locator('a:focus', { hasText: 'Remember every layout' }).waitFor()
  expect(await column('Now').getByRole('listitem').allTextContents()).toEqual([])
})

test('gathered by team, an item that is dropped on a team is theirs', async () => {
  const { page, world } = open
  const team = await world.ask('POST', '/api/v1/teams', {
    as: world.ownerToken,
    json: { name: 'Field' },
  })
  const id = String(team.body['id'])
  await make({ title: 'A shorter form', commitment: 'now', teamId: id })
  await page.goto(`${world.instance.url}/w/main/roadmap`)
  await page.getByRole('link', { name: 'Team' }).click()
  await page.waitForURL(/group=team/)
  const field = page.getByRole('region', { name: 'Field' })
  await field.getByText('A shorter form').waitFor()
  await page
    .locator('main ol')
    .getByRole('listitem')
    .filter({ hasText: 'Welcome page' })
    .dragTo(field.getByRole('region', { name: 'Next' }))
  await withoutWhy(open.page)
  await field.getByRole('region', { name: 'Next' }).getByText('Welcome page').waitFor()
  await expect
    .poll(async () => {
      const read = await world.ask('GET', '/api/v1/roadmap-items/RM-2', { as: world.ownerToken })
      return [read.body['teamId'], read.body['commitment']]
    })
    .toEqual([id, 'next'])
  // a write that met a newer version was told so, and went again over it
  expect(open.complaints.filter((one) => !one.includes('409'))).toEqual([])
})

test('a move keeps its sentence as a decision, goes back by Escape, and is written without a word when the page is left', async () => {
  const { page, world } = open
  const quieter = await make({ title: 'A quieter alarm', commitment: 'later' })
  await page.goto(`${world.instance.url}/w/main/roadmap`)
  const why = page.getByRole('textbox', { name: /^Why does it move/ })
  const commitment = async () => {
    const read = await world.ask('GET', `/api/v1/roadmap-items/${quieter}`, {
      as: world.ownerToken,
    })
    return read.body['commitment']
  }
  const alarm = page.locator('[data-step] a', { hasText: 'A quieter alarm' })
  await moves(alarm, '1')
  await column('Now').getByText('A quieter alarm').waitFor()
  await keys.type('Two wards')
  await keys.press('Escape')
  await column('Later').getByText('A quieter alarm').waitFor()
  await page.locator('a:focus', { hasText: 'A quieter alarm' }).waitFor()
  expect(await commitment()).toBe('later')
  // what was typed is still there
  await keys.press('1')
  await expect.poll(() => why.inputValue()).toBe('Two wards')
  await keys.press('End')
  await keys.type(' woke up over nothing.')
  await keys.press('Enter')
  await page.getByText('Moved to now: A quieter alarm').waitFor()
  await expect.poll(commitment).toBe('now')
  const said = await world.ask('GET', '/api/v1/decisions?limit=1', { as: world.ownerToken })
  expect((said.body['data'] as readonly unknown[])[0]).toMatchObject({
    sentence: 'Two wards woke up over nothing.',
    kind: 'course',
  })
  // by a decision that was taken
  await alarm.focus()
  await keys.press('2')
  await why.waitFor()
  await page.getByRole('combobox', { name: 'Or by a decision that was taken' }).fill('woke up')
  await page.getByRole('option', { name: /woke up over nothing/ }).click()
  await page.getByRole('button', { name: /^Move, and keep why/ }).click()
  await expect.poll(commitment).toBe('next')
  const after = await world.ask('GET', '/api/v1/decisions?count=exact&limit=1', {
    as: world.ownerToken,
  })
  expect(after.body['total']).toBe(1)
  // left as it is, it is written without a word
  await alarm.focus()
  await keys.press('3')
  await why.waitFor()
  await page.getByRole('link', { name: 'Ideas' }).first().click()
  await expect.poll(commitment).toBe('later')
  expect(open.complaints.filter((one) => !one.includes('409'))).toEqual([])
})

/** A page of the same person in another browser. */
async function elsewhere(): Promise<Page> {
  const { world, browser } = open
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  context.setDefaultTimeout(patience)
  const link = await world.ask('POST', '/api/v1/sign-in-links', { as: world.ownerToken, json: {} })
  const page = await context.newPage()
  await page.goto(String(link.body['url']))
  await page.waitForURL(/\/w\/main/)
  return page
}

async function make(json: Readonly<Record<string, unknown>>): Promise<string> {
  const { world } = open
  const told = await world.ask('POST', '/api/v1/roadmap-items', { as: world.ownerToken, json })
  expect(told.status, told.text).toBeLessThan(300)
  return must(told.body['id'] as string | undefined, 'an id')
}

test('a move that waits for its word is over once somebody else has made it', async () => {
  const { page, world } = open
  const id = await make({ title: 'A wider door', commitment: 'later' })
  await page.goto(`${world.instance.url}/w/main/roadmap`)
  const door = page.locator('[data-step] a', { hasText: 'A wider door' })
  const why = page.getByRole('textbox', { name: /^Why does it move/ })
  await moves(door, '2')
  await keys.type('It is asked for')
  await world.ask('PATCH', `/api/v1/roadmap-items/${id}`, {
    as: world.ownerToken,
    json: { commitment: 'next' },
  })
  await why.waitFor({ state: 'detached' })
  await page.getByText('Somebody else moved it to next: A wider door').waitFor()
  await column('Next').getByText('A wider door').waitFor()
  expect(await why.count()).toBe(0)
})

/** Moves an item by its key, until it is asked why: the page is drawn once more when all that it holds is there, and a key before that is for nobody. */
async function moves(link: Locator, key: string): Promise<void> {
  const why = open.page.getByRole('textbox', { name: /^Why does it move/ })
  await expect
    .poll(async () => {
      if (await why.isVisible()) return true
      await link.focus()
      await keys.press(key)
      return false
    })
    .toBe(true)
}
