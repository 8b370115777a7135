import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, ask } from './answer.ts'
import {
  type Endpoint,
  chooseEndpoint,
  connectionTo,
  isReachable,
  lastEndpoint,
} from './endpoint.ts'
import { broken } from './refusals.ts'
import { type Running, stopRunning } from './running.ts'
import { type Recipe, type Started, awaitRunning, startServer } from './server.ts'
import { countUsers } from './users.ts'

/** A server that answers, and how we came by it. */
export interface Bound {
  readonly running: Started
  readonly answer: Answer
  readonly adopted: boolean
}

/** Joins the home's server, or starts it. Asked under the home's lock, by a user who has entered. */
export async function joinOrStart(recipe: Recipe, transport: Endpoint['kind']): Promise<Bound> {
  const joined = await joinRunning(recipe)
  if (joined !== undefined) return joined
  const { home, account } = recipe
  const last = countUsers(home.path) > 1 ? lastEndpoint(home) : undefined
  return start(recipe, last ?? (await chooseEndpoint(home, account, transport)))
}

/** Joins it, or starts it again in the place where its users look for it. Asked like the above. */
export async function rejoinOrRestart(
  recipe: Recipe,
  endpoint: Endpoint,
  signal: AbortSignal,
): Promise<Bound> {
  return (await joinRunning(recipe, signal)) ?? start(recipe, endpoint, signal)
}

/** Undefined when there is none to join; one that nobody can reach any more is stopped. */
async function joinRunning(recipe: Recipe, signal?: AbortSignal): Promise<Bound | undefined> {
  for (const begun = Date.now(); ; await sleep(100)) {
    const running = await awaitRunning(recipe, signal)
    if (running === undefined) return undefined
    try {
      return { running, answer: await askOurs(recipe, running), adopted: true }
    } catch (error) {
      const isDoorless = !isReachable(running.endpoint)
      if (!isDoorless && Date.now() - begun < patience) continue
      // Others may be served by it all the same: only its last user may take it for dead.
      if (!isDoorless && countUsers(recipe.home.path) > 1) throw error
      recipe.log('the running database does not answer; starting it anew')
      await stopRunning(running, recipe.home, recipe.binaries)
      return undefined
    }
  }
}

const patience = 15_000

async function start(recipe: Recipe, endpoint: Endpoint, signal?: AbortSignal): Promise<Bound> {
  const running = await startServer(recipe, endpoint, signal)
  try {
    return { running, answer: await askOurs(recipe, running), adopted: false }
  } catch (error) {
    await stopRunning(running, recipe.home, recipe.binaries)
    throw error
  }
}

async function askOurs({ home }: Recipe, running: Running): Promise<Answer> {
  const answer = await ask(connectionTo(running.endpoint, home))
  if (answer.data === home.data) return answer
  throw broken(`Another PostgreSQL, that of ${answer.data}, answers in the place of ${home.data}.`)
}
