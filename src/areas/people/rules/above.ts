import { hasRole, type Actor, type Role } from '../../../engine/access.ts'
import { denied, type Problem } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import { roleWord } from '../../../engine/refusals.ts'
import { sentence } from '../../../engine/words.ts'

/** The refusal for whoever would hand out a role above their own; undefined when it is not above. */
export function aboveOwn(actor: Actor, role: Role): Problem | undefined {
  return hasRole(actor, role)
    ? undefined
    : denied(
        sentence('You are {own}; you cannot give the role {role}, which is above yours.', {
          own: roleWord(actor.role),
          role: roleWord(role),
        }),
      )
}

/** Refuses to touch a member whose role is above one's own. */
export function checkNotAbove(actor: Actor, member: Row): void {
  const role = member['role'] as Role
  if (hasRole(actor, role)) return
  throw denied(
    sentence('{ref} is {role}, which is above you. Ask an owner.', {
      ref: member.ref,
      role: roleWord(role),
    }),
  )
}
