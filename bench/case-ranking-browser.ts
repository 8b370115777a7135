import type { Page } from 'playwright-core'
import { browserFact } from '../test/browser-fact.ts'
import { openBrowser } from '../test/browser.ts'
import { signIn } from './browser-sign-in.ts'
import { calm } from './felt.ts'
import { atMost, type Figure } from './figures.ts'
import type { House } from './house.ts'
import { load } from './load.ts'
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
    const loads: Turn[] = []
    const longest: number[] = []
    const cold: Seen[] = []
    const again: Seen[] = []
    for (let round = 0; round < 5; round += 1) {
      await page.goto(`${at}/ranking`)
      loads.push(await settled(page, 0))
      cold.push(await seen(page))
      await calm(page)
      longest.push(await longestTask(page))
      await remembered(page)
      await page.goto(`${at}/ranking`)
      again.push(await seen(page))
      await settled(page, 0)
      await browserFact(page, 'certainty', 'delete')
    }
    const changed = await changes(house, page)
    const moved = await moves(page)
    const dragged = count > 200 ? undefined : await drags(page, at)
    const named = `${count.toLocaleString('en')} ideas in the browser`
    const figure = (says: string, took: readonly number[], bar?: number): Figure => {
      const value = median(took)
      return {
        name: `${named}: ${says}`,
        rows: undefined,
        value,
        says: `${ms(value)} (least ${ms(Math.min(...took))}, most ${ms(Math.max(...took))} of ${took.length})`,
        ...(bar === undefined ? {} : { bar: atMost(value, bar, `at most ${bar} ms`) }),
      }
    }
    return [
      figure('first answer, threads that have just begun', loads.map(firstOf), 150),
      figure(
        'how sure the order is, seen from the address on, nothing remembered',
        cold.map(({ sure }) => sure),
      ),
      figure(
        'how sure the order is, after the ideas are seen, the page is opened again',
        again.map(({ rows, sure }) => sure - rows),
        150,
      ),
      figure(
        'all of it seen from the address on, the page is opened again',
        again.map(({ learnt }) => learnt),
      ),
      figure('first answer, an idea was added', changed.turns.map(firstOf), 150),
      figure('10,000 draws, threads that have just begun', loads.map(steadyOf)),
      figure('10,000 draws, an idea was added', changed.turns.map(steadyOf), 1_000),
      figure('what to learn, an idea was added', changed.turns.map(learntOf)),
      figure(
        'answered anew as room is changed, with 10,000 draws',
        moved.turns.map(firstOf),
        ...(count <= 200 ? [50] : []),
      ),
      ...(dragged === undefined
        ? []
        : [
            figure(
              `a weight is dragged, ${dragged.draws.toLocaleString('en')} draws`,
              dragged.took,
              50,
            ),
          ]),
      figure('longest task of the main thread while the page comes', longest),
      ...[
        ['ideas are added', changed.longest] as const,
        ['room is changed', moved.longest] as const,
        ...(dragged === undefined ? [] : [['a weight is dragged', dragged.longest] as const]),
      ].map(([when, value]): Figure => ({
        name: `${named}: longest task of the main thread while ${when}`,
        rows: undefined,
        value,
        says: value === 0 ? 'below 50 ms' : ms(value),
      })),
    ]
  } finally {
    await browser.close()
  }
}

/** What was asked of the threads once, and how long after that each answer came, in milliseconds. */
interface Turn {
  readonly answers: readonly Answer[]
}

interface Answer {
  readonly after: number
  readonly draws: number
  readonly learns: boolean
}

const firstOf = ({ answers }: Turn): number => answers[0]?.after ?? Number.NaN
const steadyOf = ({ answers }: Turn): number =>
  answers.find(({ draws }) => draws >= 10_000)?.after ?? Number.NaN
const learntOf = ({ answers }: Turn): number =>
  answers.find(({ learns }) => learns)?.after ?? Number.NaN

/** When the page first showed ideas, how sure their order is, and what to learn, in milliseconds from its address on. */
interface Seen {
  readonly rows: number
  readonly sure: number
  readonly learnt: number
}

async function seen(page: Page): Promise<Seen> {
  for (;;) {
    const found = await page.evaluate<Partial<Seen>>('seen')
    const { rows, sure, learnt } = found
    if (rows !== undefined && sure !== undefined && learnt !== undefined)
      return { rows, sure, learnt }
    await page.waitForTimeout(20)
  }
}

/** Until the browser keeps an answer. */
async function remembered(page: Page): Promise<void> {
  while (!(await browserFact(page, 'certainty'))) await page.waitForTimeout(50)
}

/** Notes of each question to the threads of the page when its answers came, and of the page its long tasks. */
async function recordThreads(page: Page): Promise<void> {
  await page.addInitScript(`
    globalThis.turns = []
    globalThis.tasks = []
    const Plain = globalThis.Worker
    globalThis.Worker = class extends Plain {
      constructor(...given) {
        super(...given)
        const asked = new Map()
        const post = this.postMessage.bind(this)
        let other = 0
        this.postMessage = (what, ...more) => {
          if (what?.is === 'material') other = performance.now()
          if (what?.is === 'question' || what?.is === 'ask') {
            const turn = { from: other || performance.now(), answers: [] }
            other = 0
            asked.set(what.turn ?? what.run, turn)
            turns.push(turn)
          }
          post(what, ...more)
        }
        this.addEventListener('message', ({ data }) => {
          const turn = asked.get(data.turn ?? data.run)
          if (turn !== undefined) turn.answers.push({
            after: performance.now() - turn.from,
            draws: (data.certainty ?? data.order).draws,
            learns: 'learn' in (data.certainty ?? {}),
          })
        })
      }
    }
    globalThis.seen = {}
    const look = () => {
      const now = performance.now()
      if (document.querySelectorAll('[role=row]').length > 3) seen.rows ??= now
      if (document.querySelector('a[href*="/ranking?top="]') !== null) seen.sure ??= now
      if (/Learn this first|No test can change/.test(document.body?.textContent ?? '')) seen.learnt ??= now
      if (seen.learnt === undefined) requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
    new PerformanceObserver((list) => {
      for (const one of list.getEntries()) tasks.push(one.duration)
    }).observe({ type: 'longtask', buffered: true })
  `)
}

const turnsOf = (page: Page): Promise<readonly Turn[]> => page.evaluate<readonly Turn[]>('turns')

/** The first question after so many, once it is answered with what to learn. */
async function settled(page: Page, after: number): Promise<Turn> {
  // by asking again and again: a page of ours runs no text as code
  for (;;) {
    const found = (await turnsOf(page)).slice(after).findLast((turn) => turn.answers.length > 0)
    if (found?.answers.some(({ learns }) => learns) === true) return found
    await page.waitForTimeout(20)
  }
}

const longestTask = (page: Page): Promise<number> => page.evaluate<number>('Math.max(0, ...tasks)')

interface Rounds {
  readonly turns: readonly Turn[]
  readonly longest: number
}

async function rounds(
  page: Page,
  count: number,
  act: (round: number) => Promise<unknown>,
): Promise<Rounds> {
  await page.evaluate('tasks.length = 0')
  const turns: Turn[] = []
  for (let round = 0; round < count; round += 1) {
    const before = (await turnsOf(page)).length
    await act(round)
    turns.push(await settled(page, before))
  }
  return { turns, longest: await longestTask(page) }
}

/** Somebody else adds an idea, so that all is drawn anew. */
const changes = (house: House, page: Page): Promise<Rounds> =>
  rounds(page, 6, (round) =>
    load(house.target, { clients: 1, requests: 1 }, () => ({
      method: 'POST',
      path: '/api/v1/ideas',
      body: { title: `One more, ${round}`, reach: 900, impact: 1, confidence: 80, effort: 4 },
    })),
  )

/** Room is changed a dozen times. */
const moves = (page: Page): Promise<Rounds> =>
  rounds(page, 12, (round) =>
    page.getByRole('link', { name: rooms[round % rooms.length] ?? '', exact: true }).click(),
  )

/** A weight is moved thirty steps, each as soon as the last is answered. */
async function drags(
  page: Page,
  at: string,
): Promise<{ readonly took: readonly number[]; readonly draws: number; readonly longest: number }> {
  await page.goto(`${at}/ranking?model=MODEL-1`)
  const weight = page.getByRole('slider').first()
  await weight.waitFor()
  await calm(page)
  await page.evaluate('tasks.length = 0')
  await page.evaluate('turns.length = 0')
  await weight.focus()
  for (let step = 1; step <= 30; step += 1) {
    await page.keyboard.press(step % 10 < 5 ? 'ArrowRight' : 'ArrowLeft')
    while ((await quick(page)).length < step) await page.waitForTimeout(5)
  }
  const answers = await quick(page)
  return {
    took: answers.map(({ after }) => after),
    draws: answers[0]?.draws ?? Number.NaN,
    longest: await longestTask(page),
  }
}

/** The answers that came while something moved. */
const quick = async (page: Page): Promise<readonly Answer[]> =>
  (await turnsOf(page)).flatMap(({ answers }) => answers.filter(({ draws }) => draws <= 1_000))

const rooms = ['3 ideas', '8 ideas', '13 ideas', '5 ideas']
