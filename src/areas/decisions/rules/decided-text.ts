import { hasRole, type Actor } from '../../../engine/access.ts'
import { same } from '../../../engine/crud.ts'
import { invalid, type Problem } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import { sentence } from '../../../engine/words.ts'
import { scope } from '../../people/index.ts'

type Plain = Readonly<Record<string, unknown>>

/** Nobody has decided it yet. A row without a state is older than states, and was decided. */
export const isOpen = (decision: Plain): boolean => decision['state'] === 'open'

/** It holds: decided, and neither superseded nor reversed. Under review it holds until the review says otherwise. */
export const isInForce = (decision: Plain): boolean =>
  !['open', 'superseded', 'reversed'].includes(String(decision['state']))

/** What may change after it was taken: who sees it, who is told, and the workspace's own fields. */
const stillFree: ReadonlySet<string> = new Set([...Object.keys(scope), 'informedIds', 'custom'])

/** The words and facts of a decision that are locked once it was taken. */
const decidedFields = [
  'sentence',
  'question',
  'door',
  'kind',
  'context',
  'reasons',
  'consequences',
  'premortem',
  'more',
  'dueOn',
  'otherwise',
  'escalateToId',
  'driverId',
  'approverId',
  'contributorIds',
  'chosenId',
  'reviewOn',
  'decidedById',
  'decidedAt',
] as const

/** Which fields of a patch are locked: those that would differ, of a decision that was taken. */
export const lockedIn = (decision: Plain, patch: Plain): readonly string[] =>
  isOpen(decision)
    ? []
    : Object.keys(patch).filter(
        (name) =>
          !stillFree.has(name) &&
          patch[name] !== undefined &&
          !same(decision[name] ?? null, patch[name] ?? null),
      )

/** What of a row, as it will be, says something else than was decided. */
export const changedIn = (before: Plain, after: Plain): readonly string[] =>
  decidedFields.filter((name) => !same(before[name] ?? null, after[name] ?? null))

/** The approver decides; an owner may in their place. Where nobody is named, any editor may. */
export const mayDecide = (decision: Plain, actor: Actor): boolean =>
  typeof decision['approverId'] !== 'string' ||
  decision['approverId'] === actor.id ||
  hasRole(actor, 'owner')

export const locked = (decision: Row, at: readonly string[] = []): Problem =>
  invalid(
    sentence('{ref} was decided, and what was decided stays as it is.', { ref: decision.ref }),
    (at.length === 0 ? ['id'] : at).map((name) => ({
      at: name,
      says: 'Amend it, supersede it, or reverse it.',
    })),
  )
