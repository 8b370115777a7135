import { useMemo } from 'react'
import type { Row } from '../../../engine/record.ts'
import { useRead } from '../../../web/client/cache.ts'
import { useHeld } from '../../../web/client/use-held.ts'
import { plannedTests, type PlannedTests } from '../rules/planned-test.ts'

/** Experiments that are planned or under way, and what of them can be valued. */
export interface OpenTests extends PlannedTests {
  readonly experiments: readonly Row[]
}

/** The experiments stand in this browser; which ideas they test is asked for, where there is one. */
export function useTests(): OpenTests {
  const experiments = useHeld('experiment')
  const isAny = experiments !== undefined && experiments.length > 0
  const { data } = useRead<{ readonly data: readonly Row[] }>(
    isAny ? '/links?filter[relation]=tests&limit=200' : null,
  )
  return useMemo(
    () =>
      experiments === undefined || data === undefined
        ? none
        : { experiments, ...plannedTests(experiments, data.data) },
    [experiments, data],
  )
}

const none: OpenTests = { experiments: [], tests: [], unvalued: [] }
