/** What somebody just said is kept in seconds, from any page, by keyboard alone, and without a network too. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowserWorld, picturePath, type BrowserWorld } from './browser.world.ts'
import { keyboardOf, type Keyboard } from './keyboard.ts'

let open: BrowserWorld
let keys: Keyboard

beforeAll(async () => {
  open = await openBrowserWorld({ worker: 'allow' })
  keys = keyboardOf(open.page)
  const { world } = open
  await world.ask('POST', '/api/v1/companies', { as: world.ownerToken, json: { name: 'Halden' } })
  await open.page.goto(`${world.instance.url}/w/main/roadmap`)
  await open.page.locator('#page').waitFor()
})
afterAll(() => open.close())

const sheet = () => open.page.getByRole('dialog', { name: 'Add feedback' })
const text = () => sheet().getByRole('textbox', { name: 'Text' })
const typed = (): Promise<string> => text().inputValue()
const said = async (): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const { world } = open
  const { body } = await world.ask('GET', '/api/v1/feedback?sort=createdAt', {
    as: world.ownerToken,
  })
  return body['data'] as readonly Readonly<Record<string, unknown>>[]
}
const texts = async (): Promise<readonly unknown[]> => (await said()).map((row) => row['text'])

test('two things are kept one after the other, without leaving the page', async () => {
  await keys.press('Shift+C')
  await text().waitFor()
  await keys.type('The gate sticks')
  await keys.press('Control+Enter')
  await expect.poll(typed).toBe('')
  await expect.poll(() => open.page.evaluate(`document.activeElement?.tagName`)).toBe('TEXTAREA')
  await keys.type('The gate squeaks')
  await keys.tabTo(sheet().getByRole('button', { name: 'Who said it, and where' }))
  await keys.press('Enter')
  await keys.tabTo(sheet().getByRole('combobox', { name: 'Company' }))
  await keys.find('Hal', /Halden/)
  await keys.press('Control+Enter')
  await expect.poll(texts).toEqual(['The gate sticks', 'The gate squeaks'])
  expect((await said())[1]?.['companyId']).not.toBeNull()
  await expect.poll(typed).toBe('')
  expect(new URL(open.page.url()).pathname).toBe('/w/main/roadmap')
})

test('what was typed outlives closing the sheet and loading the page anew', async () => {
  await keys.type('Half a sent')
  await keys.press('Escape')
  await sheet().waitFor({ state: 'detached' })
  await keys.press('g', 'h')
  await open.page.waitForURL(/\/w\/main\/?$/)
  await open.page.reload()
  await open.page.getByRole('button', { name: 'Add feedback' }).waitFor()
  await keys.press('Shift+C')
  await expect.poll(typed).toBe('Half a sent')
})

test('without a network it is kept here, and goes when the network is back', async () => {
  const { page, context } = open
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)')
  await context.setOffline(true)
  await page.reload()
  await page.getByRole('button', { name: 'Add feedback' }).waitFor()
  await keys.press('Shift+C')
  await expect.poll(typed).toBe('Half a sent')
  await text().press('End')
  await keys.type('ence is enough')
  await keys.press('Control+Enter')
  await expect.poll(typed).toBe('')
  await page
    .getByText(/Kept here until Throughline answers/)
    .first()
    .waitFor()
  expect((await said()).length).toBe(2)
  await context.setOffline(false)
  await expect
    .poll(texts)
    .toEqual(['The gate sticks', 'The gate squeaks', 'Half a sentence is enough'])
}, 120_000)

test('a thumb does it on a narrow screen', async () => {
  const { page } = open
  await page.goto(`${open.world.instance.url}/w/main/feedback`)
  await page.setViewportSize({ width: 375, height: 720 })
  await page.getByRole('button', { name: 'Add feedback' }).click()
  await text().fill('From the road')
  await page.screenshot({ path: picturePath('capture-375') })
  const save = sheet().getByRole('button', { name: /^Save/ })
  const box = await save.boundingBox()
  expect(box?.height).toBeGreaterThanOrEqual(44)
  expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThan(500)
  await save.click()
  await expect.poll(texts).toContain('From the road')
})
