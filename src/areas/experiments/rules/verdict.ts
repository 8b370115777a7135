/** What came of a test, held against the threshold that was set before it ran. */
export type Verdict = 'held' | 'failed' | 'unclear'

/**
 * On the threshold it holds. Unclear is what nobody measured, what had no threshold, and what was asked of
 * fewer than planned: to stop early where it looks well is to find what one wished for.
 */
export function verdictOf(of: {
  readonly comparison: 'at-least' | 'at-most'
  readonly threshold: number | null
  readonly result: number | null
  readonly plannedSample: number | null
  readonly sample: number | null
}): Verdict {
  const { comparison, threshold, result, plannedSample, sample } = of
  if (threshold === null || result === null) return 'unclear'
  if (plannedSample !== null && sample !== null && sample < plannedSample) return 'unclear'
  const holds = comparison === 'at-least' ? result >= threshold : result <= threshold
  return holds ? 'held' : 'failed'
}
