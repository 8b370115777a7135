import { brier } from './brier.ts'
import { checked, type Forecast } from './forecast.ts'
import { logScore, type LogPolicy } from './log-score.ts'
import { meanOf, sumOf } from './sum-of.ts'

/**
 * Whom a score is held against: somebody who says the base rate each time.
 *
 * `in-sample` knows the share of all that happened, the one that is scored included. It is what
 * Murphy's parts give, skill = (resolution − reliability) ÷ uncertainty, and what published figures
 * are held against, and nobody could have known it: with few forecasts it makes people look worse
 * than they are.
 *
 * `leave-one-out` knows the outcomes of all the others. It could have been known from a like
 * history, so it is the fair one to show a person; its Brier score is the in-sample one times (n ÷
 * (n − 1))².
 */
export type Base = 'in-sample' | 'leave-one-out'

export interface Skill {
  readonly score: number
  readonly reference: number
  /**
   * 1 − score ÷ reference: 1 is perfect, 0 as good as the base rate, below 0 worse. Null where all
   * went one way.
   */
  readonly skill: number | null
}

/** Skill by the Brier score. Null of nothing, and of one forecast where it is to be left out. */
export function brierSkill(forecasts: readonly Forecast[], base: Base): Skill | null {
  const score = brier(forecasts)
  const rates = ratesOf(forecasts, base)
  const reference =
    rates === null ? null : meanOf(rates, ({ rate, outcome }) => (rate - outcome) ** 2)
  return score === null || reference === null ? null : held(score, reference)
}

/**
 * Skill by the log score. Null also where a score or its reference is infinite: of what happened
 * once, or failed once, those left out say that it never does.
 */
export function logSkill(
  forecasts: readonly Forecast[],
  base: Base,
  policy: LogPolicy = {},
): Skill | null {
  const score = logScore(forecasts, policy).mean
  const rates = ratesOf(forecasts, base) ?? []
  const reference = logScore(
    rates.map(({ rate, outcome }) => ({ probability: rate, outcome })),
    policy,
  ).mean
  return score === null || reference === null ? null : held(score, reference)
}

/** What whoever says the base rate says each time. */
function ratesOf(
  forecasts: readonly Forecast[],
  base: Base,
): readonly { readonly rate: number; readonly outcome: 0 | 1 }[] | null {
  const n = checked(forecasts).length
  const happened = sumOf(forecasts, ({ outcome }) => outcome)
  if (n === 0 || (base === 'leave-one-out' && n === 1)) return null
  return forecasts.map(({ outcome }) => ({
    rate: base === 'in-sample' ? happened / n : (happened - outcome) / (n - 1),
    outcome,
  }))
}

const held = (score: number, reference: number): Skill => ({
  score,
  reference,
  skill: reference === 0 ? null : 1 - score / reference,
})
