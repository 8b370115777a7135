/**
 * The demo of three minutes: five thousand rows dropped in, a need framed with three quotes, a roadmap
 * that shows what hangs in the air, and what stands behind the loudest wish. THROUGHLINE_PICTURES names
 * the folder that the pictures of docs/guide/demo.md go to.
 */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../../src/engine/problem.ts'
import {
  asking,
  openBrowserWorld,
  picturePath,
  stopwatch,
  type BrowserWorld,
} from './browser.world.ts'
import { demoCsv, loud, rowCount, unheard } from './demo-rows.ts'
import { keyboardOf, type Keyboard } from './keyboard.ts'

let open: BrowserWorld
let keys: Keyboard
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-demo-'))
  open = await openBrowserWorld()
  keys = keyboardOf(open.page)
  await theRoadmapTheyHad()
}, 120_000)

afterAll(async () => {
  await open.close()
  rmSync(folder, { recursive: true, force: true })
})

const need = 'Keep the work where there is no signal'
const copy = 'A copy of the sheet on the device'
const loose = 'A booking page in the new colours'

const ask = asking(() => open)
const heading = (name: string | RegExp) => open.page.getByRole('heading', { level: 1, name })

/** Three ideas that a team has put on its roadmap, as they came up; nothing is said of why. */
async function theRoadmapTheyHad(): Promise<void> {
  const aim = await ask('POST', '/objectives', { title: 'Crews are done when they leave the yard' })
  for (const [title, commitment] of [
    [copy, 'now'],
    [loose, 'now'],
    [loud.wish, 'next'],
  ] as const) {
    const idea = await ask('POST', '/ideas', { title })
    if (title === copy)
      await ask('POST', '/commands/link', { from: idea['id'], relation: 'advances', to: aim['id'] })
    await ask('POST', '/commands/promote-idea', { idea: idea['ref'], commitment })
  }
}

test('from five thousand rows to what stands behind the loudest wish', async () => {
  const { page, world } = open
  await page.goto(`${world.instance.url}/w/main/`)
  await heading(/./).waitFor()
  const { told, parts } = stopwatch()
  await dropTheRows()
  told('the rows are in')
  await frameTheNeed()
  told('the need stands on three quotes')
  await hearTheLoudest()
  told('the loudest wish is one voice')
  await lookAtTheRoadmap()
  told('the roadmap shows what hangs in the air')
  await askWhy()
  told('why is answered')
  process.stdout.write(`the demo: ${parts.join(', ')}\n`)
  expect(open.complaints).toEqual([])
}, 400_000)

async function dropTheRows(): Promise<void> {
  const { page } = open
  await keys.press('g', 'm')
  await heading('Bring in a file').waitFor()
  const zone = must(
    (await page.getByText('or drop it here').locator('..').boundingBox()) ?? undefined,
    'a place to drop a file',
  )
  const file = join(folder, 'tracker.csv')
  writeFileSync(file, demoCsv(20_261_128, Date.now()))
  // a file from outside the browser, as a hand drops it
  const hand = await page.context().newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await hand.send('Input.dispatchDragEvent', {
      type,
      x: zone.x + zone.width / 2,
      y: zone.y + zone.height / 2,
      data: { items: [], files: [file], dragOperationsMask: 1 },
    })
  await page.getByRole('button', { name: 'Check every row' }).click()
  const run = page.getByRole('button', { name: `Import ${rowCount.toLocaleString('en')} feedback` })
  await run.waitFor({ timeout: 120_000 })
  await run.scrollIntoViewIfNeeded()
  await picture('rows')
  await run.click()
  await page.getByRole('heading', { name: 'It is in' }).waitFor({ timeout: 120_000 })
  expect((await ask('GET', '/feedback?limit=1&count=exact'))['total']).toBe(rowCount)
}

/** One after the other as they stand in triage, newest first: the first frames the need, the others support it. */
async function frameTheNeed(): Promise<void> {
  const { page } = open
  await keys.press('g', 't')
  for (const [index, [, , title, text]] of unheard.toReversed().entries()) {
    await page.getByRole('main').getByText(title).first().waitFor()
    await page.getByRole('main').getByText(text.slice(0, 20)).first().waitFor()
    await keys.press('ArrowRight')
    if (index === 0) {
      await keys.press('n')
      await page.getByRole('textbox', { name: 'The need, in a sentence of yours' }).waitFor()
      await keys.press('Control+a')
      await keys.type(need)
    } else {
      await keys.press('s')
      await page.getByRole('searchbox').waitFor()
      await keys.type('no signal')
      // Enter takes what is highlighted, and before the answer that is what was typed
      await page.locator('[role=option][data-focused]', { hasText: need }).waitFor()
      if (index === 2) await picture('need')
    }
    await keys.press('Enter')
  }
  const { world } = open
  await expect
    .poll(async () => {
      const why = await world.ask('GET', '/api/v1/why/NEED-1', { as: world.ownerToken })
      return why.body['counts']
    })
    .toMatchObject({ sources: 3, companies: 3 })
  await linked(`needs/NEED-1`, /^is addressed by idea/, 'copy of', copy)
}

/** What one account has said forty-one times is one voice, and asks for one thing. */
async function hearTheLoudest(): Promise<void> {
  const { page } = open
  await keys.press('g', 'f')
  await heading('Feedback').waitFor()
  await keys.press('/')
  await keys.type('wall board')
  await page.getByText(`${loud.times} feedback`).first().waitFor()
  const all = page.getByRole('checkbox', { name: 'Select all rows shown' })
  // the answer to the last letter may come after the count, and takes the marks of the one before along
  await expect
    .poll(async () => {
      if (!(await all.isChecked())) await all.click()
      return page.getByText(`${loud.times} selected`).count()
    })
    .toBeGreaterThan(0)
  // the verb comes a moment after the bar it stands in, and its key with it
  await page.getByRole('button', { name: /^Merge/ }).waitFor()
  await picture('loud')
  await keys.press('m')
  await page.getByRole('button', { name: 'Merge into this one' }).click()
  await page.getByText('1 feedback').first().waitFor()
  const ref = await page
    .locator('tr[data-row]')
    .getByText(/^FB-\d+$/)
    .first()
    .textContent()
  await linked(`feedback/${ref}`, /^asks for idea/, 'wall board', loud.wish)
}

/** Opens a record from the palette and links it to another. */
async function linked(path: string, how: RegExp, words: string, other: string): Promise<void> {
  const { page } = open
  const ref = path.split('/')[1] ?? ''
  await keys.press('Control+k')
  await page.getByRole('dialog', { name: 'Find or do' }).waitFor()
  await keys.find(ref, new RegExp(`${ref}$`))
  await page.waitForURL(new RegExp(`${path}$`))
  await page.getByRole('button', { name: 'Link to another record' }).waitFor()
  await keys.press('l')
  await keys.choose('How', how)
  await keys.tabTo(page.getByRole('combobox', { name: 'Which' }))
  await keys.find(words, new RegExp(other))
  await page.getByRole('button', { name: 'Link', exact: true }).click()
  await page.getByRole('link', { name: other }).waitFor()
}

async function lookAtTheRoadmap(): Promise<void> {
  const { page } = open
  await keys.press('g', 'r')
  await page.getByText('2 of 3 items hang on evidence').waitFor()
  const item = page.locator('[data-item]', { hasText: loose })
  expect(await item.textContent()).toContain('hangs in the air')
  expect(await page.locator('[data-item]', { hasText: copy }).textContent()).not.toContain('air')
  await picture('roadmap')
  // what hangs in the air is named beside the page, and leads to its why
  await page.getByRole('link', { name: loose }).first().click()
  await heading(`Why is “${loose}” here?`).waitFor()
  await page.getByText('Nothing that somebody said stands behind it.').first().waitFor()
}

async function askWhy(): Promise<void> {
  const { page } = open
  await keys.press('g', 'r')
  await page.getByRole('heading', { level: 3, name: loud.wish }).getByRole('link').click()
  await heading(loud.wish).waitFor()
  await keys.press('w')
  await heading(`Why is “${loud.wish}” here?`).waitFor()
  const why = (await ask('GET', '/why/RM-3')) as { counts?: object; newest?: string }
  expect(why.counts).toMatchObject({ sources: 1, companies: 1, contradicting: 0 })
  const months = (Date.now() - Date.parse(must(why.newest))) / 86_400_000 / 30.44
  expect(Math.round(months)).toBe(14)
  const text = page.getByRole('main')
  for (const says of [
    'All that supports it comes from one source.',
    'Nothing newer than a year supports it.',
    'from 1 company',
    loud.company,
  ])
    await text.getByText(says).first().waitFor()
  await picture('why')
}

/** As the page stands, by day and by night. */
async function picture(name: string): Promise<void> {
  const { page } = open
  for (const scheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    const file = `demo-${name}${scheme === 'dark' ? '-dark' : ''}`
    await page.screenshot({ path: picturePath(file) })
  }
  const guide = process.env['THROUGHLINE_PICTURES']
  if (guide !== undefined && inTheGuide.has(name))
    copyFileSync(picturePath(`demo-${name}`), join(guide, `demo-${name}.png`))
}

const inTheGuide = new Set(['need', 'roadmap', 'why'])
