/** Every key of the table does what the table says; one that nothing proves here does not compile. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { everywhere, onPages, places } from '../../src/web/shell/key-table.ts'
import { openBrowserWorld, picturePath, type BrowserWorld } from './browser.world.ts'
import { keyboardOf, type Keyboard } from './keyboard.ts'
import { withoutWhy } from './without-why.ts'

let open: BrowserWorld
let keys: Keyboard
let ref: {
  readonly idea: string
  readonly need: string
  readonly item: string
  readonly said: string
}

beforeAll(async () => {
  open = await openBrowserWorld()
  keys = keyboardOf(open.page)
  const said = await make('feedback', { text: 'The lamp is too bright at night. I cover it.' })
  const need = await make('needs', { title: 'Sleep in a dark room' })
  const idea = await make('ideas', { title: 'A lamp that dims' })
  const item = await make('roadmap-items', { title: 'Dim the lamp', commitment: 'next' })
  for (const title of ['A lamp that knows the hour', 'A shade']) await make('ideas', { title })
  await make('feedback', { text: 'Too bright.' })
  await make('needs', { title: 'Wake up by light' })
  ref = { idea, need, item, said }
})
afterAll(async () => {
  await open.page.screenshot({ path: picturePath('keys-end') })
  await open.close()
})

async function make(plural: string, json: Readonly<Record<string, unknown>>): Promise<string> {
  const { world } = open
  const told = await world.ask('POST', `/api/v1/${plural}`, { as: world.ownerToken, json })
  return String(told.body['ref'])
}
const server = async (path: string): Promise<Readonly<Record<string, unknown>>> =>
  (await open.world.ask('GET', `/api/v1/${path}`, { as: open.world.ownerToken })).body

const address = (path: string): string => `${open.world.instance.url}/w/main/${path}`
const path = (): string => new URL(open.page.url()).pathname.replace(/^\/w\/main\/?/, '/')
const go = async (to: string, words: string): Promise<void> => {
  await open.page.goto(address(to))
  await open.page.locator('#page').getByText(words).first().waitFor()
}
const dialog = (name: string | RegExp) => open.page.getByRole('dialog', { name })
const focused = (): Promise<string> =>
  open.page.evaluate<string>(`document.activeElement?.textContent ?? ''`)
const ideas = (): Promise<void> => go('ideas', 'A lamp that dims')

const atAll: Readonly<Record<keyof typeof everywhere, () => Promise<void>>> = {
  palette: async () => {
    await go(`ideas/${ref.idea}`, 'A lamp that dims')
    await keys.press('Control+k')
    await dialog('Find or do').waitFor()
    // by the verb's words, with the key beside it
    const option = open.page.getByRole('option', { name: /^Add feedback without leaving/ })
    await option.waitFor()
    expect(await option.textContent()).toContain('Shift C')
    await keys.press('Escape', 'Escape')
    await dialog('Find or do').waitFor({ state: 'detached' })
    // Enter before the answer has come takes the first of it; once more at once, and the focus is not lost
    await go('roadmap', 'Dim the lamp')
    await keys.press('Control+k')
    await dialog('Find or do').waitFor()
    await keys.type(ref.idea)
    await keys.press('Enter')
    await open.page.getByRole('heading', { level: 1, name: 'A lamp that dims' }).waitFor()
    await keys.press('Control+k')
    await dialog('Find or do').waitFor()
    // longer than a page may take to come
    await open.page.waitForTimeout(1600)
    await keys.press('Escape', 'Escape')
    await dialog('Find or do').waitFor({ state: 'detached' })
    await expect
      .poll(() => open.page.evaluate<string>('document.activeElement?.tagName ?? ""'))
      .not.toBe('BODY')
  },
  help: async () => {
    await ideas()
    await keys.press('?')
    await dialog('Keys').waitFor()
    const all = [
      ...Object.values(everywhere),
      ...Object.values(onPages),
      ...Object.values(places),
    ].map(({ keys: shown }) => shown)
    // one key may do one thing on one page and another on the next
    for (const shown of all)
      expect(await dialog('Keys').getByText(shown, { exact: true }).count(), shown).toBe(
        all.filter((one) => one === shown).length,
      )
    await keys.press('Escape')
  },
  capture: async () => {
    await go('roadmap', 'Dim the lamp')
    await keys.press('Shift+C')
    await dialog('Add feedback').getByRole('textbox', { name: 'Text' }).waitFor()
    await keys.press('Escape')
    expect(path()).toBe('/roadmap')
  },
  add: async () => {
    await ideas()
    await keys.press('c')
    await expect.poll(path).toBe('/ideas/new')
  },
  edit: async () => {
    await go(`ideas/${ref.idea}`, 'A lamp that dims')
    await keys.press('e')
    await expect.poll(path).toBe(`/ideas/${ref.idea}/edit`)
  },
  why: async () => {
    await go(`ideas/${ref.idea}`, 'A lamp that dims')
    await keys.press('w')
    await expect.poll(path).toBe(`/ideas/${ref.idea}/why`)
  },
  undo: async () => {
    await go('roadmap', 'Dim the lamp')
    await keys.press('j', '1')
    await withoutWhy(open.page)
    await expect.poll(commitment).toBe('now')
    await keys.press('Control+z')
    await expect.poll(commitment).toBe('next')
  },
  redo: async () => {
    await keys.press('Control+Shift+z')
    await expect.poll(commitment).toBe('now')
    await keys.press('Control+z')
    await expect.poll(commitment).toBe('next')
  },
}
const commitment = async (): Promise<unknown> =>
  (await server(`roadmap-items/${ref.item}`))['commitment']

const selected = () => open.page.getByText(/^\d+ selected/)

const atTheirs: Readonly<Record<keyof typeof onPages, () => Promise<void>>> = {
  search: async () => {
    await ideas()
    await keys.press('/')
    await expect.poll(() => open.page.evaluate(`document.activeElement?.type`)).toBe('search')
  },
  move: async () => {
    await ideas()
    await keys.press('j')
    const first = await focused()
    await keys.press('j')
    await expect.poll(focused).not.toBe(first)
    await keys.press('k')
    await expect.poll(focused).toBe(first)
  },
  open: async () => {
    await ideas()
    await keys.press('j', 'Enter')
    await expect.poll(path).toMatch(/^\/ideas\/IDEA-\d+$/)
  },
  ends: async () => {
    await ideas()
    await keys.press('j', 'End')
    const last = await focused()
    await keys.press('Home')
    await expect.poll(focused).not.toBe(last)
  },
  select: async () => {
    await ideas()
    await keys.press('j', 'x')
    await expect.poll(() => selected().first().textContent()).toContain('1')
  },
  range: async () => {
    await keys.press('j', 'j', 'Shift+X')
    await expect.poll(() => selected().first().textContent()).toContain('3')
  },
  merge: async () => {
    // the verbs of what is selected are loaded with the first selection
    await open.page.getByRole('button', { name: /^Merge/ }).waitFor()
    await keys.press('m')
    await dialog(/stays\?$/).waitFor()
    await keys.press('Escape')
    await dialog(/stays\?$/).waitFor({ state: 'detached' })
  },
  clear: async () => {
    await keys.press('Escape')
    await selected().first().waitFor({ state: 'detached' })
  },
  hold: async () => {
    await make('ideas', { title: 'Weighed', reach: 9, impact: 1, confidence: 100, effort: 1 })
    await make('capacities', { function: 'Engineering', period: '2031', amount: 2 })
    await go('portfolio?period=2031', 'Weighed')
    await keys.press('j', '-')
    await expect.poll(() => open.page.url()).toMatch(/never=IDEA-\d+$/)
    // the row goes to the other group once it is solved anew, and the key stays with it
    await open.page.getByRole('button', { name: /^never in: how “Weighed” stands/ }).waitFor()
    await keys.press('0')
    await expect.poll(() => open.page.url()).not.toContain('never')
  },
  verdict: async () => {
    await go('roadmap', 'Dim the lamp')
    await keys.press('j', '3')
    await withoutWhy(open.page)
    await expect.poll(commitment).toBe('later')
    await keys.press('Control+z')
    await expect.poll(commitment).toBe('next')
  },
  decide: async () => {
    const { world } = open
    const opened = await world.ask('POST', '/api/v1/commands/open-decision', {
      as: world.ownerToken,
      json: { question: 'Do we dim it?' },
    })
    const { id } = opened.body['result'] as { readonly id: string }
    await go(`decisions/${id}`, 'Do we dim it?')
    await keys.press('d')
    await open.page.getByRole('group', { name: 'Decide' }).waitFor()
  },
  share: async () => {
    await go(`ideas/${ref.idea}`, 'A lamp that dims')
    await open.page.getByRole('button', { name: /^Share/ }).waitFor()
    await keys.press('s')
    await open.page.getByRole('dialog', { name: /^Who sees IDEA-/ }).waitFor()
    await keys.press('Escape')
  },
  link: async () => {
    await go(`ideas/${ref.idea}`, 'A lamp that dims')
    await open.page.getByRole('button', { name: /^Link to another record/ }).waitFor()
    await keys.press('l')
    await open.page.getByRole('combobox').first().waitFor()
  },
  comment: async () => {
    await go(`ideas/${ref.idea}`, 'A lamp that dims')
    await open.page.getByRole('button', { name: /^Comment/ }).waitFor()
    await keys.press('t')
    await expect.poll(() => open.page.evaluate(`document.activeElement?.tagName`)).toBe('TEXTAREA')
    await keys.press('Escape')
    await open.page.getByRole('button', { name: /^Comment/ }).waitFor()
  },
  follow: async () => {
    await go(`ideas/${ref.idea}`, 'A lamp that dims')
    await open.page.getByRole('button', { name: /^Follow/ }).waitFor()
    const verb = () => open.page.getByRole('button', { name: /^Follow/ }).textContent()
    const before = await verb()
    await keys.press('f')
    await expect.poll(verb).not.toBe(before)
    await keys.press('f')
    await expect.poll(verb).toBe(before)
  },
  quote: async () => {
    await go(`feedback/${ref.said}`, 'I cover it')
    await open.page.locator('#page textarea').waitFor()
    await keys.press('q')
    await expect.poll(() => open.page.evaluate(`document.activeElement?.tagName`)).toBe('TEXTAREA')
  },
  mend: async () => {
    await go('lint', 'Dim the lamp')
    await keys.press('j', 'r')
    await dialog('Link the idea it delivers').waitFor()
    // the first closes what is suggested
    await keys.press('Escape', 'Escape')
    await dialog('Link the idea it delivers').waitFor({ state: 'detached' })
  },
  waive: async () => {
    await go('lint', 'Dim the lamp')
    await keys.press('j', 'w')
    await dialog(/^Waive: /).waitFor()
    await keys.press('Escape')
    await dialog(/^Waive: /).waitFor({ state: 'detached' })
  },
  print: async () => {
    await go('roadmap', 'Dim the lamp')
    await open.page.evaluate(`window.print = () => { document.title = 'printed' }`)
    await keys.press('p')
    await expect.poll(() => open.page.title()).toBe('printed')
  },
  across: async () => {
    await ideas()
    await keys.press('j')
    const row = await focused()
    await keys.press('ArrowRight')
    await expect.poll(focused).not.toBe(row)
  },
  write: async () => {
    await ideas()
    await keys.press('j')
    await open.page.locator('a:focus').waitFor()
    await keys.press('F2')
    await open.page.getByRole('textbox', { name: 'Title' }).waitFor()
    await keys.press('Escape')
  },
  carry: async () => {
    await go('need-tree', 'Sleep in a dark room')
    await open.page.getByRole('row').filter({ hasText: 'Wake up by light' }).focus()
    await keys.press('Shift+ArrowRight')
    const parents = async () =>
      (
        (await server('needs')) as { data: readonly Readonly<Record<string, unknown>>[] }
      ).data.filter((row) => row['parentId'] !== null).length
    await expect.poll(parents).toBe(1)
    await keys.press('Control+z')
    await expect.poll(parents).toBe(0)
  },
  save: async () => {
    await open.page.goto(address('ideas/new'))
    await open.page.getByRole('textbox', { name: 'Title' }).fill('Saved by a key')
    await keys.press('Control+Enter')
    await expect.poll(path).toMatch(/^\/ideas\/IDEA-\d+$/)
  },
}

test.each([...Object.entries(atAll), ...Object.entries(atTheirs)])('%s works', async (_, prove) => {
  await prove()
  expect(open.complaints).toEqual([])
})

test('a page is found by its name before any record, and Escape takes back what was typed, then closes', async () => {
  await make('ideas', { title: 'Catch the lint' })
  await ideas()
  for (const [typed, page, record] of [
    ['matrix', 'Go to Matrix'],
    ['due', 'Go to Due and late'],
    ['stay the', 'Go to Stay the course'],
    ['mirror', 'Go to The mirror'],
    ['lint', 'Go to Lint', 'Catch the lint'],
    ['ranking', 'Go to Ranking'],
  ] as const) {
    await keys.press('Control+k')
    await dialog('Find or do').waitFor()
    await keys.type(typed)
    const options = open.page.getByRole('option')
    if (record !== undefined) await options.filter({ hasText: record }).waitFor()
    await expect
      .poll(() => options.first().textContent(), { message: typed })
      .toMatch(new RegExp(`^${page}`))
    await keys.press('Escape')
    await expect
      .poll(() => open.page.getByRole('combobox', { name: 'Find or do' }).inputValue())
      .toBe('')
    await keys.press('Escape')
    await dialog('Find or do').waitFor({ state: 'detached' })
  }
  expect(open.complaints).toEqual([])
})

test('G and a letter lead where the table says, and the letter reaches nobody else', async () => {
  await ideas()
  for (const [letter, place] of Object.entries(places)) {
    await keys.press('g', letter.toLowerCase())
    await expect.poll(path, { message: letter }).toBe(['', ...place.parts].join('/') || '/')
  }
  // M merges what is selected, and X selects: not after G
  await ideas()
  await keys.press('j', 'x', 'j', 'x')
  await expect.poll(() => selected().first().textContent()).toContain('2')
  await keys.press('g', 'x')
  await keys.press('g', 'm')
  await expect.poll(path).toBe('/import')
  expect(await dialog(/stays\?$/).count()).toBe(0)
  await open.page.goBack()
  await open.page.locator('#page').getByText('A lamp that dims').first().waitFor()
  expect(await dialog(/stays\?$/).count()).toBe(0)
})
