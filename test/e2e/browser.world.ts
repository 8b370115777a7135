import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openWorld, type World } from '../../src/app/instance.world.ts'
import { openBrowser } from '../browser.ts'
import { opened } from './opened.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A whole instance, a browser, and an owner signed in by the link; what the pages complain of is kept. */
export interface BrowserWorld {
  readonly world: World
  readonly browser: Browser
  readonly context: BrowserContext
  readonly page: Page
  /** Errors on the console, refused by the content policy or thrown, with the page that said them. */
  readonly complaints: readonly string[]
  readonly close: () => Promise<void>
}

/**
 * How long what a page shows is waited for, in milliseconds: a busy machine paints late, and late is not wrong.
 * Less than a test may take, or its end would come first and not say what was waited for.
 */
export const patience = Number(process.env['PATIENCE'] ?? 90_000)

/** `worker` lets the pages keep themselves for when there is no network; what a test holds back would go round it. */
export async function openBrowserWorld(
  { worker }: { readonly worker: 'allow' | 'block' } = { worker: 'block' },
): Promise<BrowserWorld> {
  if (!existsSync(join(root, 'dist/web/index.html')))
    throw new Error(
      'The pages are not built. Run "npx vite build" once; "npm test" does it itself.',
    )
  const world = await openWorld()
  const browser = await openBrowser()
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: worker,
  })
  context.setDefaultTimeout(patience)
  const complaints: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.page()?.url()} ${message.text()}`)
  })
  // Asked for from the start: a busy browser may hear the key before it hears that the chooser is wanted,
  // and one that is not wanted opens nothing.
  context.on('page', (page) => page.on('filechooser', () => undefined))
  context.on('weberror', (error) => complaints.push(error.error().message))
  const page = await context.newPage()
  await page.goto(world.instance.onceLink)
  await page.waitForURL(/\/w\/main/)
  const all: BrowserWorld = {
    world,
    browser,
    context,
    page,
    complaints,
    close: async () => {
      opened.delete(all)
      await browser.close()
      await world.close()
    },
  }
  opened.add(all)
  return all
}

type Plain = Readonly<Record<string, unknown>>

/** Asks the API as the owner does; a refusal is an error with what it said. */
export type Asking = (method: string, path: string, json?: Plain) => Promise<Plain>

export const asking =
  (open: () => BrowserWorld): Asking =>
  async (method, path, json) => {
    const { world } = open()
    const told = await world.ask(method, `/api/v1${path}`, {
      as: world.ownerToken,
      ...(json === undefined ? {} : { json }),
    })
    if (told.status >= 300) throw new Error(`${method} ${path}: ${told.text}`)
    return told.body
  }

/** Notes what has been done by when, in seconds from here. */
export function stopwatch(): {
  readonly told: (what: string) => void
  readonly parts: readonly string[]
} {
  const since = performance.now()
  const parts: string[] = []
  return {
    told: (what) => void parts.push(`${((performance.now() - since) / 1000).toFixed(1)} s ${what}`),
    parts,
  }
}

/** Where screenshots go; never into the repository. */
export function picturePath(name: string): string {
  const folder = join(root, 'test-results')
  mkdirSync(folder, { recursive: true })
  return join(folder, `${name}.png`)
}
