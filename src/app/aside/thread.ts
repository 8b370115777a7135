import { parentPort } from 'node:worker_threads'
import { tasks } from './tasks.ts'
import { Broken, wordsOf, type Given, type Told } from './told.ts'

/** One task at a time; whoever started this thread ends it when one takes too long. */
parentPort?.on('message', (given: Given) => {
  answer(given)
    .then((told) => parentPort?.postMessage(told))
    .catch((error: unknown) => {
      throw error
    })
})

async function answer({ task, asked }: Given): Promise<Told> {
  const run = tasks[task]
  if (run === undefined) return { is: 'refused', says: `There is no task "${task}".` }
  try {
    return { is: 'done', answer: await run(asked as never) }
  } catch (error) {
    return { is: error instanceof Broken ? 'broken' : 'refused', says: wordsOf(error) }
  }
}
