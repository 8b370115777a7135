import { drawOf } from '../../../../math/draws.ts'
import { drawPooled, type Opinion } from '../../../../math/pooled-draws.ts'
import { largest } from '../../../../math/portfolio/faults.ts'
import { meanOf } from '../../../../math/range.ts'
import { opinionsOf, rangeWithin, type Chance } from '../candidates.ts'
import type { Estimated, FactorName, Weighed } from '../factors.ts'
import { effortFunction, functionKey, type CostSaid } from './asked.ts'

/** What an idea brings and what it takes. */
export interface Weight {
  readonly id: string
  /**
   * The expected value: reach × impact × confidence, the numerator of RICE (McBride, Intercom 2016), in people
   * reached. Effort is not in it: it is what capacity pays for, and to divide by it as well would count it twice.
   * Factors are held to be independent, as in the ranking, so the expectation of the product is the product of
   * the expectations.
   */
  readonly value: number
  readonly takes: readonly Take[]
  /** Where what it takes comes from: costs that were said by function, or the effort of RICE. */
  readonly from: 'costs' | 'effort'
  /** The expected score, value ÷ effort, by which the plain order goes; all it takes stands for an effort that nobody gave. */
  readonly score: number
  readonly parts: readonly (readonly Opinion[])[]
}

export interface Take {
  /** See `functionKey`. */
  readonly function: string
  /** Expected, in person-months. */
  readonly amount: number
  readonly opinions: readonly Opinion[]
  /** Names its chance: the same as in the ranking where it is the effort. */
  readonly stream: string
}

/** An idea that cannot be weighed, and what it lacks; nothing where a number of it is too large to be weighed. */
export interface Unweighed {
  readonly id: string
  readonly missing: readonly FactorName[]
}

export interface Weights {
  readonly weights: readonly Weight[]
  readonly unweighed: readonly Unweighed[]
}

const valued = ['reach', 'impact', 'confidence'] as const

export function weightsOf(
  ideas: readonly Weighed[],
  estimates: readonly Estimated[],
  costs: readonly CostSaid[],
): Weights {
  const said = costsByIdea(costs)
  const weights: Weight[] = []
  const unweighed: Unweighed[] = []
  for (const { id, factors: of } of opinionsOf(ideas, estimates)) {
    const own = said.get(id) ?? []
    const missing: FactorName[] = valued.filter((name) => of[name].length === 0)
    if (own.length === 0 && of.effort.length === 0) missing.push('effort')
    if (missing.length > 0) {
      unweighed.push({ id, missing })
      continue
    }
    const parts = valued.map((name) => of[name])
    const value = parts.reduce((product, part) => product * expectedOf(part), 1) / 100
    const takes =
      own.length > 0
        ? own
        : [
            {
              function: effortFunction,
              amount: expectedOf(of.effort),
              opinions: of.effort,
              stream: `${id} effort`,
            },
          ]
    const taken = takes.reduce((sum, { amount }) => sum + amount, 0)
    if (!(value <= largest && taken <= largest)) {
      unweighed.push({ id, missing })
      continue
    }
    const effort = of.effort.length > 0 ? expectedOf(of.effort) : taken
    weights.push({
      id,
      value,
      takes,
      from: own.length > 0 ? 'costs' : 'effort',
      score: effort > 0 ? value / effort : value > 0 ? Number.MAX_VALUE : 0,
      parts,
    })
  }
  return { weights, unweighed }
}

function costsByIdea(costs: readonly CostSaid[]): ReadonlyMap<string, readonly Take[]> {
  const byIdea = new Map<string, Take[]>()
  for (const cost of costs) {
    const range = rangeWithin(
      { low: cost.low, likely: cost.likely, high: cost.high },
      { least: 0, most: Infinity },
    )
    if (range === undefined) continue
    const key = functionKey(cost.function)
    byIdea.set(cost.ideaId, [
      ...(byIdea.get(cost.ideaId) ?? []),
      {
        function: key,
        amount: meanOf(range),
        opinions: [{ by: '', range }],
        stream: `${cost.ideaId} cost ${key}`,
      },
    ])
  }
  return byIdea
}

/** Of several people's, each counts as much as the others. */
const expectedOf = (opinions: readonly Opinion[]): number =>
  opinions.reduce((sum, { range }) => sum + meanOf(range), 0) / Math.max(1, opinions.length)

/** Draws of values and of what is taken, the ideas one after the other; draws are common to all of them. */
export interface Drawn {
  readonly values: Float64Array
  /** By function. */
  readonly takes: ReadonlyMap<string, Float64Array>
}

export function drawsOf(weights: readonly Weight[], { seed, draws }: Chance): Drawn {
  const draw = drawOf(seed)
  const own = new Float64Array(draws)
  const values = new Float64Array(weights.length * draws).fill(1 / 100)
  const takes = new Map<string, Float64Array>()
  for (const [at, weight] of weights.entries()) {
    const value = values.subarray(at * draws, (at + 1) * draws)
    for (const [part, opinions] of weight.parts.entries()) {
      drawPooled({ draw, seed }, `${weight.id} ${valued[part] ?? ''}`, opinions, own)
      for (let one = 0; one < draws; one += 1) value[one] = (value[one] ?? 0) * (own[one] ?? 0)
    }
    for (const take of weight.takes) {
      const all = takes.get(take.function) ?? new Float64Array(weights.length * draws)
      takes.set(take.function, all)
      drawPooled({ draw, seed }, take.stream, take.opinions, own)
      const amounts = all.subarray(at * draws, (at + 1) * draws)
      // An idea may name a function twice, written otherwise.
      for (let one = 0; one < draws; one += 1)
        amounts[one] = (amounts[one] ?? 0) + Math.max(0, own[one] ?? 0)
    }
  }
  return { values, takes }
}

const isOpen = ({ range }: Opinion): boolean => range.kind !== 'point'

/** Is nothing of all this a range? Then every draw is the same. */
export const isCertain = (weights: readonly Weight[]): boolean =>
  weights.every(({ parts, takes }) =>
    [...parts, ...takes.map(({ opinions }) => opinions)].every(
      (opinions) => opinions.length < 2 && !opinions.some(isOpen),
    ),
  )

/** Eight times in ten it lies between these. */
export interface Span {
  readonly low: number
  readonly high: number
}

export function spanOf(draws: Float64Array): Span {
  const sorted = draws.toSorted()
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(share * (sorted.length - 1))))] ?? 0
  return { low: at(0.1), high: at(0.9) }
}
