import type { Row } from '../../../engine/record.ts'
import { daysBetween } from './decided-days.ts'

/** Where a decision stands in time. Days are whole. */
export type Standing =
  /** `left` is the days to its deadline, less than 0 once it is late; null without one. */
  | { readonly is: 'open'; readonly left: number | null }
  /** `day` counts from 1 on the day on which it was decided; null where that day is not known. */
  | { readonly is: 'decided' | 'under-review'; readonly day: number | null }
  | { readonly is: 'superseded' | 'reversed' }

/** @param today YYYY-MM-DD. */
export function standingOf(decision: Row, today: string): Standing {
  const { state, dueOn, decidedAt } = decision
  switch (state) {
    case 'open':
      return { is: 'open', left: typeof dueOn === 'string' ? daysBetween(today, dueOn) : null }
    case 'superseded':
    case 'reversed':
      return { is: state }
    default:
      return {
        is: state === 'under-review' ? 'under-review' : 'decided',
        day: typeof decidedAt === 'string' ? Math.max(1, daysBetween(decidedAt, today) + 1) : null,
      }
  }
}
