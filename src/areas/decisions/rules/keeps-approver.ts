import { hasRole, type Actor } from '../../../engine/access.ts'
import { same } from '../../../engine/crud.ts'
import { Problem } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import { sentence } from '../../../engine/words.ts'

type Plain = Readonly<Record<string, unknown>>

/** Whoever could change one of these could decide in the approver's place, or without one. */
const holding = ['approverId', 'driverId', 'door'] as const

/**
 * A one-way door that has an approver is kept by them: nobody else makes themselves its approver, or makes it
 * easy to go back, but its driver and admins. Which fields of a patch would do so in the name of this actor.
 */
export const takenFromApprover = (
  decision: Plain,
  patch: Plain,
  actor: Actor,
): readonly string[] =>
  decision['door'] !== 'one-way' ||
  typeof decision['approverId'] !== 'string' ||
  [decision['approverId'], decision['driverId']].includes(actor.id) ||
  hasRole(actor, 'admin')
    ? []
    : holding.filter(
        (name) => patch[name] !== undefined && !same(decision[name] ?? null, patch[name] ?? null),
      )

export const keptByApprover = ({ ref }: Row, at: readonly string[]): Problem =>
  new Problem(
    'denied',
    sentence('{ref} is a one-way door, and it has an approver.', { ref }),
    at.map((name) => ({
      at: name,
      says: 'Only its approver, its driver or an admin changes who approves or drives it, or its door.',
    })),
  )
