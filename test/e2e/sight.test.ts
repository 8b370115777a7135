import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowserWorld, type BrowserWorld } from './browser.world.ts'
import { enter } from './enter.ts'

/** What somebody may see no longer leaves their screen by itself, and comes back when they may again. */
let open: BrowserWorld
let theirs: Page
const ideas: Record<string, string> = {}
beforeAll(async () => {
  open = await openBrowserWorld()
  for (const title of ['A kept lamp', 'A secret lamp', 'A third lamp'])
    ideas[title] = String((await ask('POST', 'ideas', { title })).body['ref'])
  theirs = await enter(open, 'Noor', 'contributor')
}, 120_000)
afterAll(() => open?.close())

const ask = (method: string, path: string, json: Readonly<Record<string, unknown>>) =>
  open.world.ask(method, `/api/v1/${path}`, { as: open.world.ownerToken, json })

/** For its maker and nobody else, or for everybody. */
async function show(to: 'people' | 'workspace'): Promise<void> {
  const told = await ask('PATCH', `ideas/${ideas['A secret lamp']}`, { visibility: to })
  expect(told.status).toBe(200)
}

const go = (path: string) => theirs.goto(`${open.world.instance.url}/w/main/${path}`)

test.each([
  ['list', 'ideas?sort=createdAt', (page: Page, name: string) => page.getByRole('row', { name })],
  [
    'board',
    'ideas?as=board&by=state&sort=createdAt',
    (page: Page, name: string) => page.getByRole('listitem').getByRole('link', { name }),
  ],
] satisfies readonly (readonly [string, string, (page: Page, name: string) => Locator])[])(
  'a row that is hidden by another leaves an open %s, and comes back',
  async (_name, path, at) => {
    await go(path)
    await at(theirs, 'A secret lamp').waitFor()
    await show('people')
    await at(theirs, 'A secret lamp').waitFor({ state: 'detached' })
    await at(theirs, 'A kept lamp').waitFor()
    await at(theirs, 'A third lamp').waitFor()
    expect(await theirs.content()).not.toContain('A secret lamp')
    await show('workspace')
    await at(theirs, 'A secret lamp').waitFor()
  },
)

test('a row that is hidden by another leaves its own open page', async () => {
  await go(`ideas/${ideas['A secret lamp']}`)
  const title = theirs.getByRole('heading', { level: 1, name: 'A secret lamp' })
  await title.waitFor()
  await show('people')
  await title.waitFor({ state: 'detached' })
  await theirs.getByRole('heading', { level: 1, name: /cannot be shown/ }).waitFor()
  expect(await theirs.content()).not.toContain('A secret lamp')
  await show('workspace')
  await title.waitFor()
})

test('a row that was hidden before a page follows along leaves it, also where the last visit did not have it', async () => {
  await go('ideas?sort=createdAt')
  const listed = theirs.getByRole('row', { name: 'A secret lamp' })
  await listed.waitFor()
  await show('people')
  await listed.waitFor({ state: 'detached' })
  await expect.poll(() => theirs.evaluate(keptTitles)).not.toContain('A secret lamp')
  await theirs.goto('about:blank')
  await show('workspace')
  // the page reads the row, and hears what happened since its last visit only when it is hidden again
  let follow: () => void = () => undefined
  const hidden = new Promise<void>((resolve) => (follow = resolve))
  await theirs.route(/\/live\?/, (route) => hidden.then(() => route.continue()))
  await go(`ideas/${ideas['A secret lamp']}`)
  await theirs.getByRole('heading', { level: 1, name: 'A secret lamp' }).waitFor()
  await show('people')
  follow()
  await theirs.getByRole('heading', { level: 1, name: /cannot be shown/ }).waitFor()
  expect(await theirs.content()).not.toContain('A secret lamp')
  await theirs.unroute(/\/live\?/)
  await show('workspace')
})

/** In the page: the titles of the rows that the browser keeps for the next visit. */
const keptTitles = `(async () => {
  const told = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)))
  const titles = []
  for (const { name } of await indexedDB.databases()) {
    const db = await told(indexedDB.open(name))
    if (db.objectStoreNames.contains('rows'))
      for (const { row } of await told(db.transaction('rows').objectStore('rows').getAll())) titles.push(row.title)
    db.close()
  }
  return titles
})()`

test('what hangs on a hidden row leaves the screen with it', async () => {
  const promoted = await ask('POST', 'commands/promote-idea', {
    idea: ideas['A third lamp'],
    commitment: 'now',
  })
  expect(promoted.status).toBe(200)
  await go(`ideas/${ideas['A third lamp']}`)
  await theirs.getByRole('heading', { level: 1, name: 'A third lamp' }).waitFor()
  const link = await ask('POST', 'needs', { title: 'To see at night', kind: 'need' })
  await ask('POST', 'commands/link', {
    from: ideas['A third lamp'],
    relation: 'addresses',
    to: link.body['ref'],
  })
  await theirs.getByText('To see at night').first().waitFor()
  await ask('PATCH', `needs/${String(link.body['ref'])}`, { visibility: 'people' })
  await expect.poll(() => theirs.getByText('To see at night').count()).toBe(0)
})
