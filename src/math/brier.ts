import { checked, type Forecast } from './forecast.ts'
import { meanOf } from './sum-of.ts'

/**
 * Brier score of yes-or-no forecasts: the mean of (p − o)². From 0, the best, to 1; always saying
 * one half gives 0.25. Null where there is none. Half of what Brier wrote (Verification of
 * forecasts expressed in terms of probability, Monthly Weather Review 78, 1950), who summed over
 * both classes; see `categorical-score.ts`.
 */
export const brier = (forecasts: readonly Forecast[]): number | null =>
  meanOf(checked(forecasts), ({ probability, outcome }) => (probability - outcome) ** 2)
