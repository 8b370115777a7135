import { chromium, type Browser } from 'playwright-core'
import { findBrowser } from '../scripts/find-browser.mjs'

/**
 * Opens the browser that the tests use. Close it when done: `await browser.close()`.
 * Throws when this machine has none; `npm test` gets one.
 */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === undefined)
    throw new Error(
      'No browser on this machine. Run "npm test" once, which gets one, or set THROUGHLINE_CHROMIUM.',
    )
  return chromium.launch({ executablePath, args: quiet })
}

/** No sandbox, because as root there is none to be had; nothing that calls home or draws on a GPU. */
const quiet: string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
