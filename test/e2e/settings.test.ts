/** Settings tell whoever answers for a workspace what is let in and how far, on a phone too, and offer nothing that is refused. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asking, openBrowserWorld, type BrowserWorld } from './browser.world.ts'
import { enter } from './enter.ts'

let open: BrowserWorld
let admin: Page
let viewer: Page
const ask = asking(() => open)

beforeAll(async () => {
  open = await openBrowserWorld()
  const product = String((await ask('POST', '/products', { name: 'Gates' }))['id'])
  const held = { role: 'editor', productIds: [product] }
  await ask('POST', '/members', { name: 'Held', productRights: 'reads-others', ...held })
  await ask('POST', '/invite-links', { email: 'h@example.com', productRights: 'own', ...held })
  await ask('POST', '/commands/create-key', {
    name: 'Board',
    role: 'owner',
    scopes: ['read:ideas'],
  })
  const url = 'https://hooks.example.org/gates'
  const hook = { name: 'Relay', url, records: ['feedback', 'roadmap-item'] }
  const made = (await ask('POST', '/commands/create-webhook', hook))['result']
  const { id } = made as { readonly id: string }
  await ask('POST', '/commands/pause-webhook', { id })
  const gone = await ask('POST', '/members', { name: 'Gone', role: 'owner' })
  await ask('DELETE', `/members/${String(gone['id'])}`)
  const idea = await ask('POST', '/ideas', { title: 'Gates that open in frost' })
  await ask('DELETE', `/ideas/${String(idea['id'])}`)
  await ask('POST', '/ideas', { title: 'A lamp at the gate' })
  await ask('POST', '/feedback', { text: 'The gate sticks in winter' })
  admin = await enter(open, 'Ada', 'admin')
  viewer = await enter(open, 'Vik', 'viewer')
}, 180_000)
afterAll(() => open?.close())

const go = (page: Page, path = '') => page.goto(`${open.world.instance.url}/w/main/${path}`)
const row = (page: Page, name: RegExp): Locator => page.getByRole('row', { name })

/** Whether each of these comes to be readable in the row. */
async function reads(at: Locator, ...texts: readonly string[]): Promise<boolean> {
  for (const text of texts) await at.getByText(text).filter({ visible: true }).first().waitFor()
  return true
}

test.each([1440, 375])(
  'at %i pixels the rights of members, invitations and keys, and what a webhook is told of, can be read',
  async (width) => {
    const { page } = open
    await page.setViewportSize({ width, height: 900 })
    await go(page, 'settings')
    const hook = ['hooks.example.org/gates', 'feedback and roadmap items', 'Somebody paused it']
    expect(await reads(row(page, /^Held/), 'editor', 'Gates; reads the others')).toBe(true)
    expect(await reads(row(page, /^h@example.com/), 'editor', 'Gates only')).toBe(true)
    expect(await reads(row(page, /^Board/), 'owner', 'read:ideas')).toBe(true)
    expect(await reads(row(page, /^Relay/), ...hook)).toBe(true)
  },
)

test('on a phone the trash tells of each row what it is and until when it can be restored, beside its verb', async () => {
  const { page } = open
  await page.setViewportSize({ width: 375, height: 900 })
  await go(page, 'trash')
  const idea = row(page, /Gates that open in frost/)
  await reads(idea, 'Idea, removed', 'can be restored until')
  const verb = await idea.getByRole('button', { name: /^Restore/ }).boundingBox()
  for (const time of await idea.locator('time').filter({ visible: true }).all()) {
    const box = await time.boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(verb?.y ?? 0)
  }
  await page.setViewportSize({ width: 1440, height: 900 })
})

test('logins tell the time of day', async () => {
  const { page } = open
  await go(page, 'settings')
  await page.getByRole('link', { name: 'Logins' }).last().click()
  // the rows of Settings stand there until the list has come
  await page.getByRole('heading', { level: 1, name: 'Logins' }).waitFor()
  const ada = row(page, /Ada/)
  await ada.waitFor()
  expect(await ada.textContent()).toMatch(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}/)
})

test('an admin is offered no role, no member, no key and no archive that only an owner may', async () => {
  await go(admin, 'settings')
  await admin.getByText('Only an owner takes the archive of this workspace.').waitFor()
  expect(await admin.getByRole('link', { name: 'Archive of this workspace' }).count()).toBe(0)
  await admin.getByRole('button', { name: 'Change Held' }).waitFor()
  expect(await admin.getByRole('button', { name: 'Change Owner' }).count()).toBe(0)
  await row(admin, /^Board/).waitFor()
  expect(await admin.getByRole('button', { name: 'Revoke Board' }).count()).toBe(0)
  for (const verb of ['Invite a person', 'Create an API key']) {
    await admin.getByRole('button', { name: verb }).click()
    await admin.getByRole('button', { name: /Role/ }).click()
    await admin.getByRole('option', { name: 'Admin' }).waitFor()
    expect(await admin.getByRole('option', { name: 'Owner' }).count()).toBe(0)
    await admin.keyboard.press('Escape')
    await admin.getByRole('button', { name: 'Leave it' }).click()
  }
  await go(admin, 'trash')
  await row(admin, /Gone/).waitFor()
  await admin.getByRole('button', { name: /^Restore IDEA/ }).waitFor()
  expect(await admin.getByRole('button', { name: /^Restore MEM/ }).count()).toBe(0)
})

test('an owner takes the archive, of all that they may see', async () => {
  await go(open.page, 'settings')
  await open.page.getByText('own field that you may see').waitFor()
  expect(await open.page.getByRole('link', { name: 'Archive of this workspace' }).count()).toBe(1)
})

test('Home tells a viewer what is lacking, and offers nothing that a viewer may not', async () => {
  await go(viewer)
  const next = viewer.getByRole('region', { name: 'What to do next' })
  await next.getByText('1 feedback is unprocessed.').waitFor()
  await next.getByRole('link', { name: 'Read the feedback' }).waitFor()
  await next.getByRole('link', { name: 'Look at the idea' }).waitFor()
  expect(await next.getByRole('link', { name: /Sort them|Link it to a need/ }).count()).toBe(0)
})
