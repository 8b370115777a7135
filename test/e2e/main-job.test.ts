/** The main job of the product from a file to *why is this here?*, in a browser, by keyboard alone. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowserWorld, picturePath, type BrowserWorld } from './browser.world.ts'
import { keyboardOf, type Keyboard } from './keyboard.ts'

const rows = [
  [
    'f-1',
    '2026-09-01',
    'bug',
    'Windows forget where they were',
    'After a restart my three windows open on top of each other. I arrange them again every morning.',
  ],
  [
    'f-2',
    '2026-09-03',
    'bug',
    'Layout lost after update',
    'Every update throws my layout away and I lose ten minutes.',
  ],
  [
    'f-3',
    '2026-09-05',
    'feature',
    'I like a clean start',
    'Please keep opening empty. A fresh screen every day is what I want.',
  ],
  [
    'f-4',
    '2026-09-07',
    'bug',
    'Terminal too dark',
    'The dark theme of the terminal is too dark to read.',
  ],
  [
    'f-5',
    '2026-09-08',
    'bug',
    'Terminal too dark',
    'The dark theme of the terminal is too dark to read.',
  ],
]

let open: BrowserWorld
let folder: string
let keys: Keyboard

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-job-'))
  open = await openBrowserWorld()
  keys = keyboardOf(open.page)
})

afterAll(async () => {
  await open.page.screenshot({ path: picturePath('main-job-end'), fullPage: true })
  await open.close()
  rmSync(folder, { recursive: true, force: true })
})

const heading = (text: string | RegExp) => open.page.getByRole('heading', { level: 1, name: text })
const said = (text: string | RegExp) => open.page.getByText(text).first()

test('from a file to the reason of a roadmap item, without a pointer', async () => {
  await importFile()
  await sortOneByHand()
  await mergeTheTwo()
  await quoteForAndAgainst()
  await putTheInsightBetween()
  await aimAndPropose()
  await rankAndPromote()
  await recordTheDecision()
  await askWhy()
  expect(open.complaints).toEqual([])
}, 180_000)

async function importFile(): Promise<void> {
  const { page } = open
  const path = join(folder, 'tracker.csv')
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const lines = [['id', 'created_at', 'label', 'title', 'body'], ...rows]
  writeFileSync(path, lines.map((line) => line.map(cell).join(',')).join('\r\n'))
  await heading(/From what somebody said/).waitFor()
  await keys.press('2')
  await heading('Bring in a file').waitFor()
  await keys.tabTo(page.getByRole('button', { name: 'Choose a file' }))
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), keys.press('Enter')])
  await chooser.setFiles(path)
  await keys.tabTo(page.getByRole('button', { name: 'Check every row' }))
  await keys.press('Enter')
  await keys.tabTo(page.getByRole('button', { name: 'Import 5 feedback' }))
  await keys.press('Enter')
  await said('It is in').waitFor()
}

async function sortOneByHand(): Promise<void> {
  const { page } = open
  await keys.press('g', 'f')
  await heading('Feedback').waitFor()
  const row = page.getByRole('row', { name: /I like a clean start/ })
  await row.waitFor()
  await keys.tabTo(row.getByRole('link'))
  await keys.press('x')
  await said('1 selected').waitFor()
  await page.getByRole('button', { name: /^Praise/ }).waitFor()
  await keys.press('3')
  await row.getByText('Praise').waitFor()
  await keys.press('Escape')
}

async function mergeTheTwo(): Promise<void> {
  const { page } = open
  const twins = page.getByRole('row', { name: /Terminal too dark/ })
  await keys.press('/')
  await keys.type('terminal dark')
  await page.waitForURL(/q=terminal/)
  await expect.poll(() => twins.count()).toBe(2)
  // what is typed stays in the field that it is typed in
  expect(await page.getByRole('searchbox').inputValue()).toBe('terminal dark')
  await keys.press('Tab')
  await keys.press('Tab', 'j', 'x', 'j', 'x')
  await page.getByRole('button', { name: /^Merge/ }).waitFor()
  await keys.press('m')
  await keys.tabTo(page.getByRole('button', { name: 'Merge into this one' }))
  await keys.press('Enter')
  await expect.poll(() => twins.count()).toBe(1)
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await keys.press('Control+z')
  await expect.poll(() => twins.count()).toBe(2)
  // the focus came back to the first of them
  await keys.press('x', 'j', 'x')
  await page.getByRole('button', { name: /^Merge/ }).waitFor()
  await keys.press('m')
  await keys.tabTo(page.getByRole('button', { name: 'Merge into this one' }))
  await keys.press('Enter')
  await expect.poll(() => twins.count()).toBe(1)
}

/** Quotes the first sentence of a feedback, and says what it shows. */
async function quoteFirstLine(title: string, shows: () => Promise<void>): Promise<void> {
  const { page } = open
  await keys.press('g', 'f')
  await keys.tabTo(page.getByRole('link', { name: title }))
  await keys.press('Enter')
  await heading(title).waitFor()
  await page.getByRole('textbox', { name: 'In their own words' }).waitFor()
  await keys.press('q')
  const words = (
    await page.getByRole('textbox', { name: 'In their own words' }).inputValue()
  ).split(' ')
  for (let count = 0; count < Math.min(words.length, 6); count++)
    await keys.press('Control+Shift+ArrowRight')
  await keys.press('q')
  // the form opens under the new quote and takes the focus by itself
  await page.locator('button:focus', { hasText: 'supports' }).waitFor()
  await shows()
}

async function quoteForAndAgainst(): Promise<void> {
  const { page } = open
  const need = 'Keep my windows where I left them'
  await quoteFirstLine('Windows forget where they were', async () => {
    await keys.tabTo(page.getByRole('combobox'))
    await keys.find(need, /New need/)
    await page.getByRole('link', { name: need }).waitFor()
  })
  await quoteFirstLine('I like a clean start', async () => {
    await keys.choose('This passage', /contradicts/)
    await keys.tabTo(page.getByRole('combobox'))
    await keys.find('Keep my windows', /NEED-1/)
    await page.getByRole('link', { name: need }).waitFor()
  })
  await quoteFirstLine('Layout lost after update', async () => {
    await keys.tabTo(page.getByRole('combobox'))
    await keys.find('An update must not cost the layout', /New insight/)
    await page.getByRole('link', { name: 'An update must not cost the layout' }).waitFor()
  })
}

/** On the page of a record: links it to another, by the words between them. */
async function link(how: RegExp, text: string, other: RegExp): Promise<void> {
  const { page } = open
  await page.getByRole('button', { name: 'Link to another record' }).waitFor()
  await keys.press('l')
  await keys.choose('How', how)
  await keys.tabTo(page.getByRole('combobox', { name: 'Which' }))
  await keys.find(text, other)
  await keys.tabTo(page.getByRole('button', { name: 'Link', exact: true }))
  await keys.press('Enter')
  // the form goes, and the focus is back at the verb that opened it
  await page.locator('button:focus', { hasText: 'Link to another record' }).waitFor()
}

async function putTheInsightBetween(): Promise<void> {
  const { page } = open
  await keys.press('g', 'u')
  await keys.tabTo(page.getByRole('link', { name: 'An update must not cost the layout' }))
  await keys.press('Enter')
  await heading('An update must not cost the layout').waitFor()
  await link(/^supports need/, 'Keep my windows', /NEED-1/)
}

async function aimAndPropose(): Promise<void> {
  await keys.press('g', 's')
  await heading('Objectives').waitFor()
  await keys.press('c')
  await heading('Add objective').waitFor()
  await keys.type('People stay in flow all day')
  await keys.press('Control+Enter')
  await heading('People stay in flow all day').waitFor()
  await propose('Remember the layout across restarts', ['4000', /2, high/, /80/, '4'])
  await link(/^addresses need/, 'Keep my windows', /NEED-1/)
  await link(/^advances objective/, 'People stay', /OBJ-1/)
  await propose('Named layouts to switch between', ['2000', /2, high/, /80/, '2'])
}

type Factors = readonly [string, RegExp, RegExp, string]

async function propose(title: string, factors: Factors): Promise<void> {
  const [reach, impact, confidence, effort] = factors
  const { page } = open
  await keys.press('g', 'i')
  await heading('Ideas').waitFor()
  await keys.press('c')
  await heading('Add idea').waitFor()
  await keys.type(title)
  await keys.tabTo(page.getByRole('textbox', { name: 'Reach', exact: true }))
  await keys.type(reach)
  await keys.choose('Impact', impact)
  await keys.choose('Confidence', confidence)
  await keys.tabTo(page.getByRole('textbox', { name: 'Effort' }))
  await keys.type(effort)
  await keys.press('Control+Enter')
  await heading(title).waitFor()
  await page.getByRole('button', { name: 'Link to another record' }).waitFor()
}

async function rankAndPromote(): Promise<void> {
  const { page } = open
  await keys.press('g', 'k')
  await heading('Two ideas are tied for first').waitFor()
  const first = page.getByRole('row', { name: /Remember the layout/ })
  expect(await first.textContent()).toMatch(/1 tied/)
  expect(await first.textContent()).toMatch(/1,600.*4,000 × 2 × 80 % ÷ 4/)
  await keys.tabTo(first.getByRole('link'))
  await keys.press('x')
  await page.getByRole('button', { name: /^Put on the roadmap/ }).waitFor()
  await keys.press('1')
  await said('On the roadmap, now: Remember the layout across restarts').waitFor()
  await keys.press('g', 'r')
  await heading('What we build, and how sure we are').waitFor()
  await said('1 of 1 item hangs on evidence').waitFor()
}

async function recordTheDecision(): Promise<void> {
  const { page } = open
  await keys.press('j', 'Enter')
  await heading('Remember the layout across restarts').waitFor()
  await keys.tabTo(page.getByRole('button', { name: 'Record a decision' }))
  await keys.press('Enter')
  await page.getByRole('dialog').waitFor()
  await keys.type('We remember the layout and let people switch it off.')
  await keys.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  // the dialog gives the focus back to where it was
  await expect.poll(() => page.locator(':focus').textContent()).toMatch(/Record a decision/)
}

async function askWhy(): Promise<void> {
  const { page } = open
  await keys.press('w')
  await heading('Why is “Remember the layout across restarts” here?').waitFor()
  const text = (await page.locator('main').textContent()) ?? ''
  for (const part of [
    'After a restart my three windows',
    'Every update throws my layout away',
    'An update must not cost the layout',
    'Keep my windows where I left them',
    'We remember the layout and let people switch it off.',
    'People stay in flow all day',
    'Weakest link',
  ])
    expect(text).toContain(part)
  const against = page.locator('figure', { hasText: 'against' })
  expect(await against.textContent()).toContain('Please keep opening empty')
  await page.getByText('2 for, 1 against').or(page.getByText('for, 1 against')).first().waitFor()
}
