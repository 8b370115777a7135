import { scored, type Scored } from './scored.ts'

export interface Criterion {
  readonly id: string
  /** 0 or more, in any unit: only its share of all weights counts. */
  readonly weight: number
  /** Which end of the scale is better. */
  readonly better: 'more' | 'less'
  /** The ends of its scale, in the unit in which it is rated: 1 and 5, or 0 and 200,000. */
  readonly low: number
  readonly high: number
}

export interface Part {
  readonly id: string
  /** The criterion's share of all weights; those of a card sum to one. */
  readonly weight: number
  /**
   * Where the value stands on its scale, 0 the worse end and 1 the better; null where it is missing
   * or outside.
   */
  readonly standing: number | null
}

export interface Scorecard extends Scored<string> {
  readonly kind: 'score'
  readonly parts: readonly Part[]
}

/**
 * `no-weight`: the weights sum to zero, so that there is nothing to share out. `weight`: one is
 * below 0 or no number. `scale`: its ends are not in order. `twice`: a criterion is there twice.
 */
export interface CardRefusal {
  readonly kind: 'refused'
  readonly code: 'no-weight' | 'weight' | 'scale' | 'twice'
  readonly ids: readonly string[]
}

/**
 * Weighted scorecard: Σ wᵢ · sᵢ, 0 to 1, where wᵢ is the weight's share of all weights and sᵢ =
 * (value − low) ÷ (high − low), or 1 less that where less is better (the additive value model;
 * Keeney and Raiffa, Decisions with Multiple Objectives, 1976). A criterion without weight needs no
 * value.
 */
export function scorecard(
  criteria: readonly Criterion[],
  values: Readonly<Record<string, number | null>>,
): Scorecard | CardRefusal {
  const refusal = refusalOf(criteria)
  if (refusal !== null) return refusal
  const sum = sumOf(criteria)
  const counting = criteria.filter(({ weight }) => weight > 0)
  const known = new Map(criteria.map((criterion) => [criterion.id, criterion] as const))
  const given = Object.fromEntries(counting.map(({ id }) => [id, values[id] ?? null]))
  const isOn = (value: number, id: string): boolean => {
    const { low = 0, high = 0 } = known.get(id) ?? {}
    return low <= value && value <= high
  }
  const standings = new Map(
    criteria.map((criterion) => {
      const value = values[criterion.id] ?? null
      const isKnown = value !== null && isOn(value, criterion.id)
      return [criterion.id, isKnown ? standingOf(criterion, value) : null] as const
    }),
  )
  const parts = criteria.map(({ id, weight }) => ({
    id,
    weight: weight / sum,
    standing: standings.get(id) ?? null,
  }))
  return {
    kind: 'score',
    ...scored(
      counting.map(({ id }) => id),
      given,
      isOn,
      () => parts.reduce((total, { weight, standing }) => total + weight * (standing ?? 0), 0),
    ),
    parts,
  }
}

function standingOf({ low, high, better }: Criterion, value: number): number {
  return (better === 'more' ? value - low : high - value) / (high - low)
}

function refusalOf(criteria: readonly Criterion[]): CardRefusal | null {
  const ids = criteria.map(({ id }) => id)
  const refused = (code: CardRefusal['code'], which: readonly string[]): CardRefusal | null =>
    which.length === 0 ? null : { kind: 'refused', code, ids: [...new Set(which)] }
  const idsOf = (isWrong: (criterion: Criterion) => boolean): readonly string[] =>
    criteria.filter(isWrong).map(({ id }) => id)
  const refusal =
    refused(
      'twice',
      ids.filter((id, at) => ids.indexOf(id) !== at),
    ) ??
    refused(
      'weight',
      idsOf(({ weight }) => !(weight >= 0 && weight < Infinity)),
    ) ??
    refused(
      'scale',
      idsOf(({ low, high }) => !(low < high && high - low < Infinity)),
    )
  if (refusal !== null) return refusal
  if (sumOf(criteria) === Infinity) return { kind: 'refused', code: 'weight', ids }
  return sumOf(criteria) > 0 ? null : { kind: 'refused', code: 'no-weight', ids }
}

const sumOf = (criteria: readonly Criterion[]): number =>
  criteria.reduce((total, { weight }) => total + weight, 0)
