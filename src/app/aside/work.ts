import type { Work } from '../../engine/ports.ts'
import { Problem } from '../../engine/problem.ts'
import { asideOf, type Aside } from './aside.ts'

/** One thread for each kind of task, started when it is first asked for: what is quick never waits for what is not. */
const asides = new Map<string, Aside>()

/** Works a task out in a thread of its own, or says why it cannot be had just now. */
export const work: Work = async <T>(task: string, asked: unknown): Promise<T> => {
  const aside = asides.get(task) ?? asideOf()
  asides.set(task, aside)
  const outcome = await aside.ask(task, asked, mostSeconds)
  if (outcome.is === 'done') return outcome.answer as T
  if (outcome.failure === 'overtime')
    throw new Problem('limited', 'This takes too long to work out. Ask for fewer draws.')
  if (outcome.failure === 'busy')
    throw new Problem('limited', 'Too much is being worked out at once. Ask again.', [], {
      retryAfter: 5,
    })
  throw new Error(`${task} was not worked out (${outcome.failure}): ${outcome.says}`)
}

const mostSeconds = 20
