/**
 * Ten people at ten browsers in one workspace, with different rights, comment, move and decide for ten
 * minutes. At the end each page shows, without being loaded anew, what the server gives to whoever sits
 * at it, and nobody was ever shown what they may not see.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '../../src/engine/access.ts'
import { must } from '../../src/engine/problem.ts'
import { chanceOf } from '../random-rows.ts'
import { asking, openBrowserWorld, patience, type BrowserWorld } from './browser.world.ts'
import { enter } from './enter.ts'
import { keyboardOf, type Keyboard } from './keyboard.ts'

const minutes = Number(process.env['THROUGHLINE_MINUTES'] ?? 10)
const seed = Number(process.env['THROUGHLINE_SEED'] ?? Math.floor(Math.random() * 1e9))
const ideas = 12

interface Person {
  readonly name: string
  readonly role: Role
  readonly page: Page
  readonly keys: Keyboard
  readonly chance: () => number
  /** A word in what only this one may see; empty for whoever may hide nothing. */
  readonly secret: string
  readonly did: { comments: number; moves: number; decisions: number; looks: number }
}

let open: BrowserWorld
let people: readonly Person[] = []
const complaints: string[] = []
const shown: string[] = []

beforeAll(async () => {
  open = await openBrowserWorld({ worker: 'allow' })
  const ask = asking(() => open)
  for (let at = 0; at < ideas; at++) {
    const idea = await ask('POST', '/ideas', { title: `Idea of all ${at}`, effort: 2 })
    if (at % 2 === 0)
      await ask('POST', '/commands/promote-idea', { idea: idea['id'], commitment: 'next' })
  }
  const roles = [
    'owner',
    'admin',
    'admin',
    'editor',
    'editor',
    'editor',
    'contributor',
    'contributor',
    'viewer',
  ] as const
  const seats: Page[] = [open.page]
  for (const [at, role] of roles.entries()) seats.push(await enter(open, `Person ${at}`, role))
  people = seats.map((page, at) => personAt(page, at, at === 0 ? 'owner' : must(roles[at - 1])))
  for (const person of people)
    if (person.secret !== '')
      await within(person, 'POST', '/ideas', { title: `Draft of ${person.secret}`, draft: true })
}, 300_000)
afterAll(() => open?.close())

function personAt(page: Page, at: number, role: Role): Person {
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${role} ${at}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`${role} ${at}: ${error.message}`))
  return {
    name: `${role} ${at}`,
    role,
    page,
    keys: keyboardOf(page),
    chance: chanceOf(seed + at),
    secret: role === 'viewer' || role === 'contributor' ? '' : `canary${at}z`,
    did: { comments: 0, moves: 0, decisions: 0, looks: 0 },
  }
}

test(
  `ten people for ${minutes} minutes: each page shows what is there for whoever sits at it, and never anything else`,
  async () => {
    const until = Date.now() + minutes * 60_000
    await Promise.all(
      people.map(async (person) => {
        while (Date.now() < until) {
          await once(person)
          await lookFor(person)
        }
      }),
    )
    const sums = people.map(({ name, did }) => `${name}: ${JSON.stringify(did)}`)
    process.stdout.write(`ten people, seed ${seed}, ${minutes} minutes\n${sums.join('\n')}\n`)
    expect(shown).toEqual([])
    for (const person of people) {
      await standsAsIs(person)
      await standsOnce(person)
    }
    for (const what of ['comments', 'moves', 'decisions', 'looks'] as const)
      expect(
        people.some(({ did }) => did[what] > 0),
        what,
      ).toBe(true)
    // 422 where another was quicker: what is moved stands there already, and the question goes away
    expect(complaints.filter((one) => !/\b(409|403|422)\b/.test(one))).toEqual([])
  },
  (minutes + 10) * 60_000,
)

/** One thing that this one may do. */
async function once(person: Person): Promise<void> {
  const { role, chance } = person
  const dice = chance()
  if (role !== 'viewer' && dice < 0.4) await comment(person)
  else if (role !== 'viewer' && role !== 'contributor' && dice < 0.7) await move(person)
  else if (role !== 'viewer' && role !== 'contributor' && dice < 0.85) await decide(person)
  else await look(person)
}

const address = (path: string): string => `${open.world.instance.url}/w/main/${path}`

async function comment({ page, chance, did, name }: Person): Promise<void> {
  await page.goto(address(`ideas/IDEA-${1 + Math.floor(chance() * ideas)}`))
  await page.getByRole('button', { name: /^Comment/ }).waitFor()
  await page.locator('#page').focus()
  await page.keyboard.press('t')
  await page.getByRole('textbox', { name: 'Your comment' }).waitFor()
  const words = `${name} says so for the ${(did.comments += 1)}th time`
  await page.keyboard.type(words)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('article').filter({ hasText: words }).waitFor()
}

async function move({ page, keys, chance, did }: Person): Promise<void> {
  await page.goto(address('roadmap'))
  await page.locator('[data-step] a').first().waitFor()
  for (let steps = 1 + Math.floor(chance() * 4); steps > 0; steps--) await keys.press('j')
  await keys.press(String(1 + Math.floor(chance() * 3)))
  // half of them say why
  const why = page.getByRole('textbox', { name: /^Why does it move/ })
  if ((await why.count()) > 0) {
    if (chance() < 0.5) await keys.type('It comes when it is needed')
    await keys.press('Enter')
    await why.waitFor({ state: 'detached' })
  }
  did.moves += 1
}

async function decide(person: Person): Promise<void> {
  const on = await within(person, 'GET', `/ideas/IDEA-${1 + Math.floor(person.chance() * ideas)}`)
  await within(person, 'POST', '/commands/decide', {
    on: on['id'],
    sentence: `${person.name} decides for the ${(person.did.decisions += 1)}th time`,
  })
}

async function look({ page, keys, chance, did }: Person): Promise<void> {
  if (!page.url().includes('/w/main')) await page.goto(address(''))
  await page.locator('#page').focus()
  await keys.press('g', must('fnirdb'[Math.floor(chance() * 6)]))
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  did.looks += 1
}

/** Nothing on the page, in its lists, its history or its snapshot holds a word of what another one hides. */
async function lookFor(person: Person): Promise<void> {
  const texts = [await person.page.content()]
  if (person.chance() < 0.1)
    for (const path of ['/ideas?limit=200', '/history?limit=200', '/snapshot?record=idea'])
      texts.push(await textWithin(person, path))
  for (const { secret, name } of people)
    if (secret !== '' && secret !== person.secret && texts.some((text) => text.includes(secret)))
      shown.push(`${person.name} at ${person.page.url()} was shown what ${name} hides`)
}

/** The lists as they stand in this browser, gone to by keys and not loaded anew, against what the server gives. */
async function standsAsIs(person: Person): Promise<void> {
  const { page, keys } = person
  for (const [key, heading, path] of [
    ['i', 'Ideas', '/ideas?limit=200'],
    ['f', 'Feedback', '/feedback?limit=200'],
  ] as const) {
    await page.locator('#page').focus()
    await keys.press('g', key)
    await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor()
    const there = (await within(person, 'GET', path))['data'] as readonly {
      readonly title: string
    }[]
    await expect
      .poll(
        async () => (await page.locator('tr[data-row] [data-open]').allTextContents()).toSorted(),
        { timeout: patience },
      )
      .toEqual(there.map(({ title }) => title).toSorted())
  }
  await page.locator('#page').focus()
  await keys.press('g', 'r')
  const items = (await within(person, 'GET', '/roadmap-items?limit=200'))['data'] as readonly {
    readonly title: string
    readonly commitment: string
  }[]
  for (const column of ['now', 'next', 'later']) {
    const titles = items.filter(({ commitment }) => commitment === column).map(({ title }) => title)
    const name = `${column[0]?.toUpperCase()}${column.slice(1)}`
    const section = page.locator('main section', {
      has: page.getByRole('heading', { level: 2, name }),
    })
    await expect
      .poll(async () => (await section.locator('[data-step] a').allTextContents()).toSorted(), {
        timeout: patience,
      })
      .toEqual(titles.toSorted())
  }
}

/** What this one said and decided is there once each, and what it hides it sees: so the others might have been shown it. */
async function standsOnce(person: Person): Promise<void> {
  const { name, did, secret } = person
  for (const [path, field, times, says] of [
    ['/comments', 'text', did.comments, 'says so for the'],
    ['/decisions', 'sentence', did.decisions, 'decides for the'],
  ] as const) {
    const mine = (await allWithin(person, path)).flatMap((row) => {
      const text = JSON.stringify(row[field])
      return text.includes(`${name} ${says} `) ? [text] : []
    })
    expect([mine.length, new Set(mine).size], `${path} of ${name}`).toEqual([times, times])
  }
  if (secret !== '') expect(await textWithin(person, '/ideas?limit=200')).toContain(secret)
}

async function allWithin(person: Person, path: string): Promise<readonly Plain[]> {
  const rows: Plain[] = []
  for (let cursor = ''; ;) {
    const page = await within(person, 'GET', `${path}?limit=200${cursor}`)
    rows.push(...(page['data'] as readonly Plain[]))
    if (typeof page['cursor'] !== 'string') return rows
    cursor = `&cursor=${encodeURIComponent(page['cursor'])}`
  }
}

type Plain = Readonly<Record<string, unknown>>

/** Asks the API from inside the page: as whoever sits at it. */
async function within(person: Person, method: string, path: string, json?: Plain): Promise<Plain> {
  return JSON.parse(await textWithin(person, path, method, json)) as Plain
}

const textWithin = (
  { page }: Person,
  path: string,
  method = 'GET',
  json?: Plain,
): Promise<string> =>
  page.evaluate<string>(
    `fetch(${JSON.stringify(`/api/v1${path}`)}, ${JSON.stringify({
      method,
      headers: { 'content-type': 'application/json' },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    })}).then(async (response) => {
      const text = await response.text()
      if (!response.ok) throw new Error(response.status + ' ' + text)
      return text
    })`,
  )
