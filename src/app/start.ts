import { spawn } from 'node:child_process'
import type { Config } from './config.ts'
import { logTo } from './log.ts'
import { serve } from './serve.ts'

/** Runs an instance until it is told to stop. Returns the exit code. */
export async function start(config: Config): Promise<number> {
  const log = logTo(process.stderr, () => new Date())
  if (config.sample)
    process.stdout.write(
      'The sample company is not part of this version; this starts without it.\n',
    )
  const instance = await serve(config, log)
  process.stdout.write(
    `Throughline is at ${instance.url}\nSign in with this link; it works once, for an hour, on this machine:\n  ${instance.onceLink}\n`,
  )
  if (config.open) show(instance.onceLink)
  const signal = await told()
  log.info('stopping', { signal })
  await instance.close()
  return 0
}

/** Waits for the word to stop; at the second word the process goes at once. */
const told = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    let heard = false
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        if (heard) process.exit(1)
        heard = true
        resolve(signal)
      })
  })

/** Opens a page in the browser of the person; that there is none is no fault, the link stands above. */
function show(url: string): void {
  const [command, ...args] = openers[process.platform] ?? ['xdg-open']
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
}
