import { reachesRole, type Role } from '../../engine/access.ts'
import type { Fields } from '../../engine/field.ts'

/** The same fields, without the roles above one's own: nobody gives these. */
export function withRolesUpTo(own: Role, fields: Fields): Fields {
  const { role } = fields
  if (role?.kind !== 'choice') return fields
  const options = Object.fromEntries(
    Object.entries(role.options).filter(([name]) => reachesRole(own, name as Role)),
  )
  return { ...fields, role: { ...role, options } }
}
