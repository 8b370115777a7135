import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** An instance as anybody starts it, in a process of its own. */
export interface Running {
  readonly port: number
  readonly pid: number
  /** Milliseconds from the start of the process to the first page it answered. */
  readonly upMs: number
  readonly stop: () => Promise<void>
}

const program = fileURLToPath(new URL('../bin/throughline.mjs', import.meta.url))

/** Builds what is not built, so that no start is taken for a build. */
export const build = (): void => {
  execFileSync(process.execPath, [program, '--help'], { stdio: ['ignore', 'ignore', 'inherit'] })
}

/**
 * Starts an instance on a data directory, by the program that `npm start` runs. The rate that one key
 * may have is raised out of the way: what is measured is what the machine can do. Its webhooks may call
 * the machine itself, where this run listens.
 */
export async function startInstance(dataDir: string): Promise<Running> {
  const from = performance.now()
  const child = spawn(
    process.execPath,
    [program, 'start', '--port', '0', '--data', dataDir, '--no-open'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        THROUGHLINE_RATE: '1000000',
        THROUGHLINE_WEBHOOKS_TO_PRIVATE: '1',
        DATABASE_URL: '',
      },
    },
  )
  running.add(child)
  const url = await told(child, /Throughline is at (http:\/\/\S+)/)
  const response = await fetch(url)
  await response.text()
  if (!response.ok) throw new Error(`the first page answered ${response.status}`)
  const upMs = performance.now() - from
  return {
    port: Number(new URL(url).port),
    pid: child.pid ?? 0,
    upMs,
    stop: () => stopChild(child),
  }
}

/** Starts a script of this folder in a process of its own, given its settings as JSON, and waits for its port. */
export async function startScript(
  name: string,
  settings: unknown,
): Promise<Pick<Running, 'port' | 'pid' | 'stop'>> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL(name, import.meta.url)), JSON.stringify(settings)],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  running.add(child)
  const port = Number(await told(child, /listening on (\d+)/))
  return { port, pid: child.pid ?? 0, stop: () => stopChild(child) }
}

/** A directory of its own, gone with the run. */
export function makeRoom(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Nothing that was started here outlives the run, however it ends. */
const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

function told(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = ''
    const listen = (chunk: Buffer): void => {
      heard += chunk.toString()
      const found = pattern.exec(heard)?.[1]
      if (found !== undefined) resolve(found)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', (chunk: Buffer) => {
      heard += chunk.toString()
    })
    child.once('exit', (code) =>
      reject(new Error(`a process of the run ended early (${code}): ${heard.slice(-2000)}`)),
    )
  })
}

function stopChild(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => {
      running.delete(child)
      resolve()
    })
    if (child.exitCode !== null || !child.kill('SIGTERM')) resolve()
  })
}
