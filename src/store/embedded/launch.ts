import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { accountOf } from './account.ts'
import { type Bound, joinOrStart, rejoinOrRestart } from './bind.ts'
import { binariesIn, carriedBinaries } from './binaries.ts'
import { ensureCluster } from './cluster.ts'
import {
  type Connection,
  type Endpoint,
  connectionTo,
  isReachable,
  leaveEndpoint,
} from './endpoint.ts'
import { findHome } from './home.ts'
import { withLock } from './lock.ts'
import { isAlive } from './processes.ts'
import { refusalOf } from './refusals.ts'
import { type Running, findRunning, stopRunning } from './running.ts'
import { type Recipe, type Started } from './server.ts'
import { type User, countUsers, enter, refuseStrangers } from './users.ts'
import { watch } from './watch.ts'

export interface LaunchOptions {
  /** Throughline's data directory; made if it is not there. */
  readonly dataDir: string
  readonly log?: (line: string) => void
  /** Programs of another PostgreSQL, 15 or later, than the one that npm carries. */
  readonly binDir?: string
  /** A socket in a private folder, except on Windows; or a port of the loopback, with a password. */
  readonly transport?: Endpoint['kind']
  /** Where root keeps clusters and programs; `/var/lib/throughline`. */
  readonly systemDir?: string
}

export interface Launched {
  /** For `pg`; it stays the same for as long as this process uses it, restarts included. */
  readonly connection: Connection
  /** `18.4` */
  readonly version: string
  /** Whether the server was running already. */
  readonly adopted: boolean
  /** Where the cluster lives, with its log and password. Outside the data directory as root. */
  readonly home: string
  /** Why it does not run and could not be started again; undefined while it does. */
  whyDown(): unknown
  /** Gives the server up; the last of its users stops it, with everything on disk. */
  stop(): Promise<void>
}

/**
 * Starts Throughline's own PostgreSQL on a data directory, or joins the one that runs there, and
 * keeps it running until `stop`. Throws `Problem('broken')` with place and remedy where it cannot.
 */
export async function launch(options: LaunchOptions): Promise<Launched> {
  try {
    return await launchFor(options)
  } catch (error) {
    throw refusalOf(error, options.dataDir)
  }
}

async function launchFor(options: LaunchOptions): Promise<Launched> {
  const recipe = await recipeFor(options)
  const transport = options.transport ?? (process.platform === 'win32' ? 'tcp' : 'socket')
  const { user, bound } = await withLock(recipe.home.path, recipe.log, async () => {
    await refuseStrangers(recipe.home.path, recipe.log)
    const entered = enter(recipe.home.path)
    try {
      await ensureCluster(recipe.home, recipe.account, recipe.binaries, recipe.log)
      return { user: entered, bound: await joinOrStart(recipe, transport) }
    } catch (error) {
      entered.leave()
      throw error
    }
  })
  return keep(recipe, user, bound)
}

async function recipeFor(options: LaunchOptions): Promise<Recipe> {
  const systemDir = resolve(options.systemDir ?? '/var/lib/throughline')
  const home = findHome(resolve(options.dataDir), systemDir)
  const account = accountOf(home)
  const binaries =
    options.binDir === undefined
      ? await carriedBinaries(home, account, systemDir)
      : await binariesIn(options.binDir, account)
  return { home, account, binaries, log: options.log ?? (() => undefined) }
}

/** Watches over the server on behalf of one user, until that user stops. */
function keep(recipe: Recipe, user: User, bound: Bound): Launched {
  const { endpoint } = bound.running
  let running = bound.running
  const adopt = (next: Started): void => {
    running = next
    next.child?.once('exit', () => watching.look())
  }
  const watching = watch({
    isUp: () => isAlive(running.pid) && isReachable(endpoint),
    mend: (signal) =>
      withLock(recipe.home.path, recipe.log, async () => {
        const again = await rejoinOrRestart(recipe, endpoint, signal)
        adopt(again.running)
        if (!again.adopted) recipe.log('the database had ended and was started again')
      }),
    log: recipe.log,
  })
  adopt(bound.running)
  let stopping: Promise<void> | undefined
  return {
    connection: connectionTo(endpoint, recipe.home),
    version: bound.answer.version,
    adopted: bound.adopted,
    home: recipe.home.path,
    whyDown: () => watching.reason(),
    stop: () => (stopping ??= stop()),
  }

  async function stop(): Promise<void> {
    await watching.end()
    try {
      await giveUp(recipe, user, running, endpoint)
    } catch (error) {
      throw refusalOf(error, recipe.home.path)
    }
  }
}

async function giveUp(
  recipe: Recipe,
  user: User,
  running: Running,
  endpoint: Endpoint,
): Promise<void> {
  const { home, binaries, log } = recipe
  if (!existsSync(home.path)) {
    // Somebody has removed it; its server must not outlive it for want of a place to lock.
    user.leave()
    if (isAlive(running.pid)) await stopRunning(running, home, binaries)
    return
  }
  await withLock(home.path, log, async () => {
    user.leave()
    if (countUsers(home.path) > 0) return
    const last = findRunning(home)
    if (last !== undefined) await stopRunning(last, home, binaries)
    leaveEndpoint(endpoint)
  })
}
