import type { Work } from '../../engine/ports.ts'
import { Problem } from '../../engine/problem.ts'
import { asideOf, type Aside } from './aside.ts'

/** One thread for the whole process, started when something is first asked of it. */
let aside: Aside | undefined

/** Works a task out in a thread of its own, or says why it cannot be had just now. */
export const work: Work = async <T>(task: string, asked: unknown): Promise<T> => {
  aside ??= asideOf()
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
