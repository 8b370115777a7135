/** Where a browser for the tests may be. Looks, and installs nothing. */
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where `get-browser.mjs` unpacks the browser that comes by npm. */
export const unpacked = fileURLToPath(
  new URL('../node_modules/.cache/throughline-browser', import.meta.url),
)

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  join(unpacked, 'run'),
]

/**
 * The browser that `THROUGHLINE_CHROMIUM` names, else one of this machine, else the unpacked one.
 * @param {(path: string) => boolean} fits more than being a program that one must be
 * @returns {string | undefined} the path of a program
 */
export function findBrowser(fits = () => true) {
  const named = process.env['THROUGHLINE_CHROMIUM']
  if (named !== undefined && named !== '') {
    if (isProgram(named) && fits(named)) return named
    throw new Error(
      `THROUGHLINE_CHROMIUM names ${named}, which is no browser that runs. Correct it or unset it.`,
    )
  }
  const folders = new Set([
    '/usr/bin',
    ...(process.env['PATH'] ?? '').split(delimiter).filter(Boolean),
  ])
  const usual = names.flatMap((name) => [...folders].map((folder) => join(folder, name)))
  return [...usual, ...elsewhere].find((path) => isProgram(path) && fits(path))
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
