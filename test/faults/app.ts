import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { askAt, type Ask } from '../../src/app/instance.world.ts'
import { root } from '../../src/app/root.ts'
import { launch } from '../../src/store/embedded/launch.ts'
import { makeRoom } from '../database.ts'

/** The app in a process of its own, to be killed and started again. */

/** A data directory with a cluster in it. The cluster is made first, so that it lies in the room of this test wherever root would keep it. */
export async function ground(): Promise<{ readonly dataDir: string; readonly remove: () => void }> {
  const room = makeRoom()
  const dataDir = mkdtempSync(join(tmpdir(), 'throughline-killed-'))
  mkdirSync(join(room, 'system'), { recursive: true })
  const first = await launch({ dataDir, systemDir: join(room, 'system') })
  await first.stop()
  return {
    dataDir,
    remove: () => {
      rmSync(dataDir, { recursive: true, force: true })
      rmSync(room, { recursive: true, force: true })
    },
  }
}

/**
 * Starts the app on a data directory and a port, as people do, and waits until it answers. `env` is what
 * it is told beside them, `before` what it is run by.
 */
export async function start(
  dataDir: string,
  port: number,
  env: Readonly<Record<string, string>> = {},
  before: readonly string[] = [],
): Promise<ChildProcess> {
  const [program, ...words] = [...before, process.execPath] as const
  const child = spawn(
    program,
    [
      ...words,
      '--import',
      'tsx',
      'src/app/main.ts',
      'start',
      '--no-open',
      '--data',
      dataDir,
      '--port',
      String(port),
    ],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    },
  )
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)))
  child.stdout.resume()
  const ended = once(child, 'exit').then(() =>
    Promise.reject(new Error(`the app did not start: ${said}`)),
  )
  ended.catch(() => undefined)
  await Promise.race([ready(askAt(`http://127.0.0.1:${port}`)), ended])
  return child
}

/** Waits until an instance answers that it is ready; nobody helps it. */
export async function ready(ask: Ask): Promise<void> {
  const until = Date.now() + 60_000
  for (;;) {
    const answer = await ask('GET', '/readyz').catch(() => undefined)
    if (answer?.status === 200) return
    if (Date.now() > until)
      throw new Error(`it was not ready after a minute: ${answer?.text ?? 'no answer'}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}
