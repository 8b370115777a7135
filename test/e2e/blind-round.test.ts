/**
 * People at browsers of their own rate the same ideas blind. Until all of them are in, no way there is tells one of
 * them what another gave: every answer to everybody is searched for numbers that nothing else in the workspace has.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../../src/engine/problem.ts'
import { asking, openBrowserWorld, patience, type BrowserWorld } from './browser.world.ts'
import { enter } from './enter.ts'

/** Three in every run; ten in the long form. */
const count = process.env['THROUGHLINE_LONG'] === '1' ? 10 : 3

interface Rater {
  readonly page: Page
  readonly id: string
  readonly name: string
  /** What this one gives, and nobody else: no other number of the workspace begins so. */
  readonly canary: string
}

let open: BrowserWorld
let raters: readonly Rater[] = []
let round = ''
const titles = ['A shorter form', 'A darker paper']

beforeAll(async () => {
  open = await openBrowserWorld()
  const ask = asking(() => open)
  const ideas: string[] = []
  for (const title of titles) ideas.push(String((await ask('POST', '/ideas', { title }))['id']))
  await ask('POST', '/commands/add-model', { method: 'value-effort' })
  const seats = [open.page]
  for (let at = 1; at < count; at += 1)
    seats.push(await enter(open, `Rater ${at}`, at % 2 === 0 ? 'editor' : 'contributor'))
  const people: Rater[] = []
  for (const [at, page] of seats.entries()) {
    const me = JSON.parse(await textWithin(page, '/me')) as {
      readonly actor: { readonly id: string; readonly name: string }
    }
    people.push({ page, id: me.actor.id, name: me.actor.name, canary: `4.7${at + 1}731` })
  }
  raters = people
  const made = await ask('POST', '/commands/open-round', {
    title: 'Seen by each alone',
    modelId: 'MODEL-1',
    ideaIds: ideas,
    raterIds: raters.map(({ id }) => id),
  })
  round = String((made['result'] as { readonly id: string }).id)
}, 300_000)
afterAll(() => open?.close())

test(`${count} people rate blind at ${count} browsers, and nobody is told what another gave before all are in`, async () => {
  const told: string[] = []
  for (const [at, rater] of raters.entries()) {
    await rateAll(rater)
    const later = raters.slice(at + 1).length
    if (later > 0)
      await rater.page
        .getByText(`${at + 1} of ${count} have answered`)
        .first()
        .waitFor()
    // the last one has handed in: now they are shown, and no longer blind
    if (at === raters.length - 1) break
    for (const other of raters) told.push(...(await leaksTo(other)))
  }
  expect(told).toEqual([])
  // the same look that found nothing finds it all once it is shown
  for (const { page } of raters)
    await page.getByText('All answers are shown.').waitFor({ timeout: patience })
  for (const rater of raters) {
    const seen = await textWithin(rater.page, '/ratings?limit=200')
    for (const { canary } of raters) expect(seen).toContain(canary)
    for (const { canary } of raters)
      await rater.page.getByText(canary.slice(0, 4)).first().waitFor({ timeout: patience })
  }
  // ratings are not searched: that question of the test itself is refused
  expect(open.complaints.filter((one) => !one.includes('status of 422'))).toEqual([])
}, 600_000)

/** Types a value into every cell, from cell to cell by the keyboard, and hands in. */
async function rateAll({ page, canary }: Rater): Promise<void> {
  await page.goto(`${open.world.instance.url}/w/main/rounds/${round}`)
  const [first] = titles
  await page.getByRole('textbox', { name: `Value of ${must(first)}` }).click()
  await page.keyboard.type(canary)
  await page.keyboard.press('Enter')
  await page.keyboard.type(`1 ${canary} 9`)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('3')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.type('?')
  await page.keyboard.press('Tab')
  await page.getByText('4 of 4 rated').waitFor()
  await page.getByRole('button', { name: 'Hand in', exact: true }).click()
}

/** Ways on which one is told things: lists, one row, export, history, the line, views, search, the snapshot, MCP. */
const ways = (rater: Rater): readonly string[] => [
  '/ratings?limit=200',
  `/ratings?limit=200&filter[roundId]=${round}`,
  `/rounds/${round}`,
  '/history?limit=200',
  `/history?id=${round}&limit=200`,
  '/snapshot?record=rating',
  '/snapshot',
  '/export/ratings?format=csv',
  '/export/ratings?format=jsonl',
  '/views/rank?model=MODEL-1',
  '/views/explain-score?idea=IDEA-1&model=MODEL-1',
  '/views/models-side-by-side',
  `/views/round-standing?round=${round}`,
  '/views/audit?limit=200',
  '/views/trash',
  `/ratings?q=${encodeURIComponent(rater.canary)}`,
]

/** Where the answers to one person hold what another gave. */
async function leaksTo(rater: Rater): Promise<readonly string[]> {
  const others = raters.filter((one) => one !== rater)
  const found: string[] = []
  const look = (where: string, text: string): void => {
    for (const { canary, name } of others)
      if (text.includes(canary)) found.push(`${rater.name} was told by ${where} what ${name} gave`)
  }
  for (const way of ways(rater))
    look(way, await textWithin(rater.page, way).catch((error: unknown) => String(error)))
  look('the page', await rater.page.content())
  look('what the browser holds', await heldIn(rater.page))
  look('MCP', await byMcp(rater))
  return found
}

/** A key made by this person asks by MCP for what there is. */
async function byMcp({ page }: Rater): Promise<string> {
  return page.evaluate<string>(
    `fetch('/mcp', { method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }, body: ${JSON.stringify(
      JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name: 'list', arguments: { record: 'rating', limit: 200 } },
      }),
    )} }).then((response) => response.text()).catch(String)`,
  )
}

/** Every row of this browser's own database. */
const heldIn = (page: Page): Promise<string> =>
  page.evaluate<string>(`(async () => {
    const all = []
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise((done, fail) => {
        const asked = indexedDB.open(name)
        asked.onsuccess = () => done(asked.result)
        asked.onerror = () => fail(asked.error)
      })
      for (const store of db.objectStoreNames)
        all.push(await new Promise((done, fail) => {
          const asked = db.transaction(store).objectStore(store).getAll()
          asked.onsuccess = () => done(JSON.stringify(asked.result))
          asked.onerror = () => fail(asked.error)
        }))
      db.close()
    }
    return all.join(' ')
  })()`)

const textWithin = (page: Page, path: string): Promise<string> =>
  page.evaluate<string>(
    `fetch(${JSON.stringify(`/api/v1${path}`)}).then((response) => response.text())`,
  )
