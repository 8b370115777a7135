/** The lint is worked through by keyboard alone, marks stand where records live, and both screens hold for everybody. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asking, openBrowserWorld, type Asking, type BrowserWorld } from './browser.world.ts'
import { keyboardOf, type Keyboard } from './keyboard.ts'

const axe = readFileSync(
  join(fileURLToPath(new URL('../..', import.meta.url)), 'node_modules/axe-core/axe.min.js'),
  'utf8',
)

let open: BrowserWorld
let ask: Asking
let keys: Keyboard

beforeAll(async () => {
  open = await openBrowserWorld()
  ask = asking(() => open)
  keys = keyboardOf(open.page)
  await ask('POST', '/needs', { title: 'Add a button to export the sheet' })
  await ask('POST', '/needs', { title: 'Build a dashboard for wards' })
  await ask('POST', '/needs', { title: 'Find the sheet behind the door' })
  await ask('POST', '/objectives', { title: 'Nobody stays late' })
  await ask('POST', '/experiments', { title: 'Six nurses', hypothesis: 'They find it offline' })
})

afterAll(() => open.close())

const at = (path: string): string => `${open.world.instance.url}/w/main/${path}`
const focused = (): Promise<string> =>
  open.page.evaluate<string>(`document.activeElement?.textContent ?? ''`)
/** Home asks for the row of a waiver that was ended meanwhile, and is told that it is gone. */
const complaints = (): readonly string[] =>
  open.complaints.filter((one) => !/main\/ .* 404 /.test(one))
const findings = () => open.page.locator('[data-finding]')

test('one goes through the list by J and K, mends by R, waives by W, and each leads on to the next', async () => {
  const { page } = open
  await page.goto(at('lint'))
  await page.getByRole('heading', { level: 1, name: '4 things to mend, 1 of them now' }).waitFor()
  await keys.press('j')
  await expect.poll(focused).toBe('Six nurses')
  await keys.press('r')
  const threshold = page.getByRole('dialog', { name: 'Set a threshold' })
  await threshold.waitFor()
  await page.keyboard.type('5')
  await keys.press('Control+Enter')
  await threshold.waitFor({ state: 'detached' })
  await page.getByRole('heading', { level: 1, name: /^3 things to mend, none/ }).waitFor()
  await expect.poll(focused).toBe('Nobody stays late')
  await keys.press('j')
  await expect.poll(focused).not.toBe('Nobody stays late')
  const waivedName = await focused()
  await keys.press('j')
  await expect.poll(focused).not.toBe(waivedName)
  const last = await focused()
  await keys.press('k')
  await expect.poll(focused).toBe(waivedName)
  await keys.press('w')
  const waiving = page.getByRole('dialog', { name: /^Waive: Needs worded as solutions/ })
  await waiving.waitFor()
  await page.keyboard.type('The tender names it so.')
  await keys.press('Control+Enter')
  await waiving.waitFor({ state: 'detached' })
  await page.getByText('“The tender names it so.” For good.').waitFor()
  await expect.poll(focused).toBe(last)
  // it begins as it stands, and is said in other words
  await keys.press('r')
  const reword = page.getByRole('dialog', { name: 'Reword it' })
  const title = reword.getByRole('textbox', { name: 'Title' })
  expect(await title.inputValue()).toBe(last)
  await title.fill('Know how full the ward is')
  await keys.press('Control+Enter')
  await reword.waitFor({ state: 'detached' })
  await expect.poll(() => findings().count()).toBe(1)
  await expect.poll(focused).toBe('Nobody stays late')
  // the waiver is ended, and what it hid is back
  await page.getByRole('button', { name: /^End the waiver of NEED-/ }).press('Enter')
  await expect.poll(() => findings().count()).toBe(2)
  await page.getByText(waivedName).first().waitFor()
  expect(complaints()).toEqual([])
})

test('what is found stands where the record lives, and leads to the lint of it', async () => {
  const { page } = open
  await page.goto(at('needs'))
  const row = page.getByRole('row').filter({ hasText: 'Add a button' })
  const mark = row.getByRole('link', { name: /^to mend: It names what to build/ })
  await mark.waitFor()
  await mark.press('Enter')
  await page.waitForURL(/lint\?on=NEED-/)
  await expect.poll(() => findings().count()).toBe(1)
  await page.goto(at('objectives/OBJ-1'))
  await page.getByRole('link', { name: 'No idea advances it.' }).waitFor()
  await page.goto(at(''))
  await page.getByRole('link', { name: '2 things to mend' }).waitFor()
  expect(complaints()).toEqual([])
})

test('the address says what is shown', async () => {
  const { page } = open
  await page.goto(at('lint?severity=note'))
  await expect.poll(() => findings().count()).toBe(1)
  await page.goto(at('lint?rule=objective-without-need&mine=true'))
  await page.getByText('Nobody stays late').waitFor()
  await page.goto(at('lint?rule=silent-metric'))
  await page.getByText('Nothing to mend among these.').waitFor()
})

test('needs × objectives opens in place and says where nothing meets', async () => {
  const { page } = open
  await ask('POST', '/ideas', { title: 'A copy on the tablet' })
  await ask('POST', '/commands/link', { from: 'IDEA-1', relation: 'addresses', to: 'NEED-3' })
  await ask('POST', '/commands/link', { from: 'IDEA-1', relation: 'advances', to: 'OBJ-1' })
  await page.goto(at('needs-objectives'))
  await page.getByRole('heading', { level: 1, name: '2 needs meet no objective' }).waitFor()
  expect(await page.getByText('No idea addresses it.').locator('visible=true').count()).toBe(2)
  const cell = page.getByRole('button', { name: '1 idea for NEED-3 and OBJ-1: IDEA-1 proposed' })
  await cell.focus()
  await keys.press('Enter')
  await page.getByRole('link', { name: 'A copy on the tablet' }).locator('visible=true').waitFor()
  expect(complaints()).toEqual([])
})

test.each(['lint', 'needs-objectives'])(
  '%s has no fault that axe finds, wide and narrow, light and dark',
  async (path) => {
    const { page } = open
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [1440, 375]) {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height: 900 })
        await page.goto(at(path))
        await page
          .getByText(path === 'lint' ? 'Mend soon' : 'NEED-1')
          .locator('visible=true')
          .first()
          .waitFor()
        await page.evaluate(axe)
        const violations = await page.evaluate<readonly string[]>(
          `axe.run(document.querySelector('main') ?? document.body).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' ').slice(0, 300)))`,
        )
        expect(violations, `${path} ${width} ${colorScheme}`).toEqual([])
        expect(
          Number(await page.evaluate('document.documentElement.scrollWidth')),
        ).toBeLessThanOrEqual(width)
      }
  },
)
