import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest'
import { must } from '../../src/engine/problem.ts'
import {
  asking,
  openBrowserWorld,
  type Asking,
  picturePath,
  type BrowserWorld,
} from './browser.world.ts'
import { keyboardOf, type Keyboard } from './keyboard.ts'
import { tellScreens } from './opened.ts'

type Plain = Readonly<Record<string, unknown>>

/** A workspace at a desk without a mouse. */
export interface Desk {
  readonly open: BrowserWorld
  readonly page: Page
  readonly keys: Keyboard
  /** What the API answers; a refusal fails the test. */
  readonly ask: Asking
  /** A list, as the API gives it to whoever sits here. */
  readonly rows: (path: string) => Promise<readonly Plain[]>
  readonly heading: (name: string | RegExp) => Locator
  readonly row: (name: string | RegExp) => Locator
}

interface Spent {
  readonly says: string
  readonly seconds: number
  readonly keys: number
}

/**
 * A desk at which every test is a task: it is done on a real page by keys alone, its time and its keys
 * are told, and when it ends the focus stands somewhere.
 */
export function deskFor(name: string, prepare: (desk: Desk) => Promise<void>): () => Desk {
  // on a busy machine a key takes half a second
  vi.setConfig({ testTimeout: 150_000 })
  let desk: Desk | undefined
  const at = (): Desk => must(desk, 'a desk')
  const spent: Spent[] = []
  let [since, before] = [0, 0]
  beforeAll(async () => {
    desk = await openDesk()
    await prepare(desk)
    await toHome(desk)
  }, 120_000)
  beforeEach(() => {
    ;[since, before] = [performance.now(), at().keys.pressed()]
  })
  afterEach(async ({ task }) => {
    const seconds = (performance.now() - since) / 1000
    spent.push({ says: task.name, seconds, keys: at().keys.pressed() - before })
    // what went wrong here is no reason for the next to go wrong
    if (task.result?.state === 'fail') {
      await tellScreens(task)
      await toHome(at())
    } else await checkDesk(at())
  })
  afterAll(async () => {
    process.stdout.write(`${[...spent, sumOf(name, spent)].map(line).join('\n')}\n`)
    await at().page.screenshot({ path: picturePath(name) })
    await at().open.close()
  })
  return at
}

/** The focus is not lost, or the next Tab would begin at the top; nothing was pointed at; no page complained. */
async function checkDesk({ page, open }: Desk): Promise<void> {
  await expect
    .poll(() => page.evaluate<string>('document.activeElement?.tagName ?? ""'))
    .not.toBe('BODY')
  expect(await page.evaluate<number>('globalThis.touched ?? 0'), 'a pointer was used').toBe(0)
  expect(open.complaints).toEqual([])
}

async function toHome({ page, open, heading }: Desk): Promise<void> {
  await page.goto(`${open.world.instance.url}/w/main/`)
  await heading(/./).waitFor()
}

async function openDesk(): Promise<Desk> {
  const open = await openBrowserWorld()
  await open.context.addInitScript(
    `addEventListener('pointerdown', () => { globalThis.touched = (globalThis.touched ?? 0) + 1 }, true)`,
  )
  const { page, world } = open
  return {
    open,
    page,
    keys: keyboardOf(page),
    ask: asking(() => open),
    rows: async (path) => {
      const told = await open.context.request.get(`${world.instance.url}/api/v1${path}`)
      return must(((await told.json()) as { data?: readonly Plain[] }).data, path)
    },
    heading: (text) => page.getByRole('heading', { level: 1, name: text }),
    row: (text) => page.getByRole('row', { name: text }),
  }
}

const line = ({ says, seconds, keys }: Spent): string =>
  `${seconds.toFixed(1).padStart(6)} s ${String(keys).padStart(5)} keys  ${says}`

const sumOf = (name: string, spent: readonly Spent[]): Spent => ({
  says: `${name}: all ${spent.length}`,
  seconds: spent.reduce((sum, one) => sum + one.seconds, 0),
  keys: spent.reduce((sum, one) => sum + one.keys, 0),
})
