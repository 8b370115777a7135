import { median } from '../../../../math/median.ts'
import { scored, type Inputs, type Scored } from './scored.ts'

export type ValueEffortInput = 'value' | 'effort'

/**
 * Value ÷ effort: value in any unit, 0 or more, effort in any unit, above 0; what a unit of effort
 * brings.
 */
export const valueForEffort = (inputs: Inputs<ValueEffortInput>): Scored<ValueEffortInput> =>
  scored(
    ['value', 'effort'],
    inputs,
    (value, name) => (name === 'effort' ? value > 0 : value >= 0),
    (of) => of('value') / of('effort'),
  )

/** Much value for little effort, much for much, little for little, little for much. */
export type Quadrant = 'quick-win' | 'big-bet' | 'fill-in' | 'time-sink'

export interface Placed extends Scored<ValueEffortInput> {
  readonly id: string
  /** Null where the score is. */
  readonly quadrant: Quadrant | null
  /** Inputs that are the median itself: it takes little to be in the quadrant beside. */
  readonly onLine: readonly ValueEffortInput[]
}

export interface TwoByTwo {
  /** The lines: medians over what has both. Null where nothing has. */
  readonly value: number | null
  readonly effort: number | null
  readonly items: readonly Placed[]
}

/**
 * The 2 × 2 with medians as its lines, so that it says what is much within this set and nothing
 * beyond it. Who has the median value has much, who takes the median effort takes little: in doubt
 * for the idea, and said by `onLine`.
 */
export function twoByTwo(
  items: readonly (Inputs<ValueEffortInput> & { readonly id: string })[],
): TwoByTwo {
  const results = items.map((item) => ({ item, result: valueForEffort(item) }))
  const whole = results.filter(({ result }) => result.score !== null)
  const value = median(whole.flatMap(({ item }) => item.value ?? []))
  const effort = median(whole.flatMap(({ item }) => item.effort ?? []))
  return {
    value,
    effort,
    items: results.map(({ item, result }) => ({
      id: item.id,
      ...result,
      quadrant: result.score === null ? null : quadrantOf(item, { value, effort }),
      onLine:
        result.score === null
          ? []
          : (['value', 'effort'] as const).filter((name) => item[name] === { value, effort }[name]),
    })),
  }
}

function quadrantOf(item: Inputs<ValueEffortInput>, line: Inputs<ValueEffortInput>): Quadrant {
  const isMuch = (item.value ?? 0) >= (line.value ?? 0)
  const isEasy = (item.effort ?? 0) <= (line.effort ?? 0)
  if (isMuch) return isEasy ? 'quick-win' : 'big-bet'
  return isEasy ? 'fill-in' : 'time-sink'
}
