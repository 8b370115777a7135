import { few, fewestResolved, type Few } from './few.ts'
import { checked, type Forecast } from './forecast.ts'
import { sumOf } from './sum-of.ts'

/** How far what came is from what was to come if each chance was right, in standard deviations. */
export interface Deviation {
  readonly kind: 'deviation'
  readonly n: number
  /**
   * About standard normal if the chances were right: beyond ±`zOf[95]` once in twenty times. Null:
   * see `why`.
   */
  readonly z: number | null
  /**
   * `blind`: nothing that was said could have come out otherwise, so there is nothing to test by.
   * `refuted`: something certain did not happen, or something impossible did, and no test is
   * needed.
   */
  readonly why: 'blind' | 'refuted' | null
}

/**
 * Is the Brier score what it should be if the chances were right? z = Σ(o − p)(1 − 2p) ÷ √Σ(1 −
 * 2p)²p(1 − p): Spiegelhalter, Probabilistic prediction in patient management and clinical trials,
 * Statistics in Medicine 5 (1986). Above 0 where chances were too sure of themselves. It does not
 * see chances of one half.
 */
export const spiegelhalter = (
  forecasts: readonly Forecast[],
  fewest = fewestResolved,
): Deviation | Few => deviation(forecasts, fewest, (probability) => 1 - 2 * probability)

/**
 * Did as much happen as was to be expected? z = Σ(o − p) ÷ √Σp(1 − p): calibration in the large
 * (Cox, Two further applications of a model for binary regression, Biometrika 45, 1958). Above 0
 * where more happened than was said.
 */
export const tally = (forecasts: readonly Forecast[], fewest = fewestResolved): Deviation | Few =>
  deviation(forecasts, fewest, () => 1)

function deviation(
  forecasts: readonly Forecast[],
  fewest: number,
  weight: (probability: number) => number,
): Deviation | Few {
  const n = checked(forecasts).length
  if (n < fewest) return few(n, fewest)
  if (forecasts.some(({ probability, outcome }) => Math.abs(probability - outcome) === 1))
    return { kind: 'deviation', n, z: null, why: 'refuted' }
  const variance = sumOf(
    forecasts,
    ({ probability }) => weight(probability) ** 2 * probability * (1 - probability),
  )
  if (variance === 0) return { kind: 'deviation', n, z: null, why: 'blind' }
  const gap = sumOf(
    forecasts,
    ({ probability, outcome }) => (outcome - probability) * weight(probability),
  )
  return { kind: 'deviation', n, z: gap / Math.sqrt(variance), why: null }
}
