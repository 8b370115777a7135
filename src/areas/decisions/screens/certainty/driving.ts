import type { Drive } from './weigh-together.ts'

/** Drives steps so that what is told to this thread meanwhile is heard within a few milliseconds. */
export function driving(): Drive {
  const { port1, port2 } = new MessageChannel()
  // a message to itself comes after those that wait already, and sooner than any timer
  const pause = (): Promise<void> =>
    new Promise((done) => {
      port1.addEventListener('message', () => done(), { once: true })
      port2.postMessage(null)
    })
  port1.start()
  return async (steps, signal) => {
    let until = performance.now() + atOnceMs
    for (;;) {
      const { done, value } = steps.next()
      if (done === true) return value
      if (performance.now() < until) continue
      await pause()
      signal.throwIfAborted()
      until = performance.now() + atOnceMs
    }
  }
}

const atOnceMs = 12
