const [second, minute, hour] = [1000, 60_000, 3_600_000]

/** How long after each failed try the next one comes at most; after the last there is none. */
const waits: readonly number[] = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
]

/**
 * How many milliseconds after the failed try number `tries` (from 1) the next one comes; undefined when
 * it was the last. Full jitter (Brooker 2015): any time up to the bound, by a chance from 0 to 1, so that
 * those who failed together do not come back together. Who is asked for patience waits at least that long.
 */
export function waitAfter(
  tries: number,
  chance: number,
  retryAfter: string | undefined,
): number | undefined {
  const bound = waits[tries - 1]
  if (bound === undefined) return undefined
  const asked = /^\d{1,6}$/.test(retryAfter ?? '') ? Number(retryAfter) * second : 0
  return Math.max(Math.round(bound * chance), Math.min(asked, 24 * hour))
}
