/** The owner asks who did what: narrows it, opens a commit, checks the chain; who may not, is told so. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keyboardOf } from './keyboard.ts'
import { asking, openBrowserWorld, picturePath, type BrowserWorld } from './browser.world.ts'

let open: BrowserWorld
beforeAll(async () => {
  open = await openBrowserWorld()
  const ask = asking(() => open)
  await ask('POST', '/needs', { title: 'Crews know the way' })
  await ask('PATCH', '/needs/NEED-1', { title: 'Crews know where to go' })
  await ask('POST', '/ideas', { title: 'A map' })
}, 120_000)
afterAll(() => open?.close())

test('the audit is in the palette, narrows by one row, and opens a commit to both of its sides', async () => {
  const { page } = open
  await page.getByRole('main').waitFor()
  await page.keyboard.press('Control+k')
  await page.locator('input:focus[aria-label="Find or do"]').waitFor()
  await keyboardOf(page).find('audit', /Audit/)
  await page.getByRole('heading', { level: 1, name: 'Audit' }).waitFor()
  await page.getByRole('button', { name: /Create an idea/ }).waitFor()
  await page.getByLabel('Of one row').fill('NEED-1')
  await page.keyboard.press('Enter')
  await page.waitForURL(/ref=NEED-1/)
  await page.getByRole('button', { name: /Create an idea/ }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: /Change a need/ }).press('Enter')
  const sides = page.getByRole('row', { name: /Title/ })
  await sides.getByRole('cell', { name: 'Crews know the way' }).waitFor()
  await sides.getByRole('cell', { name: 'Crews know where to go' }).waitFor()
  expect(await page.getByRole('button', { name: /a need/ }).count()).toBe(2)
  await page.screenshot({ path: picturePath('audit-opened-1440'), fullPage: true })
  await page.setViewportSize({ width: 375, height: 900 })
  const beside = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
  expect(await page.evaluate<number>(beside)).toBeLessThanOrEqual(0)
  await page.screenshot({ path: picturePath('audit-opened-375'), fullPage: true })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.screenshot({ path: picturePath('audit-opened-dark'), fullPage: true })
}, 120_000)

test('the chain is walked when somebody asks', async () => {
  const { page } = open
  await page.getByRole('button', { name: 'Check every link' }).press('Enter')
  await page.getByText('History is whole.').waitFor()
  expect(await page.getByText(/commits, .* changes, of which 0 were erased/).count()).toBe(1)
}, 120_000)

test('what has no commit, and what cannot be read, says so with a way on', async () => {
  const { page, world } = open
  const viewer = await world.key('viewer')
  const at = (search: string) => `${world.instance.url}/w/main/audit${search}`
  await page.goto(at('?to=2001-01-01T00:00:00.000Z'))
  await page.getByText('Nothing of that was done.').waitFor()
  await page.getByRole('button', { name: 'Clear all' }).press('Enter')
  await page.getByRole('button', { name: /Create an idea/ }).waitFor()
  await page.goto(at('?ref=NEED-99'))
  await page
    .getByText(/NEED-99/)
    .first()
    .waitFor()
  // whoever may not see it is told so, though the address is known
  await page.route('**/api/v1/views/audit*', (route) =>
    route.continue({
      headers: { ...route.request().headers(), cookie: '', authorization: `Bearer ${viewer}` },
    }),
  )
  await page.goto(at(''))
  await page.getByText(/You may not see the audit here/).waitFor()
  expect(await page.getByRole('button', { name: /Create an idea/ }).count()).toBe(0)
}, 120_000)
