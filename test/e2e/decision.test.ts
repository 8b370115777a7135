/**
 * A one-way door from its question to the decision, by two people at two browsers: what is missing, a blind
 * round, the choice; then it is locked, amended, superseded, and printed on two sheets at most.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../../src/engine/problem.ts'
import { asking, openBrowserWorld, type BrowserWorld } from './browser.world.ts'
import { enter } from './enter.ts'
import { keyboardOf, type Keyboard } from './keyboard.ts'

let open: BrowserWorld
let keys: Keyboard
let other: Page
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
  other = await enter(open, 'Devika Rao', 'editor')
  const members = (await ask('GET', '/members?limit=50'))['data'] as readonly {
    readonly id: string
    readonly name: string
  }[]
  ids['name'] = must(members.find(({ name }) => name !== 'Devika Rao')).name
  ids['other'] = must(members.find(({ name }) => name === 'Devika Rao')).id
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
  // the first field has the focus and offers its names; Tab goes on to the next, which offers them too
  const offered = page.getByRole('option').first()
  await offered.waitFor()
  const me = ids['name'] ?? ''
  for (const who of [me, 'Devika']) {
    await keys.press('Tab')
    await offered.waitFor()
    await keys.find(who, new RegExp(who))
    // of one the list is done with; of several it goes on
    if (who === me) await offered.waitFor({ state: 'detached' })
  }
  // the list that goes on may take the first for itself
  await expect
    .poll(async () => {
      if ((await roles.count()) > 0) await keys.press('Control+Enter')
      return roles.count()
    })
    .toBe(0)
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
  // what is still missing calls the option as the page does, and leaves no part of the page empty beside it
  await missing(page)
    .getByRole('link', { name: 'Link what speaks against option A, “Only the ward sheet”' })
    .waitFor()
  const widths = [missing(page), part(page, 'What we weighed')].map((at) =>
    at.evaluate((element) => element.clientWidth),
  )
  expect(await widths[0]).toBe(await widths[1])
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
  // the form goes once the server has the prediction, and what stands below it moves up
  await page.getByRole('group', { name: 'Add prediction' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Set a tripwire' }).click()
  const builder = page.getByRole('form', { name: 'Set a tripwire' })
  await builder.getByRole('button', { name: /Watches/ }).click()
  await page.getByRole('option', { name: 'Feedback that asks for an idea' }).click()
  await builder.getByRole('combobox', { name: /^Idea/ }).fill('Offline')
  await page.getByRole('option', { name: /Offline sheet/ }).click()
  await builder.getByRole('textbox', { name: 'By' }).fill('2027-04-30')
  await builder.getByText('ask for “Offline sheet” by 2027-04-30').waitFor()
  // the key takes the number that still stands in its field
  await builder.getByRole('textbox', { name: 'Threshold' }).fill('25')
  await builder.getByRole('textbox', { name: 'Threshold' }).press('Control+Enter')
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

test('in a blind round nobody sees what the other said before both are in', async () => {
  const { page } = open
  await page.getByRole('button', { name: 'Ask several people blind' }).click()
  const round = page.getByRole('group', { name: 'Ask several people blind' })
  await round.getByText('Devika Rao').waitFor()
  await keys.press('Control+Enter')
  await page.getByText('0 of 2 have answered. You will see them once all are in.').waitFor()
  await other.goto(address(place))
  await other.getByText('0 of 2 have answered. You will see them once all are in.').waitFor()
  await say(page, 'For', 'Only the ward sheet', 'One screen is open in those rooms.')
  await other.getByText('1 of 2 has answered. You will see them once all are in.').waitFor()
  expect(await other.getByText('One screen is open in those rooms.').count()).toBe(0)
  await say(other, 'For', 'The whole app', 'Two sources of truth are how a dog gets a double dose.')
  await other.getByText('One screen is open in those rooms.').waitFor()
  await page.getByText('Two sources of truth are how a dog gets a double dose.').waitFor()
}, 180_000)

/** Takes a position on the page of the decision. */
async function say(at: Page, stance: string, option: string, reasons: string): Promise<void> {
  await at.getByRole('button', { name: /^Say where you stand/ }).click()
  const form = at.getByRole('group', { name: /^Say where you stand/ })
  await form.getByRole('button', { name: /Stance/ }).click()
  await at.getByRole('option', { name: stance, exact: true }).click()
  await form.getByRole('button', { name: /Option/ }).click()
  await at.getByRole('option', { name: new RegExp(option) }).click()
  await form.getByRole('textbox', { name: 'Reasons' }).fill(reasons)
  await form.getByRole('textbox', { name: 'Reasons' }).press('Control+Enter')
  await form.waitFor({ state: 'detached' })
}

test('Decide says what is missing at its field, and decides once all is there', async () => {
  const { page } = open
  // the evidence that is still missing is said in words
  const options = (await ask('GET', `/options?filter[decisionId]=${ids['decision']}`))[
    'data'
  ] as readonly Readonly<Record<string, unknown>>[]
  await page.locator('#page').focus()
  await keys.press('d')
  const form = page.getByRole('group', { name: 'Decide' })
  await form.getByRole('button', { name: /Option/ }).click()
  await page.getByRole('option', { name: /Only the ward sheet/ }).click()
  await form.getByRole('textbox', { name: /^Sentence/ }).fill('Only the ward sheet.')
  await form.getByRole('textbox', { name: /^Sentence/ }).press('Control+Enter')
  await form.getByText(/not all is there yet/).waitFor()
  await form.getByText('Say why.').waitFor()
  for (const option of options)
    await ask('PATCH', `/options/${String(option['id'])}`, {
      pros: 'Nothing was found',
      cons: 'Nothing was found',
    })
  await missing(page).getByText('All is there that a decision asks for.').waitFor()
  await form.getByRole('textbox', { name: /^Reasons/ }).fill('Three rooms cause the pain.')
  await form.getByRole('textbox', { name: /^Look again/ }).fill('2027-06-30')
  await form.getByRole('textbox', { name: /^Look again/ }).press('Control+Enter')
  await page.getByRole('heading', { level: 1, name: 'Only the ward sheet.' }).waitFor()
  await page.getByText(question).waitFor()
  await page.getByText('in force', { exact: true }).waitFor()
  await other.getByRole('heading', { level: 1, name: 'Only the ward sheet.' }).waitFor()
  // whoever wanted something else dissents by name, on the other side of the line
  await page
    .locator('figure', { hasText: 'Two sources of truth' })
    .getByText('Devika Rao')
    .waitFor()
  expect(await missing(page).count()).toBe(0)
}, 180_000)

test('what was decided is locked; an amendment is added, and a review says how it goes on', async () => {
  const { page, world } = open
  for (const verb of [/^Add option/, /^Word the question/, /^Say where you stand/, /^Add evidence/])
    expect(await page.getByRole('button', { name: verb }).count()).toBe(0)
  const told = await world.ask('PATCH', `/api/v1/decisions/${ids['decision']}`, {
    as: world.ownerToken,
    json: { sentence: 'Everything.' },
  })
  expect(told.status).toBeGreaterThanOrEqual(400)
  await page.getByRole('button', { name: 'Amend', exact: true }).click()
  await keys.type('Bergen is left out until its network is renewed.')
  await keys.press('Control+Enter')
  await part(page, 'Amended since').getByText('Bergen is left out').waitFor()
  await page.getByRole('button', { name: 'Look back', exact: true }).click()
  const form = page.getByRole('group', { name: 'Look back' })
  // what is missing is called by its name, not by what a program would write there
  await form.getByRole('textbox', { name: /^Reasons/ }).press('Control+Enter')
  await form.getByText('Not right yet: Verdict, Reasons.').waitFor()
  expect(await form.getByText('This must be given.').count()).toBe(2)
  expect(await form.getByText('One of:').count()).toBe(0)
  await form.getByRole('button', { name: /Verdict/ }).click()
  await page.getByRole('option', { name: 'Persevere' }).click()
  await form.getByRole('textbox', { name: /^Reasons/ }).fill('Seven wards use it.')
  await form.getByRole('textbox', { name: /^What came/ }).fill('Seven of nine')
  await form.getByRole('textbox', { name: /^What came/ }).press('Control+Enter')
  const reviews = part(page, 'What we learned when we looked')
  await reviews.getByText('Seven of nine').waitFor()
  expect(
    open.complaints.filter((one) => !/ 4\d\d /.test(one) && !one.includes('status of 4')),
  ).toEqual([])
}, 120_000)

test('on paper it is at most two sheets, with its table and without its verbs', async () => {
  const { page } = open
  await page.goto(address(place))
  await page.getByRole('heading', { level: 1, name: 'Only the ward sheet.' }).waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('button').count()).toBe(0)
  await page.getByText('chosen', { exact: true }).waitFor()
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const sheets = [...paper.matchAll(/\/Type\s*\/Page\b/g)].length
  expect(sheets).toBeGreaterThan(0)
  expect(sheets).toBeLessThanOrEqual(2)
  await page.emulateMedia({ media: 'screen' })
})

test('a later decision takes its place, and the first one says by which', async () => {
  const { page } = open
  await page.getByRole('button', { name: 'Supersede', exact: true }).click()
  const form = page.getByRole('group', { name: 'Supersede' })
  await form
    .getByRole('textbox', { name: /^Sentence/ })
    .fill('The whole app, one room after the other.')
  await form.getByRole('textbox', { name: /^Reasons/ }).fill('The ward sheet held.')
  await form.getByRole('textbox', { name: /^Reasons/ }).press('Control+Enter')
  await page
    .getByRole('heading', { level: 1, name: 'The whole app, one room after the other.' })
    .waitFor()
  await page.getByText('It supersedes').waitFor()
  await page.goto(address(place))
  await page.getByText('superseded').first().waitFor()
  await page.goto(address('decisions?state=superseded'))
  await page.getByRole('link', { name: 'Only the ward sheet.' }).waitFor()
  expect(await page.getByRole('link', { name: /The whole app, one room/ }).count()).toBe(0)
}, 120_000)
