/** Triage by keyboard alone: many verdicts of every sort, the one-stroke need, and what others do meanwhile. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../../src/engine/problem.ts'
import {
  asking,
  openBrowserWorld,
  patience,
  picturePath,
  type BrowserWorld,
} from './browser.world.ts'
import { keyboardOf, type Keyboard } from './keyboard.ts'

let open: BrowserWorld
let keys: Keyboard

beforeAll(async () => {
  open = await openBrowserWorld()
  keys = keyboardOf(open.page)
})

afterAll(async () => {
  await open.page.screenshot({ path: picturePath('triage-end') })
  await open.close()
})

type Plain = Readonly<Record<string, unknown>>

const ask = asking(() => open)
const said = async (text: string, more: Plain = {}): Promise<Plain> =>
  ask('POST', '/feedback', { text, ...more })
const waiting = async (): Promise<unknown> =>
  (await ask('GET', '/feedback?filter[state]=unprocessed&limit=1&count=exact'))['total']
const lastCommit = async (): Promise<Plain> => {
  const { data } = (await ask('GET', '/history?limit=1')) as {
    data?: readonly { readonly commit: Plain; readonly changes: readonly Plain[] }[]
  }
  const { commit, changes } = must(data?.[0], 'a commit')
  return { ...commit, changes }
}
/** The ref of what is on screen, by its address. */
const onScreen = (): string => new URL(open.page.url()).searchParams.get('at') ?? ''
const toTriage = async (): Promise<void> => {
  await open.page.goto(`${open.world.instance.url}/w/main/`)
  await open.page.getByRole('heading', { level: 1 }).waitFor()
  await keys.press('g', 't')
  await expect.poll(onScreen).not.toBe('')
}

test('a new need with its quote is one stroke: one commit, and one undo brings it back on screen', async () => {
  const { page } = open
  const one = await said(
    'The lift was out again. I carried the boiler up six floors. My back hurts.',
  )
  await toTriage()
  await page.getByText('I carried the boiler up six floors.').first().waitFor()
  await keys.press('ArrowRight', 'ArrowRight', 'n')
  await page.getByRole('textbox', { name: 'The need, in a sentence of yours' }).waitFor()
  await keys.type('Know before the visit whether the lift works')
  await keys.press('Enter')
  await page.getByRole('heading', { name: 'All of it is sorted' }).waitFor()
  await expect.poll(waiting).toBe(0)

  const commit = await lastCommit()
  const changes = (commit['changes'] ?? []) as readonly Plain[]
  expect(commit['command']).toBe('frame')
  expect(changes.map((change) => String(change['record'])).toSorted()).toEqual([
    'feedback',
    'link',
    'need',
    'quote',
  ])
  const { data } = (await ask('GET', `/quotes?filter[feedbackId]=${String(one['id'])}`)) as {
    data?: readonly Plain[]
  }
  expect(data?.map((quote) => quote['text'])).toEqual(['I carried the boiler up six floors.'])

  await keys.press('Control+z')
  await expect.poll(onScreen).toBe(one['ref'])
  await expect.poll(waiting).toBe(1)
  expect((await ask('GET', '/needs?limit=1&count=exact'))['total']).toBe(0)
  await keys.press('a')
  await expect.poll(waiting).toBe(0)
}, 120_000)

/** Every tenth has the same verdict, so that the short form has each of them too. */
const many = process.env['THROUGHLINE_LONG'] === '1' ? 100 : 30

test(`${many} are sorted by keyboard alone`, async () => {
  const { page } = open
  const need = await ask('POST', '/needs', { title: 'Keep working where there is no signal' })
  await ask('POST', '/ideas', { title: 'A queue on the device' })
  const heard = await said('In the cellar the sheet loses its connection and my notes are gone.')
  await ask('POST', '/commands/frame', {
    feedbackId: heard['id'],
    start: 0,
    end: 66,
    to: need['ref'],
    state: 'processed',
  })
  for (let at = 0; at < many; at++) await said(textOf(at), { source: 'survey' })
  await expect.poll(waiting).toBe(many)
  await toTriage()
  await page.getByText(`Waiting, ${many}`).waitFor()

  const begun = performance.now()
  for (let at = many - 1; at >= 0; at--) {
    const before = onScreen()
    await verdict(at)
    if (at > 0) await expect.poll(onScreen).not.toBe(before)
  }
  const seconds = (performance.now() - begun) / 1000
  await page.getByRole('heading', { name: 'All of it is sorted' }).waitFor()
  process.stdout.write(
    `triage of ${many} by keyboard alone: ${seconds.toFixed(1)} s, ${(seconds / many).toFixed(2)} s each\n`,
  )
  // the keys run ahead of what is sent, on a busy machine by many verdicts
  await expect.poll(waiting, { timeout: patience }).toBe(0)
  await page
    .getByText(new RegExp(`(${many}|${many + 1}) sorted`))
    .first()
    .waitFor()
  const supported = (await ask('GET', `/links?filter[toId]=${String(need['id'])}&limit=200`)) as {
    data?: readonly Plain[]
  }
  expect(supported.data?.length).toBe(1 + (many * 3) / 10)
  expect(open.complaints).toEqual([])
}, 400_000)

/** What is said by number: some of it repeats what was heard, some is a request, the rest is noise. */
function textOf(at: number): string {
  if (at % 5 === 1) return `Please let the device keep a queue, number ${at}. We lose too much.`
  if (at % 10 < 3) return `Without a signal I write on paper, case ${at}. Later I type it in.`
  return `Case ${at}. The colours are fine by me.`
}

async function verdict(at: number): Promise<void> {
  const { page } = open
  if (at % 5 === 1) {
    await keys.press('i')
    await page.getByRole('searchbox').waitFor()
    await keys.type('queue')
    await page
      .locator('[role=option][data-focused]', { hasText: 'A queue on the device' })
      .waitFor()
    return keys.press('Enter')
  }
  if (at % 10 < 3 || at % 10 === 7) {
    await keys.press('ArrowRight', 's')
    await page.getByRole('searchbox').waitFor()
    await keys.type('signal')
    await page.locator('[role=option][data-focused]', { hasText: 'NEED-' }).waitFor()
    return keys.press('Enter')
  }
  return keys.press(['a', '1', '2', '3', '4', '5'][at % 6] ?? 'a')
}

test('what somebody else sorts leaves the screen, unless something is typed for it', async () => {
  const { page } = open
  const [older, newer] = [await said('First of two'), await said('Second of two')]
  await toTriage()
  await page.getByText('Waiting, 2').waitFor()
  await expect.poll(onScreen).toBe(newer['ref'])
  await keys.press('n')
  await keys.type('What I type here')
  await ask('POST', '/commands/triage', { ids: [newer['id']], state: 'archived' })
  await page.getByText('Somebody sorted this meanwhile: archived.').waitFor()
  expect(await page.getByRole('textbox').inputValue()).toBe('What I type here')
  expect(onScreen()).toBe(newer['ref'])
  await keys.press('Enter')
  await expect.poll(onScreen).toBe(older['ref'])
  await expect.poll(async () => (await ask('GET', '/needs?limit=1&count=exact'))['total']).toBe(2)

  await ask('POST', '/commands/triage', { ids: [older['id']], state: 'archived' })
  await page.getByText(`${String(older['ref'])} was sorted by somebody else.`).waitFor()
  await page.getByRole('heading', { name: 'All of it is sorted' }).waitFor()
}, 120_000)

test('a duplicate is merged by one key, and several in the list have one verdict', async () => {
  const { page } = open
  const twin = 'The paper of the printer jams each time that the kennel door slams.'
  const first = await said(twin)
  await ask('POST', '/commands/triage', { ids: [first['id']], state: 'processed' })
  await said('Alpha alone')
  await said('Beta alone')
  await said(twin)
  await toTriage()
  await page.getByText('a duplicate?').waitFor()
  await keys.press('m')
  await page.getByText('Waiting, 2').waitFor()
  await expect
    .poll(async () => (await ask('GET', '/feedback?state=folded&limit=1&count=exact'))['total'])
    .toBe(1)
  await keys.press('l')
  await page.getByRole('heading', { name: 'Waiting, 2' }).waitFor()
  await keys.press('x', 'j', 'x')
  await page.getByText('2 selected').waitFor()
  await keys.press('3')
  await page.getByRole('heading', { name: 'All of it is sorted' }).waitFor()
  await expect.poll(waiting).toBe(0)
  expect((await lastCommit())['count']).toBe(2)
  await keys.press('Control+z')
  await expect.poll(waiting).toBe(2)
  expect(open.complaints).toEqual([])
}, 120_000)

test('on its own page, too, a quote, its new need and their link are one commit', async () => {
  const { page } = open
  const one = await said('The scale shows pounds. We weigh in kilos.')
  await page.goto(`${open.world.instance.url}/w/main/feedback/${String(one['ref'])}`)
  const text = page.getByRole('textbox', { name: 'In their own words' })
  await text.waitFor()
  await keys.press('q')
  await expect.poll(() => text.evaluate((element) => element.matches(':focus'))).toBe(true)
  for (let count = 0; count < 4; count++) await keys.press('Control+Shift+ArrowRight')
  await keys.press('q')
  await page.locator('button:focus', { hasText: 'supports' }).waitFor()
  await keys.tabTo(page.getByRole('combobox'))
  await keys.find('Weigh in the units of the place', /New need/)
  await page.getByRole('link', { name: 'Weigh in the units of the place' }).waitFor()
  const commit = await lastCommit()
  expect([commit['command'], commit['count']]).toEqual(['frame', 3])
}, 120_000)
