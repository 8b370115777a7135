/** What somebody may not do is not offered, and a page for it says so before anything is typed. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asking, openBrowserWorld, type BrowserWorld } from './browser.world.ts'
import { enter } from './enter.ts'
import { keyboardOf } from './keyboard.ts'

let open: BrowserWorld
let viewer: Page
let contributor: Page
beforeAll(async () => {
  open = await openBrowserWorld()
  viewer = await enter(open, 'Vera Lind', 'viewer')
  contributor = await enter(open, 'Cato Berg', 'contributor')
})
afterAll(() => open?.close())

const ask = asking(() => open)
const address = (path: string): string => `${open.world.instance.url}/w/main${path}`

test('a viewer is not offered to take a link away, and no form to type in in vain', async () => {
  const need = await ask('POST', '/needs', { title: 'A door that opens in frost' })
  const idea = await ask('POST', '/ideas', { title: 'Heat the hinge' })
  await ask('POST', '/commands/link', { from: idea['ref'], relation: 'addresses', to: need['ref'] })
  const link = open.page.getByRole('button', { name: /^Take away: / })
  await open.page.goto(address(`/ideas/${String(idea['ref'])}`))
  await link.waitFor()
  await viewer.goto(address(`/ideas/${String(idea['ref'])}`))
  await viewer.getByRole('link', { name: 'A door that opens in frost' }).waitFor()
  expect(await viewer.getByRole('button', { name: /^Take away/ }).count()).toBe(0)

  await viewer.goto(address('/ideas/new'))
  await viewer
    .getByText('You may not create ideas: this needs the role of editor, and you have viewer.')
    .waitFor()
  expect(await viewer.getByRole('textbox').count()).toBe(0)
  await viewer.getByRole('link', { name: 'To all ideas' }).click()
  await viewer.waitForURL(/\/ideas$/)

  const owner = (await ask('GET', '/members?limit=1&filter[role]=owner')) as {
    readonly data?: readonly { readonly ref: string }[]
  }
  const ref = String(owner.data?.[0]?.ref)
  await viewer.goto(address(`/members/${ref}/edit`))
  await viewer.getByText(`You may see ${ref} but not change it.`).waitFor()
  expect(await viewer.getByRole('textbox').count()).toBe(0)
  await viewer.getByRole('link', { name: `Back to ${ref}` }).click()
  await viewer.waitForURL(new RegExp(`/members/${ref}$`))
})

test('a contributor is offered to change and sort their own feedback, and no other', async () => {
  const other = String((await ask('POST', '/feedback', { text: 'The lift is out again' }))['ref'])
  await contributor.goto(address(`/feedback/${other}`))
  await contributor.getByText('The lift is out again').first().waitFor()
  expect(await contributor.getByRole('link', { name: 'Edit' }).count()).toBe(0)
  expect(await contributor.getByRole('button', { name: 'Move to the trash' }).count()).toBe(0)
  await contributor.goto(address(`/triage?at=${other}`))
  await contributor
    .getByText('You may read this and not sort it. Who may change feedback can.')
    .waitFor()
  await keyboardOf(contributor).press('1')
  await contributor.waitForTimeout(500)
  expect(contributor.url()).toContain(`at=${other}`)
  expect((await ask('GET', `/feedback/${other}`))['version']).toBe(1)

  const own = await contributor.evaluate(async (text) => {
    const answer = await fetch('/api/v1/feedback', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Throughline-Workspace': 'main' },
      body: JSON.stringify({ text }),
    })
    return ((await answer.json()) as { readonly ref: string }).ref
  }, 'The stairs are dark')
  await contributor.goto(address(`/feedback/${own}`))
  await contributor.getByRole('link', { name: 'Edit' }).waitFor()
  await contributor.getByRole('button', { name: 'Move to the trash' }).waitFor()
})
