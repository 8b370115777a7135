import { median } from '../../../../math/median.ts'
import { wilson, zOf } from '../../../../math/wilson.ts'
import { candidatesOf, factorDraws } from '../candidates.ts'
import type { Estimated, FactorName, Weighed } from '../factors.ts'
import { opportunity, type Reading } from '../methods/opportunity.ts'
import { twoByTwo, type Quadrant } from '../methods/value-effort.ts'
import { cellDraws, cellKey, type Cells, type Rated } from './cells.ts'
import { kanoOfIdea } from './draws.ts'
import type { Criterion } from './model.ts'

/** Where a number lies eight times in ten, and its middle. */
export interface Spread {
  readonly low: number
  readonly middle: number
  readonly high: number
}

/** An idea in a picture of two criteria. */
export interface Point {
  readonly id: string
  readonly across: Spread
  readonly up: Spread
  /** What its bubble stands for; null where it has no such number. */
  readonly size: number | null
}

const draws = 400

/** The ideas by two criteria, and by a third where bubbles stand for one; those that lack one of the two are left out. */
export function pointsOf(
  ideas: readonly string[],
  cells: Cells,
  across: Criterion,
  up: Criterion,
  size: Criterion | undefined,
): readonly Point[] {
  const spreadAt = (id: string, { id: of }: Criterion): Spread | undefined => {
    const key = cellKey(id, of)
    const opinions = cells.get(key)
    return opinions === undefined
      ? undefined
      : spreadOf(cellDraws(opinions, key, { seed: 1, draws }, ''))
  }
  return ideas.flatMap((id) => {
    const [x, y] = [spreadAt(id, across), spreadAt(id, up)]
    if (x === undefined || y === undefined) return []
    const third = size === undefined ? undefined : spreadAt(id, size)
    return [{ id, across: x, up: y, size: third?.middle ?? null }]
  })
}

/** The same of RICE: effort across, and what it would bring up, reach × impact × confidence. */
export function ricePoints(
  ideas: readonly Weighed[],
  estimates: readonly Estimated[],
): readonly Point[] {
  return candidatesOf(ideas, estimates).map((candidate) => {
    const of = (name: FactorName): Float64Array => factorDraws(candidate, name, { seed: 1, draws })
    const [reach, impact, confidence] = [of('reach'), of('impact'), of('confidence')]
    return {
      id: candidate.id,
      across: spreadOf(of('effort')),
      up: spreadOf(
        reach.map((value, at) => (value * (impact[at] ?? 0) * (confidence[at] ?? 0)) / 100),
      ),
      size: null,
    }
  })
}

function spreadOf(values: Float64Array): Spread {
  const sorted = values.toSorted()
  const at = (p: number): number => sorted[Math.round(p * (sorted.length - 1))] ?? Number.NaN
  return { low: at(0.1), middle: at(0.5), high: at(0.9) }
}

/** The lines of a 2 × 2, at the medians of the middles, and which quadrant each idea is in. */
export interface Quadrants {
  readonly across: number | null
  readonly up: number | null
  readonly of: ReadonlyMap<string, Quadrant>
}

/** Quadrants have their names where up is better and across is what it takes. */
export function quadrantsOf(points: readonly Point[]): Quadrants {
  const told = twoByTwo(
    points.map(({ id, across, up }) => ({
      id,
      value: Math.max(0, up.middle),
      effort: across.middle > 0 ? across.middle : null,
    })),
  )
  return {
    across: median(points.map(({ across }) => across.middle)),
    up: median(points.map(({ up }) => up.middle)),
    of: new Map(
      told.items.flatMap(({ id, quadrant }) =>
        quadrant === null ? [] : [[id, quadrant] as const],
      ),
    ),
  }
}

/** An idea by what having it and not having it does to those who answered. */
export interface KanoPoint {
  readonly id: string
  readonly n: number
  readonly category: 'A' | 'O' | 'M' | 'I' | 'R' | 'Q'
  /** Shares from 0 to 1, each with Wilson's interval of 80 %. */
  readonly better: Spread
  /** How far not having it hurts, 0 to 1. */
  readonly worse: Spread
}

/** The ideas of a Kano model that somebody answered both questions of. */
export function kanoPoints(
  ideas: readonly string[],
  criteria: readonly Criterion[],
  ratings: readonly Rated[],
): readonly KanoPoint[] {
  return ideas.flatMap((id) => {
    const told = kanoOfIdea(id, criteria, ratings)
    if (told.kind !== 'kano' || told.better === null || told.worse === null) return []
    const { A, O, M, I } = told.counts
    const base = A + O + M + I
    return [
      {
        id,
        n: told.n,
        category: told.category,
        better: shareOf(A + O, base),
        worse: shareOf(O + M, base),
      },
    ]
  })
}

function shareOf(count: number, of: number): Spread {
  const { low, high } = wilson(count, of, zOf[80])
  return { low, middle: count / of, high }
}

/** How an opportunity reads; `over-served` where it satisfies more than it matters. */
export const opportunityOf = ({
  across,
  up,
}: Pick<Point, 'across' | 'up'>): {
  readonly score: number | null
  readonly reading: Reading | 'over-served' | null
} => {
  const told = opportunity({ importance: across.middle, satisfaction: up.middle })
  return {
    score: told.score,
    reading: told.isOverServed === true ? 'over-served' : told.reading,
  }
}
