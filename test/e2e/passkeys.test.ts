/** A passkey of Chromium's own virtual authenticator, through the pages: added, signed in with, renamed, removed. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../../src/engine/problem.ts'
import { openBrowserWorld, patience, picturePath, type BrowserWorld } from './browser.world.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const password = 'a sentence of a few words'

let open: BrowserWorld
let context: BrowserContext
let page: Page
beforeAll(async () => {
  open = await openBrowserWorld()
  context = await open.browser.newContext({ viewport: { width: 1280, height: 800 } })
  context.setDefaultTimeout(patience)
  page = await withDevice(await context.newPage())
})
afterAll(() => open?.close())

/** Passkeys are bound to a name, and a number is none. */
const address = (path: string): string => `http://localhost:${open.world.instance.port}${path}`

/** A device that is asked for a finger and gives it at once. */
async function withDevice(at: Page): Promise<Page> {
  const cdp = await at.context().newCDPSession(at)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return at
}

async function invitation(email: string): Promise<string> {
  const { body } = await open.world.ask('POST', '/api/v1/invite-links', {
    as: open.world.ownerToken,
    json: { email, role: 'contributor' },
  })
  const { pathname, search } = new URL(String(body['url']))
  return address(`${pathname}${search}`)
}

/** What axe finds, in light and dark, and whether a phone shows all of it. */
async function faultsOn(at: Page, name: string): Promise<readonly string[]> {
  const faults: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await at.emulateMedia({ colorScheme })
    const found = await at.evaluate<readonly string[]>(
      `${axe}; axe.run({ exclude: '[data-live-announcer]' }).then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ' at ' + nodes[0].html.slice(0, 160)))`,
    )
    faults.push(...found.map((one) => `${name}, ${colorScheme}: ${one}`))
  }
  await at.screenshot({ path: picturePath(name) })
  await at.setViewportSize({ width: 375, height: 800 })
  const beside = await at.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  if (beside > 0) faults.push(`${name}: ${beside} px stand beside the page`)
  await at.screenshot({ path: picturePath(`${name}-375`) })
  await at.setViewportSize({ width: 1280, height: 800 })
  return faults
}

const signInByPasskey = () => page.getByRole('button', { name: 'Sign in with a passkey' })

test('a passkey is added under Settings, by its name and the password', async () => {
  await page.goto(await invitation('ada@example.com'))
  await page.getByLabel('Your name').fill('Ada')
  await page.getByLabel('New password').fill(password)
  await page.getByRole('button', { name: 'Accept the invitation' }).click()
  await page.waitForURL(/\/w\/main/)
  await page.goto(address('/w/main/settings'))
  await page.getByText('You have no passkey yet.').waitFor()
  await page.getByRole('link', { name: 'Add a passkey' }).click()
  await page.getByLabel('Name of the passkey').fill('The blue phone')
  await page.getByLabel('Your password').fill('not the password of Ada')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('Your password').fill(password)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.waitForURL(/\/w\/main\/settings/)
  await page.getByRole('button', { name: 'Remove The blue phone' }).waitFor()
  expect(await page.getByText('You have no passkey yet.').count()).toBe(0)
})

test('the pages on which passkeys stand have nothing that axe finds, and fit a phone', async () => {
  await page.getByRole('heading', { name: 'Passkeys' }).scrollIntoViewIfNeeded()
  expect(await faultsOn(page, 'settings-passkeys')).toEqual([])
  await page.goto(address('/sign-in/passkey'))
  await page.getByRole('button', { name: 'Add a passkey' }).waitFor()
  expect(await faultsOn(page, 'passkey-add')).toEqual([])
  await page.goto(address('/sign-in'))
  await signInByPasskey().waitFor()
  expect(await faultsOn(page, 'sign-in-passkey')).toEqual([])
  await page.goto(address('/w/main/settings'))
})

test('whoever signed out signs in by it, without a word', async () => {
  await page.getByRole('button', { name: 'Sign out', exact: true }).last().click()
  await page.getByRole('heading', { name: 'You are not signed in here.' }).waitFor()
  await page.goto(address('/sign-in'))
  await signInByPasskey().click()
  await page.waitForURL(/\/w\/main/)
  await page.getByRole('button', { name: 'Ada' }).waitFor()
  expect(await page.getByRole('button', { name: 'Ada' }).count()).toBe(1)
})

test('it is renamed, and once it is removed the device opens nothing any more', async () => {
  await page.goto(address('/w/main/settings'))
  await page.getByRole('button', { name: 'Rename The blue phone' }).click()
  await page.getByLabel('Name of the passkey').fill('The red phone')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Remove The red phone' }).click()
  // What the passkey opened goes with it.
  await page.getByText('You are signed out here.').waitFor()
  await page.goto(address('/sign-in'))
  await signInByPasskey().click()
  const says = must(await page.getByRole('alert').textContent(), 'why not')
  expect(says).toContain('This passkey opens nothing here.')
})

test('an invitation is accepted with one, and it is the last way in', async () => {
  const own = await open.browser.newContext({ viewport: { width: 1280, height: 800 } })
  own.setDefaultTimeout(patience)
  const other = await withDevice(await own.newPage())
  await other.goto(await invitation('bo@example.com'))
  await other.getByRole('button', { name: 'Accept with a passkey' }).waitFor()
  await other.getByLabel('Your name').fill('Bo')
  await other.getByRole('button', { name: 'Accept with a passkey' }).click()
  await other.waitForURL(/\/w\/main/)
  await other.goto(address('/w/main/settings'))
  await other.getByRole('button', { name: 'Remove First passkey' }).click()
  await other.getByText('This is your only way in.').waitFor()
  expect(await other.getByRole('button', { name: 'Remove First passkey' }).count()).toBe(1)
  await own.close()
})

test('without scripts the sign-in page is a form as before, and elsewhere it is said where passkeys work', async () => {
  const plain = await open.browser.newContext({ javaScriptEnabled: false })
  plain.setDefaultTimeout(patience)
  const bare = await plain.newPage()
  await bare.goto(address('/sign-in'))
  expect(await bare.getByRole('button').allTextContents()).toEqual(['Sign in'])
  await bare.getByLabel('E-mail').fill('ada@example.com')
  await bare.getByLabel('Password').fill(password)
  await bare.getByRole('button', { name: 'Sign in' }).click()
  await bare.waitForURL(/\/w\/main/)
  await plain.close()
  await open.page.goto(`${open.world.instance.url}/w/main/settings`)
  await open.page.getByText(`Passkeys work at ${address('')} alone.`).waitFor()
})
