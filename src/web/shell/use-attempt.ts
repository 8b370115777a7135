import { useState } from 'react'

export interface Attempt {
  /** Why the last one failed. */
  readonly problem: Error | null
  readonly attempt: (run: () => Promise<unknown>) => Promise<void>
}

/** Tries what a button asks for; a failure is held, to be shown beside it, until the next try. */
export function useAttempt(): Attempt {
  const [problem, setProblem] = useState<Error | null>(null)
  return {
    problem,
    attempt: async (run) => {
      setProblem(null)
      try {
        await run()
      } catch (failed) {
        setProblem(failed as Error)
      }
    },
  }
}
