import type { Page } from 'playwright-core'
import { openBrowser } from '../test/browser.ts'
import { signIn } from './browser-sign-in.ts'
import { calm } from './felt.ts'
import { atMost, type Figure } from './figures.ts'
import type { House } from './house.ts'
import { median, ms } from './measures.ts'

/** The page of the ranking in a real Chromium: how soon its threads answer, and how long they keep its main thread. */
export async function rankingInBrowser(house: House, count: number): Promise<readonly Figure[]> {
  const browser = await openBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    context.setDefaultTimeout(60_000)
    const page = await context.newPage()
    await recordThreads(page)
    const at = await signIn(house, page)
    const [firsts, longest]: [number[], number[]] = [[], []]
    for (let round = 0; round < 3; round += 1) {
      await page.goto(`${at}/ranking`)
      await answered(page, 2)
      const [first] = await answersOf(page)
      firsts.push(first ?? Number.NaN)
      longest.push(await longestTask(page))
    }
    const again = await moved(page)
    const named = `${count.toLocaleString('en')} ideas in the browser`
    const first = Math.min(...firsts)
    return [
      {
        name: `${named}: first answer of a thread that has just begun, best of 3`,
        rows: undefined,
        value: first,
        says: `${ms(first)} (median ${ms(median(firsts))})`,
        bar: atMost(first, 150, 'at most 150 ms'),
      },
      {
        name: `${named}: a first answer anew, as room is changed, median of ${again.first.length}`,
        rows: undefined,
        value: median(again.first),
        says: `${ms(median(again.first))} (least ${ms(Math.min(...again.first))})`,
        ...(count <= 200 ? { bar: atMost(median(again.first), 50, 'at most 50 ms') } : {}),
      },
      {
        name: `${named}: 10,000 draws, in its thread, median of ${again.steady.length}`,
        rows: undefined,
        value: median(again.steady),
        says: `${ms(median(again.steady))} (least ${ms(Math.min(...again.steady))})`,
        bar: atMost(median(again.steady), 1_000, 'at most 1 s'),
      },
      {
        name: `${named}: longest task of the main thread while the page comes, median of 3`,
        rows: undefined,
        value: median(longest),
        says: ms(median(longest)),
      },
      {
        name: `${named}: longest task of the main thread while room is changed`,
        rows: undefined,
        value: again.longest,
        says: again.longest === 0 ? 'below 50 ms' : ms(again.longest),
      },
    ]
  } finally {
    await browser.close()
  }
}

/** Notes of each thread of the page how long each of its answers took, and of the page its long tasks. */
async function recordThreads(page: Page): Promise<void> {
  await page.addInitScript(`
    globalThis.answers = []
    globalThis.tasks = []
    const Plain = globalThis.Worker
    globalThis.Worker = class extends Plain {
      constructor(...given) {
        super(...given)
        const asked = []
        const post = this.postMessage.bind(this)
        this.postMessage = (what) => {
          if (what?.asked?.draws !== undefined) asked.push([performance.now(), what.asked.draws])
          post(what)
        }
        this.addEventListener('message', () => {
          const [from, draws] = asked.shift() ?? []
          if (from !== undefined) answers.push([performance.now() - from, draws])
        })
      }
    }
    new PerformanceObserver((list) => {
      for (const one of list.getEntries()) tasks.push(one.duration)
    }).observe({ type: 'longtask', buffered: true })
  `)
}

type Timed = readonly [took: number, draws: number]

const told = (page: Page): Promise<readonly Timed[]> => page.evaluate<readonly Timed[]>('answers')

const answersOf = async (page: Page): Promise<readonly number[]> =>
  (await told(page)).map(([took]) => took)

async function answered(page: Page, count: number): Promise<void> {
  // by asking again and again: a page of ours runs no text as code
  while ((await told(page)).length < count) await page.waitForTimeout(20)
  await calm(page)
}

const longestTask = (page: Page): Promise<number> => page.evaluate<number>('Math.max(0, ...tasks)')

/** Room is changed a dozen times, each time when the last answer has come. */
async function moved(page: Page): Promise<{
  readonly first: readonly number[]
  readonly steady: readonly number[]
  readonly longest: number
}> {
  await page.evaluate('tasks.length = 0')
  await page.evaluate('answers.length = 0')
  const rooms = ['3 ideas', '8 ideas', '13 ideas', '5 ideas']
  for (let time = 0; time < 12; time += 1) {
    await page.getByRole('link', { name: rooms[time % rooms.length] ?? '', exact: true }).click()
    await answered(page, 2 * (time + 1))
  }
  const all = await told(page)
  const of = (isMeant: (draws: number) => boolean): readonly number[] =>
    all.flatMap(([took, draws]) => (isMeant(draws) ? [took] : []))
  return {
    first: of((draws) => draws < 10_000),
    steady: of((draws) => draws >= 10_000),
    longest: await longestTask(page),
  }
}
