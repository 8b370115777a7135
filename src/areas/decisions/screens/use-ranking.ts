import { useMemo, useState } from 'react'
import { useRead } from '../../../web/client/cache.ts'
import { useHeld } from '../../../web/client/use-held.ts'
import { words } from '../../../web/words/say.ts'
import type { Row } from '../../../engine/record.ts'
import type { Certainty, Learnt } from '../rules/certainty.ts'
import { drawnOf, rankingOf } from '../rules/ranking-of.ts'
import type { Ranking } from '../views/rank.ts'
import { useCertainty } from './certainty/use-certainty.ts'
import { useChoice } from './use-choice.ts'
import { useTests, type OpenTests } from './use-tests.ts'

export interface Shown {
  readonly data: Ranking | undefined
  readonly error: Error | undefined
  /** What stands for choice; undefined where this browser does not hold it. */
  readonly ideas: readonly Row[] | undefined
  readonly certainty: Certainty | null
  /** With what to learn; behind `certainty` while that is worked out. */
  readonly learnt: Learnt | null
  readonly tests: OpenTests
}

/** The ideas stand in this browser: what is changed in one of them orders them anew at once. */
export function useRanking(top: number): Shown {
  const estimates = useHeld('estimate')
  const ideas = useChoice()
  const isHeld = ideas !== undefined && estimates !== undefined
  const read = useRead<Ranking>(isHeld ? null : `/views/rank?limit=${mostShown}&top=${top}`)
  // stays in sight while this browser, which now holds the ideas, works out how sure their order is
  const [served, setServed] = useState(read.data)
  if (read.data !== undefined && read.data !== served) setServed(read.data)
  const tests = useTests()
  const { certainty, learnt, isRead, isAwaited } = useCertainty(ideas, estimates, top, tests.tests)
  const held = useMemo(
    () =>
      !isHeld || !isRead || (isAwaited && served !== undefined)
        ? undefined
        : {
            ...rankingOf(ideas, mostShown, words(), certainty),
            cut: false,
            ...drawnOf(certainty),
            changes: certainty?.changes ?? null,
          },
    [ideas, isHeld, isRead, isAwaited, served, certainty],
  )
  return { data: held ?? served, error: read.error, ideas, certainty, learnt, tests }
}

export const tops = [1, 3, 5, 8, 13] as const
export const usualTop = 5

export const topIn = (search: Readonly<Record<string, unknown>>): number => {
  const top = Number(search['top'])
  return Number.isInteger(top) && top >= 1 && top <= 100 ? top : usualTop
}

const mostShown = 200
