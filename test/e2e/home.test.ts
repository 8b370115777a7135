/** Home tells whoever comes back what others moved meanwhile, and what to do next. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowserWorld, type BrowserWorld } from './browser.world.ts'

let open: BrowserWorld
let colleague: string

beforeAll(async () => {
  open = await openBrowserWorld()
  await post('/ideas', { title: 'Remember the layout' })
  await post('/ideas', { title: 'A darker paper' })
  const key = await post('/commands/create-key', { name: 'Tomasz', role: 'editor' })
  colleague = String((key['result'] as Readonly<Record<string, unknown>>)['secret'])
})

afterAll(() => open.close())

test('what others moved since one looked is told as it stands, net of what they took back', async () => {
  const { page, context, world } = open
  const home = `${world.instance.url}/w/main`
  await page.goto(home)
  await page.getByText('What changed last').first().waitFor()
  await page.getByText('Remember the layout').first().waitFor()
  await page.close()
  await patch('IDEA-1', { state: 'chosen' })
  await patch('IDEA-1', { state: 'withdrawn' })
  await patch('IDEA-2', { state: 'chosen' })
  await patch('IDEA-2', { state: 'open' })
  await post('/ideas', { title: 'What I did myself' })
  const again = await context.newPage()
  await again.goto(home)
  const news = again.getByRole('complementary', { name: 'Moved since you looked' })
  await news.getByText('open → withdrawn').waitFor()
  await news.getByText('Remember the layout').waitFor()
  const told = await news.textContent()
  expect(told).toContain('Remember the layout')
  expect(told).toContain('Tomasz')
  expect(told).not.toContain('A darker paper')
  expect(told).not.toContain('What I did myself')
})

test('one thing to do next stands above everything else', async () => {
  const { context, world } = open
  const page = await context.newPage()
  await page.goto(`${world.instance.url}/w/main`)
  const next = page.getByRole('region', { name: 'What to do next' })
  await next.getByText(/ideas address no need/).waitFor()
  await next.getByRole('link', { name: 'Link it to a need' }).click()
  await page.waitForURL(/\/ideas\/IDEA-/)
  expect(open.complaints).toEqual([])
})

async function patch(ref: string, json: unknown): Promise<void> {
  const told = await open.world.ask('PATCH', `/api/v1/ideas/${ref}`, { as: colleague, json })
  expect(told.status, told.text).toBe(200)
}

async function post(path: string, json: unknown): Promise<Readonly<Record<string, unknown>>> {
  const { world } = open
  const told = await world.ask('POST', `/api/v1${path}`, { as: world.ownerToken, json })
  expect(told.status, told.text).toBeLessThan(300)
  return told.body
}
