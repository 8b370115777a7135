/** What is chosen for this browser holds from the first paint on, under the page's own content policy. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowserWorld, type BrowserWorld } from './browser.world.ts'

let open: BrowserWorld

beforeAll(async () => {
  open = await openBrowserWorld()
})

afterAll(() => open.close())

const paper = (): Promise<number> =>
  open.page.evaluate<number>(
    `Number(/oklch\\(([\\d.]+)/.exec(getComputedStyle(document.documentElement).backgroundColor)?.[1] ?? NaN)`,
  )

const settings = () => open.page.goto(`${open.world.instance.url}/w/main/settings`)

test('a theme is taken at once, painted first at the next visit, and given back to the system', async () => {
  const { page, context } = open
  await page.emulateMedia({ colorScheme: 'light' })
  await settings()
  const theme = page.getByRole('group', { name: 'Theme' })
  await theme.getByRole('radio', { name: 'As the system', checked: true }).waitFor()
  expect(await paper()).toBeGreaterThan(0.9)
  await theme.getByRole('radio', { name: 'Dark' }).focus()
  await page.keyboard.press('Space')
  await expect.poll(paper).toBeLessThan(0.3)

  // before any module has run there is no page yet, and its paper is dark already
  const other = await context.newPage()
  await other.route('**/*.js', (route) => route.abort())
  await other.goto(`${open.world.instance.url}/w/main`, { waitUntil: 'domcontentloaded' })
  expect(await other.evaluate<string>('document.documentElement.dataset.theme')).toBe('dark')
  expect(
    await other.evaluate<string>('getComputedStyle(document.documentElement).colorScheme'),
  ).toBe('dark')
  await other.close()

  await settings()
  await theme.getByRole('radio', { name: 'Dark', checked: true }).waitFor()
  await theme.getByRole('radio', { name: 'As the system' }).check()
  await expect.poll(paper).toBeGreaterThan(0.9)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(paper).toBeLessThan(0.3)
  await page.emulateMedia({ colorScheme: 'light' })
})

test('a language is chosen by its own name, is there before any module has run, and given back from the palette', async () => {
  const { page, context } = open
  await settings()
  await page.getByRole('radio', { name: 'Deutsch' }).check()
  await page.getByRole('heading', { name: 'Wie es in diesem Browser aussieht' }).waitFor()
  await page.getByRole('radio', { name: 'Deutsch', checked: true }).waitFor()
  expect(await page.evaluate<string>('document.documentElement.lang')).toBe('de')
  expect(await page.title()).toBe('Einstellungen · Throughline')

  const other = await context.newPage()
  await other.route('**/*.js', (route) => route.abort())
  await other.goto(`${open.world.instance.url}/w/main`, { waitUntil: 'domcontentloaded' })
  expect(await other.evaluate<string>('document.documentElement.lang')).toBe('de')
  await other.close()

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Suchen oder tun' }).fill('sprache')
  await page.getByRole('option', { name: 'Sprache: English' }).click()
  await page.getByRole('heading', { name: 'How it looks in this browser' }).waitFor()
  expect(await page.evaluate<string>('document.documentElement.lang')).toBe('en')
})

test('how close the rows stand is chosen below a list and holds for the next one and after a reload', async () => {
  const { page, world } = open
  for (const plural of ['ideas', 'needs'])
    await world.ask('POST', `/api/v1/${plural}`, {
      as: world.ownerToken,
      json: { title: 'One of them' },
    })
  const height = async (plural: string): Promise<number> => {
    await page.goto(`${world.instance.url}/w/main/${plural}`)
    const cell = page
      .getByRole('row', { name: /One of them/ })
      .getByRole('gridcell')
      .last()
    return Math.round(
      await cell.evaluate(
        (element: { getBoundingClientRect: () => { height: number } }) =>
          element.getBoundingClientRect().height,
      ),
    )
  }
  expect(await height('ideas')).toBe(36)
  await page.getByRole('group', { name: 'Rows' }).getByRole('radio', { name: 'Close' }).check()
  expect(await height('needs')).toBe(28)
  await page.getByRole('group', { name: 'Rows' }).getByRole('radio', { name: 'Roomy' }).check()
  expect(await height('ideas')).toBe(44)
  expect(open.complaints.filter((one) => !one.includes('ERR_FAILED'))).toEqual([])
})
