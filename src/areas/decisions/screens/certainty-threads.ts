import type { AskedOrder, Certainty } from '../rules/certainty.ts'
import type { Answer, Question } from './certainty.worker.ts'

/** An order as it is asked for, but for how often chance is asked. */
export type Order = Omit<AskedOrder, 'draws'>

export interface Threads {
  readonly ask: (order: Order) => void
  readonly close: () => void
}

/**
 * Two threads beside the page. One is always warm and gives a first answer of few draws; of questions that
 * come faster than it answers, it takes the newest. The other then makes that answer steady, with many draws, and is
 * given up as soon as the question has changed.
 */
export function certaintyThreads(tell: (certainty: Certainty | null) => void): Threads {
  let turn = 0
  let waiting: Order | undefined
  let current: Order | undefined
  let steady: Worker | undefined
  let isSteadying = false
  const quick = newThread()

  const next = (): void => {
    if (current !== undefined || waiting === undefined) return
    current = waiting
    waiting = undefined
    put(quick, { turn, asked: { ...current, draws: firstDraws(current) } })
  }
  quick.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    const order = current
    current = undefined
    tell(data.certainty)
    if (waiting === undefined && order !== undefined) settle(order)
    next()
  })
  // What cannot be worked out is not answered; the next question is.
  quick.addEventListener('error', () => {
    current = undefined
    next()
  })
  const settle = (order: Order): void => {
    steady ??= opened()
    isSteadying = true
    put(steady, { turn, asked: { ...order, draws: steadyDraws } })
  }
  const opened = (): Worker => {
    const made = newThread()
    made.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      isSteadying = false
      if (data.turn === turn) tell(data.certainty)
    })
    return made
  }
  return {
    ask: (order) => {
      turn += 1
      waiting = order
      if (isSteadying) {
        steady?.terminate()
        steady = undefined
        isSteadying = false
      }
      next()
    },
    close: () => {
      quick.terminate()
      steady?.terminate()
    },
  }
}

/** Enough for a first look; fewer where there are so many ideas that it would be felt. */
const firstDraws = ({ ideas }: Order): number => (ideas.length <= 400 ? 1_000 : 500)

/** So many as make the figures steady. */
const steadyDraws = 10_000

const put = (thread: Worker, question: Question): void => thread.postMessage(question)

const newThread = (): Worker =>
  new Worker(new URL('./certainty.worker.ts', import.meta.url), { type: 'module' })
