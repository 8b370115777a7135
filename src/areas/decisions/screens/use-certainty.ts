import { useEffect, useMemo, useRef, useState } from 'react'
import type { Row } from '../../../engine/record.ts'
import type { AskedOrder, Certainty } from '../rules/certainty.ts'
import { weighed } from '../rules/factors.ts'

/** A first answer of few draws at once, then one of as many as make the figures steady. */
const rounds = [500, 8_000] as const

/**
 * How sure the order of these ideas is, worked out in a worker; null where nothing is estimated. While it is
 * worked out anew, the last answer stays.
 */
export function useCertainty(
  ideas: readonly Row[] | undefined,
  estimates: readonly Row[] | undefined,
  top: number,
): Certainty | null {
  const [certainty, setCertainty] = useState<Certainty | null>(null)
  const asked = useMemo(
    () =>
      ideas === undefined || estimates === undefined || estimates.length === 0
        ? undefined
        : { ideas: ideas.map(weighed), estimates: estimates.map(weighed), top, seed: 1 },
    [ideas, estimates, top],
  )
  const worker = useRef<Worker>(undefined)
  useEffect(() => () => worker.current?.terminate(), [])
  useEffect(() => {
    if (asked === undefined) return
    // What is under way is of no use any more, and a new worker is there in no time.
    worker.current?.terminate()
    const made = new Worker(new URL('./certainty.worker.ts', import.meta.url), { type: 'module' })
    worker.current = made
    made.addEventListener('message', ({ data }: MessageEvent<Certainty | null>) => {
      setCertainty(data)
    })
    for (const draws of rounds) made.postMessage({ ...asked, draws } satisfies AskedOrder)
  }, [asked])
  return asked === undefined ? null : certainty
}
