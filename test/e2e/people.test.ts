/** The owner invites by a link; somebody else comes in by it at another browser, works, and is out at once when removed. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../../src/engine/problem.ts'
import { openBrowserWorld, picturePath, type BrowserWorld, patience } from './browser.world.ts'
import { keyboardOf, type Keyboard } from './keyboard.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let open: BrowserWorld
let context: BrowserContext
let page: Page
let keys: Keyboard
let link: string
beforeAll(async () => {
  open = await openBrowserWorld()
  context = await open.browser.newContext({ viewport: { width: 1280, height: 800 } })
  context.setDefaultTimeout(patience)
  page = await context.newPage()
  keys = keyboardOf(page)
})
afterAll(() => open?.close())

const address = (path: string): string => `${open.world.instance.url}${path}`

/** What axe finds, in light and dark, and whether a phone shows all of it. */
async function faultsOn(at: Page, name: string): Promise<readonly string[]> {
  const faults: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await at.emulateMedia({ colorScheme })
    const found = await at.evaluate<readonly string[]>(
      // What is read out to whoever listens stands apart for seconds, and names what has gone meanwhile.
      `${axe}; axe.run({ exclude: '[data-live-announcer]' }).then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ' at ' + nodes[0].html.slice(0, 160)))`,
    )
    faults.push(...found.map((one) => `${name}, ${colorScheme}: ${one}`))
  }
  await at.setViewportSize({ width: 375, height: 800 })
  const beside = await at.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  if (beside > 0) faults.push(`${name}: ${beside} px stand beside the page`)
  for (const verb of ['Revoke ada@example.com', 'Accept the invitation', 'Leave this workspace']) {
    const button = at.getByRole('button', { name: verb, includeHidden: true })
    if ((await button.count()) > 0 && !(await button.isVisible()))
      faults.push(`${name}: "${verb}" cannot be pressed on a phone`)
  }
  await at.screenshot({ path: picturePath(`${name}-375`) })
  await at.setViewportSize({ width: 1280, height: 800 })
  return faults
}

test('the owner makes a link for one person in Settings', async () => {
  const owner = open.page
  await owner.goto(address('/w/main/settings'))
  await owner.getByRole('button', { name: 'Invite a person' }).click()
  await owner.getByRole('textbox', { name: 'E-mail' }).fill('ada@example.com')
  await owner.getByRole('button', { name: /Role/ }).click()
  await owner.getByRole('option', { name: 'Contributor' }).click()
  await owner.getByRole('button', { name: /^Invite(?! a person)/ }).click()
  const shown = owner.getByText('/sign-in/invitation?secret=')
  await shown.waitFor()
  link = must(await shown.textContent(), 'the link')
  await owner.getByRole('button', { name: 'Revoke ada@example.com' }).waitFor()
  expect(await faultsOn(owner, 'settings-people')).toEqual([])
})

test('the pages on which one comes in have nothing that axe finds, and fit a phone', async () => {
  await page.goto(address('/sign-in'))
  expect(await faultsOn(page, 'sign-in')).toEqual([])
  await page.goto(link)
  expect(await faultsOn(page, 'come-in')).toEqual([])
})

test('who opens the link says a name and a password, by keyboard alone, and is in', async () => {
  await page.goto(link)
  await keys.tabTo(page.getByLabel('Your name'))
  await keys.type('Ada')
  await keys.press('Tab')
  await keys.type('short')
  await keys.press('Enter')
  await page.getByRole('alert').waitFor()
  expect(await page.getByLabel('Your name').inputValue()).toBe('Ada')
  await keys.tabTo(page.getByLabel('New password'))
  await keys.type('a sentence of a few words')
  await keys.press('Enter')
  await page.waitForURL(/\/w\/main/)
  await page.getByRole('button', { name: 'Ada' }).waitFor()
})

test('who came in adds feedback as a contributor does, and finds no keys to make', async () => {
  await page.getByRole('button', { name: 'Add feedback' }).click()
  const sheet = page.getByRole('dialog', { name: 'Add feedback' })
  await sheet.getByRole('textbox', { name: 'Text' }).fill('The gate sticks in winter')
  await keys.press('Control+Enter')
  const said = async (): Promise<unknown> =>
    (await open.world.ask('GET', '/api/v1/feedback', { as: open.world.ownerToken })).body['data']
  await expect.poll(said).toMatchObject([{ text: 'The gate sticks in winter' }])
  await page.goto(address('/w/main/settings'))
  await page.getByText('You sign in with ada@example.com and a password.').waitFor()
  expect(await page.getByRole('button', { name: 'Invite a person' }).count()).toBe(0)
  expect(await page.getByRole('button', { name: 'Create an API key' }).count()).toBe(0)
  expect(await faultsOn(page, 'settings-account')).toEqual([])
})

test('the owner shares a need with Ada by keyboard, sees who sees it, and says a word', async () => {
  const { world, page: owner } = open
  const hand = keyboardOf(owner)
  const made = await world.ask('POST', '/api/v1/needs', {
    as: world.ownerToken,
    json: { title: 'Gates that open in frost', draft: true },
  })
  const ref = String(made.body['ref'])
  await owner.goto(address(`/w/main/needs/${ref}`))
  await owner.getByText('It is a draft: whoever made it, and nobody else.').waitFor()
  await hand.press('s')
  const dialog = owner.getByRole('dialog', { name: `Who sees ${ref}?` })
  await dialog.getByRole('button', { name: /Visible to/ }).waitFor()
  expect(await faultsOn(owner, 'sharing')).toEqual([])
  await hand.choose('Visible to', /Named people/)
  await hand.tabTo(dialog.getByRole('combobox', { name: 'People who see it' }))
  await hand.find('Ada', /Ada/)
  // a list lies over the rest until one goes on: that of people, and then that of products
  await hand.press('Tab', 'Tab')
  await hand.tabTo(dialog.getByRole('checkbox', { name: 'Draft' }))
  await hand.press(' ')
  await hand.tabTo(dialog.getByRole('textbox', { name: 'A word to those who are new' }))
  await hand.type('Can you say which gate?')
  await dialog.getByRole('status').getByText('Ada').waitFor()
  await hand.tabTo(dialog.getByRole('button', { name: 'Save' }))
  await hand.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await owner.getByText('The people it is shared with.').waitFor()

  await page.goto(address('/w/main/inbox'))
  await page.getByText('Can you say which gate?').waitFor()
  await page.goto(address(`/w/main/needs/${ref}`))
  await page.getByRole('heading', { name: 'Gates that open in frost' }).waitFor()
})

test('who is suspended in Settings is out at once, is shown as such, and comes in again when reinstated', async () => {
  const owner = open.page
  await owner.goto(address('/w/main/settings'))
  const change = async (verb: string): Promise<void> => {
    await owner.getByRole('button', { name: 'Change Ada' }).click()
    await owner.getByRole('menuitem', { name: verb }).click()
  }
  const other = await page.context().newPage()
  for (const one of [page, other]) {
    await one.goto(address('/w/main/feedback'))
    await one.getByText('The gate sticks in winter').first().waitFor()
  }
  await expect.poll(() => keptRows(page)).toBeGreaterThan(0)
  await change('Suspend')
  for (const one of [page, other]) {
    await one
      .getByRole('heading', { name: 'You are suspended in this workspace.' })
      .waitFor({ timeout: 3000 })
    expect(await one.getByText('The gate sticks in winter').count()).toBe(0)
  }
  expect(await faultsOn(page, 'suspended')).toEqual([])
  expect(await keptRows(page)).toBe(0)
  await other.close()
  await page.reload()
  await page.getByRole('heading', { name: 'You are suspended in this workspace.' }).waitFor()
  await owner.getByRole('link', { name: 'Ada (suspended)' }).waitFor()
  expect(await faultsOn(owner, 'settings-members')).toEqual([])
  await change('Reinstate')
  await owner.getByRole('link', { name: 'Ada', exact: true }).waitFor()
  await change('Link for a new password')
  const shown = owner.getByText('/sign-in/reset?secret=')
  await shown.waitFor()
  await page.goto(must(await shown.textContent(), 'the link'))
  expect(await faultsOn(page, 'reset')).toEqual([])
  await page.getByLabel('New password').fill('a sentence of a few words')
  await page.getByRole('button', { name: 'Set the password' }).click()
  await page.waitForURL(/\/w\/main/)
  await page.getByRole('button', { name: 'Ada' }).waitFor()
})

test('who is removed is out at once, on the open page and at the next one', async () => {
  const { world } = open
  const { body } = await world.ask('GET', '/api/v1/members?limit=200', { as: world.ownerToken })
  const ada = (body['data'] as readonly { readonly id: string; readonly name: string }[]).find(
    ({ name }) => name === 'Ada',
  )
  await world.ask('POST', '/api/v1/commands/remove-member', {
    as: world.ownerToken,
    json: { id: ada?.id },
  })
  const heading = page.getByRole('heading', { name: 'You are no longer in this workspace.' })
  await heading.waitFor({ timeout: 3000 })
  await page.goto(address('/w/main'))
  await heading.waitFor()
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByLabel('E-mail').fill('ada@example.com')
  await page.getByLabel('Password').fill('a sentence of a few words')
  await page.getByRole('button', { name: 'Sign in' }).click()
  const says = await page.getByRole('alert').textContent()
  expect(says).toContain('You are in no workspace here any more.')
})

test('the owner makes a second workspace and goes from one to the other', async () => {
  const owner = open.page
  await owner.goto(address('/w/main/settings'))
  await owner.getByRole('link', { name: 'Create a workspace' }).click()
  await owner.getByLabel('Name').fill('Second house')
  await owner.getByLabel('Address').fill('second')
  await owner.getByRole('button', { name: 'Create the workspace' }).click()
  await owner.waitForURL(/\/w\/second/)
  const there = owner.getByRole('button', { name: 'Workspace Second house: go to another' })
  await there.click()
  await owner.getByRole('menuitem', { name: 'My workspace' }).click()
  await owner.waitForURL(/\/w\/main/)
  await owner.getByRole('button', { name: 'Workspace My workspace: go to another' }).waitFor()
  await owner.screenshot({ path: picturePath('workspace-menu') })
  await owner.keyboard.press('Control+k')
  await owner.getByRole('combobox', { name: 'Find or do' }).fill('Second house')
  await owner.getByRole('option', { name: /Go to Second house/ }).click()
  await owner.waitForURL(/\/w\/second/)
  await owner.goto(address('/w/main/feedback'))
  await owner.getByText('The gate sticks in winter').first().waitFor()
  await owner.goto(address('/w/second/feedback'))
  await owner.getByRole('heading', { level: 1 }).waitFor()
  expect(await owner.getByText('The gate sticks in winter').count()).toBe(0)
})

/** So many rows this browser keeps of the workplace. */
const keptRows = (at: Page): Promise<number> =>
  // a page of ours runs no text as code, so that what is asked is one expression
  at.evaluate<number>(`(async () => {
    const come = (asked) => new Promise((done, fail) => {
      asked.onsuccess = () => done(asked.result)
      asked.onerror = () => fail(asked.error)
    })
    let count = 0
    for (const { name } of await indexedDB.databases()) {
      if (!name.startsWith('throughline ')) continue
      const database = await come(indexedDB.open(name))
      count += await come(database.transaction('rows').objectStore('rows').count())
      database.close()
    }
    return count
  })()`)

test('who would leave a workspace is asked first, may stay, and is told afterwards where they are', async () => {
  const { world, page: owner } = open
  const second = { name: 'Noor', email: 'noor@example.com', role: 'owner' }
  await world.ask('POST', '/api/v1/members', { as: world.ownerToken, json: second })
  await owner.goto(address('/w/main/settings'))
  await owner.getByRole('button', { name: 'Leave this workspace' }).click()
  const dialog = owner.getByRole('alertdialog', { name: 'Leave My workspace?' })
  await dialog.getByText('only a new invitation brings you back').waitFor()
  expect(await faultsOn(owner, 'leave')).toEqual([])
  await dialog.getByRole('button', { name: 'Stay' }).click()
  await dialog.waitFor({ state: 'detached' })
  await owner.getByRole('button', { name: 'Leave this workspace' }).click()
  await dialog.getByRole('button', { name: 'Leave My workspace' }).click()
  await owner.waitForURL(/\/w\/second/)
  await owner.getByText('You left My workspace. You are in Second house now.').waitFor()
})
