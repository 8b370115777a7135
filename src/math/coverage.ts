import { few, fewestResolved, type Few } from './few.ts'
import { wilson, zOf, type Level, type Share } from './wilson.ts'

/** Of intervals that were to hold so often, how many held. */
export interface Coverage {
  readonly kind: 'coverage'
  readonly n: number
  readonly held: number
  readonly share: number
  /**
   * Where the long-run share lies: Wilson 1927. Does it hold what was said? Then nothing speaks
   * against it.
   */
  readonly interval: Share
  readonly level: Level
}

export interface Resolved {
  readonly low: number
  readonly high: number
  readonly actual: number
}

/** How many of these intervals held their outcome, both ends included. */
export const coverage = (
  intervals: readonly Resolved[],
  level: Level,
  fewest = fewestResolved,
): Coverage | Few =>
  coverageOf(
    intervals.filter(({ low, high, actual }) => low <= actual && actual <= high).length,
    intervals.length,
    level,
    fewest,
  )

/** The same from what was counted. */
export const coverageOf = (
  held: number,
  n: number,
  level: Level,
  fewest = fewestResolved,
): Coverage | Few =>
  n === 0 || n < fewest
    ? few(n, Math.max(1, fewest))
    : { kind: 'coverage', n, held, share: held / n, interval: wilson(held, n, zOf[level]), level }
