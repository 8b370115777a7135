/** First run by keyboard: the sample company goes in, five chores are done on it for real, and it goes out again. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../../src/engine/problem.ts'
import { asking, openBrowserWorld, picturePath, type BrowserWorld } from './browser.world.ts'
import { keyboardOf, type Keyboard } from './keyboard.ts'
import { withoutWhy } from './without-why.ts'

let open: BrowserWorld
let keys: Keyboard

beforeAll(async () => {
  open = await openBrowserWorld()
  keys = keyboardOf(open.page)
})

afterAll(async () => {
  await open.page.screenshot({ path: picturePath('practice-end') })
  await open.close()
})

type Plain = Readonly<Record<string, unknown>>

const ask = asking(() => open)
const rows = async (path: string): Promise<readonly Plain[]> =>
  ((await ask('GET', path)) as { readonly data: readonly Plain[] }).data

const practice = () => open.page.getByRole('region', { name: 'Practice' })
const told = async (): Promise<string | null> => practice().getByRole('status').textContent()
const goHome = async (): Promise<void> => {
  await keys.press('g', 'h')
  await practice().getByText('Record a decision').waitFor()
}

test('the first door adds the sample company by its key, and five chores are there', async () => {
  await open.page.getByRole('button', { name: 'Add the sample company' }).waitFor()
  await keys.press('1')
  await practice().waitFor()
  expect(await practice().getByRole('listitem').count()).toBe(5)
  expect(await told()).toBe('0 of 5 done')
})

test('nothing is ticked for looking at a page, and its links lead where the work is done', async () => {
  const { page } = open
  await keys.tabTo(practice().getByRole('link', { name: /Sort one feedback/ }))
  await keys.press('Enter')
  await page.waitForURL(/\/triage/)
  // a page of work shows the next one alone
  await expect.poll(() => practice().getByRole('listitem').count()).toBe(1)
  expect(await told()).toBe('0 of 5 done')
})

test('a verdict in triage ticks the first, and quoting for a need the second', async () => {
  const { page } = open
  await page.waitForURL(/at=FB-/)
  await keys.press('a')
  await expect.poll(told).toBe('1 of 5 done')
  await keys.press('ArrowRight', 's')
  await page.getByRole('searchbox').waitFor()
  await keys.type('cellar')
  await page.locator('[role=option][data-focused]', { hasText: 'NEED-' }).waitFor()
  await keys.press('Enter')
  await expect.poll(told).toBe('2 of 5 done')
}, 120_000)

test('looking up why ticks the third, and a move only once it is taken back', async () => {
  const { page, world } = open
  const [item] = await rows('/roadmap-items?filter[commitment]=later&limit=1')
  await page.goto(`${world.instance.url}/w/main/roadmap-items/${String(must(item)['ref'])}/why`)
  await expect.poll(told).toBe('3 of 5 done')
  await page.goto(`${world.instance.url}/w/main/roadmap`)
  await page.getByRole('heading', { level: 2, name: 'Now' }).waitFor()
  await keys.press('j', '3')
  await withoutWhy(page)
  await page.getByText(/^Moved to later/).waitFor()
  await expect.poll(told).toBe('3 of 5 done')
  await keys.press('Control+z')
  await expect.poll(told).toBe('4 of 5 done')
}, 120_000)

test('what is done stays done after a reload; the last is a decision, and then practice says good-bye', async () => {
  const { page } = open
  await page.reload()
  await expect.poll(told).toBe('4 of 5 done')
  await goHome()
  await keys.tabTo(practice().getByRole('link', { name: /Record a decision/ }))
  await keys.press('Enter')
  await keys.tabTo(page.getByRole('textbox', { name: /Sentence/ }))
  await keys.type('We answer every store review within a week.')
  await keys.press('Control+Enter')
  await practice().getByText('All five done').waitFor()
  await keys.tabTo(practice().getByRole('button', { name: 'Close the practice' }))
  await keys.press('Enter')
  await practice().waitFor({ state: 'detached' })
}, 120_000)

test('Settings takes the sample company out, says what was kept, and one undo brings it back', async () => {
  const { page, world } = open
  const [product] = await rows('/products?q=Merrow Field&limit=1')
  const made = await ask('POST', '/ideas', {
    title: 'Ours',
    productId: must(product)['id'],
  })
  await page.goto(`${world.instance.url}/w/main/settings`)
  await keys.tabTo(page.getByRole('button', { name: 'Remove the sample company' }))
  await keys.press('Enter')
  await page.getByText(`${String(made['ref'])} stays, since it is yours.`).waitFor()
  await page.getByRole('button', { name: 'Add the sample company' }).waitFor()
  expect((await rows('/ideas?limit=10')).map((row) => row['title'])).toEqual(['Ours'])
  await keys.press('Control+z')
  await page.getByRole('button', { name: 'Remove the sample company' }).waitFor()
  expect((await rows('/ideas?limit=200')).length).toBe(66)
  expect(open.complaints).toEqual([])
}, 180_000)
