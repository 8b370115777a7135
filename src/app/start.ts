import { spawn } from 'node:child_process'
import { must, Problem } from '../engine/problem.ts'
import type { Store } from '../store/store.ts'
import type { Config } from './config.ts'
import { errorSink, logTo } from './log.ts'
import { realPorts } from './ports.ts'
import { addSample } from './sample/add-sample.ts'
import { serve } from './serve.ts'

/** Runs an instance until it is told to stop. Returns the exit code. */
export async function start(config: Config): Promise<number> {
  const log = logTo(errorSink(), () => new Date())
  const instance = await serve(config, log)
  if (config.sample) process.stdout.write(`${await sampleSays(instance.store)}\n`)
  process.stdout.write(
    `Throughline is at ${instance.url}\nSign in with this link; it works once, for an hour, on this machine:\n  ${instance.onceLink}\n`,
  )
  if (config.open) show(instance.onceLink)
  const signal = await told()
  log.info('stopping', { signal })
  await instance.close()
  return 0
}

/** Adds the sample company; an instance that cannot take it goes on without it. */
async function sampleSays(store: Store): Promise<string> {
  const workspace = must((await store.identity.workspaces())[0], 'workspace')
  try {
    await addSample(store, realPorts(), await store.identity.owner(workspace.id))
    return 'The sample company is in. "npx throughline sample remove" takes all of it out again.'
  } catch (error) {
    if (error instanceof Problem) return error.message
    throw error
  }
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
