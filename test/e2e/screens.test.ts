/** Every screen as it stands: nothing axe finds, nothing beside the page, nothing on the console. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../../src/engine/problem.ts'
import { openBrowserWorld, picturePath, type BrowserWorld } from './browser.world.ts'
import { fillScreens } from './screen-rows.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Address below the workspace, by the name of the screen. */
const screens: Readonly<Record<string, string>> = {
  home: '',
  feedback: 'feedback',
  'one feedback': 'feedback/FB-1',
  triage: 'triage',
  'triage as a list': 'triage?mode=list',
  'new feedback': 'feedback/new',
  'edit a feedback': 'feedback/FB-1/edit',
  'what became of a feedback': 'feedback/FB-1/why',
  quote: 'quotes/QT-1',
  insights: 'insights',
  needs: 'needs',
  'need tree': 'need-tree',
  'needs by evidence': 'need-tree?as=evidence',
  'roadmap by objective': 'roadmap?group=objective',
  'why of a need': 'needs/NEED-1/why',
  ideas: 'ideas',
  'ideas by state': 'ideas?group=state&cols=ref,title,state,effort,productId,draft',
  'ideas as a board': 'ideas?as=board&by=state',
  'one idea': 'ideas/IDEA-1',
  'edit an idea': 'ideas/IDEA-1/edit',
  decisions: 'decisions',
  'decisions as a list': 'decisions?as=list',
  'one decision': 'decisions/DEC-1',
  'an open decision': 'decisions/DEC-2',
  'new decision': 'decisions/new',
  'new question': 'decisions/new?door=one-way',
  'decisions that are due': 'decisions-due',
  'stay the course': 'course',
  objectives: 'objectives',
  'one objective': 'objectives/OBJ-1',
  ranking: 'ranking',
  mirror: 'mirror',
  predictions: 'predictions',
  'one prediction': 'predictions/PRED-1',
  'new prediction': 'predictions/new',
  portfolio: 'portfolio',
  'one plan': 'plans/PLAN-1',
  capacities: 'capacities',
  costs: 'costs',
  tripwires: 'tripwires',
  'one tripwire': 'tripwires/TRIP-1',
  'models side by side': 'models',
  'ranking by a model': 'ranking?model=MODEL-1',
  matrix: 'matrix',
  'matrix of a model': 'matrix?model=MODEL-1',
  'kano chart': 'matrix?model=MODEL-2',
  'landscape of opportunities': 'matrix?model=MODEL-3',
  'one scoring model': 'scoring-models/MODEL-1',
  'blind round': 'rounds/ROUND-1',
  rounds: 'rounds',
  'one metric': 'metrics/MET-1',
  'one experiment': 'experiments/EXP-1',
  'refused idea': 'ideas/IDEA-3',
  lint: 'lint',
  'needs and objectives': 'needs-objectives',
  roadmap: 'roadmap',
  'why of a roadmap item': 'roadmap-items/RM-1/why',
  import: 'import',
  inbox: 'inbox',
  comments: 'comments',
  'one comment': 'comments/CMT-1',
  history: 'history',
  trash: 'trash',
  audit: 'audit',
  'audit of one row': 'audit?ref=IDEA-1',
  settings: 'settings',
  'no companies yet': 'companies',
  'new own field': 'custom-fields/new',
}

/** What lies over a screen: its address, and how it is opened. */
const over: Readonly<Record<string, readonly [string, (page: Page) => Promise<void>]>> = {
  'quick capture': ['ideas', (page) => page.keyboard.press('Shift+C')],
  palette: ['ideas', (page) => page.keyboard.press('Control+k')],
  help: ['ideas', (page) => page.keyboard.press('?')],
  'a condition': ['ideas', (page) => pressed(page, 'Add a condition')],
  'the columns': ['ideas', (page) => pressed(page, /column/)],
  'a menu of a card': ['ideas?as=board&by=state', (page) => pressed(page, /^Move “/)],
  'a cell that is written in': ['ideas', (page) => keys(page, 'j', 'F2')],
  'a name in a comment': ['ideas/IDEA-1', (page) => mention(page)],
  'what is selected': ['ideas', (page) => keys(page, 'j', 'x')],
}

const pressed = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click()

async function keys(page: Page, ...all: readonly string[]): Promise<void> {
  for (const key of all) await page.keyboard.press(key)
}

async function mention(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Comment/ }).waitFor()
  await keys(page, 't', '@')
  await page.getByRole('option').first().waitFor()
}

type Look = readonly [number, 'light' | 'dark']
const isLong = process.env['THROUGHLINE_LONG'] === '1'
const everyLook: readonly Look[] = [
  [1440, 'light'],
  [375, 'dark'],
  [1440, 'dark'],
  [375, 'light'],
]
let turn = 0

/** Of both widths and both themes one screen has the first, the next the second; in the long form each has all. */
const looks = (): readonly Look[] =>
  isLong ? everyLook : [everyLook[turn++ % everyLook.length] as Look]

let open: BrowserWorld

beforeAll(async () => {
  open = await openBrowserWorld()
})

afterAll(() => open.close())

test('the first run of an empty workspace is clean in both themes and widths', async () => {
  expect(await faultsAt('first run', '')).toEqual([])
})

test('every screen is clean in both themes and widths, and fits 320 px', async () => {
  await fillScreens({ make, command, list, program })
  const faults: string[] = []
  for (const [name, path] of Object.entries(screens)) faults.push(...(await faultsAt(name, path)))
  expect(faults).toEqual([])
  expect(open.complaints).toEqual([])
}, 600_000)

test('what lies over a screen is clean in both themes and widths', async () => {
  const faults: string[] = []
  for (const [name, [path, lay]] of Object.entries(over))
    faults.push(...(await faultsAt(name, path, lay)))
  expect(faults).toEqual([])
}, 600_000)

test('the practice on the sample company is clean, on Home and on a page of work', async () => {
  const { page, world } = open
  const told = await world.ask('POST', '/api/v1/sample', { as: world.ownerToken, json: {} })
  expect(told.status).toBe(201)
  await page.goto(`${world.instance.url}/w/main/`)
  await page.getByRole('region', { name: 'Practice' }).waitFor()
  expect(await faultsAt('practice', '')).toEqual([])
  expect(await faultsAt('practice on a page of work', 'settings')).toEqual([])
}, 120_000)

test('an address that leads nowhere says so', async () => {
  await open.page.goto(`${open.world.instance.url}/w/main/needs/NEED-99`)
  await open.page.getByRole('heading', { name: 'NEED-99 cannot be shown' }).waitFor()
  expect(await violations(open.page)).toEqual([])
})

test('the pages that the server makes itself are clean, and the way in stands on the line', async () => {
  const { page, world } = open
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
  for (const path of ['/sign-in', '/api', '/problems/stale']) {
    await page.goto(`${world.instance.url}${path}`)
    expect(await violations(page), path).toEqual([])
  }
})

/** Resolves once nothing on the page has moved for a while: its live line never lets the network rest. */
const calm = `new Promise((resolve) => {
  let timer = setTimeout(resolve, 250)
  new MutationObserver(() => {
    clearTimeout(timer)
    timer = setTimeout(resolve, 250)
  }).observe(document.body, { subtree: true, childList: true, characterData: true })
})`

const widerBy = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

/** What is wrong with a screen, each with where it was seen. */
async function faultsAt(
  name: string,
  path: string,
  lay?: (page: Page) => Promise<void>,
): Promise<readonly string[]> {
  const { page } = open
  const faults: string[] = []
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${open.world.instance.url}/w/main/${path}`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.evaluate(calm)
  if (lay !== undefined) {
    await lay(page)
    await page.evaluate(calm)
  }
  for (const [width, colorScheme] of looks()) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 900 })
    const at = `${name}, ${width}, ${colorScheme}`
    // the other theme at one width has the same page in other colours
    const rules = isLong && colorScheme === 'dark' ? 'colours' : 'all'
    faults.push(...(await violations(page, rules)).map((fault) => `${at}: ${fault}`))
    if (isLong)
      await page.screenshot({
        path: picturePath(`${name.replaceAll(' ', '-')}-${width}-${colorScheme}`),
      })
  }
  for (const width of [375, 320]) {
    await page.setViewportSize({ width, height: 900 })
    let beside = await page.evaluate<number>(widerBy)
    // what is laid out anew for its width may be a moment behind it
    if (beside > 0) {
      await page.evaluate(calm)
      beside = await page.evaluate<number>(widerBy)
    }
    if (beside > 0) faults.push(`${name}, ${width}: ${beside} px stand beside the page`)
  }
  return faults
}

async function violations(
  page: Page,
  rules: 'all' | 'colours' = 'all',
): Promise<readonly string[]> {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(`${axe}; undefined`)
  const only = rules === 'all' ? '{}' : "{ runOnly: ['color-contrast'] }"
  const found = await page.evaluate<readonly { id: string; html: string }[]>(
    `axe.run(document, ${only}).then(({ violations }) =>
      violations.map(({ id, nodes }) => ({ id, html: nodes[0].html })))`,
  )
  return found.map(({ id, html }) => `${id} at ${html.slice(0, 160)}`)
}

const make = async (plural: string, row: Readonly<Record<string, unknown>>): Promise<string> =>
  must((await post(`/${plural}`, row))['id'] as string | undefined, `a row of ${plural}`)

const command = (name: string, input: Readonly<Record<string, unknown>>) =>
  post(`/commands/${name}`, input)

async function program(name: string, json: Readonly<Record<string, unknown>>): Promise<void> {
  const as = await open.world.key('contributor')
  await open.world.ask('POST', `/api/v1/commands/${name}`, { as, json })
}

async function list(path: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { world } = open
  const told = await world.ask('GET', `/api/v1${path}`, { as: world.ownerToken })
  return told.body['data'] as readonly Readonly<Record<string, unknown>>[]
}

async function post(path: string, json: unknown): Promise<Readonly<Record<string, unknown>>> {
  const { world } = open
  const told = await world.ask('POST', `/api/v1${path}`, { as: world.ownerToken, json })
  expect(told.status, `${path} ${told.text}`).toBeLessThan(300)
  return told.body
}
