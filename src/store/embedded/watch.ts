import { setTimeout as sleep } from 'node:timers/promises'

/** What is watched, and how it is mended. */
export interface Watched {
  readonly isUp: () => boolean
  /** Brings it back, or throws why it cannot now; broken off when the signal says so. */
  readonly mend: (signal: AbortSignal) => Promise<void>
  readonly log: (line: string) => void
}

export interface Watch {
  /** Looks now: something is known to have happened. */
  look(): void
  /** Why the last attempt to mend it failed; undefined while it is up. */
  reason(): unknown
  /** Ends the watch, and any mending with it. */
  end(): Promise<void>
}

/** Looks every second, and mends until it is mended; waits longer after each attempt that failed. */
export function watch({ isUp, mend, log }: Watched): Watch {
  const ending = new AbortController()
  let mending: Promise<void> | undefined
  let reason: unknown
  const failed = (error: unknown): void => {
    reason = error
  }
  const look = (): void => {
    if (ending.signal.aborted || mending !== undefined || isUp()) return
    mending = untilMended(mend, ending.signal, log, failed).finally(() => {
      mending = undefined
      reason = undefined
    })
  }
  const timer = setInterval(look, 1_000)
  timer.unref()
  return {
    look,
    reason: () => reason,
    async end() {
      clearInterval(timer)
      ending.abort()
      await mending
    },
  }
}

async function untilMended(
  mend: Watched['mend'],
  signal: AbortSignal,
  log: Watched['log'],
  failed: (error: unknown) => void,
): Promise<void> {
  let said = ''
  for (let wait = 100; !signal.aborted; wait = Math.min(wait * 2, 5_000)) {
    try {
      return await mend(signal)
    } catch (error) {
      failed(error)
      const says = error instanceof Error ? error.message : String(error)
      if (says !== said && !signal.aborted) log(`the database is down: ${says}`)
      said = says
    }
    await sleep(wait, undefined, { signal }).catch(() => undefined)
  }
}
