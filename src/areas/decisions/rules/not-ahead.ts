import { invalid } from '../../../engine/problem.ts'

const dayMs = 86_400_000

/** What was decided was decided by now. A day is let pass: somewhere the calendar is ahead of ours. */
export function refuseAhead(decidedAt: unknown, now: string): void {
  if (typeof decidedAt !== 'string' || Date.parse(decidedAt) <= Date.parse(now) + dayMs) return
  throw invalid('Nothing is decided on a day to come.', [
    { at: 'decidedAt', says: 'The moment when it was decided, or leave it out for now.' },
  ])
}
