import { english } from '../../../../engine/words.ts'
import type { Rated } from './cells.ts'
import type { AskedModel } from './draws.ts'
import type { Criterion, Method } from './model.ts'
import { modelOrder } from './order.ts'
import { templates } from './templates.ts'

/** The criteria of a template, each with its name as its id. */
export const criteriaFor = (method: Exclude<Method, 'formula'>): readonly Criterion[] =>
  templates[method].criteria.map((one) => ({
    id: one.name,
    name: one.name,
    title: english.told(one.title),
    unit: one.unit ?? '',
    weight: one.weight,
    better: one.better,
    least: one.least,
    most: one.most,
    source: one.source,
    formula: null,
    raterIds: [],
  }))

export type Value = number | readonly [number, number, number]

export const rating = (
  ideaId: string,
  criterionId: string,
  value: Value,
  raterId = 'ada',
): Rated => {
  const [low, likely, high] = typeof value === 'number' ? [null, value, null] : value
  return { ideaId, criterionId, raterId, low, likely, high }
}

export function askedOf(
  method: Method,
  criteria: readonly Criterion[],
  values: Readonly<Record<string, Readonly<Record<string, Value>>>>,
  more: Partial<AskedModel> = {},
): AskedModel {
  return {
    model: { id: 'm', method, formula: null },
    criteria,
    ideas: Object.keys(values),
    ratings: Object.entries(values).flatMap(([idea, of]) =>
      Object.entries(of).map(([name, value]) => rating(idea, name, value)),
    ),
    demand: {},
    top: 1,
    seed: 7,
    draws: 500,
    ...more,
  }
}

export const scoreOf = (asked: AskedModel, id: string): number | undefined =>
  modelOrder(asked).standings.find((one) => one.id === id)?.expected
