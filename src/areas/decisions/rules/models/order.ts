import { ranking } from '../../../../math/rank-probabilities.ts'
import { setChanges } from '../../../../math/set-changes.ts'
import { smallestFirst } from '../../../../math/flip.ts'
import { weightFlip } from '../../../../math/weighted-flip.ts'
import type { Chance } from '../candidates.ts'
import { apart, level, standingsOf, type Standing } from '../certainty.ts'
import { drawnFor, emptyOf, scoresOf, type AskedModel, type Drawn, type Lacking } from './draws.ts'
import type { Criterion } from './model.ts'

/** The order of ideas under a model, and how sure it is. Plain data. */
export interface ModelOrder extends Chance {
  readonly top: number
  /** By expected score, the greatest first. */
  readonly standings: readonly Standing[]
  /** Ideas without a score, by their id. */
  readonly lacking: readonly Lacking[]
  /** Is any number a range, or do people disagree? */
  readonly isUncertain: boolean
  /** In which share of the draws another set than the first `top` is the best. */
  readonly changes: number
  /** The weights that would swap the last that fits with the first that does not, the smallest change first. */
  readonly flips: readonly WeightTurn[]
}

/** A weight that would turn the order at the cut. */
export interface WeightTurn {
  readonly criterionId: string
  /** What the weight would have to be, and what it is. */
  readonly at: number
  readonly is: number
  readonly enters: string
  readonly leaves: string
}

/**
 * The order of ideas under a model, from draws that all ideas share (common random numbers), so that it is the same
 * whatever the order in which they come; the methods are named in `math/rank-probabilities.ts`.
 */
export const modelOrder = (asked: AskedModel): ModelOrder => orderOfDrawn(asked, drawnFor(asked))

/** The same from draws that are there already: with other weights, or another cut. */
export function orderOfDrawn(
  asked: Pick<AskedModel, 'model' | 'criteria' | 'ratings' | 'top'>,
  drawn: Drawn,
): ModelOrder {
  const { top, criteria } = asked
  const { ideas, draws, seed, isUncertain } = drawn
  const scores = scoresOf(asked, drawn)
  const ranked =
    scores.options === 0
      ? { standings: [], groups: [], unscored: [] }
      : ranking(scores, { top, level, apart })
  const { standings, unscored } = ranked
  const idOf = (option: number): string => ideas[option] ?? ''
  const order = standings.map(({ option }) => option)
  return {
    seed,
    draws,
    top,
    isUncertain,
    standings: standingsOf(ranked, idOf),
    lacking: [
      ...drawn.lacking,
      ...unscored.map(({ option }) => ({
        id: idOf(option),
        criterionIds: emptyOf(idOf(option), criteria.filter(isGiven), drawn.cells),
      })),
    ],
    changes: isUncertain ? setChanges(scores, order.slice(0, top), order.slice(top)) : 0,
    flips: flipsAt(asked, drawn, standings),
  }
}

const isGiven = ({ source }: Criterion): boolean => source !== 'formula'

/** Of a weighted model: which weight, moved alone, swaps the two at the cut. */
function flipsAt(
  { model, criteria, top }: Pick<AskedModel, 'model' | 'criteria' | 'top'>,
  { ideas, draws, standings: drawn }: Drawn,
  standings: readonly { readonly option: number }[],
): readonly WeightTurn[] {
  const [last, next] = [standings[top - 1]?.option, standings[top]?.option]
  if (model.method !== 'weighted' || last === undefined || next === undefined) return []
  const all = criteria.filter((one) => drawn.has(one.id))
  const meanAt = (option: number): readonly number[] =>
    all.map(({ id, weight }) => {
      const mean = meanOf(drawn.get(id)?.subarray(option * draws, (option + 1) * draws))
      // A criterion without weight may be without values; it moves nothing then.
      return Number.isNaN(mean) && weight === 0 ? 0 : mean
    })
  const pair = {
    weights: all.map(({ weight }) => weight),
    first: meanAt(last),
    second: meanAt(next),
  }
  const turns = all.flatMap((criterion, at) => {
    const flip = weightFlip(pair, at, { least: 0, most: mostWeight })
    return flip === undefined ? [] : [{ ...flip, criterion }]
  })
  return smallestFirst(turns).map(({ at, criterion }) => ({
    criterionId: criterion.id,
    at,
    is: criterion.weight,
    enters: ideas[next] ?? '',
    leaves: ideas[last] ?? '',
  }))
}

/** A weight beyond this is none that anybody would give beside others of the usual size. */
const mostWeight = 1_000

function meanOf(values: Float64Array | undefined): number {
  if (values === undefined || values.length === 0) return Number.NaN
  let sum = 0
  for (const value of values) sum += value
  return sum / values.length
}
