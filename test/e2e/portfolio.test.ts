/** The set that fits is solved in the browser, anew as capacity is written, and says what must leave for another. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asking, openBrowserWorld, type BrowserWorld } from './browser.world.ts'

let open: BrowserWorld
const ask = asking(() => open)

beforeAll(async () => {
  open = await openBrowserWorld()
  const rice = { impact: 1, confidence: 100 }
  for (const [title, reach, effort] of [
    ['A shorter form', 500, 2],
    ['A darker paper', 400, 2],
    ['A whole new shop', 700, 4],
  ] as const)
    await ask('POST', '/ideas', { title, reach, effort, ...rice })
})

afterAll(() => open.close())

test('an empty page says why, and where to begin', async () => {
  const { page, world } = open
  await page.goto(`${world.instance.url}/w/main/portfolio`)
  await page.getByText('Nobody has said yet how much anybody can do.').waitFor()
  const verb = page.locator('#page').getByRole('link', { name: 'Add capacity' })
  await expect.poll(() => verb.count()).toBe(1)
})

test('a capacity that is written anew solves the set anew, before the server has answered', async () => {
  const { page, world } = open
  await ask('POST', '/capacities', { function: 'Engineering', period: '2031', amount: 4 })
  await page.goto(`${world.instance.url}/w/main/portfolio`)
  await page.getByRole('heading', { level: 1, name: /^2 ideas fit into 2031.*900/ }).waitFor()
  await page.getByText('No other set that fits brings more; that is proven.').waitFor()
  let answer = (): void => undefined
  const held = new Promise<void>((resolve) => (answer = resolve))
  await page.route('**/api/v1/capacities/*', async (route) => {
    await held
    await route.continue()
  })
  const amount = page.getByRole('textbox', { name: 'Capacity of Engineering in 2031' })
  await amount.fill('8')
  await amount.press('Enter')
  await page.getByRole('heading', { level: 1, name: /^3 ideas fit into 2031/ }).waitFor()
  answer()
  await expect.poll(async () => (await ask('GET', '/capacities/CAP-1'))['amount']).toBe(8)
  await page.unroute('**/api/v1/capacities/*')
  await amount.fill('4')
  await amount.press('Enter')
  await page.getByRole('heading', { level: 1, name: /^2 ideas fit into 2031/ }).waitFor()
})

test('what must leave is said, an idea is held in by a key, and the set is saved and decided on', async () => {
  const { page } = open
  const row = page.getByRole('row').filter({ hasText: 'A whole new shop' })
  await row.locator('[aria-expanded]').first().click()
  await row
    .getByText('“A shorter form” and “A darker paper” must leave; the set loses 200.')
    .waitFor()
  await row.getByRole('button', { name: /^Hold it in/ }).click()
  await page.getByRole('heading', { level: 1, name: /^1 idea fits into 2031.*700/ }).waitFor()
  expect(page.url()).toContain('must=IDEA-3')
  await page.getByRole('button', { name: 'Save this set' }).click()
  await page.getByRole('textbox', { name: 'What is it called?' }).fill('The shop first')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Decide on it: PLAN-1/ }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Sentence' }).fill('The shop it is.')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Decide on a plan/ })
    .click()
  await expect.poll(async () => (await ask('GET', '/plans/PLAN-1'))['kind']).toBe('baseline')
  expect(open.complaints).toEqual([])
})

test('two versions are compared once both have their refs, and no sooner', async () => {
  const { page } = open
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('compare-plans')) asked.push(new URL(request.url()).search)
  })
  await page.getByRole('button', { name: 'Save this set' }).click()
  await page.getByRole('textbox', { name: 'What is it called?' }).fill('The shop once more')
  // it is shown before the server has named it
  let answer = (): void => undefined
  const held = new Promise<void>((resolve) => (answer = resolve))
  await page.route('**/commands/save-plan', async (route) => {
    await held
    await route.continue()
  })
  await page.keyboard.press('Control+Enter')
  await page.locator('li', { hasText: 'The shop once more' }).first().waitFor()
  answer()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Compare two versions' }).click()
  await page.getByText(/^Value: 700, then 700/).waitFor()
  expect([...new Set(asked)]).toEqual(['?before=PLAN-1&after=PLAN-2'])
  expect(open.complaints).toEqual([])
})

test('a share of what is spent is kept for an objective, and given up again', async () => {
  const { page, world } = open
  await ask('POST', '/objectives', { title: 'People read at night', period: '2031-H1' })
  await ask('POST', '/commands/link', { relation: 'advances', from: 'IDEA-2', to: 'OBJ-1' })
  await ask('PATCH', '/capacities/CAP-1', { amount: 2 })
  await page.goto(`${world.instance.url}/w/main/portfolio`)
  await page.getByRole('heading', { level: 1, name: /^1 idea fits into 2031.*500/ }).waitFor()
  const box = page.getByRole('complementary')
  await box.getByRole('button', { name: /Ideas for/ }).click()
  await page.getByRole('option', { name: /People read at night/ }).click()
  await box.getByRole('button', { name: 'Keep this share' }).click()
  await page.getByRole('heading', { level: 1, name: /^1 idea fits into 2031.*400/ }).waitFor()
  expect(decodeURIComponent(page.url())).toMatch(/share=OBJ-1:[+ ]20[+ ]%/)
  await box.getByRole('button', { name: 'Ask no share for People read at night' }).click()
  await page.getByRole('heading', { level: 1, name: /^1 idea fits into 2031.*500/ }).waitFor()
  expect(page.url()).not.toContain('share')
  expect(open.complaints).toEqual([])
})
