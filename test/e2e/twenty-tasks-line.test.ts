/** The commonest tasks of a day by keyboard alone, the second half: along the line, from a quote to its why. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { deskFor, type Desk } from './tasks.world.ts'

const desk = deskFor('twenty-tasks-line', async ({ ask }) => {
  await ask('POST', '/feedback', {
    title: 'Sheet gone in the cellar',
    text: 'No signal below, and my notes are gone.',
  })
  await ask('POST', '/feedback', {
    title: 'Paper is enough',
    text: 'I write on paper and like it that way.',
  })
  for (const title of ['Keep the sheet where there is no signal', 'Get through a visit in peace'])
    await ask('POST', '/needs', { title })
  const scored = { impact: 1, confidence: 100, effort: 1 }
  await ask('POST', '/ideas', { title: 'A copy of the sheet on the device', reach: 100, ...scored })
  await ask('POST', '/ideas', { title: 'Larger print', reach: 500, ...scored })
})

/** On the page of a feedback: its first words are a passage that shows something of a need. */
async function quoteFor(at: Desk, title: string, how: RegExp): Promise<void> {
  const { page, keys, heading } = at
  await keys.press('g', 'f')
  await keys.tabTo(page.getByRole('link', { name: title }))
  await keys.press('Enter')
  await heading(title).waitFor()
  await page.getByRole('textbox', { name: 'In their own words' }).waitFor()
  await keys.press('q')
  for (let count = 0; count < 3; count++) await keys.press('Control+Shift+ArrowRight')
  await keys.press('q')
  await page.locator('button:focus', { hasText: 'supports' }).waitFor()
  if (!how.test('supports')) await keys.choose('This passage', how)
  await keys.tabTo(page.getByRole('combobox'))
  await keys.find('Keep the sheet', /NEED-1/)
  await page.getByRole('link', { name: 'Keep the sheet where there is no signal' }).waitFor()
}

test('11 quote a passage for a need, and one against it', async () => {
  await quoteFor(desk(), 'Sheet gone in the cellar', /supports/)
  await quoteFor(desk(), 'Paper is enough', /contradicts/)
  const { id } = await desk().ask('GET', '/needs/NEED-1')
  const links = await desk().rows(`/links?filter[toId]=${String(id)}`)
  expect(new Set(links.map((one) => one['relation']))).toEqual(new Set(['contradicts', 'supports']))
})

// a hundred of them, with every sort of verdict, are in triage.test.ts
test('12 sort what waits, and frame a need in one stroke', async () => {
  const { page, keys, ask, rows } = desk()
  for (const text of ['The lift was out again.', 'Which sizes are there?', 'I like the new map.'])
    await ask('POST', '/feedback', { text })
  const shown = (text: string) => page.locator('main').getByText(text).first().waitFor()
  await keys.press('g', 't')
  await shown('I like the new map.')
  await keys.press('3')
  await shown('Which sizes are there?')
  await keys.press('4')
  await shown('The lift was out again.')
  await keys.press('n')
  await page.getByRole('textbox', { name: 'The need, in a sentence of yours' }).waitFor()
  await keys.type('Know before the visit whether the lift works')
  await keys.press('Enter')
  await expect
    .poll(async () => (await rows('/needs?q=lift')).map((one) => one['title']))
    .toEqual(['Know before the visit whether the lift works'])
  await expect.poll(() => rows('/feedback?filter[kind]=praise,question')).toHaveLength(2)
})

test('13 put a need under another', async () => {
  const { page, keys, heading, ask } = desk()
  await keys.press('g', 'n')
  await heading('Needs').waitFor()
  await keys.tabTo(page.getByRole('link', { name: 'As a tree' }))
  await keys.press('Enter')
  const need = page.getByRole('row', { name: /Get through a visit/ })
  await need.waitFor()
  await keys.tabTo(page.locator('[role=row][tabindex="0"]'))
  for (let count = 0; count < 3 && !(await need.evaluate((one) => one.matches(':focus'))); count++)
    await keys.press('ArrowDown')
  await keys.press('Shift+ArrowRight')
  await page.locator('[role=row][aria-level="2"]:focus').waitFor()
  await expect.poll(async () => (await ask('GET', '/needs/NEED-2'))['parentId']).not.toBeNull()
})

test('14 let an idea address a need', async () => {
  const { page, keys, heading, row, rows } = desk()
  await keys.press('g', 'i')
  await row(/A copy of the sheet/).waitFor()
  await keys.tabTo(page.getByRole('link', { name: 'A copy of the sheet on the device' }))
  await keys.press('Enter')
  await heading('A copy of the sheet on the device').waitFor()
  await page.getByRole('button', { name: 'Link to another record' }).waitFor()
  await keys.press('l')
  await keys.choose('How', /^addresses need/)
  await keys.tabTo(page.getByRole('combobox', { name: 'Which' }))
  await keys.find('Keep the sheet', /NEED-1/)
  await keys.tabTo(page.getByRole('button', { name: 'Link', exact: true }))
  await keys.press('Enter')
  await page.locator('button:focus', { hasText: 'Link to another record' }).waitFor()
  expect(await rows('/links?filter[relation]=addresses')).toHaveLength(1)
})

test('15 change a factor where ideas are ranked', async () => {
  const { keys, heading, row, ask } = desk()
  await keys.press('g', 'k')
  await heading('“Larger print” leads').waitFor()
  const idea = row(/A copy of the sheet/)
  await keys.tabTo(idea.getByRole('button', { name: /100/ }).first())
  await keys.press('Enter')
  await keys.tabTo(idea.getByRole('textbox', { name: 'Reach' }))
  await keys.press('Control+a')
  await keys.type('900')
  await keys.press('Enter')
  await heading('“A copy of the sheet on the device” leads').waitFor()
  await expect.poll(async () => (await ask('GET', '/ideas/IDEA-1'))['reach']).toBe(900)
})

test('16 put an idea on the roadmap and move it', async () => {
  const { page, keys, heading, row, ask } = desk()
  await keys.press('g', 'k')
  await keys.tabTo(row(/A copy of the sheet/).getByRole('link'))
  await keys.press('x')
  await page.getByRole('button', { name: /^Put on the roadmap/ }).waitFor()
  await keys.press('1')
  await page.getByText('On the roadmap, now: A copy of the sheet on the device').waitFor()
  await keys.press('g', 'r')
  await heading('What we build, and how sure we are').waitFor()
  const at = async () => (await ask('GET', '/roadmap-items/RM-1'))['commitment']
  expect(await at()).toBe('now')
  await page.locator('[data-step] a').first().waitFor()
  await keys.press('j', '3')
  const why = page.getByRole('textbox', { name: /^Why does it move/ })
  await why.waitFor()
  await keys.type('The network of the barns comes first.')
  await keys.press('Enter')
  await expect.poll(at).toBe('later')
  await page.locator('a:focus', { hasText: 'A copy of the sheet' }).waitFor()
  await keys.press('2')
  await why.waitFor()
  await keys.press('Enter')
  await expect.poll(at).toBe('next')
})

test('17 record a decision', async () => {
  const { page, keys, heading, rows } = desk()
  await page.locator('a:focus', { hasText: 'A copy of the sheet' }).waitFor()
  await keys.press('Enter')
  await heading('A copy of the sheet on the device').waitFor()
  await keys.tabTo(page.getByRole('button', { name: 'Record a decision' }))
  await keys.press('Enter')
  await page.getByRole('dialog').waitFor()
  await keys.type('We keep the sheet on the device.')
  await keys.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect
    .poll(() => rows('/decisions'))
    .toContainEqual(expect.objectContaining({ sentence: 'We keep the sheet on the device.' }))
})

test('18 ask why, down to the sentence', async () => {
  const { page, keys, heading, ask } = desk()
  await keys.press('w')
  await heading(/^Why is “A copy of the sheet/).waitFor()
  await page.getByText('Weakest link').first().waitFor()
  const why = (await ask('GET', '/why/RM-1')) as { readonly counts?: object }
  expect(why.counts).toMatchObject({ supporting: 1, contradicting: 1 })
  await keys.tabTo(page.locator('main figure').getByRole('link', { name: 'FB-1' }).first())
  await keys.press('Enter')
  await heading('Sheet gone in the cellar').waitFor()
})

test('19 bring a file in and take it back', async () => {
  const { page, keys, heading, ask } = desk()
  const folder = mkdtempSync(join(tmpdir(), 'throughline-tasks-'))
  const path = join(folder, 'reviews.csv')
  writeFileSync(path, 'id,body\r\n1,Too slow on Mondays\r\n2,Lovely map\r\n')
  const all = async () => Number((await ask('GET', '/feedback?limit=1&count=exact'))['total'])
  const before = await all()
  await keys.press('g', 'm')
  await heading('Bring in a file').waitFor()
  await keys.tabTo(page.getByRole('button', { name: 'Choose a file' }))
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), keys.press('Enter')])
  await chooser.setFiles(path)
  await keys.tabTo(page.getByRole('button', { name: 'Check every row' }))
  await keys.press('Enter')
  await keys.tabTo(page.getByRole('button', { name: 'Import 2 feedback' }))
  await keys.press('Enter')
  await page.getByRole('heading', { name: 'It is in' }).waitFor()
  expect(await all()).toBe(before + 2)
  await keys.tabTo(page.getByRole('button', { name: 'Undo all of it' }))
  await keys.press('Enter')
  await page.getByRole('heading', { name: 'All of it was taken back' }).waitFor()
  expect(await all()).toBe(before)
  rmSync(folder, { recursive: true, force: true })
})

test('20 look at what a need was, and put it back', async () => {
  const { page, keys, heading, ask } = desk()
  const title = async () => (await ask('GET', '/needs/NEED-1'))['title']
  const was = await title()
  for (const next of ['Keep the sheet', 'Keep it'])
    await ask('PATCH', '/needs/NEED-1', { title: next })
  await keys.press('Control+k')
  await page.getByRole('dialog', { name: 'Find or do' }).waitFor()
  await keys.find('NEED-1', /NEED-1/)
  await heading('Keep it').waitFor()
  await page.getByText('title: Keep the sheet → Keep it').waitFor()
  await keys.tabTo(page.getByRole('button', { name: /^Put back as it was/ }).last())
  await keys.press('Enter')
  await heading(String(was)).waitFor()
  await expect.poll(title).toBe(was)
})
