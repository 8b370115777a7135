/** A factor is changed where the score is explained, and the order of ideas follows at once. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Locator } from 'playwright-core'
import { browserFact } from '../browser-fact.ts'
import { must } from '../../src/engine/problem.ts'
import { openBrowserWorld, type BrowserWorld } from './browser.world.ts'

let open: BrowserWorld

beforeAll(async () => {
  open = await openBrowserWorld()
  const { world } = open
  const rice = { impact: 1, confidence: 100, effort: 1 }
  for (const json of [
    { title: 'A shorter form', reach: 500, ...rice },
    { title: 'A darker paper', reach: 100, ...rice },
  ]) {
    const told = await world.ask('POST', '/api/v1/ideas', { as: world.ownerToken, json })
    if (told.status !== 201) throw new Error(told.text)
  }
})

afterAll(() => open.close())

test('a changed factor orders the ideas anew before the server has answered, and a tie is said', async () => {
  const { page, world } = open
  await page.goto(`${world.instance.url}/w/main/ranking`)
  await page.getByRole('heading', { level: 1, name: '“A shorter form” leads' }).waitFor()
  let answer = (): void => undefined
  const held = new Promise<void>((resolve) => (answer = resolve))
  await page.route('**/api/v1/ideas/*', async (route) => {
    await held
    await route.continue()
  })
  const row = page.getByRole('row').filter({ hasText: 'A darker paper' })
  await row.getByRole('button', { name: /100/ }).first().click()
  const reach = row.getByRole('textbox', { name: 'Reach' })
  await reach.fill('900')
  await reach.press('Enter')
  await page.getByRole('heading', { level: 1, name: '“A darker paper” leads' }).waitFor()
  answer()
  await page.getByText('Reach given: A darker paper').waitFor()
  // the row went to its new place as it stood, with the focus in it
  await expect.poll(() => reach.evaluate((element) => element.matches(':focus'))).toBe(true)
  await reach.fill('500')
  await reach.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Two ideas are tied for first' }).waitFor()
  await expect
    .poll(async () => {
      const told = await world.ask('GET', '/api/v1/ideas/IDEA-2', { as: world.ownerToken })
      return told.body['reach']
    })
    .toBe(500)
  expect(open.complaints).toEqual([])
})

/** Somebody who is not sure of the reach. */
async function estimate(row: Locator): Promise<void> {
  await row.getByRole('button', { name: /500/ }).first().click()
  const mine = row.getByRole('group', { name: 'Your estimate of reach' })
  for (const [name, value] of [
    ['Low', '100'],
    ['Likely', '600'],
    ['High', '2000'],
  ] as const) {
    await mine.getByRole('textbox', { name }).fill(value)
    await mine.getByRole('textbox', { name }).press(name === 'High' ? 'Control+Enter' : 'Tab')
  }
}

test('a range that somebody gives says how sure the order is, and what to learn first', async () => {
  const { page, world } = open
  await page.goto(`${world.instance.url}/w/main/ranking?top=1`)
  const row = page.getByRole('row').filter({ hasText: 'A darker paper' })
  await estimate(row)
  await page
    .getByRole('heading', { level: 1, name: 'Two ideas lead and cannot be told apart' })
    .waitFor()
  await page.getByText('Learn this first: reach of “A darker paper”').waitFor()
  await page.getByText(/^In \d+ of 100|There is room for one\. In \d+ of 100/).waitFor()
  await row.getByRole('img', { name: /^between \d/ }).waitFor()
  // the page was ahead of the server
  const firstOfServer = async () => {
    const told = await world.ask('GET', '/api/v1/views/rank?top=1', { as: world.ownerToken })
    const [one] = told.body['rows'] as readonly { readonly title: string; readonly first: number }[]
    return one
  }
  await expect.poll(async () => (await firstOfServer())?.title).toBe('A darker paper')
  await expect.poll(async () => (await firstOfServer())?.first ?? 0).toBeGreaterThan(0.5)
  // taken back, all is sure again
  await row.getByRole('button', { name: 'Withdraw' }).click()
  await page.getByRole('heading', { level: 1, name: 'Two ideas are tied for first' }).waitFor()
  expect(open.complaints).toEqual([])
})

test('whoever comes back sees how sure the order was, until something has changed', async () => {
  const { page, world } = open
  const at = `${world.instance.url}/w/main/ranking?top=1`
  const [headed, learns] = ['Two ideas lead and cannot be told apart', /^Learn this first/]
  await page.goto(at)
  await estimate(page.getByRole('row').filter({ hasText: 'A darker paper' }))
  await page.getByText(learns).waitFor()
  await expect.poll(() => browserFact(page, 'certainty')).toBe(true)
  // a browser in which nothing can be worked out beside the page
  const later = await page.context().newPage()
  await later.addInitScript(`
    globalThis.Worker = class extends EventTarget {
      postMessage() {}
      terminate() {}
    }
  `)
  await later.goto(at)
  await later.getByRole('heading', { level: 1, name: headed }).waitFor()
  await later.getByText(learns).waitFor()
  const told = await world.ask('PATCH', '/api/v1/ideas/IDEA-1', {
    as: world.ownerToken,
    json: { reach: 5_000 },
  })
  expect(told.status, told.text).toBe(200)
  await page.goto(at)
  await page.getByRole('heading', { level: 1, name: '“A shorter form” leads' }).waitFor()
  expect(open.complaints).toEqual([])
})

test('a browser that holds nothing yet shows how sure the order is, as the server has drawn it', async () => {
  const { page, world } = open
  const context = await must(page.context().browser(), 'a browser').newContext({
    storageState: await page.context().storageState(),
  })
  const fresh = await context.newPage()
  let answer = (): void => undefined
  const held = new Promise<void>((resolve) => (answer = resolve))
  await fresh.route('**/api/v1/snapshot*', async (route) => {
    await held
    await route.continue()
  })
  await fresh.goto(`${world.instance.url}/w/main/ranking?top=1`)
  await fresh
    .getByRole('img', { name: /^between \d/ })
    .first()
    .waitFor()
  await fresh.getByText(/^There is room for one\. In \d+ of 100/).waitFor()
  await fresh.getByText('2,000 draws, seed 1.').waitFor()
  expect(await fresh.getByText(/^Knowing everything/).count()).toBe(0)
  answer()
  await fresh.getByText('10,000 draws, seed 1.').waitFor()
  await fresh.getByText(/^Knowing everything/).waitFor()
  // what a test could not change is not offered to be tested
  await fresh.getByText('No test can change this choice.').waitFor()
  expect(await fresh.getByRole('button', { name: /^Plan an experiment/ }).count()).toBe(0)
  // the idea's own page says both what its factors come to and what the order goes by
  const row = fresh.getByRole('row').filter({ hasText: 'A darker paper' })
  const expected = await row.getByText(/^8\d\d$/).textContent()
  await fresh.goto(`${world.instance.url}/w/main/ideas/IDEA-2`)
  await fresh
    .getByText(
      `The score is 500. By what people estimated, a score of ${expected} is to be expected.`,
    )
    .waitFor()
  await context.close()
})

test('weights that were moved are saved by the keys that send a form', async () => {
  const { page, world } = open
  const asked = async (path: string, json: Readonly<Record<string, unknown>>) => {
    const told = await world.ask('POST', `/api/v1/${path}`, { as: world.ownerToken, json })
    expect(told.status, told.text).toBeLessThan(300)
  }
  await asked('commands/add-model', { method: 'weighted' })
  await page.goto(`${world.instance.url}/w/main/ranking?model=MODEL-1`)
  const weight = page.getByRole('textbox', { name: /^Weight of/ }).first()
  await weight.fill('77')
  await weight.press('Enter')
  await page.getByRole('button', { name: 'Save weights' }).click()
  const dialog = page.getByRole('dialog', { name: 'Why these weights?' })
  await dialog.getByRole('textbox').fill('It matters most this year')
  await dialog.getByRole('textbox').press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.getByText(/^Weights changed/).waitFor()
  expect(open.complaints).toEqual([])
})

test('an address that names a model which is not there says so', async () => {
  const { page, world } = open
  await page.goto(`${world.instance.url}/w/main/ranking?model=MODEL-99`)
  await page.getByText('There is no scoring model MODEL-99 here').waitFor()
  expect(open.complaints).toEqual([])
})

test('an idea whose item is done leaves the order, and comes back with it', async () => {
  const { page, world } = open
  const asked = async (method: string, path: string, json: Readonly<Record<string, unknown>>) => {
    const told = await world.ask(method, `/api/v1/${path}`, { as: world.ownerToken, json })
    expect(told.status, told.text).toBeLessThan(300)
  }
  await page.goto(`${world.instance.url}/w/main/ranking`)
  const row = page.getByRole('row').filter({ hasText: 'A darker paper' })
  await row.waitFor()
  await asked('POST', 'commands/promote-idea', { idea: 'IDEA-2', commitment: 'now' })
  await asked('PATCH', 'roadmap-items/RM-1', { status: 'done' })
  await row.waitFor({ state: 'detached' })
  await page.getByRole('row').filter({ hasText: 'A shorter form' }).waitFor()
  await asked('PATCH', 'roadmap-items/RM-1', { status: 'in-progress' })
  await row.waitFor()
  expect(open.complaints).toEqual([])
})

test('on a phone each idea says its rank by each model, and nothing stands beside the page', async () => {
  const { page, world } = open
  await page.setViewportSize({ width: 375, height: 800 })
  await page.goto(`${world.instance.url}/w/main/models`)
  const row = page.getByRole('row').filter({ hasText: 'A darker paper' })
  const ranks = row.getByRole('definition')
  await row.getByText('RICE', { exact: true }).waitFor()
  expect(await ranks.allTextContents()).toEqual(['2'])
  const cut = await page.getByRole('table').evaluate((table) => {
    const { width } = table.getBoundingClientRect()
    return width > (table.parentElement?.clientWidth ?? 0)
  })
  expect(cut).toBe(false)
  await page.setViewportSize({ width: 1440, height: 900 })
  expect(open.complaints).toEqual([])
})
