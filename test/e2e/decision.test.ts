/**
 * A one-way door from its question on, worked on where it stands: each line of what is missing leads to its place.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asking, openBrowserWorld, type BrowserWorld } from './browser.world.ts'
import { enter } from './enter.ts'
import { keyboardOf, type Keyboard } from './keyboard.ts'

let open: BrowserWorld
let keys: Keyboard
/** The address of the decision, below the workspace. */
let place = ''

const ask = asking(() => open)
const address = (path: string): string => `${open.world.instance.url}/w/main/${path}`
const question = 'Should the whole app work without a network, or only the ward sheet?'
const missing = (page: Page) => page.getByRole('region', { name: 'Before it is decided' })
const part = (page: Page, name: string) =>
  page.locator('section', { has: page.getByRole('heading', { level: 2, name, exact: true }) })
const ids: Record<string, string> = {}

beforeAll(async () => {
  open = await openBrowserWorld()
  keys = keyboardOf(open.page)
  await enter(open, 'Devika Rao', 'editor')
  await ask('POST', '/needs', { title: 'See the sheet in the X-ray room' })
  await ask('POST', '/ideas', { title: 'Offline sheet' })
})

afterAll(() => open.close())

test('a question is asked from the log, with who decides and what it settles', async () => {
  const { page } = open
  await page.goto(address('decisions'))
  await page.getByText('Nothing was decided here yet.').waitFor()
  await keys.press('c')
  await page.getByRole('heading', { level: 1, name: 'What did we decide?' }).waitFor()
  await page.getByRole('link', { name: 'One-way: weigh it first' }).click()
  await page.getByRole('heading', { level: 1, name: 'What is the question?' }).waitFor()
  await page.getByRole('combobox', { name: 'What it settles' }).fill('Offline')
  await page.getByRole('option', { name: /Offline sheet/ }).click()
  await keys.press('Escape')
  await page.getByRole('textbox', { name: /^Question/ }).fill(question)
  await page.reload()
  // what was typed is still there
  await expect
    .poll(() => page.getByRole('textbox', { name: /^Question/ }).inputValue())
    .toBe(question)
  await page.getByText('Offline sheet').first().waitFor()
  await page.getByRole('textbox', { name: /^Question/ }).press('Control+Enter')
  await page.getByRole('heading', { level: 1, name: question }).waitFor()
  await expect.poll(() => new URL(page.url()).pathname).toMatch(/\/decisions\/(DEC-|[0-9a-f]{8})/)
  const [row] = (await ask('GET', '/decisions'))['data'] as readonly Readonly<
    Record<string, unknown>
  >[]
  place = `decisions/${String(row?.['ref'])}`
  ids['decision'] = String(row?.['id'])
  await page.goto(address(place))
  await page.getByText('It settles').waitFor()
})

test('each line of what is missing leads to its place, and goes as the piece comes', async () => {
  const { page } = open
  await missing(page).getByRole('link', { name: 'Name the one person who approves.' }).click()
  await page.locator('button:focus', { hasText: 'Name who has a part' }).waitFor()
  await keys.press('Enter')
  const roles = page.getByRole('group', { name: 'Name who has a part' })
  // the first field has the focus and offers its names; Tab goes on to the next
  await page.getByRole('option').first().waitFor()
  await keys.press('Tab')
  await keys.find('Owner', /Owner/)
  await keys.press('Tab')
  await keys.find('Devika', /Devika/)
  await keys.press('Control+Enter')
  await roles.waitFor({ state: 'detached' })
  await expect
    .poll(() =>
      missing(page)
        .getByRole('link', { name: /approves/ })
        .count(),
    )
    .toBe(0)
  // an option, by the keyboard
  await missing(page).getByRole('link', { name: 'Give at least two options.' }).click()
  await keys.tabTo(page.getByRole('button', { name: /^Add option/ }))
  await keys.press('Enter')
  await keys.type('Only the ward sheet')
  await keys.press('Control+Enter')
  await page.getByRole('columnheader', { name: /Only the ward sheet/ }).waitFor()
  await page.locator('button:focus', { hasText: 'Add option' }).waitFor()
  await keys.press('Enter')
  await keys.type('The whole app')
  await keys.press('Control+Enter')
  await page.getByRole('columnheader', { name: /The whole app/ }).waitFor()
  // a criterion, and a rating in its cell
  await page.getByRole('button', { name: /^Add criterion/ }).click()
  await keys.type('Late doses avoided')
  await keys.press('Control+Enter')
  await page.getByRole('button', { name: 'Rate: Late doses avoided, option A' }).click()
  await keys.type('0.9 (0.4 to 1.5); one writer a patient')
  await keys.press('Escape')
  await page.getByRole('button', { name: 'Rate: Late doses avoided, option A' }).click()
  await expect
    .poll(() => page.locator('input:focus').inputValue())
    .toBe('0.9 (0.4 to 1.5); one writer a patient')
  await keys.press('Enter')
  const cell = page
    .getByRole('row', { name: /Late doses/ })
    .getByRole('cell')
    .first()
  await cell.getByText('0.4 to 1.5').waitFor()
  await cell.getByText('one writer a patient').waitFor()
  // evidence, found as the palette finds it
  await page.getByRole('button', { name: 'Add evidence on option A' }).click()
  await page.getByRole('combobox', { name: 'Which' }).fill('X-ray')
  await page.getByRole('option', { name: /X-ray/ }).click()
  await page.getByRole('button', { name: 'Link', exact: true }).click()
  await page.getByRole('button', { name: 'Evidence on option A: 1 for, 0 against' }).waitFor()
}, 180_000)

test('predictions, assumptions, tripwires and the pre-mortem are written in place', async () => {
  const { page } = open
  await page.getByRole('button', { name: 'Add assumption' }).click()
  await keys.type('Every ward has a tablet')
  await keys.press('Control+Enter')
  await part(page, 'What must be true')
    .locator('p', { hasText: 'Every ward has a tablet' })
    .waitFor()
  await page.getByRole('button', { name: 'Imagine that it failed, and write why' }).click()
  await keys.type('Two sheets disagreed.')
  await keys.press('Control+Enter')
  await part(page, 'It failed. Why?').locator('p', { hasText: 'Two sheets disagreed.' }).waitFor()
  await page.getByRole('button', { name: 'Add prediction' }).click()
  await page.getByRole('textbox', { name: /^Question/ }).fill('Will nine wards use it?')
  await page.getByRole('textbox', { name: /^Resolved by/ }).fill('Counted on that day')
  await page.getByRole('textbox', { name: /^Resolves on/ }).fill('2027-06-30')
  await page.getByRole('textbox', { name: /^Resolves on/ }).press('Control+Enter')
  await part(page, 'What we expect').getByText('Will nine wards use it?').waitFor()
  await page.getByRole('button', { name: 'Set a tripwire' }).click()
  const builder = page.getByRole('form', { name: 'Set a tripwire' })
  await builder.getByRole('button', { name: /Watches/ }).click()
  await page.getByRole('option', { name: 'Feedback that asks for an idea' }).click()
  await builder.getByRole('combobox', { name: /^Idea/ }).fill('Offline')
  await page.getByRole('option', { name: /Offline sheet/ }).click()
  await builder.getByRole('textbox', { name: 'Threshold' }).fill('25')
  await builder.getByRole('textbox', { name: 'Threshold' }).press('Tab')
  await builder.getByRole('textbox', { name: 'By' }).fill('2027-04-30')
  await builder.getByText('fewer than 25 ask for “Offline sheet” by 2027-04-30').waitFor()
  await builder.getByRole('button', { name: /^Set a tripwire/ }).click()
  await part(page, 'What would change our mind')
    .locator('li', { hasText: 'fewer than 25 ask for “Offline sheet” by 2027-04-30' })
    .waitFor()
  const wires = async () =>
    (await ask('GET', `/tripwires?filter[decisionId]=${ids['decision']}`))['data']
  await expect
    .poll(wires)
    .toMatchObject([
      { watches: 'feedback', comparison: 'below', threshold: 25, by: '2027-04-30', state: 'armed' },
    ])
}, 180_000)
