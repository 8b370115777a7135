/**
 * Builds the server and the browser's part into `dist`, each in a folder of its own first, so that
 * nobody ever runs half a build. Needs production dependencies only.
 *
 * The lock saves work and is not relied on for more: if two should ever hold it, both build the
 * same sources and the last rename wins.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { stripVTControlCharacters } from 'node:util'
import { dist, isBuilt, root, takeStamp } from './built.mjs'

const lock = join(dist, 'lock')
const me = `${hostname()} ${process.pid}`
/** A builder touches its lock every second; one that has not for this long is dead or asleep. */
const dead = 20_000

// Vite leaves one rejection unhandled where a page names a script that is not there.
process.on('unhandledRejection', (error) => fail(error))

process.chdir(root)
reach(() => mkdirSync(dist, { recursive: true }))
const release = await takeLock()
try {
  sweep()
  if (!isBuilt()) await build()
} catch (error) {
  fail(error)
} finally {
  release()
}

async function build() {
  const done = takeStamp()
  const room = join(dist, `building-${process.pid}`)
  rmSync(room, { recursive: true, force: true })
  try {
    const parts = [buildServer(join(room, 'server')), buildWeb(join(room, 'web'))]
    // Both come to their end before the room is cleared, whatever the other does.
    for (const part of await Promise.allSettled(parts))
      if (part.status === 'rejected') fail(part.reason)
    if (process.exitCode === 1) return
    rmSync(join(dist, 'stamp'), { force: true })
    for (const part of ['server', 'web']) put(part, room)
    done()
  } finally {
    rmSync(room, { recursive: true, force: true })
  }
}

/** @param {string} outdir */
async function buildServer(outdir) {
  const { rolldown } = await import('rolldown')
  const bundle = await rolldown({
    input: { main: 'src/app/main.ts', aside: 'src/app/aside/thread.ts' },
    platform: 'node',
    transform: { target: 'node20' },
    tsconfig: false,
    // packages stay where they are installed; what the bundler adds of its own is none
    external: /^(?!@oxc-project\/)[\w@]/,
  })
  await bundle.write({
    dir: outdir,
    format: 'esm',
    sourcemap: true,
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
  })
  await bundle.close()
}

/** @param {string} outDir */
async function buildWeb(outDir) {
  if (!existsSync('src/web/index.html')) return
  const vite = await import('vite')
  await vite.build({
    configFile: join(root, 'vite.config.ts'),
    mode: 'production',
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
  })
}

/**
 * Puts a finished folder in the place of another, which goes into `room` to be removed with it.
 * @param {string} part @param {string} room
 */
function put(part, room) {
  if (!existsSync(join(room, part))) return
  for (let turn = 0; ; turn += 1) {
    if (existsSync(join(dist, part)))
      renameSync(join(dist, part), join(room, `${part}-before-${turn}`))
    try {
      return renameSync(join(room, part), join(dist, part))
    } catch (error) {
      if (turn === 3) throw error
    }
  }
}

/** What builders left behind that were killed half-way. */
function sweep() {
  for (const name of readdirSync(dist)) {
    const pid = /^building-(\d+)$/.exec(name)?.[1]
    if (pid !== undefined && !isRunning(Number(pid)))
      rmSync(join(dist, name), { recursive: true, force: true })
  }
}

/** @returns {Promise<() => void>} gives the lock back */
async function takeLock() {
  let said = false
  for (;;) {
    try {
      writeFileSync(lock, me, { flag: 'wx' })
      const beat = setInterval(touchLock, 1_000)
      return () => {
        clearInterval(beat)
        if (readLock() === me) rmSync(lock, { force: true })
      }
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') refuse(error)
    }
    if (isAbandoned()) rmSync(lock, { force: true })
    else {
      if (!said) console.error('Another start is building it already; waiting for that one.')
      said = true
      await pause(100)
    }
  }
}

function touchLock() {
  if (readLock() === me) utimesSync(lock, new Date(), new Date())
}

function isAbandoned() {
  const touched = statSync(lock, { throwIfNoEntry: false })?.mtimeMs
  if (touched === undefined) return false
  if (Date.now() - touched > dead) return true
  const [host, pid] = readLock().split(' ')
  return host === hostname() && pid !== undefined && pid !== '' && !isRunning(Number(pid))
}

function readLock() {
  try {
    return readFileSync(lock, 'utf8')
  } catch {
    return ''
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** @param {() => void} act */
function reach(act) {
  try {
    act()
  } catch (error) {
    refuse(error)
  }
}

/** @param {unknown} error */
function fail(error) {
  const { message } = /** @type {Error} */ (error)
  // Vite's own words come coloured, whoever reads them.
  console.error(process.stderr.isTTY ? message : stripVTControlCharacters(message))
  process.exitCode = 1
}

/** @param {unknown} error @returns {never} */
function refuse(error) {
  console.error(
    `Throughline must build into ${dist} and cannot write there (${/** @type {Error} */ (error).message}). ` +
      'Make that folder writable, or build once as its owner with "node scripts/build.mjs".',
  )
  process.exit(1)
}
