/**
 * Is what stands in `dist` made from the sources that stand here? Asked at every start and every
 * command, so it must cost next to nothing: when nothing is younger than the stamp, file times are
 * all that is read. When something is, its content decides, so that a checkout that was copied,
 * touched or switched to and fro is not built again for nothing.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const dist = join(root, 'dist')

const stamp = join(dist, 'stamp')
const besideTheSource = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  'scripts/decide-later.ts',
  'scripts/build.mjs',
]

/** File times on some disks are whole or even numbers of seconds; younger than this is "just now". */
const justNow = 2_000

/** Builds in a process of its own when `dist` is missing or behind, so that no bundler stays in memory. */
export async function ensureBuilt() {
  if (isBuilt()) return
  if (!existsSync(join(root, 'node_modules', 'esbuild')))
    leave(`The packages of Throughline are not installed. Run "npm ci" in ${root} first.`)
  console.error('Building Throughline: this checkout is new or has changed.')
  const code = await run([join(root, 'scripts', 'build.mjs')])
  if (code !== 0) leave('Throughline could not be built; the reason stands above.')
}

/** @returns {boolean} whether `dist` was made from exactly these sources */
export function isBuilt() {
  if (!existsSync(join(dist, 'server', 'main.mjs'))) return false
  const made = timeOf(stamp)
  if (made === undefined) return false
  const sources = readSources()
  if (sources.youngest < made) return true
  const now = Date.now()
  if (readFileSync(stamp, 'utf8') !== digest(sources.files)) return false
  setAside(() => utimesSync(stamp, new Date(now - justNow), new Date(now - justNow)))
  return true
}

/**
 * What a build is made from, as it stands now. To be taken before the build reads anything.
 * @returns {() => void} writes the stamp, when the build is in its place
 */
export function takeStamp() {
  const now = Date.now()
  const content = digest(readSources().files)
  return () => {
    writeFileSync(stamp, content)
    utimesSync(stamp, new Date(now - justNow), new Date(now - justNow))
  }
}

/** Tests and prose are no part of the build. Folders count by their time, so that a deletion shows. */
function readSources() {
  const files = besideTheSource.filter((file) => existsSync(join(root, file)))
  let youngest = Math.max(0, ...files.map((file) => timeOf(join(root, file)) ?? 0))
  const visit = (/** @type {string} */ folder) => {
    youngest = Math.max(youngest, timeOf(join(root, folder)) ?? 0)
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) visit(path)
      else if (entry.isFile() && !/\.(test|world)\.tsx?$|\.md$/.test(path)) {
        files.push(path)
        youngest = Math.max(youngest, timeOf(join(root, path)) ?? 0)
      }
    }
  }
  if (existsSync(join(root, 'src'))) visit('src')
  return { files, youngest }
}

/** @param {readonly string[]} files */
function digest(files) {
  const all = createHash('sha256')
  for (const file of [...files].sort()) {
    const content = readFileSync(join(root, file))
    all.update(`${file}\0${content.length}\0`).update(content)
  }
  return all.digest('hex')
}

/** @param {string} path */
function timeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs
}

/** A stamp that cannot be touched (a read-only disk, another owner) only costs the next start a little. */
function setAside(/** @type {() => void} */ touch) {
  try {
    touch()
  } catch {
    return
  }
}

/**
 * Runs a script of ours, its words on our stderr, and lets nothing outlive us.
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit code
 */
function run(args) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const pass = (/** @type {NodeJS.Signals} */ signal) => {
    child.kill(signal)
  }
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  for (const signal of signals) process.on(signal, pass)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      for (const each of signals) process.off(each, pass)
      if (signal !== null) process.kill(process.pid, signal)
      resolve(code ?? 1)
    })
  })
}

/** @param {string} why @returns {never} */
function leave(why) {
  console.error(why)
  process.exit(1)
}
