import { print } from '../../../../math/formula/print.ts'
import { parse } from '../../../../math/formula/parse.ts'
import { sentence, series, type Sentence, type Words } from '../../../../engine/words.ts'
import { quantileOf } from '../../../../math/range.ts'
import type { Explanation, Factor } from '../rice.ts'
import { cellKey, type Cells } from './cells.ts'
import { formulaOf } from './formula.ts'
import type { Criterion, Model } from './model.ts'
import { sources } from './templates.ts'

/** What is said of a model beside its numbers. */
export interface Named extends Model {
  readonly title: string
}

/** How the score of an idea under a model comes about: its criteria, where each comes from, and what is missing. */
export function explainModel(
  asked: {
    readonly model: Named
    readonly criteria: readonly Criterion[]
    readonly cells: Cells
    /** The expected score; null where there is none. */
    readonly score: number | null
  },
  ideaId: string,
  words: Words,
): Explanation {
  const { model, criteria, cells, score } = asked
  const all = criteria.reduce((sum, { weight }) => sum + weight, 0)
  const factors = criteria
    .filter(({ source }) => source !== 'formula')
    .map((criterion): Factor => {
      const opinions = cells.get(cellKey(ideaId, criterion.id)) ?? []
      const middles = opinions.map(({ range }) => quantileOf(range, 0.5))
      return {
        field: criterion.id,
        word: criterion.title,
        value:
          middles.length === 0 ? null : middles.reduce((sum, one) => sum + one, 0) / middles.length,
        unit: criterion.unit,
        step:
          model.method === 'weighted' && all > 0
            ? words.say('weight {share} %', { share: Math.round((criterion.weight / all) * 100) })
            : criterion.source === 'ratings' && opinions.length > 1
              ? words.counted(opinions.length, 'of # person', 'of # people')
              : null,
        asks: middles.length === 0 ? words.told(asksOf(criterion)) : '',
      }
    })
  const missing = factors.filter(({ value }) => value === null).map(({ word }) => word)
  return {
    method: model.title,
    score,
    formula: formulaSaid(model, criteria),
    worked: score === null ? null : workedOf(model, criteria, factors, score, words),
    factors,
    missing,
    says:
      score !== null
        ? words.say('The score is {score}.', { score: short(score, words) })
        : missing.length > 0
          ? words.counted(
              missing.length,
              'No score yet: {factors} is missing.',
              'No score yet: {factors} are missing.',
              { factors: series(missing, words) },
            )
          : words.say('No score yet: the model has no answer for these values.'),
    source: words.told(sources[model.method]),
  }
}

/** The formula as it is printed, or the weighted sum in words; of Kano what better less worse comes to. */
export function formulaSaid(model: Model, criteria: readonly Criterion[]): string {
  if (model.method === 'kano') return '(A + 2 · O + M) ÷ (A + O + M + I)'
  const text = formulaOf(model)
  if (text !== null) {
    const { tree, mistakes } = parse(text)
    return mistakes.length === 0 ? print(tree, 'typeset') : text
  }
  return criteria
    .filter(({ weight }) => weight > 0)
    .map(({ title, weight }) => `${weight} · ${title}`)
    .join(' + ')
}

function workedOf(
  model: Model,
  criteria: readonly Criterion[],
  factors: readonly Factor[],
  score: number,
  words: Words,
): string | null {
  if (model.method !== 'weighted') return null
  const weights = new Map(criteria.map(({ id, weight }) => [id, weight] as const))
  const parts = factors
    .filter(({ field }) => (weights.get(field) ?? 0) > 0)
    .map(
      ({ field, value }) =>
        `${weights.get(field) ?? 0} · ${value === null ? '–' : short(value, words)}`,
    )
  return `${parts.join(' + ')} → ${short(score, words)}`
}

const asksOf = ({ source }: Criterion): Sentence =>
  source === 'ratings'
    ? sentence('Nobody has rated it yet.')
    : sentence('Its evidence is not worked out here.')

const short = (value: number, words: Words): string =>
  words.number(value, { maximumFractionDigits: 3 })
