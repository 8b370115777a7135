/** A bad reading breaks the line on every open page within seconds, also from another process; a review makes it whole. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  asking,
  openBrowserWorld,
  patience,
  picturePath,
  type BrowserWorld,
} from './browser.world.ts'

let open: BrowserWorld
const ask = asking(() => open)
let itemRef = ''
let decisionRef = ''
let metricId = ''

beforeAll(async () => {
  open = await openBrowserWorld()
  const changed = async (name: string, input: Readonly<Record<string, unknown>>) => {
    const told = await ask('POST', `/commands/${name}`, input)
    return (
      told['changed'] as readonly { readonly row: { readonly id: string; readonly ref: string } }[]
    )[0]?.row
  }
  const idea = await ask('POST', '/ideas', { title: 'Ward sheet without a network' })
  const item = await changed('promote-idea', { idea: idea['ref'], commitment: 'now' })
  itemRef = String(item?.ref)
  const decision = await changed('decide', { on: idea['ref'], sentence: 'Only the ward sheet' })
  decisionRef = String(decision?.ref)
  const metric = await ask('POST', '/metrics', { title: 'Active wards', unit: 'wards' })
  metricId = String(metric['id'])
  for (const [on, value] of [
    ['2026-08-01', 62],
    ['2026-09-01', 61],
    ['2026-10-01', 58],
    ['2026-11-01', 59],
  ] as const)
    await ask('POST', '/readings', { metricId, on, value })
  await changed('set-tripwire', {
    decision: decisionRef,
    text: 'Fewer than 50 wards are active',
    watches: 'metric',
    metricId,
    threshold: 50,
    rearmAt: 55,
  })
}, patience)
afterAll(() => open.close())

const at = (path: string): string => `${open.world.instance.url}/w/main/${path}`
const opened = async (path: string): Promise<Page> => {
  const page = await open.context.newPage()
  await page.goto(at(path))
  return page
}

test('a bad reading breaks the line on the roadmap, the item, the decision and in why, without a reload', async () => {
  const roadmap = await opened('roadmap')
  await roadmap.getByText('Ward sheet without a network').first().waitFor()
  const item = await opened(`roadmap-items/${itemRef}`)
  await item.getByRole('heading', { level: 1 }).waitFor()
  const why = await opened(`roadmap-items/${itemRef}/why`)
  await why.getByRole('heading', { level: 1 }).waitFor()
  const wires = await opened('tripwires')
  await wires.getByText('Fewer than 50 wards are active').waitFor()
  expect(await roadmap.getByText('The line is broken').count()).toBe(0)

  const from = performance.now()
  await ask('POST', '/readings', { metricId, on: '2026-11-20', value: 41 })
  await roadmap.getByText('The line is broken').waitFor()
  await roadmap.locator('svg[data-broken]').waitFor()
  await item.getByText('The line is broken here').waitFor()
  await why.getByText('The line is broken here').waitFor()
  await wires.getByText('1 tripwire has fired').waitFor()
  expect(performance.now() - from).toBeLessThan(30_000)
  await wires.screenshot({ path: picturePath('tripwires-fired'), fullPage: true })
  await roadmap.screenshot({ path: picturePath('roadmap-broken'), fullPage: true })
  for (const page of [roadmap, item, why]) await page.close()

  const inbox = await opened('inbox')
  await inbox.getByText('asks you to look at it again').waitFor()
  await inbox.close()
  await wires.close()
})

test('it is reviewed in place by keyboard, and the line is whole again', async () => {
  const wires = await opened('tripwires')
  const roadmap = await opened('roadmap')
  await roadmap.getByText('The line is broken').waitFor()
  await wires.bringToFront()
  await wires.getByRole('button', { name: 'Persevere' }).focus()
  await wires.keyboard.press('Enter')
  await wires.getByLabel('Reasons').fill('Two wards moved house; they are back next week.')
  await wires.getByRole('button', { name: 'Record the review' }).focus()
  await wires.keyboard.press('Enter')
  await wires.getByText('reviewed; armed again once it is back').waitFor()
  await roadmap.getByText('The line is broken').waitFor({ state: 'detached' })
  expect((await ask('GET', `/decisions/${decisionRef}`))['state']).toBe('decided')
  await wires.close()
  await roadmap.close()
})

test('another process writes the reading, and the line breaks here', async () => {
  const second = await open.world.second()
  const roadmap = await opened('roadmap')
  await roadmap.getByText('Ward sheet without a network').first().waitFor()
  await ask('POST', '/readings', { metricId, on: '2026-11-21', value: 60 })
  const told = await fetch(`${second.url}/api/v1/readings`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${open.world.ownerToken}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ metricId, on: '2026-11-22', value: 40 }),
  })
  expect(told.status).toBe(201)
  await roadmap.getByText('The line is broken').waitFor()
  const { data } = (await ask('GET', '/tripwires')) as {
    readonly data: readonly { readonly crossings: number }[]
  }
  expect(data[0]?.crossings).toBe(2)
  await roadmap.close()
})

test('a review on the page of the decision is recorded once, however often it is sent, and its form closes', async () => {
  const reviews = async (): Promise<number> =>
    ((await ask('GET', '/reviews'))['data'] as readonly unknown[]).length
  const before = await reviews()
  const page = await opened(`decisions/${decisionRef}`)
  await page.getByRole('button', { name: 'Look back', exact: true }).click()
  const form = page.getByRole('group', { name: 'Look back', exact: true })
  await form.getByRole('button', { name: /Verdict/ }).click()
  await page.getByRole('option', { name: 'Persevere' }).click()
  const reasons = form.getByRole('textbox', { name: /^Reasons/ })
  await reasons.fill('One ward moved house.')
  let answer = (): void => undefined
  const held = new Promise<void>((resolve) => (answer = resolve))
  // it is written and shown, and the answer to whoever wrote it comes late
  await page.route('**/commands/record-review', async (route) => {
    const told = await route.fetch()
    await held
    await route.fulfill({ response: told })
  })
  await reasons.press('Control+Enter')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Under review: what would change our mind has come').waitFor({
    state: 'detached',
  })
  answer()
  await page.getByText(`Review recorded: ${decisionRef}`).waitFor()
  await page.getByRole('button', { name: 'Look back', exact: true }).waitFor()
  await form.waitFor({ state: 'detached' })
  expect(await reviews()).toBe(before + 1)
  await page.close()
})

test('a reading is entered on the page of its metric by keyboard', async () => {
  const metric = await opened(`metrics/${metricId}`)
  await metric.getByLabel('Value').focus()
  await metric.keyboard.type('57')
  await metric.keyboard.press('Enter')
  await metric.getByRole('table', { name: 'Readings' }).getByText('57').first().waitFor()
  await metric.getByLabel('On', { exact: true }).fill('2026-10-15')
  await metric.getByLabel('Value').fill('63')
  await metric.getByLabel('Value').press('Control+Enter')
  await metric.getByRole('table', { name: 'Readings' }).getByText('63').first().waitFor()
  await metric.close()
  expect(open.complaints).toEqual([])
})
