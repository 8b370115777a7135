import type { PeopleNames } from '../store/identity.ts'

/** Where identity finds people: the records of the people area, by the names of their tables and columns. */
export const peopleNames: PeopleNames = {
  member: 'member',
  memberSuspended: 'suspended_at',
  memberReinstated: 'reinstated_at',
  bounds: { rights: 'product_rights', ids: 'product_ids', of: 'product', under: 'parent_id' },
  team: 'team',
  teamMembers: 'member_ids',
  key: 'key',
  keyRevoked: 'revoked_at',
  keySuspended: 'suspended_at',
  workspace: 'workspace',
  endings: [
    { record: 'key', columns: ['revokedAt'] },
    { record: 'invitation', columns: ['expiresAt', 'acceptedAt', 'revokedAt'] },
  ],
}
