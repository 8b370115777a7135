/** A thread that answers for the order of ideas, from its sources. Tells when it has loaded them. */
import { parentPort } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
const { certaintyOf } = await import('../src/areas/decisions/rules/certainty.ts')
parentPort?.on('message', (asked) => {
  certaintyOf(asked)
  parentPort?.postMessage(0)
})
parentPort?.postMessage(0)
