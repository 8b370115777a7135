import { brierParts } from '../../../math/brier-parts.ts'
import { few, fewestResolved, type Few } from '../../../math/few.ts'
import type { ForecastBin } from '../../../math/forecast-bins.ts'
import { checked, type Forecast } from '../../../math/forecast.ts'
import { logScore } from '../../../math/log-score.ts'
import { brierSkill } from '../../../math/skill.ts'
import { meanOf, sumOf } from '../../../math/sum-of.ts'
import { wilson, zOf } from '../../../math/wilson.ts'

/** What was said and what came of it, of all chances that are nearest to the same ten percent. */
export interface Point {
  /** Their mean chance in whole %: what one would call them. */
  readonly said: number
  readonly times: number
  readonly came: number
  /** Their mean chance, from 0 to 1; what `share` is held against. */
  readonly mean: number
  readonly share: number
  /** Where the share lies in the long run, 95 % (Wilson, 1927). */
  readonly low: number
  readonly high: number
}

/** How somebody's chances of yes or no did. */
export interface Scores {
  readonly kind: 'scores'
  readonly n: number
  readonly came: number
  /** Mean of (p − o)²: 0 is perfect, 0.25 is always one half (Brier, 1950). */
  readonly brier: number
  /** How far what was said lay from what came. 0 is best. brier = calibration − discrimination + difficulty. */
  readonly calibration: number
  /** How far one told those that came from those that did not. The more the better. */
  readonly discrimination: number
  /** How hard the questions were, nobody's merit: the base rate times what is left of one. */
  readonly difficulty: number
  /** Mean of −ln of the chance that was given to what came, in nats; null where somebody was sure and wrong. */
  readonly log: number | null
  /** How often somebody was sure and wrong. */
  readonly refuted: number
  /** 1 is perfect, 0 as good as the share of all the others each time, below 0 worse. */
  readonly skill: number | null
  readonly points: readonly Point[]
}

/**
 * The scores of chances of yes or no, or how many are missing until there are any. Parts of the Brier
 * score over bins of ten percent (Murphy, 1973, with the two parts within bins of Stephenson, Coelho and
 * Jolliffe, 2008, counted as discrimination, so that they sum to it exactly); skill against the base rate of the others.
 */
export function scoresOf(forecasts: readonly Forecast[], fewest = fewestResolved): Scores | Few {
  const n = forecasts.length
  const bins = byTens(checked(forecasts))
  const parts = brierParts(bins)
  if (n < fewest || parts === null) return few(n, fewest)
  const log = logScore(forecasts)
  return {
    kind: 'scores',
    n,
    came: sumOf(forecasts, ({ outcome }) => outcome),
    brier: parts.score,
    calibration: parts.reliability,
    discrimination: parts.generalisedResolution,
    difficulty: parts.uncertainty,
    log: log.mean,
    refuted: log.refuted,
    skill: brierSkill(forecasts, 'leave-one-out')?.skill ?? null,
    points: pointsOf(bins),
  }
}

/** The points of a curve, each with how many it stands for: what to show of few is the caller's to say. */
export const pointsOf = (bins: readonly ForecastBin[]): readonly Point[] =>
  bins.map(({ forecasts }) => {
    const times = forecasts.length
    const came = sumOf(forecasts, ({ outcome }) => outcome)
    const interval = wilson(came, times, zOf[95])
    const mean = meanOf(forecasts, ({ probability }) => probability) ?? 0
    return {
      said: Math.round(mean * 100),
      times,
      came,
      mean,
      share: came / times,
      low: interval.low,
      high: interval.high,
    }
  })

/** Bins around each ten percent: what people say is "70 %", and not "from 70 to 80 %". An edge belongs above it. */
export function byTens(forecasts: readonly Forecast[]): readonly ForecastBin[] {
  const bins = new Map<number, Forecast[]>()
  for (const forecast of forecasts) {
    const ten = Math.round(forecast.probability * 10)
    bins.set(ten, [...(bins.get(ten) ?? []), forecast])
  }
  return [...bins]
    .toSorted(([left], [right]) => left - right)
    .map(([ten, here]) => ({ low: (ten - 0.5) / 10, high: (ten + 0.5) / 10, forecasts: here }))
}
