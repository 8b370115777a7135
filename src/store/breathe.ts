import { setImmediate as turn } from 'node:timers/promises'

/** How long a large write may keep the process to itself, in milliseconds. */
const longest = 5

/**
 * Gives way to whoever else asks of this process, once the work since the last time has been long.
 * Each of their requests takes several turns of the process, and waits that long at every one of them.
 */
export type Breathe = () => Promise<void>

export function breather(): Breathe {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < longest) return
    await turn()
    since = performance.now()
  }
}
