import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Account, asAccount } from './account.ts'
import { type Binaries } from './binaries.ts'
import { type Endpoint, prepareEndpoint, recordEndpoint } from './endpoint.ts'
import { bareEnvironment } from './environment.ts'
import { type Home } from './home.ts'
import { broken, refusalOf, refusalSaid } from './refusals.ts'
import { type Running, endOrphans, findRunning, isBarred, postmasterFile } from './running.ts'
import { settingsFile, writeSettings } from './settings.ts'
import { giveToOwnerOfFolder } from './whole-file.ts'

/** How to run the server of a home. */
export interface Recipe {
  readonly home: Home
  readonly account: Account | undefined
  readonly binaries: Binaries
  readonly log: (line: string) => void
}

/** A server that we started; `child` tells its end at once, where it is a child of ours. */
export interface Started extends Running {
  readonly child?: ChildProcess
}

/**
 * Starts the server and resolves when it takes connections, however long it needs to recover from
 * a crash. Asked under the home's lock, when none runs.
 */
export async function startServer(
  recipe: Recipe,
  endpoint: Endpoint,
  signal?: AbortSignal,
): Promise<Started> {
  const { home, account, binaries } = recipe
  await endOrphans(home)
  if (isBarred(home)) rmSync(postmasterFile(home), { force: true })
  prepareEndpoint(endpoint, account)
  writeSettings(home, endpoint, binaries.major)
  recordEndpoint(home, endpoint)
  const file = openLog(home)
  const begin = fstatSync(file).size
  try {
    const child = spawnServer(recipe, file)
    const running = await whenReady(recipe, child, begin, signal)
    return child === undefined ? running : { ...running, child }
  } finally {
    closeSync(file)
  }
}

/** Waits until a server that somebody else started takes connections; undefined if it ends first. */
export async function awaitRunning(
  { home, log }: Recipe,
  signal?: AbortSignal,
): Promise<Running | undefined> {
  for (const tell = telling(log); ; await sleep(10)) {
    const running = findRunning(home)
    if (running === undefined || running.state === 'ready') return running
    tell(running.state === 'stopping' ? 'stop' : 'recover')
    signal?.throwIfAborted()
  }
}

const logFile = (home: Home): string => join(home.path, 'server.log')

/** Opened here, since the folder may be closed to the account that the server runs as. */
function openLog(home: Home): number {
  const path = logFile(home)
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > largestLog) {
    renameSync(path, `${path}.1`)
  }
  const how = constants.O_RDWR | constants.O_CREAT | constants.O_APPEND
  const file = openSync(path, how | (constants.O_NOFOLLOW ?? 0), 0o600)
  giveToOwnerOfFolder(file, path)
  return file
}

const largestLog = 4_000_000

/**
 * In a session of its own: Ctrl-C in a terminal is for Throughline, which stops it in order. On
 * Windows pg_ctl starts it, since an administrator's rights must be given up first.
 */
function spawnServer({ home, account, binaries }: Recipe, file: number): ChildProcess | undefined {
  const args = ['-D', home.data, '-c', `config_file=${settingsFile(home)}`]
  if (process.platform === 'win32') {
    const options = `-c config_file="${settingsFile(home)}"`
    const start = ['start', '-D', home.data, '-W', '-s', '-l', logFile(home), '-o', options]
    execFileSync(join(binaries.folder, 'pg_ctl.exe'), start, { stdio: 'ignore' })
    return undefined
  }
  const child = spawn(join(binaries.folder, 'postgres'), args, {
    ...asAccount(account),
    ...bareEnvironment(),
    cwd: '/',
    detached: true,
    stdio: ['ignore', file, file],
  })
  child.unref()
  return child
}

async function whenReady(
  { home, binaries, log }: Recipe,
  child: ChildProcess | undefined,
  begin: number,
  signal: AbortSignal | undefined,
): Promise<Running> {
  const ended = endOf(child)
  const begun = Date.now()
  for (const tell = telling(log); ; await sleep(5)) {
    const running = findRunning(home)
    if (running?.state === 'ready') return running
    if (ended.error !== undefined) throw refusalOf(ended.error, join(binaries.folder, 'postgres'))
    const isOver = child === undefined && running === undefined && Date.now() - begun > 10_000
    if (ended.yes || isOver) throw refusalSaid(saidSince(home, begin), home.path)
    tell('recover')
    if (signal?.aborted !== true) continue
    child?.kill('SIGINT')
    while (child !== undefined && !ended.yes) await sleep(5)
    throw broken(`Starting the database in ${home.path} was broken off.`)
  }
}

function endOf(child: ChildProcess | undefined): { yes: boolean; error: Error | undefined } {
  const end: { yes: boolean; error: Error | undefined } = { yes: false, error: undefined }
  child?.once('exit', () => (end.yes = true))
  child?.once('error', (error) => (end.error = error))
  return end
}

function saidSince(home: Home, begin: number): string {
  const file = openSync(logFile(home), 'r')
  try {
    const buffer = Buffer.alloc(Math.min(fstatSync(file).size - begin, 20_000))
    readSync(file, buffer, 0, buffer.length, begin)
    return buffer.toString()
  } finally {
    closeSync(file)
  }
}

/** Says once, after five seconds, what is being waited for. */
function telling(log: (line: string) => void): (what: 'recover' | 'stop') => void {
  const begun = Date.now()
  let told = false
  return (what) => {
    if (told || Date.now() - begun < 5_000) return
    told = true
    log(`waiting for the database to ${what}`)
  }
}
