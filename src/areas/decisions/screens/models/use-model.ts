import { useMemo } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { useRead } from '../../../../web/client/cache.ts'
import { useHeld } from '../../../../web/client/use-held.ts'
import type { AskedModel } from '../../rules/models/draws.ts'
import type { Demand } from '../../rules/models/demand.ts'
import type { Named } from '../../rules/models/explain-model.ts'
import { criteriaOf, criterionIn, modelIn, type Criterion } from '../../rules/models/model.ts'
import { useChoice } from '../use-choice.ts'
import type { DemandTold } from '../../views/demand.ts'

/** A model with all that it ranks by, as this browser holds it. */
export interface ModelHeld {
  readonly model: Named
  readonly criteria: readonly Criterion[]
  readonly criterionRows: readonly Row[]
  /** What stands for choice; undefined while it is being read. */
  readonly ideas: readonly Row[] | undefined
  readonly ratings: readonly Row[]
  readonly demand: Readonly<Record<string, Demand>>
  /** What the order is asked with; undefined until all of it is here. */
  readonly asked: Omit<AskedModel, 'draws' | 'top'> | undefined
  readonly error: Error | undefined
}

export function useModel(row: Row): ModelHeld {
  const ideas = useChoice()
  const allCriteria = useHeld('criterion')
  const allRatings = useHeld('rating')
  const criterionRows = useMemo(() => criteriaOf(row.id, allCriteria ?? []), [row.id, allCriteria])
  const criteria = useMemo(() => criterionRows.map(criterionIn), [criterionRows])
  const wantsDemand = criteria.some(({ source }) => source !== 'ratings' && source !== 'formula')
  const { data, error } = useRead<DemandTold>(wantsDemand ? '/views/demand' : null)
  const model = useMemo((): Named => ({ ...modelIn(row), title: String(row['title']) }), [row])
  const ratings = useMemo(() => {
    const ids = new Set(criteria.map(({ id }) => id))
    return (allRatings ?? []).filter((one) => ids.has(String(one['criterionId'])))
  }, [criteria, allRatings])
  const demand = useMemo(
    () => Object.fromEntries((data?.rows ?? []).map((one) => [one.id, one as Demand] as const)),
    [data],
  )
  const isHere =
    ideas !== undefined &&
    allCriteria !== undefined &&
    allRatings !== undefined &&
    (!wantsDemand || data !== undefined)
  const asked = useMemo(
    () =>
      isHere
        ? {
            model,
            criteria,
            ideas: ideas.map(({ id }) => id),
            ratings: ratings.map(ratingSent),
            demand,
            seed: 1,
          }
        : undefined,
    [isHere, model, criteria, ideas, ratings, demand],
  )
  return { model, criteria, criterionRows, ideas, ratings, demand, asked, error }
}

/** As much of a rating as is weighed. */
function ratingSent(row: Row): Readonly<Record<string, unknown>> {
  const { criterionId, ideaId, raterId, low, likely, high } = row
  return { criterionId, ideaId, raterId, low, likely, high }
}
