import type { CDPSession, Page } from 'playwright-core'
import { must } from '../src/engine/problem.ts'

/** What one who used a page for a while had to wait, as the browser itself recorded it. */
export interface Felt {
  /** Milliseconds to the next paint, each interaction; those under the browser's threshold as it. */
  readonly took: readonly number[]
  /** Of those, which were slowest: the kind of event, its milliseconds, and those spent before and in our code. */
  readonly slowest: readonly string[]
  /** Milliseconds that the page's main thread worked, in all. */
  readonly cpu: number
}

/** Shorter ones are not told one by one (Event Timing API). */
const threshold = 16

/** Has a page record its interactions from its very first. Before it is gone to. */
export async function recordFelt(page: Page): Promise<void> {
  await page.addInitScript(`
    globalThis.felt = []
    new PerformanceObserver((list) => {
      for (const one of list.getEntries())
        if (one.interactionId > 0) felt.push({
          id: one.interactionId, name: one.name, ms: one.duration,
          waited: one.processingStart - one.startTime, ran: one.processingEnd - one.processingStart,
        })
    }).observe({ type: 'event', durationThreshold: ${threshold}, buffered: true })
    globalThis.painted = 0
    new PerformanceObserver((list) => {
      for (const one of list.getEntries()) painted = one.startTime
    }).observe({ type: 'largest-contentful-paint', buffered: true })
  `)
}

interface Told {
  readonly id: number
  readonly name: string
  readonly ms: number
  readonly waited: number
  readonly ran: number
}

/** Tells what is felt while something is done. The same page again begins anew. */
export async function feltDuring(page: Page, work: () => Promise<void>): Promise<Felt> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.evaluate('felt.length = 0')
  const before = await page.evaluate<number>('performance.interactionCount')
  const from = await workOf(cdp)
  await work()
  await calm(page)
  const cpu = (await workOf(cdp)) - from
  const count = (await page.evaluate<number>('performance.interactionCount')) - before
  const told = await page.evaluate<readonly Told[]>('felt')
  await cdp.detach()
  // several events make one interaction; the longest of them is what was felt
  const longest = new Map<number, Told>()
  for (const one of told) if ((longest.get(one.id)?.ms ?? -1) < one.ms) longest.set(one.id, one)
  const long = [...longest.values()].toSorted((one, other) => other.ms - one.ms)
  return {
    took: [
      ...long.map(({ ms }) => ms),
      ...Array.from({ length: Math.max(0, count - long.length) }, () => threshold),
    ],
    slowest: long
      .slice(0, 5)
      .map(
        ({ name, ms, waited, ran }) =>
          `${name} ${ms} ms (${waited.toFixed(0)} before, ${ran.toFixed(0)} in its handlers)`,
      ),
    cpu,
  }
}

async function workOf(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return must(metrics.find(({ name }) => name === 'TaskDuration')).value * 1000
}

/** Resolves when the page has painted and has nothing more to do at once, as before one's next key. */
export async function calm(page: Page): Promise<void> {
  await page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(done, { timeout: 500 }))))',
  )
}
