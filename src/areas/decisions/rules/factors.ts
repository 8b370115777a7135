import type { Place } from '../../../engine/problem.ts'
import { sentence } from '../../../engine/words.ts'

/** The four factors of RICE, as they are estimated: any number within these, not only the steps that a point may take. */
export const factors = {
  reach: { label: 'Reach', least: 0, most: Infinity },
  impact: { label: 'Impact', least: 0, most: 3 },
  confidence: { label: 'Confidence', least: 0, most: 100 },
  effort: { label: 'Effort', least: 0.1, most: Infinity },
} as const

export type FactorName = keyof typeof factors

const isFactor = (name: unknown): name is FactorName =>
  typeof name === 'string' && Object.hasOwn(factors, name)

/** What one person holds likely: one time in ten it is less than `low`, half the time less than `likely`, nine times in ten less than `high`. */
export interface Range {
  readonly low: number
  readonly likely: number
  readonly high: number
}

/** The three numbers of a row; without low and high it is a point. */
export function rangeIn(row: Readonly<Record<string, unknown>>): Range | undefined {
  const { low, likely, high } = row
  if (typeof likely !== 'number') return undefined
  return typeof low === 'number' && typeof high === 'number'
    ? { low, likely, high }
    : { low: likely, likely, high: likely }
}

/** What does not fit in an estimate of this factor, each with what would. */
export function faultsOf(row: Readonly<Record<string, unknown>>): readonly Place[] {
  const { factor, low, likely, high } = row
  const places = rangeFaults(row)
  if (!isFactor(factor)) return places
  const { least, most } = factors[factor]
  const outside = Object.entries({ low, likely, high }).flatMap(([at, value]) =>
    typeof value === 'number' && (value < least || value > most)
      ? [
          {
            at,
            says:
              most === Infinity
                ? sentence('At least {least}.', { least: String(least) })
                : sentence('From {least} to {most}.', { least: String(least), most: String(most) }),
          },
        ]
      : [],
  )
  return [...places, ...outside]
}

/** What does not fit in a low, a likely and a high value: an end that is missing, or out of order. */
export function rangeFaults(row: Readonly<Record<string, unknown>>): readonly Place[] {
  const { low, likely, high } = row
  if ((typeof low === 'number') !== (typeof high === 'number'))
    return [
      {
        at: typeof low === 'number' ? 'high' : 'low',
        says: 'A range has both ends: give low and high, or neither.',
      },
    ]
  const range = rangeIn(row)
  if (range === undefined) return []
  const places: Place[] = []
  if (range.low > range.likely)
    places.push({
      at: 'low',
      says: sentence('At most the likely value, {likely}.', { likely: String(likely) }),
    })
  if (range.high < range.likely)
    places.push({
      at: 'high',
      says: sentence('At least the likely value, {likely}.', { likely: String(likely) }),
    })
  return places
}

/** As much of an idea as is weighed, and of an estimate: to be sent to a worker, and each word of it is sent each time. */
export const weighedIdea = ({ id, reach, impact, confidence, effort }: Weighed): Weighed => ({
  id,
  reach,
  impact,
  confidence,
  effort,
})

export const weighedEstimate = ({
  ideaId,
  raterId,
  factor,
  low,
  likely,
  high,
}: Estimated): Estimated => ({ ideaId, raterId, factor, low, likely, high })

export type Weighed = Estimated & { readonly id: string }

export type Estimated = Readonly<Record<string, unknown>>
