import { useEffect, useMemo, useRef, useState } from 'react'
import type { Row } from '../../../engine/record.ts'
import type { Certainty } from '../rules/certainty.ts'
import { weighed } from '../rules/factors.ts'
import type { PlannedTest } from '../rules/planned-test.ts'
import { certaintyThreads, type Order, type Threads } from './certainty-threads.ts'

/**
 * How sure the order of these ideas is, worked out beside the page: a first answer of few draws at once, then one
 * of many; null where nothing is estimated. While it is worked out anew, the last answer stays.
 */
export function useCertainty(
  ideas: readonly Row[] | undefined,
  estimates: readonly Row[] | undefined,
  top: number,
  tests: readonly PlannedTest[],
): Certainty | null {
  const [certainty, setCertainty] = useState<Certainty | null>(null)
  const asked = useMemo(
    (): Order | undefined =>
      ideas === undefined || estimates === undefined || estimates.length === 0
        ? undefined
        : { ideas: ideas.map(weighed), estimates: estimates.map(weighed), top, tests, seed: 1 },
    [ideas, estimates, top, tests],
  )
  const threads = useRef<Threads>(undefined)
  // Opened before there is anything to ask, so that the first answer need not wait for a thread to start.
  useEffect(() => {
    const opened = certaintyThreads(setCertainty)
    threads.current = opened
    return opened.close
  }, [])
  useEffect(() => {
    if (asked !== undefined) threads.current?.ask(asked)
  }, [asked])
  return asked === undefined ? null : certainty
}
