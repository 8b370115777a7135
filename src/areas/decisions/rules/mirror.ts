import { categoricalBrier } from '../../../math/categorical-score.ts'
import { coverageOf, type Coverage } from '../../../math/coverage.ts'
import { fewestResolved } from '../../../math/few.ts'
import { meanOf } from '../../../math/sum-of.ts'
import type { Row } from '../../../engine/record.ts'
import { scoredOf, type Ranged, type Said, type Scored } from './resolved.ts'
import { scoresOf, type Scores } from './scores.ts'

/** What a prediction may ask, in the order in which it is shown. */
export const abouts = ['metric', 'delivery', 'adoption', 'other'] as const
export type About = (typeof abouts)[number]

export const aboutOf = ({ prediction }: Said): About =>
  abouts.find((one) => one === prediction['about']) ?? 'other'

/** How a person's chances did on questions of one kind; null where there are too few. */
export interface ByAbout {
  readonly about: About
  readonly n: number
  readonly came: number
  readonly scores: Scores | null
  readonly scored: Scored['yesNo']
}

/** Mean pinball loss of ranges in one unit. */
export interface Loss {
  readonly unit: string
  readonly n: number
  /** Mean over 10, 50 and 90 %, in the unit. */
  readonly pinball: number
}

/** What one person said, and what came of it. Below ten that are resolved nothing is scored. */
export interface Mirror {
  readonly resolved: readonly Said[]
  readonly open: readonly Said[]
  readonly voided: number
  /** How many more must be resolved until anything is scored; 0 once it is. */
  readonly missing: number
  readonly scored: Scored
  readonly scores: Scores | null
  /** Of ranges that were to hold eight times in ten. */
  readonly ranges: Coverage | null
  readonly losses: readonly Loss[]
  /** Of one of several: half of Brier's sum, 0 to 1. */
  readonly several: { readonly n: number; readonly brier: number } | null
  readonly byAbout: readonly ByAbout[]
}

/**
 * Everything that `by` said of these predictions. It is a person's own: whoever asks gives their own id,
 * and no surface takes another.
 */
export function mirrorOf(predictions: readonly Row[], odds: readonly Row[], by: string): Mirror {
  const mine = new Map(
    odds.flatMap((one) =>
      one['byId'] === by ? [[String(one['predictionId']), one] as const] : [],
    ),
  )
  return mirrorOfSaid(
    predictions.flatMap((prediction): readonly Said[] => {
      const given = mine.get(prediction.id)
      return given === undefined ? [] : [{ prediction, odds: given }]
    }),
  )
}

function mirrorOfSaid(all: readonly Said[]): Mirror {
  const of = (...states: readonly string[]): readonly Said[] =>
    all.filter(({ prediction }) => states.includes(String(prediction['state'])))
  const resolved = of('resolved').toSorted(newestFirst)
  const scored = scoredOf(resolved)
  const count = scored.yesNo.length + scored.several.length + scored.ranges.length
  const missing = Math.max(0, fewestResolved - count)
  const base = { resolved, open: of('open', 'locked').toSorted(soonestFirst) }
  const rest = { voided: of('void').length, missing, scored }
  if (missing > 0)
    return {
      ...base,
      ...rest,
      scores: null,
      ranges: null,
      losses: [],
      several: null,
      byAbout: [],
    }
  const several = scored.several.length < fewestResolved ? null : categoricalBrier(scored.several)
  return {
    ...base,
    ...rest,
    scores: enough(scoresOf(scored.yesNo)),
    ranges: heldOf(scored.ranges),
    losses: lossesOf(scored.ranges),
    several: several === null ? null : { n: scored.several.length, brier: several.half },
    byAbout: byAboutOf(scored.yesNo),
  }
}

const enough = (scores: ReturnType<typeof scoresOf>): Scores | null =>
  scores.kind === 'few' ? null : scores

/** How often a range held, of those of which it is known. */
function heldOf(ranges: readonly Ranged[]): Coverage | null {
  const known = ranges.filter(({ held }) => held !== null)
  const found = coverageOf(known.filter(({ held }) => held === true).length, known.length, 95)
  return found.kind === 'few' ? null : found
}

function lossesOf(ranges: readonly Ranged[]): readonly Loss[] {
  return [...new Set(ranges.map(({ unit }) => unit))].flatMap((unit) => {
    const here = ranges.filter((one) => one.unit === unit)
    const mean = meanOf(here, ({ loss }) => loss / 2)
    return here.length < fewestResolved || mean === null
      ? []
      : [{ unit, n: here.length, pinball: mean }]
  })
}

const byAboutOf = (yesNo: Scored['yesNo']): readonly ByAbout[] =>
  abouts.flatMap((about) => {
    const scored = yesNo.filter(({ said }) => aboutOf(said) === about)
    return scored.length === 0
      ? []
      : [
          {
            about,
            n: scored.length,
            came: scored.filter(({ outcome }) => outcome === 1).length,
            scores: enough(scoresOf(scored)),
            scored,
          },
        ]
  })

const newestFirst = (left: Said, right: Said): number =>
  order(String(right.prediction['resolvedAt']), String(left.prediction['resolvedAt']))

const soonestFirst = (left: Said, right: Said): number =>
  order(String(left.prediction['resolvesOn']), String(right.prediction['resolvesOn']))

const order = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)
