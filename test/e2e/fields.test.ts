/** What a form asks for beyond plain values: a workspace's own fields, and several rows of another record. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../../src/engine/problem.ts'
import { openBrowserWorld, type BrowserWorld } from './browser.world.ts'
import { keyboardOf, type Keyboard } from './keyboard.ts'

let open: BrowserWorld
let keys: Keyboard

beforeAll(async () => {
  open = await openBrowserWorld()
  keys = keyboardOf(open.page)
})

afterAll(() => open.close())

const heading = (name: string | RegExp) => open.page.getByRole('heading', { level: 1, name })

test('an own field is defined, filled in, refused, shown and emptied, all in the browser', async () => {
  const { page } = open
  await go('custom-fields/new')
  await heading('Add own field').waitFor()
  await keys.choose('Record', /^Idea$/)
  await keys.tabTo(page.getByRole('textbox', { name: 'Key' }))
  await keys.type('cost')
  await keys.tabTo(page.getByRole('textbox', { name: 'Label' }))
  await keys.type('Cost')
  await keys.choose('Kind of value', /^Number$/)
  await keys.press('Control+Enter')
  await heading('Cost').waitFor()
  await make('custom-fields', {
    of: 'idea',
    key: 'size',
    label: 'Size',
    type: 'choice',
    options: ['Small', 'Large'],
  })
  const idea = await make('ideas', { title: 'Remember the layout', custom: { size: 'Small' } })

  await go(`ideas/${idea}/edit`)
  await heading(/^Edit/).waitFor()
  await page.getByRole('button', { name: 'Small Size' }).waitFor()
  await keys.tabTo(page.getByRole('textbox', { name: 'Cost' }))
  await keys.type('12.5')
  await keys.choose('Size', /^Large$/)
  await keys.press('Control+Enter')
  await heading('Remember the layout').waitFor()
  const facts = page.getByRole('complementary', { name: 'Facts' })
  await expect.poll(() => facts.textContent()).toMatch(/Cost\s*12.5/)
  expect(await facts.textContent()).toMatch(/Size\s*Large/)
  const history = page.locator('section', { hasText: 'History' }).last()
  await expect.poll(() => history.textContent()).toContain('size: Small → Large')

  await go('ideas')
  const row = page.getByRole('row', { name: /Remember the layout/ })
  await row.waitFor()
  await expect.poll(() => page.getByRole('columnheader', { name: 'size' }).count()).toBe(1)
  await expect.poll(() => row.textContent()).toMatch(/Large.*12\.5|12\.5.*Large/)

  await go(`ideas/${idea}/edit`)
  await keys.tabTo(page.getByRole('button', { name: 'Large Size' }))
  await keys.press('Enter')
  await page.getByRole('option', { name: 'None' }).waitFor()
  await keys.press('Home', 'Enter')
  await page.getByRole('button', { name: 'None Size' }).waitFor()
  await keys.press('Control+Enter')
  await heading('Remember the layout').waitFor()
  await expect.poll(() => facts.textContent()).not.toContain('Large')
  expect((await read(`/ideas/${idea}`))['custom']).toEqual({ cost: 12.5 })
})

test('a list is sorted and filtered by an own field that was marked sortable in its form', async () => {
  const { page } = open
  const field = await make('custom-fields', {
    of: 'insight',
    key: 'weight',
    label: 'Weight',
    type: 'number',
  })
  for (const [title, weight] of [
    ['Two', 2],
    ['Ten', 10],
    ['One', 1],
  ] as const)
    await make('insights', { title, custom: { weight } })
  await make('insights', { title: 'None' })
  const firsts = async (): Promise<string> =>
    (await page.getByRole('row').allTextContents()).slice(1).join(' ')
  await go('insights')
  const head = page.getByRole('columnheader', { name: 'weight' })
  await head.waitFor()
  expect(await head.getByRole('button').count()).toBe(0)
  await go(`custom-fields/${field}/edit`)
  await heading(/^Edit/).waitFor()
  await page.getByText('Lists can be sorted and filtered by it').waitFor()
  await keys.tabTo(page.getByRole('checkbox', { name: 'Sortable' }))
  await keys.press('Space', 'Control+Enter')
  await heading('Weight').waitFor()
  await go('insights')
  await head.getByRole('button').click()
  await expect.poll(firsts).toMatch(/Ten.*Two.*One.*None/)
  await head.getByRole('button').click()
  await expect.poll(firsts).toMatch(/One.*Two.*Ten.*None/)
  await page.getByText('lowest first').waitFor()
  await page.getByRole('button', { name: 'Add a condition' }).click()
  await keys.choose('Field', /^Weight$/)
  await keys.tabTo(page.getByRole('textbox', { name: /^Value/ }))
  await keys.type('2..')
  await page.getByRole('button', { name: 'Show these' }).click()
  await expect.poll(firsts).not.toContain('One')
  expect(await firsts()).toMatch(/Two.*Ten/)
  expect(page.url()).toContain('f.custom.weight=2..')
  await page.reload()
  await expect.poll(firsts).toMatch(/Two.*Ten/)
})

test('a refused own value is said at its field, and nothing typed is lost', async () => {
  const { page } = open
  await make('custom-fields', { of: 'need', key: 'who', label: 'Who', type: 'text' })
  await go('needs/new')
  await heading('Add need').waitFor()
  await keys.type('Find a setting by what it does')
  const who = page.getByRole('textbox', { name: 'Who' })
  await who.fill('x'.repeat(2001))
  await keys.press('Control+Enter')
  const field = page.locator('div', { has: who }).last()
  await expect.poll(() => field.textContent()).toMatch(/2,000|2000|Too big/)
  expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe(
    'Find a setting by what it does',
  )
  await who.fill('Lotte')
  await keys.press('Control+Enter')
  await heading('Find a setting by what it does').waitFor()
})

test('several rows of another record are found by their words and taken away by name, by keyboard', async () => {
  const { page } = open
  for (const name of ['Accessibility', 'Terminal', 'Search']) await make('tags', { name })
  const feedback = await make('feedback', { title: 'Too dark', text: 'The terminal is too dark.' })
  await go(`feedback/${feedback}/edit`)
  await heading(/^Edit/).waitFor()
  const tags = page.getByRole('group', { name: 'Tags' })
  await keys.tabTo(tags.getByRole('combobox'))
  await add('term', /Terminal/)
  await tags.locator('li').first().waitFor()
  await add('acc', /Accessibility/)
  await keys.press('Escape')
  await expect.poll(() => tags.getByRole('listitem').allTextContents()).toHaveLength(2)
  expect((await tags.getByRole('listitem').allTextContents()).join()).toMatch(
    /Terminal.*Accessibility/,
  )
  const box = must(
    (await tags.getByRole('button', { name: 'Take away: Terminal' }).boundingBox()) ?? undefined,
  )
  expect(box.height).toBeGreaterThanOrEqual(44)
  expect(box.width).toBeGreaterThanOrEqual(44)
  await keys.tabTo(tags.getByRole('button', { name: 'Take away: Terminal' }))
  await keys.press('Enter')
  // the focus goes to the verb of the next one, not away with the row
  await page.locator('button:focus[aria-label="Take away: Accessibility"]').waitFor()
  await keys.press('Control+Enter')
  await heading('Too dark').waitFor()
  const facts = page.getByRole('complementary', { name: 'Facts' })
  await expect.poll(() => facts.textContent()).toMatch(/Tags\s*Accessibility/)
  // the browser itself complains of the refusal above
  expect(open.complaints.filter((one) => !one.includes('422'))).toEqual([])
})

/** Types, waits until nothing else is offered, and takes it. */
async function add(text: string, words: RegExp): Promise<void> {
  await keys.type(text)
  await expect.poll(() => open.page.getByRole('option').allTextContents()).toHaveLength(1)
  await keys.find('', words)
}

test('a press on a search field that has the focus already opens its list again', async () => {
  const { page } = open
  await go('ideas/new')
  await heading('Add idea').waitFor()
  await page.getByRole('button', { name: 'Where it belongs and who sees it' }).click()
  const product = page.getByRole('combobox', { name: 'Product' })
  await product.click()
  await expect.poll(() => product.getAttribute('aria-expanded')).toBe('true')
  await keys.press('Escape')
  await expect.poll(() => product.getAttribute('aria-expanded')).toBe('false')
  await product.click()
  await expect.poll(() => product.getAttribute('aria-expanded')).toBe('true')
})

test('a page lists what belongs to its row, with the way to all of it, and adds one with its place given', async () => {
  const { page } = open
  const objective = await make('objectives', { title: 'Less glare' })
  for (let at = 0; at < 9; at++)
    await make('key-results', {
      title: `Pages dimmed ${at}`,
      objectiveId: objective,
      start: 0,
      target: 100,
      current: at,
    })
  await go(`objectives/${objective}`)
  const measures = page.locator('section', {
    has: page.getByRole('heading', { level: 2, name: 'Key results' }),
  })
  await measures.getByText('Pages dimmed 8').waitFor()
  expect(await measures.getByRole('listitem').count()).toBe(8)
  expect(await measures.textContent()).toMatch(/Current\s*8/)
  await measures.getByRole('link', { name: 'All 9' }).click()
  await page.getByRole('row', { name: /Pages dimmed 0/ }).waitFor()
  await page.goBack()
  await measures.getByRole('link', { name: 'Add key result' }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('Screens dimmed')
  await keys.press('Control+Enter')
  await heading('Screens dimmed').waitFor()
  await page
    .getByRole('complementary', { name: 'Facts' })
    .getByRole('link', { name: 'Less glare' })
    .waitFor()
})

const go = (path: string) => open.page.goto(`${open.world.instance.url}/w/main/${path}`)

async function make(plural: string, json: Readonly<Record<string, unknown>>): Promise<string> {
  const { world } = open
  const told = await world.ask('POST', `/api/v1/${plural}`, { as: world.ownerToken, json })
  expect(told.status, told.text).toBeLessThan(300)
  return must(told.body['ref'] as string | undefined, 'a ref')
}

async function read(path: string): Promise<Readonly<Record<string, unknown>>> {
  const { world } = open
  return (await world.ask('GET', `/api/v1${path}`, { as: world.ownerToken })).body
}
