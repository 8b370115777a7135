/** Items of the roadmap move between its columns by menu and by key, and nobody is overrun. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../../src/engine/problem.ts'
import { openBrowserWorld, type BrowserWorld } from './browser.world.ts'
import { keyboardOf, type Keyboard } from './keyboard.ts'

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

const column = (name: string) =>
  open.page.locator('main section', { has: open.page.getByRole('heading', { level: 2, name }) })

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
  await page.locator('a:focus', { hasText: 'Remember the layout' }).waitFor()
  await page.getByText('Moved to next: Remember the layout').waitFor()
  await page.getByRole('button', { name: /^Undo/ }).click()
  await column('Now').getByText('Remember the layout').waitFor()
  expect(open.complaints).toEqual([])
})

test('1, 2 and 3 move the item one stands on', async () => {
  const { page, world } = open
  await page.goto(`${world.instance.url}/w/main/roadmap`)
  await column('Now').getByText('Remember the layout').waitFor()
  await keys.press('j', '3')
  await column('Later').getByText('Remember the layout').waitFor()
  await page.locator('a:focus', { hasText: 'Remember the layout' }).waitFor()
  await keys.press('1')
  await column('Now').getByText('Remember the layout').waitFor()
  expect(await column('Later').getByRole('listitem').allTextContents()).toHaveLength(1)
})

test('what somebody else changed meanwhile is not overrun: it is said, read again, and can be moved then', async () => {
  const { page, world } = open
  await page.goto(`${world.instance.url}/w/main/roadmap`)
  await column('Now').getByText('Remember the layout').waitFor()
  const told = await world.ask('PATCH', `/api/v1/roadmap-items/${item}`, {
    as: world.ownerToken,
    json: { title: 'Remember every layout' },
  })
  expect(told.status, told.text).toBe(200)
  await keys.press('j', '2')
  await page.getByRole('alert').waitFor()
  await column('Now').getByText('Remember every layout').waitFor()
  await page.locator('a:focus', { hasText: 'Remember every layout' }).waitFor()
  await keys.press('2')
  await column('Next').getByText('Remember every layout').waitFor()
  expect(await column('Now').getByRole('listitem').allTextContents()).toEqual([])
})

async function make(json: Readonly<Record<string, unknown>>): Promise<string> {
  const { world } = open
  const told = await world.ask('POST', '/api/v1/roadmap-items', { as: world.ownerToken, json })
  expect(told.status, told.text).toBeLessThan(300)
  return must(told.body['id'] as string | undefined, 'an id')
}
