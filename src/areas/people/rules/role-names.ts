import type { Role } from '../../../engine/access.ts'

/** What the roles are called, as the choice that every record with a role offers. */
export const roleNames = {
  viewer: 'Viewer',
  contributor: 'Contributor',
  editor: 'Editor',
  admin: 'Admin',
  owner: 'Owner',
} as const satisfies Readonly<Record<Role, string>>
