/** The commonest tasks of a day by keyboard alone, the first half: finding, reading and keeping lists in order. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { must } from '../../src/engine/problem.ts'
import { deskFor } from './tasks.world.ts'

const desk = deskFor('twenty-tasks-lists', async ({ ask }) => {
  const company = await ask('POST', '/companies', { name: 'Holm Lifts' })
  await ask('POST', '/companies', { name: 'Ardent Glass' })
  const said = (title: string, text: string, kind: string, day: string) =>
    ask('POST', '/feedback', {
      title,
      text,
      kind,
      occurredAt: `2026-${day}T09:00:00Z`,
      companyId: company['id'],
    })
  await said('Sheet gone in the cellar', 'No signal below, and my notes are gone.', 'bug', '03-02')
  await said('Signal lost at the quarry', 'Without a signal the map stays grey.', 'bug', '01-14')
  await said('A signal for the office', 'Tell the office when I am done.', 'request', '02-20')
  await said('Too many dialogs', 'Each photo asks me three times.', 'bug', '04-01')
  await said('Print is too small', 'I cannot read the printed sheet.', 'bug', '04-03')
  await said('Print is too small', 'I cannot read the sheet when it is printed.', 'bug', '04-04')
  await ask('POST', '/needs', { title: 'Keep the sheet where there is no signal' })
  await ask('POST', '/needs', { title: 'Know who comes, and when' })
  for (const [title, state] of [
    ['A copy of the sheet on the device', 'open'],
    ['Larger print', 'chosen'],
    ['One dialog for all photos', 'open'],
  ])
    await ask('POST', '/ideas', { title, state, effort: 2 })
})

test('1 sign in by a link, and look up the keys', async () => {
  const { open, page, keys, ask, heading } = desk()
  await page.goto('about:blank')
  await open.context.clearCookies()
  await page.goto(String((await ask('POST', '/sign-in-links', {}))['url']))
  await page.waitForURL(/\/w\/main/)
  await heading(/./).waitFor()
  const me = await open.context.request.get(`${open.world.instance.url}/api/v1/me`)
  expect(await me.json()).toMatchObject({ actor: { role: 'owner' } })
  await keys.press('?')
  const help = page.getByRole('dialog', { name: 'Keys' })
  await help.waitFor()
  const named = await help.locator('kbd').allTextContents()
  for (const key of ['Ctrl K', '/', 'C', 'X', 'M', 'L', 'Q', 'W', 'F2', '1, 2, 3', 'Ctrl Shift Z'])
    expect(named).toContain(key)
  await keys.press('Escape')
  await help.waitFor({ state: 'detached' })
  await keys.press('g', 'f')
  await heading('Feedback').waitFor()
})

test('2 add feedback that a company gave', async () => {
  const { page, keys, heading, rows } = desk()
  await keys.press('c')
  await heading('Add feedback').waitFor()
  await keys.type('The lift does not say that it is out')
  await keys.press('Tab')
  await keys.type('I carried the boiler up six floors.')
  await keys.choose('Kind', /^Request$/)
  await keys.tabTo(page.getByRole('combobox', { name: 'Company' }))
  await keys.find('Ardent', /Ardent Glass/)
  await keys.press('Control+Enter')
  await heading('The lift does not say that it is out').waitFor()
  const [company] = await rows('/companies?q=Ardent')
  const [made] = await rows('/feedback?q=boiler')
  expect(made).toMatchObject({ kind: 'request', companyId: company?.['id'] })
})

test('3 find a record by its ref, and dim the page', async () => {
  const { page, keys, heading, ask } = desk()
  await keys.press('Control+k')
  await page.getByRole('dialog', { name: 'Find or do' }).waitFor()
  await keys.find('NEED-2', /Know who comes/)
  await heading(String((await ask('GET', '/needs/NEED-2'))['title'])).waitFor()
  for (const theme of ['dark', 'light']) {
    await keys.press('Control+k')
    await page.getByRole('dialog', { name: 'Find or do' }).waitFor()
    await keys.find(`Theme: ${theme}`, new RegExp(`Theme: ${theme}`))
    await expect
      .poll(() => page.evaluate<string>('document.documentElement.dataset.theme'))
      .toBe(theme)
  }
})

test('4 search a list, narrow it and put it in order', async () => {
  const { page, keys, row, rows } = desk()
  await keys.press('g', 'f')
  await row(/Too many dialogs/).waitFor()
  await keys.press('/')
  await keys.type('signal')
  await row(/Too many dialogs/).waitFor({ state: 'detached' })
  await keys.tabTo(page.getByRole('button', { name: 'Add a condition' }))
  await keys.press('Enter')
  await page.getByRole('dialog', { name: 'Which ones?' }).waitFor()
  await keys.choose('Field', /^Kind$/)
  await keys.choose('Kind', /^Bug$/)
  await keys.tabTo(page.getByRole('button', { name: 'Show these' }))
  await keys.press('Enter')
  await row(/A signal for the office/).waitFor({ state: 'detached' })
  await keys.tabTo(page.getByRole('button', { name: /how well they fit/ }))
  await keys.press('Enter')
  await page.getByRole('dialog', { name: 'In which order?' }).waitFor()
  await keys.choose('Sorted by', /^Said at, oldest first$/)
  await keys.press('Escape')
  const titles = (await rows('/feedback?q=signal&filter[kind]=bug&sort=occurredAt')).map(
    (one) => one['title'],
  )
  expect(titles).toEqual(['Signal lost at the quarry', 'Sheet gone in the cellar'])
  await expect
    .poll(() => page.locator('tr[data-row] [data-open]').allTextContents())
    .toEqual(titles)
})

test('5 group a list and keep it as a view', async () => {
  const { page, keys, heading, row, rows } = desk()
  await keys.press('g', 'i')
  await row(/Larger print/).waitFor()
  await keys.tabTo(page.getByRole('button', { name: 'Group them' }))
  await keys.press('Enter')
  await keys.choose('Group', /^State$/)
  await keys.tabTo(page.getByRole('button', { name: 'Done' }))
  await keys.press('Enter')
  await page.getByRole('rowheader', { name: /Open.*2 ideas/ }).waitFor()
  await keys.tabTo(page.getByRole('button', { name: 'Save this view' }))
  await keys.press('Enter')
  await page.getByRole('textbox', { name: 'Title' }).waitFor()
  await keys.type('By state')
  await keys.press('Enter')
  await heading('By state').waitFor()
  await expect
    .poll(() => rows('/saved-views'))
    .toMatchObject([{ title: 'By state', search: 'group=state' }])
})

test('6 open one row after the other', async () => {
  const { page, keys, heading, row, rows } = desk()
  await keys.press('g', 'f')
  await row(/Too many dialogs/).waitFor()
  const [first, second] = (await rows('/feedback?limit=2')).map(({ title }) => String(title))
  await keys.press('j', 'Enter')
  await heading(first ?? '').waitFor()
  // the key for back is the browser's own, and a browser without a window has none
  await page.goBack()
  await row(/Too many dialogs/).waitFor()
  // one goes on where one was
  await page.locator('a:focus', { hasText: first ?? '' }).waitFor()
  await keys.press('j', 'Enter')
  await heading(second ?? '').waitFor()
  expect(await page.title()).toContain(second)
})

test('7 write in a cell of a list', async () => {
  const { page, keys, row, ask } = desk()
  await keys.press('g', 'i')
  await row(/Larger print/).waitFor()
  await keys.press('j')
  const idea = page.locator('a:focus')
  const ref = must(/IDEA-\d+/.exec((await idea.getAttribute('href')) ?? '')?.[0])
  await keys.press('F2')
  await page.locator('[data-row] input:focus').waitFor()
  await keys.press('Control+a')
  await keys.type('One dialog for every photo')
  await keys.press('Enter')
  await page.locator('a:focus', { hasText: 'One dialog for every photo' }).waitFor()
  await expect
    .poll(async () => (await ask('GET', `/ideas/${ref}`))['title'])
    .toBe('One dialog for every photo')
})

test('8 set a field of several at once', async () => {
  const { page, keys, row, rows } = desk()
  await row(/Larger print/).waitFor()
  await keys.press('x', 'j', 'x')
  await page.getByText('2 selected').waitFor()
  await keys.verb(/^Set a field/)
  await page.getByRole('dialog').waitFor()
  await keys.choose('Field', /^State$/)
  await keys.choose('State', /^Withdrawn$/)
  await keys.tabTo(page.getByRole('button', { name: 'Set 2' }))
  await keys.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect.poll(() => rows('/ideas?filter[state]=withdrawn')).toHaveLength(2)
  await keys.press('Escape')
})

test('9 merge two of the same, take it back, do it again', async () => {
  const { page, keys, row, ask } = desk()
  const folded = async () => (await ask('GET', '/feedback?state=folded&count=exact'))['total']
  await keys.press('g', 'f')
  await row(/Too many dialogs/).waitFor()
  await keys.press('/')
  await keys.type('print small')
  await row(/Too many dialogs/).waitFor({ state: 'detached' })
  await keys.press('Tab', 'Tab', 'j', 'x', 'j', 'x')
  await page.getByRole('button', { name: /^Merge/ }).waitFor()
  await keys.press('m')
  await keys.tabTo(page.getByRole('button', { name: 'Merge into this one' }))
  await keys.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect.poll(folded).toBe(1)
  await expect.poll(() => row(/Print is too small/).count()).toBe(1)
  await keys.press('Control+z')
  await expect.poll(folded).toBe(0)
  await expect.poll(() => row(/Print is too small/).count()).toBe(2)
  await keys.press('Control+Shift+z')
  await expect.poll(folded).toBe(1)
  await expect.poll(() => row(/Print is too small/).count()).toBe(1)
})

test('10 take out what one sees as a file', async () => {
  const { page, keys, rows } = desk()
  await keys.tabTo(page.getByRole('link', { name: 'CSV' }))
  const [download] = await Promise.all([page.waitForEvent('download'), keys.press('Enter')])
  const lines = readFileSync(await download.path(), 'utf8')
    .trim()
    .split(/\r?\n/)
  expect(download.suggestedFilename()).toBe('feedback.csv')
  expect(lines).toHaveLength(1 + (await rows('/feedback?q=print small')).length)
  expect(lines[1]).toContain('Print is too small')
})
