import type { Page } from 'playwright-core'
import { openBrowser } from '../test/browser.ts'
import { useBoard, useList } from './browser-hands.ts'
import { signIn } from './browser-sign-in.ts'
import { calm, feltDuring, recordFelt, type Felt } from './felt.ts'
import { atMost, type Figure } from './figures.ts'
import type { House } from './house.ts'
import { median, ms, quantile } from './measures.ts'
import { routes, scriptWeight } from './script-weight.ts'

/**
 * The pages in a real Chromium over ten thousand ideas: what comes over the wire, when the largest
 * thing is painted, and how long each key and each press waits for the next paint, as the browser
 * records it.
 */
export async function browserCase(house: House, rows: number): Promise<readonly Figure[]> {
  const browser = await openBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    context.setDefaultTimeout(60_000)
    const page = await context.newPage()
    await recordFelt(page)
    const at = await signIn(house, page)
    const figures: Figure[] = [...weights()]
    figures.push(...(await arrivals(page, at, rows)))
    await page.goto(`${at}/ideas?sort=-score&cols=ref,title,reach,effort,state,createdAt,score`)
    await heldWhole(page)
    figures.push(...felt('idea list', rows, await feltDuring(page, () => useList(page))))
    await page.goto(`${at}/ideas?as=board&by=state&sort=-score`)
    await heldWhole(page)
    figures.push(...felt('idea board', rows, await feltDuring(page, () => useBoard(page))))
    return figures
  } finally {
    await browser.close()
  }
}

const weights = (): readonly Figure[] =>
  (
    [
      ['Home', routes.home, 180],
      ['the list of ideas', routes.ideas, 280],
      ['the list of feedback', routes.feedback, 280],
    ] as const
  ).map(([name, entries, bar]) => {
    const value = scriptWeight(entries)
    return {
      name: `script that ${name} needs, gzip`,
      rows: undefined,
      value,
      says: `${value.toFixed(0)} kB`,
      bar: atMost(value, bar, `at most ${bar} kB`),
    }
  })

/** Each page as one comes to it who was never there: no cache, nothing held. */
async function arrivals(page: Page, at: string, rows: number): Promise<readonly Figure[]> {
  const found: Figure[] = []
  const snapshots: number[] = []
  for (const [name, path] of [
    ['Home', ''],
    ['the list of ideas', '/ideas?sort=-score'],
    ['the board of ideas', '/ideas?as=board&by=state'],
  ] as const) {
    const largest: number[] = []
    for (let round = 0; round < 5; round++) {
      await forget(page)
      await page.goto(`${at}${path}`)
      await heldWhole(page)
      await calm(page)
      largest.push(await page.evaluate<number>('painted'))
      snapshots.push(await snapshotOf(page))
    }
    const value = median(largest)
    found.push({
      name: `${name}, largest contentful paint`,
      rows,
      value,
      says: ms(value),
      bar: atMost(value, 2000, 'at most 2 s'),
    })
  }
  const value = median(snapshots)
  return [
    ...found,
    {
      name: 'all that is held whole, read by the page',
      rows,
      value,
      says: ms(value),
      bar: atMost(value, 1000, 'at most 1 s'),
    },
  ]
}

/** Milliseconds from asking for all that is held whole to its last byte. */
async function snapshotOf(page: Page): Promise<number> {
  for (;;) {
    const took = await page.evaluate<number | null>(
      `performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/v1/snapshot'))
        .map((one) => one.responseEnd - one.startTime)[0] ?? null`,
    )
    if (took !== null) return took
    await page.waitForTimeout(200)
  }
}

/** Leaves the session and nothing else in the browser. */
async function forget(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  const origin = new URL(page.url()).origin
  // a page that is open holds its database open
  await page.goto('about:blank')
  await cdp.send('Network.clearBrowserCache')
  await cdp.send('Storage.clearDataForOrigin', {
    origin,
    storageTypes: 'indexeddb,cache_storage,service_workers,local_storage',
  })
  await cdp.detach()
}

/** Nothing is being read any more: the rows are there, and the page answers from what it holds. */
async function heldWhole(page: Page): Promise<void> {
  const quiet =
    "document.querySelector('h1') !== null && document.querySelector('[aria-busy=true]') === null"
  for (let still = 0; still < 10;) {
    still = (await page.evaluate<boolean>(quiet)) ? still + 1 : 0
    await page.waitForTimeout(200)
  }
  await calm(page)
}

function felt(name: string, rows: number, { took, slowest, cpu }: Felt): readonly Figure[] {
  const each = cpu / took.length
  const [p75, p95] = [quantile(took, 0.75), quantile(took, 0.95)]
  for (const one of slowest) console.error(`    ${name}: ${one}`)
  return [
    {
      name: `${name}, ${took.length} interactions to the next paint, p75`,
      rows,
      value: p75,
      says: ms(p75),
      bar: atMost(p75, 50, 'at most 50 ms'),
    },
    {
      name: `${name}, p95`,
      rows,
      value: p95,
      says: ms(p95),
      bar: atMost(p95, 100, 'at most 100 ms'),
    },
    { name: `${name}, main thread an interaction`, rows, value: each, says: ms(each) },
  ]
}
