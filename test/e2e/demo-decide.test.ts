/**
 * The demo goes on where the roadmap stands: how sure the order is, what fits and what must leave, a decision with a
 * tripwire, a bad reading, and the line that breaks everywhere at once. On the sample company, in a browser.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../../src/engine/problem.ts'
import {
  asking,
  openBrowserWorld,
  patience,
  picturePath,
  stopwatch,
  type BrowserWorld,
} from './browser.world.ts'

let open: BrowserWorld
const ask = asking(() => open)
const at = (path: string): string => `${open.world.instance.url}/w/main/${path}`
const sentence = 'We go on with it, and look again if fewer visits end the job.'

beforeAll(async () => {
  open = await openBrowserWorld()
  await ask('POST', '/sample', {})
}, patience)
afterAll(() => open.close())

test('from an order with its certainty to a line that breaks everywhere at once', async () => {
  const { told, parts } = stopwatch()
  await seeTheOrder()
  told('the order says how sure it is')
  await chooseTheSet()
  told('the set says what must leave')
  const item = await decideWithTripwire()
  told('the decision watches a metric')
  await breakTheLine(item)
  told('the line is broken everywhere')
  process.stdout.write(`the demo goes on: ${parts.join(', ')}\n`)
  expect(open.complaints).toEqual([])
}, 300_000)

async function seeTheOrder(): Promise<void> {
  const { page } = open
  await page.goto(at('ranking'))
  await page.getByRole('heading', { level: 1, name: /cannot be told apart/ }).waitFor()
  await page
    .getByText(/^Learn this first|^Test this first/)
    .first()
    .waitFor()
  await picture(page, 'order')
}

async function chooseTheSet(): Promise<void> {
  const { page } = open
  await page.goto(at('portfolio'))
  const heading = page.getByRole('heading', { level: 1, name: /ideas fit into/ })
  await heading.waitFor()
  const before = await heading.textContent()
  const amount = page.getByRole('textbox', { name: /^Capacity of engineering/i })
  const given = Number(await amount.inputValue())
  await amount.fill(String(Math.max(1, Math.round(given / 2))))
  await amount.press('Enter')
  await expect.poll(() => heading.textContent()).not.toBe(before)
  const out = page.locator('tbody', { hasText: 'Not in it' }).getByRole('row')
  await out.locator('[aria-expanded]').first().click()
  await page
    .getByText(/must leave/)
    .first()
    .waitFor()
  await picture(page, 'set')
}

/** A two-way door on an item that is under way, and what would change our mind. */
async function decideWithTripwire(): Promise<string> {
  const { page } = open
  const items = (await ask('GET', '/roadmap-items?limit=100'))['data'] as readonly {
    readonly ref: string
    readonly commitment: string
  }[]
  const { ref } = must(items.find(({ commitment }) => commitment === 'now'))
  await page.goto(at(`decisions/new?on=${ref}`))
  await page.getByRole('textbox', { name: /^Sentence/ }).fill(sentence)
  await page.getByRole('textbox', { name: /^Sentence/ }).press('Control+Enter')
  await page.getByRole('heading', { level: 1, name: sentence }).waitFor()
  await page.getByRole('button', { name: 'Set a tripwire' }).click()
  const builder = page.getByRole('form', { name: 'Set a tripwire' })
  await builder.getByRole('combobox', { name: /^Metric/ }).fill('Visits')
  await page.getByRole('option', { name: /^Visits that end/ }).click()
  await builder.getByRole('textbox', { name: 'Threshold' }).fill('40')
  await builder.getByRole('textbox', { name: 'Threshold' }).press('Tab')
  await builder.getByRole('button', { name: /^Set a tripwire/ }).click()
  await page.locator('li', { hasText: 'armed' }).first().waitFor()
  await picture(page, 'tripwire')
  return ref
}

async function breakTheLine(item: string): Promise<void> {
  const pages = await Promise.all(
    ['roadmap', `roadmap-items/${item}`, `roadmap-items/${item}/why`, 'tripwires'].map(
      async (path) => {
        const page = await open.context.newPage()
        await page.goto(at(path))
        await page.getByRole('heading', { level: 1 }).waitFor()
        return page
      },
    ),
  )
  const wires = (await ask('GET', '/tripwires?limit=100'))['data'] as readonly {
    readonly state: string
    readonly threshold: number
    readonly metricId: string
  }[]
  const { metricId } = must(
    wires.find(({ state, threshold }) => state === 'armed' && threshold === 40),
  )
  const { page } = open
  await page.goto(at(`metrics/${metricId}`))
  const value = page.getByLabel('Value')
  await value.fill('12')
  await value.press('Enter')
  await page.getByRole('table', { name: 'Readings' }).getByText('12', { exact: true }).waitFor()
  const [roadmap, one, why, all] = pages
  await must(roadmap).getByText('The line is broken').first().waitFor()
  await must(one).getByText('The line is broken here').first().waitFor()
  await must(why).getByText('The line is broken here').first().waitFor()
  await must(all)
    .getByRole('heading', { level: 1, name: /has fired|have fired/ })
    .waitFor()
  await picture(must(roadmap), 'broken')
  for (const each of pages) await each.close()
}

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: picturePath(`demo-${name}`) })
}
