import type { Bounds } from '../../../math/bounds.ts'
import { drawOf } from '../../../math/draws.ts'
import { drawPooled, type Opinion } from '../../../math/pooled-draws.ts'
import { rangeOf, type Range } from '../../../math/range.ts'
import { newScores, rowOf, type Scores } from '../../../math/scores.ts'
import { finished, type Steps } from '../../../math/steps.ts'
import { factors, rangeIn, type Estimated, type FactorName, type Weighed } from './factors.ts'

/** An idea with all four factors, each as everybody who estimated it holds it. */
export interface Candidate {
  readonly id: string
  readonly factors: Readonly<Record<FactorName, readonly Opinion[]>>
}

const names = Object.keys(factors) as readonly FactorName[]

/** The ideas that can be weighed: those with all four factors. */
export const candidatesOf = (
  ideas: readonly Weighed[],
  estimates: readonly Estimated[],
): readonly Candidate[] =>
  opinionsOf(ideas, estimates).filter(({ factors: of }) =>
    names.every((name) => of[name].length > 0),
  )

/**
 * What is held of each factor of each idea. A factor is what people estimated; where nobody did, it is the number that the
 * idea bears; and where that is missing too, nothing.
 */
export function opinionsOf(
  ideas: readonly Weighed[],
  estimates: readonly Estimated[],
): readonly Candidate[] {
  const said = new Map<unknown, Record<FactorName, Opinion[]>>()
  // In the order of their raters: whose opinion holds in a draw must not hang on the order of rows.
  for (const row of estimates.toSorted((one, other) =>
    String(one['raterId']) < String(other['raterId']) ? -1 : 1,
  )) {
    const factor = row['factor'] as FactorName
    const bounds = factors[factor]
    const range = bounds === undefined ? undefined : rangeWithin(row, bounds)
    if (range === undefined) continue
    const of = said.get(row['ideaId']) ?? { reach: [], impact: [], confidence: [], effort: [] }
    said.set(row['ideaId'], of)
    of[factor].push({ by: String(row['raterId']), range })
  }
  return ideas.map(({ id, reach, impact, confidence, effort }) => {
    const of = said.get(id)
    return {
      id,
      factors: {
        reach: among(of?.reach, reach),
        impact: among(of?.impact, impact),
        confidence: among(of?.confidence, confidence),
        effort: among(of?.effort, effort),
      },
    }
  })
}

/** What was estimated, and where nothing was, the number that the idea bears. */
const among = (said: readonly Opinion[] | undefined, own: unknown): readonly Opinion[] =>
  said !== undefined && said.length > 0 ? said : ownOf(own)

const ownOf = (value: unknown): readonly Opinion[] =>
  typeof value === 'number' ? [{ by: '', range: { kind: 'point', at: value } }] : []

/**
 * Low and high are the quantiles of 10 and 90 % and likely is the median. Where an end lies on the bound of what
 * is possible, or likely on an end, they cannot be, and are read as the extremes and the mode (PERT).
 */
export function rangeWithin(
  row: Readonly<Record<string, unknown>>,
  bounds: Bounds,
): Range | undefined {
  const given = rangeIn(row)
  if (given === undefined) return undefined
  const asQuantiles = rangeOf(given, 'quantiles', bounds)
  if ('range' in asQuantiles) return asQuantiles.range
  const asExtremes = rangeOf(given, 'pert', bounds)
  return 'range' in asExtremes ? asExtremes.range : undefined
}

/** Is anything of it not known exactly? */
export const isUncertain = (opinions: readonly Opinion[]): boolean =>
  opinions.length > 1 || opinions.some(({ range }) => range.kind !== 'point')

export interface Chance {
  /** A whole number from 0 to 2^53 − 1; the same seed gives the same draws. */
  readonly seed: number
  readonly draws: number
}

/** Draws of one factor of a candidate, in its unit. */
export function factorDraws(
  { id, factors: of }: Candidate,
  name: FactorName,
  { seed, draws }: Chance,
): Float64Array {
  const into = new Float64Array(draws)
  drawPooled({ draw: drawOf(seed), seed }, `${id} ${name}`, of[name], into)
  return into
}

/** Draws of the RICE score of each candidate: reach × impact × confidence ÷ effort, confidence in percent. */
export function scoreDraws(candidates: readonly Candidate[], chance: Chance): Scores {
  const scores = newScores(candidates.length, chance.draws)
  finished(scoreSteps(candidates.entries(), chance, scores))
  return scores
}

/** Fills in the scores of these options, one at a step. */
export function* scoreSteps(
  options: Iterable<readonly [option: number, candidate: Candidate]>,
  { seed, draws }: Chance,
  into: Scores,
): Steps<void> {
  const draw = drawOf(seed)
  const own = (): Float64Array => new Float64Array(draws)
  const [impact, confidence, effort] = [own(), own(), own()]
  for (const [option, { id, factors: of }] of options) {
    const score = rowOf(into, option)
    const rows: Readonly<Record<FactorName, Float64Array>> = {
      reach: score,
      impact,
      confidence,
      effort,
    }
    for (const name of names) drawPooled({ draw, seed }, `${id} ${name}`, of[name], rows[name])
    takeIn(score, impact, confidence, effort)
    yield
  }
}

/** In the order in which the score of an idea is worked out, so that of points alone it comes to the same number. */
function takeIn(
  score: Float64Array,
  impact: Float64Array,
  confidence: Float64Array,
  effort: Float64Array,
): void {
  for (let at = 0; at < score.length; at += 1)
    score[at] =
      ((score[at] ?? 0) * (impact[at] ?? 0) * ((confidence[at] ?? 0) / 100)) / (effort[at] ?? 0)
}
