import { Worker } from 'node:worker_threads'
import { threadFile } from './thread-file.ts'
import { wordsOf, type Given, type Told } from './told.ts'

/** What is worked out beside the process: it never blocks it, and whatever happens to it is an answer. */
export interface Aside {
  /**
   * Within so many seconds and the grace, from the moment at which it is its turn. Where the signal comes first, it is
   * given up: one that waits leaves the line, and one under way is ended with its thread.
   */
  readonly ask: (
    task: string,
    asked: unknown,
    seconds: number,
    signal?: AbortSignal,
  ) => Promise<Outcome>
  /** Ends the thread; what waits is answered with `closed`, as is all that comes later. */
  readonly close: () => Promise<void>
}

export type Outcome =
  | { readonly is: 'done'; readonly answer: unknown }
  | { readonly is: 'failed'; readonly failure: Failure; readonly says: string }

/** `crashed`: the thread broke down. `refused`: the task itself threw an error, and the thread goes on. */
export type Failure = 'overtime' | 'crashed' | 'refused' | 'busy' | 'cancelled' | 'closed'

export interface Means {
  /** The file of the thread, where it is not ours. */
  readonly file?: URL
  /** Milliseconds beyond its own limit after which a task is ended from outside. */
  readonly grace?: number
  /** How many may wait. */
  readonly mostWaiting?: number
}

/**
 * One thread, started when first asked, that does one task after the other. Beyond its time and the grace it is
 * killed, and the next one starts a new thread; so too when it breaks down, since nothing of it can be
 * trusted then. While nothing is under way it keeps no process alive.
 */
export function asideOf({
  file = threadFile(),
  grace = 3_000,
  mostWaiting = 100,
}: Means = {}): Aside {
  const waiting: Waiting[] = []
  let worker: Worker | undefined
  let current: Current | undefined
  let isClosed = false

  function goOn(): void {
    if (current !== undefined) return
    const next = waiting.shift()
    if (next === undefined) return worker?.unref()
    worker ??= started()
    worker.ref()
    const { given, seconds, resolve } = next
    const timer = setTimeout(
      () => drop(failed('overtime', `It was ended after ${seconds} s and the grace.`)),
      seconds * 1000 + grace,
    )
    current = { resolve, timer }
    worker.postMessage(given)
  }

  function started(): Worker {
    const made = new Worker(file, { execArgv: [] })
    made.on('message', (told: Told) => {
      if (made !== worker) return
      if (told.is === 'broken') return drop(failed('crashed', told.says))
      settle(told.is === 'done' ? told : failed('refused', told.says))
    })
    made.on('error', (thrown: unknown) => {
      if (made === worker) drop(failed('crashed', wordsOf(thrown)))
    })
    made.on('exit', (code) => {
      if (made === worker) drop(failed('crashed', `Its thread ended with code ${code}.`))
    })
    return made
  }

  /** The thread is given up, and whoever waits for it hears why. */
  function drop(why: Outcome): void {
    const dropped = worker
    worker = undefined
    dropped?.terminate().catch(() => undefined)
    settle(why)
  }

  function settle(outcome: Outcome): void {
    const done = current
    current = undefined
    if (done !== undefined) {
      clearTimeout(done.timer)
      done.resolve(outcome)
    }
    goOn()
  }

  return {
    ask: (task, asked, seconds, signal) => {
      if (isClosed) return Promise.resolve(failed('closed', 'It was shut down.'))
      if (signal?.aborted === true) return Promise.resolve(cancelled)
      if (waiting.length >= mostWaiting)
        return Promise.resolve(failed('busy', `${waiting.length} wait already.`))
      return new Promise((resolve) => {
        const cancel = (): void => {
          const at = waiting.findIndex((one) => one.resolve === answer)
          if (at !== -1) waiting.splice(at, 1)
          if (current?.resolve === answer) return drop(cancelled)
          answer(cancelled)
        }
        const answer = (outcome: Outcome): void => {
          signal?.removeEventListener('abort', cancel)
          resolve(outcome)
        }
        signal?.addEventListener('abort', cancel, { once: true })
        waiting.push({ given: { task, asked }, seconds, resolve: answer })
        goOn()
      })
    },
    close: async () => {
      isClosed = true
      const closed = failed('closed', 'It was shut down.')
      for (const { resolve } of waiting.splice(0)) resolve(closed)
      const ending = worker?.terminate()
      worker = undefined
      settle(closed)
      await ending
    },
  }
}

interface Waiting {
  readonly given: Given
  readonly seconds: number
  readonly resolve: (outcome: Outcome) => void
}

interface Current {
  readonly resolve: (outcome: Outcome) => void
  readonly timer: NodeJS.Timeout
}

const cancelled: Outcome = {
  is: 'failed',
  failure: 'cancelled',
  says: 'Nobody waits for it any more.',
}

const failed = (failure: Failure, says: string): Outcome => ({ is: 'failed', failure, says })
