/** Lists and boards by hand: written in where they stand, grouped, selected, kept, however long they are. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../../src/engine/problem.ts'
import { openBrowserWorld, type BrowserWorld } from './browser.world.ts'
import { enter, ownerOf } from './enter.ts'
import { keyboardOf, type Keyboard } from './keyboard.ts'

let open: BrowserWorld
let page: Page
let keys: Keyboard

beforeAll(async () => {
  open = await openBrowserWorld()
  page = open.page
  keys = keyboardOf(page)
  for (const [title, state] of [
    ['Remember the layout', 'open'],
    ['Named layouts', 'open'],
    ['A tour of what is new', 'chosen'],
    ['Fewer dialogs', 'open'],
  ] as const)
    await make('ideas', { title, state, effort: 2 })
})

afterAll(() => open.close())

const row = (name: string | RegExp, where: Page = page): Locator => where.getByRole('row', { name })
const titles = (): Promise<readonly string[]> =>
  page.locator('tr[data-row] [data-open]').allTextContents()
const focused = (): Promise<string> =>
  page.evaluate<string>('document.activeElement?.textContent ?? ""')
const atEnd = async (): Promise<string> => {
  await keys.press('End')
  return focused()
}

test('a cell is written in with Enter, Tab goes on to the next, and Esc leaves it as it was', async () => {
  await go('ideas?sort=createdAt&cols=ref,title,effort,state')
  await row(/Remember the layout/).waitFor()
  await keys.press('j')
  await page.locator('a:focus', { hasText: 'Remember the layout' }).waitFor()
  await keys.press('F2')
  const title = page.getByRole('textbox', { name: 'Title' })
  await title.waitFor()
  await title.fill('Remember every layout')
  await keys.press('Tab')
  const effort = page.getByRole('textbox', { name: 'Effort' })
  await effort.waitFor()
  await row(/Remember/).waitFor()
  await effort.fill('3')
  await keys.press('Enter')
  await page.locator('td:focus[data-col=effort]', { hasText: '3' }).waitFor()
  await expect
    .poll(() => read('ideas/IDEA-1'))
    .toMatchObject({
      title: 'Remember every layout',
      effort: 3,
    })
  await keys.press('ArrowLeft')
  await page.locator('a:focus', { hasText: 'Remember every layout' }).waitFor()
  await keys.press('F2')
  await title.fill('Something else')
  await keys.press('Escape')
  await page.locator('a:focus', { hasText: 'Remember every layout' }).waitFor()
})

test('what is refused is said at the cell, and what was typed is kept', async () => {
  await go('ideas?sort=createdAt&cols=ref,title,effort,state')
  await row(/Named layouts/).waitFor()
  await row(/Named layouts/)
    .locator('td[data-col=effort]')
    .dblclick()
  const effort = page.getByRole('textbox', { name: 'Effort' })
  await effort.fill('1.5')
  await keys.press('Enter')
  await row(/Named layouts/)
    .getByText('whole number')
    .waitFor()
  expect(await effort.inputValue()).toBe('1.5')
  await effort.fill('4')
  await keys.press('Enter')
  await expect.poll(() => read('ideas/IDEA-2')).toMatchObject({ effort: 4 })
  await expect.poll(() => page.getByText('whole number').count()).toBe(0)
})

test('a choice opens in its cell and is settled by choosing', async () => {
  await go('ideas?sort=createdAt&cols=ref,title,state')
  await row(/Fewer dialogs/)
    .locator('td[data-col=state]')
    .dblclick()
  await page.getByRole('option', { name: 'Withdrawn' }).click()
  await row(/Fewer dialogs.*Withdrawn/).waitFor()
  await expect.poll(() => read('ideas/IDEA-4')).toMatchObject({ state: 'withdrawn' })
  await keys.press('Control+z')
  await row(/Fewer dialogs.*Open/).waitFor()
})

test('rows are grouped with how many there are of each, and a group folds', async () => {
  await go('ideas')
  await page.getByRole('button', { name: 'Group them' }).click()
  await keys.choose('Group', /^State$/)
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('rowheader', { name: /Open.*3 ideas/ }).waitFor()
  expect(page.url()).toMatch(/\?group=state$/)
  await page.getByRole('button', { name: 'Rows of Open' }).click()
  await expect.poll(titles).toEqual(['A tour of what is new'])
  await page.reload()
  await page.getByRole('rowheader', { name: /Chosen.*1 idea/ }).waitFor()
})

test('columns are chosen and put in order, and the address says which', async () => {
  await go('ideas')
  await page.getByRole('button', { name: /columns$/ }).click()
  await page.getByRole('button', { name: 'Add Effort' }).click()
  await page.getByRole('button', { name: 'Take away: Line' }).click()
  await page.getByRole('button', { name: 'Move Effort up' }).click()
  await page.getByRole('button', { name: 'Done' }).click()
  const heads = (): Promise<readonly string[]> =>
    page
      .getByRole('columnheader')
      .allTextContents()
      .then((all) => all.filter((one) => one !== ''))
  await expect.poll(async () => (await heads()).includes('effort')).toBe(true)
  expect((await heads()).includes('line')).toBe(false)
  const before = await heads()
  expect(page.url()).toContain('cols=ref,title,')
  await page.reload()
  await page.getByRole('columnheader', { name: 'effort' }).waitFor()
  expect(await heads()).toEqual(before)
  const link = page.getByRole('link', { name: 'CSV' })
  const file = await open.world.ask('GET', must((await link.getAttribute('href')) ?? undefined), {
    as: open.world.ownerToken,
  })
  expect(file.text.split('\n')[0]).toContain('effort')
  expect(file.text.split('\n')[0]).not.toContain('stations')
})

test('rows are selected by keys, a field of all is set in one stroke, and one undo takes it back', async () => {
  await go('ideas?sort=createdAt')
  await row(/Remember/).waitFor()
  await keys.press('j', 'x', 'j', 'j', 'Shift+X')
  await page.getByText('3 selected').waitFor()
  await page.getByRole('button', { name: 'Set a field' }).click()
  await page.getByRole('dialog').waitFor()
  await keys.choose('Field', /^State$/)
  await keys.choose('State', /^Chosen$/)
  await page.getByRole('button', { name: 'Set 3' }).click()
  await page.getByText('State of 3 ideas set').waitFor()
  const states = async () =>
    (await Promise.all(['1', '2', '3', '4'].map((at) => read(`ideas/IDEA-${at}`)))).map(
      (one) => one['state'],
    )
  await expect.poll(states).toEqual(['chosen', 'chosen', 'chosen', 'open'])
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect.poll(states).toEqual(['open', 'open', 'chosen', 'open'])
})

test('those that could not be set are named, and the rest is set', async () => {
  await go('ideas?sort=createdAt&cols=ref,title,effort')
  await row(/Remember/).waitFor()
  await keys.press('j', 'x', 'j', 'x')
  await page.getByRole('button', { name: 'Set a field' }).click()
  await page.getByRole('button', { name: / Field$/ }).click()
  await page.getByRole('option', { name: 'Effort' }).click()
  await page.getByRole('textbox', { name: 'Effort' }).fill('7')
  await keys.press('Tab')
  // what is not there cannot be set, and the page could not know
  await page.route('**/commands/set-ideas', async (route) => {
    const json = JSON.parse(route.request().postData() ?? '{}') as { ids: string[] }
    await route.continue({ postData: JSON.stringify({ ...json, ids: [...json.ids, 'IDEA-999'] }) })
  })
  await page.getByRole('button', { name: 'Set 2' }).click()
  await page.getByText('These stayed as they were').waitFor()
  await page.getByText('There is no idea IDEA-999 that you may see.').waitFor()
  await page.unroute('**/commands/set-ideas')
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await expect.poll(() => read('ideas/IDEA-1')).toMatchObject({ effort: 7 })
})

test('a view is saved for oneself, and shared it is there for the others', async () => {
  const other = await enter(open, 'Another one', 'viewer')
  await go('ideas?f.state=open&group=state')
  await row(/Remember/).waitFor()
  await page.getByRole('button', { name: 'Save this view' }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('What is open')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'What is open' }).waitFor()
  await expect.poll(() => page.url()).toContain('view=VIEW-1')
  const mine = page.getByRole('navigation', { name: 'Saved views' })
  await mine.getByRole('link', { name: /What is open/ }).waitFor()

  await other.goto(address('ideas'))
  await row(/Remember/, other).waitFor()
  const theirs = other.getByRole('navigation', { name: 'Saved views' })
  expect(await theirs.count()).toBe(0)

  await page.getByRole('button', { name: /^This view/ }).click()
  await page.getByRole('menuitem', { name: 'Share with the workspace' }).click()
  await theirs.getByRole('link', { name: 'What is open' }).click()
  await other.getByRole('heading', { level: 1, name: 'What is open' }).waitFor()
  await other.getByText(/view saved by/).waitFor()
  expect(other.url()).toContain('f.state=open')
  expect(await other.getByRole('button', { name: /^This view/ }).count()).toBe(0)

  await page.getByRole('button', { name: /^This view/ }).click()
  await page.getByRole('menuitem', { name: 'Make it yours alone' }).click()
  await expect.poll(() => theirs.count()).toBe(0)
  await other.context().close()
})

test('ten thousand ideas are one list: a window of it is drawn, and the keys come to its end and back', async () => {
  const { store } = open.world.instance
  const owner = await ownerOf(open)
  const rows = Array.from({ length: 10_000 }, (_, at) => ({
    title: `Idea number ${String(at).padStart(5, '0')}`,
    reach: at,
    impact: 1,
    confidence: 100,
    effort: 1,
  }))
  for (let at = 0; at < rows.length; at += 64)
    await Promise.all(rows.slice(at, at + 64).map((one) => store.apply(owner, 'create-idea', one)))
  await go('ideas?sort=-score')
  await row(/Idea number 09999/).waitFor()
  const grid = page.getByRole('grid')
  await expect
    .poll(async () => Number(await grid.getAttribute('aria-rowcount')))
    .toBeGreaterThan(10_000)
  expect(await page.locator('tr[data-row]').count()).toBeLessThan(120)
  await keys.press('j')
  await page.locator('a:focus', { hasText: 'Idea number 09999' }).waitFor()
  // scrolled far away, the row with the focus is still there, and the keys go on from it
  await page.evaluate('scrollTo(0, 200000)')
  await expect.poll(titles).not.toContain('Idea number 09990')
  expect(await focused()).toBe('Idea number 09999')
  await keys.press('j')
  await page.locator('a:focus', { hasText: 'Idea number 09998' }).waitFor()
  // until all of it is at hand, the end is that of the first page
  await expect.poll(atEnd).toMatch(/^(?!Idea number)/)
  expect(await page.locator('tr[data-row]').count()).toBeLessThan(120)
  await keys.press('k')
  await keys.press('Home')
  await page.locator('a:focus', { hasText: 'Idea number 09999' }).waitFor()
  expect(await row(/Idea number 09999/).getAttribute('aria-rowindex')).toBe('2')
  await page.getByRole('checkbox', { name: 'Select all rows shown' }).check()
  await page.getByText(/10,00\d selected/).waitFor()
  // a browser also says of itself what was refused on purpose
  expect(open.complaints.filter((one) => !one.includes('422'))).toEqual([])
}, 180_000)

test('what was removed is found in the trash, comes back as it was, and leaves the trash', async () => {
  const id = await make('ideas', { title: 'Out and back', effort: 3 })
  const was = await read(`ideas/${id}`)
  await open.world.ask('DELETE', `/api/v1/ideas/${id}`, { as: open.world.ownerToken })
  await go('ideas')
  await page.getByRole('heading', { level: 1, name: 'Ideas' }).waitFor()
  await keys.press('Control+k')
  await page.getByRole('dialog', { name: 'Find or do' }).waitFor()
  await keys.find('Trash', /^Trash/)
  await page.getByRole('heading', { level: 1, name: 'Trash' }).waitFor()
  await row(/Out and back/).waitFor()
  await keys.tabTo(page.getByRole('button', { name: `Restore ${String(was['ref'])}` }))
  await keys.press('Enter')
  await row(/Out and back/).waitFor({ state: 'detached' })
  expect(await read(`ideas/${id}`)).toMatchObject({
    title: 'Out and back',
    effort: 3,
    removedAt: null,
  })
})

const address = (path: string): string => `${open.world.instance.url}/w/main/${path}`
const go = (path: string) => page.goto(address(path))

async function make(plural: string, json: Readonly<Record<string, unknown>>): Promise<string> {
  const { world } = open
  const told = await world.ask('POST', `/api/v1/${plural}`, { as: world.ownerToken, json })
  expect(told.status, told.text).toBeLessThan(300)
  return must(told.body['id'] as string | undefined, 'an id')
}

async function read(path: string): Promise<Readonly<Record<string, unknown>>> {
  const { world } = open
  return (await world.ask('GET', `/api/v1/${path}`, { as: world.ownerToken })).body
}
