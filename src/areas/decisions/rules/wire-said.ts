import type { Row } from '../../../engine/record.ts'
import { numberIn, textIn } from './watch-of.ts'
import { distanceOf, type Point, type Sight, type Watch } from './watch.ts'

/** A tripwire as it is told: what it watches, where that stands, and how far it is from firing. */
export interface WireSaid {
  readonly id: string
  readonly ref: string
  readonly text: string
  readonly decision: {
    readonly id: string
    readonly ref: string
    readonly title: string
    readonly state: string
    readonly kind: string
  }
  readonly state: string
  readonly watches: string
  readonly comparison: string
  readonly threshold: number | null
  readonly value: number | null
  readonly valueOn: string | null
  readonly unit: string
  /** How far the value is from the threshold, in its unit; negative once it is crossed. */
  readonly distance: number | null
  readonly by: string | null
  readonly rearmAt: number | null
  readonly firedAt: string | null
  readonly firedValue: number | null
  readonly crossings: number
  /** The last readings of its metric, oldest first. */
  readonly points: readonly Point[]
}

/** So many readings are drawn. */
const mostPoints = 26

export function tripwireSaid(
  wire: Row,
  decision: Row,
  { watch, sight, unit }: { readonly watch: Watch; readonly sight: Sight; readonly unit: string },
): WireSaid {
  const value = numberIn(wire['value'])
  return {
    id: wire.id,
    ref: wire.ref,
    text: String(wire['text']),
    decision: {
      id: decision.id,
      ref: decision.ref,
      title: String(decision['sentence'] ?? decision['question'] ?? decision.ref),
      state: String(decision['state']),
      kind: String(decision['kind']),
    },
    state: String(wire['state']),
    watches: String(wire['watches']),
    comparison: watch.comparison,
    threshold: watch.threshold,
    value,
    valueOn: textIn(wire['valueOn']),
    unit,
    distance: value === null ? null : distanceOf(watch, value),
    by: watch.by,
    rearmAt: watch.rearmAt,
    firedAt: textIn(wire['firedAt']),
    firedValue: numberIn(wire['firedValue']),
    crossings: numberIn(wire['crossings']) ?? 0,
    points: sight.is === 'series' ? sight.points.slice(-mostPoints) : [],
  }
}

/** What needs somebody first: fired, then silent, then what is armed, then what is over. */
export function wireOrder(one: WireSaid, other: WireSaid): number {
  const by = places.indexOf(one.state) - places.indexOf(other.state)
  if (by !== 0) return by
  const day = (one.by ?? '9999') < (other.by ?? '9999') ? -1 : 1
  return one.by === other.by ? (one.ref < other.ref ? -1 : 1) : day
}

const places: readonly string[] = ['fired', 'silent', 'armed', 'reviewed', 'passed']
