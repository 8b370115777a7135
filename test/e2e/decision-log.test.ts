/** The log of decisions: one sentence for a two-way door, what is due, and for whom it stands first. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../../src/engine/problem.ts'
import { asking, openBrowserWorld, type BrowserWorld } from './browser.world.ts'
import { enter } from './enter.ts'
import { keyboardOf, type Keyboard } from './keyboard.ts'

let open: BrowserWorld
let keys: Keyboard
let other: Page
let devika = ''

const ask = asking(() => open)
const address = (path: string): string => `${open.world.instance.url}/w/main/${path}`

beforeAll(async () => {
  open = await openBrowserWorld()
  keys = keyboardOf(open.page)
  other = await enter(open, 'Devika Rao', 'editor')
  const members = (await ask('GET', '/members?limit=50'))['data'] as readonly {
    readonly id: string
    readonly name: string
  }[]
  devika = must(members.find(({ name }) => name === 'Devika Rao')).id
})

afterAll(() => open.close())

test('a two-way door is one sentence, and stands in the log by its day', async () => {
  const { page } = open
  await page.goto(address('decisions'))
  await page.getByRole('heading', { level: 1 }).waitFor()
  await keys.press('c')
  await page.getByRole('textbox', { name: /^Sentence/ }).fill('We keep the old importer.')
  await page.getByRole('textbox', { name: /^Sentence/ }).press('Control+Enter')
  await page.getByRole('heading', { level: 1, name: 'We keep the old importer.' }).waitFor()
  await page.goto(address('decisions?door=two-way'))
  await page.getByRole('link', { name: 'We keep the old importer.' }).waitFor()
  expect((await ask('GET', '/decisions/DEC-1'))['door']).toBe('two-way')
})

test('what is due stands first for whom it asks, and on their Home', async () => {
  await ask('POST', '/commands/open-decision', {
    question: 'Which price do we move to?',
    door: 'one-way',
    dueOn: '2026-01-02',
    approverId: devika,
  })
  await other.goto(address('decisions-due'))
  await other.getByRole('heading', { level: 1, name: '1 decision waits for you' }).waitFor()
  const [first] = await other.locator('tbody').allTextContents()
  expect(first).toContain('They ask for you')
  await other.getByText('Which price do we move to?').waitFor()
  await other.goto(address(''))
  await other.getByRole('link', { name: 'Which price do we move to?' }).first().waitFor()
  await open.page.goto(address('decisions-due'))
  await open.page.getByRole('heading', { level: 1 }).waitFor()
  await open.page.getByText('They ask for others').waitFor()
})
