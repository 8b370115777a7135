/** The tree of needs is walked, folded and changed by keyboard alone, and each need says what stands behind it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../../src/engine/problem.ts'
import { openBrowserWorld, type BrowserWorld } from './browser.world.ts'

let open: BrowserWorld
const ids: Record<string, string> = {}

beforeAll(async () => {
  open = await openBrowserWorld()
  for (const title of ['Arrange windows', 'Keep them where I left them', 'Nobody asked for this'])
    ids[title] = await make('needs', { title })
  for (const text of ['They jump after a restart.', 'Mine open on top of each other.']) {
    const feedbackId = await make('feedback', { text, source: 'mail', originId: text })
    const quote = await make('quotes', { feedbackId, start: 0, end: 9 })
    await link(quote, 'supports', 'Arrange windows')
    if (text.startsWith('They')) await link(quote, 'supports', 'Keep them where I left them')
  }
})

afterAll(() => open.close())

const row = (title: string) =>
  open.page.getByRole('row').filter({ has: open.page.getByRole('link', { name: title }) })

test('every need says how many independent sources stand behind it, and where it is thin', async () => {
  const { page, world } = open
  await page.goto(`${world.instance.url}/w/main/need-tree`)
  await row('Arrange windows').getByText('2 sources').waitFor()
  await row('Keep them where I left them').getByText('thin: one source').waitFor()
  await row('Nobody asked for this').getByText('thin: nothing said').waitFor()
  expect(await row('Arrange windows').getByText('thin').count()).toBe(0)
})

test('Shift and an arrow take a need in and out again, the others fold, and it is kept', async () => {
  const { page } = open
  await page.getByRole('link', { name: 'A tree' }).focus()
  await page.keyboard.press('Shift+Tab')
  await row('Arrange windows').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(() => row('Keep them where I left them').getAttribute('aria-level')).toBe('2')
  await page.getByText('Moved under “Arrange windows”: Keep them where I left them').waitFor()
  expect(await parentOf('Keep them where I left them')).toBe(ids['Arrange windows'])
  // the focus is still on it: left goes to the whole, left again folds it
  await row('Arrange windows').focus()
  await page.keyboard.press('ArrowLeft')
  await row('Keep them where I left them').waitFor({ state: 'detached' })
  await row('Arrange windows').getByText('1 part').waitFor()
  await page.keyboard.press('ArrowRight')
  await row('Keep them where I left them').waitFor()
  await row('Keep them where I left them').focus()
  await page.keyboard.press('Shift+ArrowLeft')
  await expect.poll(() => row('Keep them where I left them').getAttribute('aria-level')).toBe('1')
  await expect.poll(() => parentOf('Keep them where I left them')).toBeNull()
})

test('a need is dragged onto another', async () => {
  await row('Nobody asked for this')
    .getByText('thin: nothing said')
    .dragTo(row('Arrange windows').getByText('2 sources'))
  await expect.poll(() => row('Nobody asked for this').getAttribute('aria-level')).toBe('2')
  await expect.poll(() => parentOf('Nobody asked for this')).toBe(ids['Arrange windows'])
  expect(open.complaints).toEqual([])
})

async function parentOf(title: string): Promise<unknown> {
  const { world } = open
  const told = await world.ask('GET', `/api/v1/needs/${ids[title]}`, { as: world.ownerToken })
  return told.body['parentId']
}

const link = (from: string, relation: string, to: string) =>
  post('/commands/link', { from, relation, to: ids[to] })

const make = async (plural: string, json: Readonly<Record<string, unknown>>): Promise<string> =>
  must((await post(`/${plural}`, json))['id'] as string | undefined, 'an id')

async function post(path: string, json: unknown): Promise<Readonly<Record<string, unknown>>> {
  const { world } = open
  const told = await world.ask('POST', `/api/v1${path}`, { as: world.ownerToken, json })
  expect(told.status, told.text).toBeLessThan(300)
  return told.body
}
