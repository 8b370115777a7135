import type { Input } from '../../../engine/field.ts'
import type { Row } from '../../../engine/record.ts'
import type { ViewScene } from '../../../engine/view.ts'
import { cellsOf } from '../rules/models/cells.ts'
import type { AskedModel } from '../rules/models/draws.ts'
import type { Demand } from '../rules/models/demand.ts'
import type { Named } from '../rules/models/explain-model.ts'
import { criteriaOf, criterionIn, modelIn, type Criterion } from '../rules/models/model.ts'
import type { ModelOrder } from '../rules/models/order.ts'
import type { Under } from '../rules/models/model-ranking.ts'
import { demandFor } from './demand.ts'
import { ideasOf, usual, type orderInput } from './standing.ts'

type Scene = Pick<ViewScene, 'reader' | 'work' | 'now'>

/** The order of ideas under a model, with what it is made of. */
export interface ModelStanding {
  readonly ideas: readonly Row[]
  readonly cut: boolean
  readonly order: ModelOrder
  readonly under: Under
}

export async function standingUnder(
  row: Row,
  asked: Input<typeof orderInput> & { readonly segment?: string | null | undefined },
  scene: Scene,
): Promise<ModelStanding> {
  const { rows: ideas, cut } = await ideasOf(asked.productId ?? null, scene.reader)
  const { model, criteria } = await modelOf(row, scene)
  const ids = ideas.map(({ id }) => id)
  const ratings = await ratingsBy(criteria, scene)
  const demand = await demandIfAsked(criteria, ids, asked.segment ?? null, scene)
  const order: AskedModel = {
    model,
    criteria,
    ideas: ids,
    ratings: ratings.map(weighedRating),
    demand,
    top: asked.top ?? usual.top,
    draws: asked.draws ?? usual.draws,
    seed: asked.seed ?? usual.seed,
  }
  return {
    ideas,
    cut,
    order: await scene.work<ModelOrder>('model-order', order),
    under: { model, criteria, cells: cellsOf(ids, criteria, ratings, demand) },
  }
}

/** A model with its criteria in their order. */
export async function modelOf(
  row: Row,
  { reader }: Pick<Scene, 'reader'>,
): Promise<{ readonly model: Named; readonly criteria: readonly Criterion[] }> {
  const rows = await reader.by('criterion', 'modelId', [row.id])
  return {
    model: { ...modelIn(row), title: String(row['title']) },
    criteria: criteriaOf(row.id, rows).map(criterionIn),
  }
}

/** What everybody gave by these criteria, as far as the reader may see it: a blind round shows one's own. */
export async function ratingsBy(
  criteria: readonly Criterion[],
  { reader }: Pick<Scene, 'reader'>,
): Promise<readonly Row[]> {
  const found: Row[] = []
  for (const { id } of criteria) found.push(...(await reader.by('rating', 'criterionId', [id])))
  return found
}

/** Demand is worked out where a criterion asks for it. */
export async function demandIfAsked(
  criteria: readonly Criterion[],
  ids: readonly string[],
  segment: string | null,
  { reader, now }: Pick<Scene, 'reader' | 'now'>,
): Promise<Readonly<Record<string, Demand>>> {
  const isAsked = criteria.some(({ source }) => source !== 'ratings' && source !== 'formula')
  if (!isAsked) return {}
  return Object.fromEntries((await demandFor(ids, segment, reader, now)).demand)
}

/** As much of a rating as is weighed, to be sent to a worker. */
function weighedRating(row: Row): Readonly<Record<string, unknown>> {
  const { criterionId, ideaId, raterId, low, likely, high } = row
  return { criterionId, ideaId, raterId, low, likely, high }
}
