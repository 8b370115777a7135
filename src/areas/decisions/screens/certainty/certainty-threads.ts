import type { AskedOrder, Certainty, Learnt } from '../../rules/certainty.ts'
import type { Answer, Material, Meet, Question } from './certainty.worker.ts'

/** What is weighed. */
export type Weighed = Pick<AskedOrder, 'ideas' | 'estimates' | 'seed'>

/** What is asked of it. */
export type Cut = Pick<AskedOrder, 'top' | 'tests'>

export type Tell = (certainty: Certainty | Learnt | null) => void

export interface Threads {
  /** To whom answers are told from now on: first what it weighs, and nothing that another asked. */
  readonly tell: (to: Tell) => void
  readonly weigh: (weighed: Weighed) => void
  readonly ask: (cut: Cut) => void
  readonly close: () => void
}

/**
 * Two threads beside the page, each with half of the work. What they weigh they draw once: first a few times, so that an
 * answer is there at once, then so often that it is steady; where only the cut moves, nothing is drawn
 * again. What is asked anew is answered before anything else, and what has become old is given up.
 */
export function certaintyThreads(): Threads {
  let turn = 0
  let tell: Tell = () => undefined
  let weighed: Weighed | undefined
  let cut: Cut | undefined
  let pair: Pair | undefined = opened()

  function opened(): Pair {
    const made = newPair()
    made.lead.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if (data.turn === turn) tell(data.certainty)
    })
    // What cannot be worked out is not answered; the next question is, by other threads.
    for (const thread of [made.lead, made.second])
      thread.addEventListener('error', () => {
        close(made)
        if (pair === made) pair = undefined
      })
    return made
  }
  const put = (isOther: boolean): void => {
    if (weighed === undefined) return
    const isNew = pair === undefined
    pair ??= opened()
    turn += 1
    if (isOther || isNew) {
      const material: Material = {
        is: 'material',
        number: turn,
        draws: [firstLook, steady],
        ...weighed,
      }
      pair.lead.postMessage(material)
      pair.second.postMessage(material)
    }
    if (cut !== undefined)
      pair.lead.postMessage({ is: 'question', turn, ...cut } satisfies Question)
  }
  return {
    tell: (to) => {
      tell = to
      weighed = undefined
      turn += 1
    },
    weigh: (other) => {
      weighed = other
      put(true)
    },
    ask: (other) => {
      cut = other
      put(false)
    },
    close: () => {
      if (pair !== undefined) close(pair)
    },
  }
}

/** Draws that are enough for a first look. */
const firstLook = 128

/** As many as make the figures steady. */
export const steady = 10_000

/** Names this program: another worker has another name, and so has the file that names it. */
export const program = import.meta.url

interface Pair {
  readonly lead: Worker
  readonly second: Worker
}

function newPair(): Pair {
  const pair = { lead: newThread(), second: newThread() }
  const { port1, port2 } = new MessageChannel()
  pair.lead.postMessage({ is: 'meet', as: 'lead', port: port1 } satisfies Meet, [port1])
  pair.second.postMessage({ is: 'meet', as: 'second', port: port2 } satisfies Meet, [port2])
  return pair
}

function close({ lead, second }: Pair): void {
  lead.terminate()
  second.terminate()
}

const newThread = (): Worker =>
  new Worker(new URL('./certainty.worker.ts', import.meta.url), { type: 'module' })
