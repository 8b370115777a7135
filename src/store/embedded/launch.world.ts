import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statfsSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type Connection } from './endpoint.ts'
import { type LaunchOptions, type Launched, launch } from './launch.ts'
import { isAlive } from './processes.ts'

/** A place of its own for a few tests, with what was started in it. */
export interface World {
  readonly base: string
  /** In a private home, into which no other user can look. */
  readonly dataDir: string
  readonly systemDir: string
  readonly lines: readonly string[]
  /** Another data directory, not made yet. */
  fresh(): string
  launch(options?: Partial<LaunchOptions>): Promise<Launched>
  /** Launches in a process of its own, as another user where one is given. */
  launchApart(options?: Apart): Promise<ApartProcess>
  /** Ends every process that was started here; the directories stay for the next test. */
  rest(): Promise<void>
  /** The same, and nothing stays. */
  end(): Promise<void>
}

export interface Apart {
  readonly dataDir?: string
  readonly uid?: number
  /** Resolve as soon as the process is there, not only when its database is. */
  readonly until?: 'spawned'
}

export interface ApartProcess {
  readonly child: ChildProcess
  readonly said: { connection: Connection; adopted: boolean; home: string } | { refused: string }
}

export const isRoot = process.getuid?.() === 0

export function makeWorld(): World {
  const base = mkdtempSync(join(quickFolder(), 'throughline-test-'))
  chmodSync(base, 0o755)
  const inside = join(base, 'private')
  mkdirSync(inside, { mode: 0o700 })
  const systemDir = join(base, 'system')
  const lines: string[] = []
  const launched: Launched[] = []
  const children: ChildProcess[] = []
  const hosts = new Set<string>()
  const homes = new Set<string>()
  const dataDir = join(inside, 'data')
  let count = 0
  return {
    base,
    dataDir,
    systemDir,
    lines,
    fresh: () => join(inside, `fresh-${(count += 1)}`),
    async launch(options = {}) {
      const log = (line: string): void => void lines.push(line)
      const server = await launch({ dataDir, systemDir, log, ...options })
      launched.push(server)
      homes.add(server.home)
      return server
    },
    async launchApart(options = {}) {
      const child = spawnApart({ dataDir, ...options }, systemDir)
      children.push(child)
      if (options.until === 'spawned') return { child, said: { refused: 'not asked' } }
      const said = await firstLine(child)
      if ('home' in said) {
        homes.add(said.home)
        hosts.add(said.connection.host)
      }
      return { child, said }
    },
    rest,
    async end() {
      await rest()
      rmSync(base, { recursive: true, force: true })
    },
  }

  async function rest(): Promise<void> {
    await Promise.allSettled(launched.splice(0).map((server) => server.stop()))
    for (const child of children.splice(0)) {
      if (child.exitCode === null && child.signalCode === null) await endGently(child)
    }
    for (const home of homes) await endServer(home)
    for (const host of hosts) rmSync(host, { recursive: true, force: true })
    homes.clear()
    hosts.clear()
    lines.length = 0
  }
}

/** Memory where there is such a folder from which programs may run: kill -9 is not a power cut. */
function quickFolder(): string {
  const mounts = process.platform === 'linux' ? readFileSync('/proc/mounts', 'utf8') : ''
  const shm = mounts.split('\n').find((line) => line.split(' ')[1] === '/dev/shm')
  if (shm === undefined || /\bnoexec\b|\bro\b/.test(shm)) return tmpdir()
  const { bavail, bsize } = statfsSync('/dev/shm')
  return bavail * bsize > 500_000_000 ? '/dev/shm' : tmpdir()
}

/** The process of a home's server, as PostgreSQL itself wrote it down. */
export const serverOf = (home: string): number =>
  Number(readFileSync(join(home, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])

/** Runs statements one after the other on one connection; the rows of the last. */
export async function query(
  connection: Connection,
  ...statements: readonly string[]
): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ ...connection })
  client.on('error', () => undefined)
  await client.connect()
  try {
    let rows: readonly Record<string, unknown>[] = []
    for (const statement of statements) rows = (await client.query(statement)).rows
    return rows
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The same once the server is back; what an app does that tries again. */
export async function queryWhenBack(
  connection: Connection,
  statement: string,
): Promise<readonly Record<string, unknown>[]> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await query(connection, statement)
    } catch (error) {
      if (attempt > 400) throw error
    }
    await sleep(25)
  }
}

export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(5)
}

export const endGently = (child: ChildProcess): Promise<void> => end(child, 'SIGTERM')

export const killHard = (child: ChildProcess): Promise<void> => end(child, 'SIGKILL')

async function end(child: ChildProcess, how: NodeJS.Signals): Promise<void> {
  const exit = once(child, 'exit')
  child.kill(how)
  await exit
}

function spawnApart(options: Apart, systemDir: string): ChildProcess {
  const source = fileURLToPath(new URL('./launch.ts', import.meta.url))
  const code = `
    import { launch } from ${JSON.stringify(source)}
    const options = ${JSON.stringify({ dataDir: options.dataDir, systemDir })}
    try {
      const { connection, adopted, home, stop } = await launch(options)
      process.once('SIGTERM', () => stop().then(() => process.exit(0)))
      console.log(JSON.stringify({ connection, adopted, home }))
      setInterval(() => undefined, 1000)
    } catch (error) {
      console.log(JSON.stringify({ refused: error.name + ': ' + error.message }))
    }`
  const user = options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    ...user,
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

async function firstLine(child: ChildProcess): Promise<ApartProcess['said']> {
  let text = ''
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk)
    if (text.includes('\n')) return JSON.parse(text) as ApartProcess['said']
  }
  throw new Error(`the process ended and said only: ${text}`)
}

async function endServer(home: string): Promise<void> {
  if (!existsSync(join(home, 'data', 'postmaster.pid'))) return
  const pid = serverOf(home)
  if (!isAlive(pid) || pid === process.pid) return
  process.kill(pid, 'SIGINT')
  await until(() => !isAlive(pid))
}
