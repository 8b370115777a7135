import { same } from '../../../engine/crud.ts'
import { taken, type Problem } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import type { RowLaw } from '../../../engine/row-law.ts'
import { sentence } from '../../../engine/words.ts'

/** What stands from the moment on at which a test runs. */
const locked = ['hypothesis', 'metricId', 'comparison', 'threshold', 'plannedSample'] as const

/** Why an experiment may not become so; undefined where it may. */
export function lockedAgainst(
  before: Row,
  after: Readonly<Record<string, unknown>>,
): Problem | undefined {
  if (before['state'] === 'planned') return undefined
  const at = locked.filter((name) => !same(before[name] ?? null, after[name] ?? null))
  return at.length === 0
    ? undefined
    : taken(
        sentence('{ref} runs or ran with what was set before. That does not change any more.', {
          ref: before.ref,
        }),
        at.map((name) => ({ at: name, says: 'It was locked when the experiment started.' })),
      )
}

/** Past an edit too: an undo of the start itself gives back what it was started with. */
export const keepsThreshold: RowLaw = ({ before, after }) => {
  if (before === undefined || after === undefined || after['state'] === 'planned')
    return Promise.resolve()
  const refusal = lockedAgainst(before, after)
  return refusal === undefined ? Promise.resolve() : Promise.reject(refusal)
}
