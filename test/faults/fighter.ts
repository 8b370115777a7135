import type { Told } from '../../src/app/instance.world.ts'
import { must } from '../../src/engine/problem.ts'
import type { About, Deed } from './duels.ts'
import type { HeldProxy } from './held-proxy.ts'

/** One of the two in a fight. */
export function fighterOf(
  deed: Deed,
  about: About,
  proxy: HeldProxy,
  waits: () => Promise<boolean>,
) {
  let said: Promise<Told> | undefined
  let [isDone, turns, isLong] = [false, 0, false]
  let wake = (): void => undefined
  proxy.onStop(() => wake())
  const at = (): string => {
    if (said === undefined) return 'start'
    return isDone ? 'done' : (proxy.stops()[0]?.point ?? 'under way')
  }
  const isSentBack = (): boolean => at() === 'turn' && turns > 0
  return {
    at,
    isSentBack,
    told: () => must(said),
    step: () => {
      isLong = false
      if (said === undefined) {
        said = deed(about)
        void said.finally(() => {
          isDone = true
          wake()
        })
        return
      }
      const stop = must(proxy.stops()[0])
      if (stop.point === 'turn') turns += 1
      stop.pass()
    },
    /** Resolves when it stands at a point, is done, or waits for a lock of the other one. */
    settled: async () => {
      for (const from = performance.now(); at() === 'under way' && !isLong;) {
        await Promise.race([new Promise<void>((resolve) => (wake = resolve)), pause(8)])
        if (at() !== 'under way' || (await waits())) return
        // Whatever it waits for, the other one has to go on first.
        isLong = performance.now() - from > 1000
      }
    },
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
