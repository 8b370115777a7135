import { hasRole, type Actor, type Role } from '../../../engine/access.ts'
import { denied, type Problem } from '../../../engine/problem.ts'
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
