import type { Row } from '../../../engine/record.ts'

/** The roles of a decision (DACI, Intuit): who drives it, who approves it, who is heard, who is told. */
export const roles = ['driver', 'approver', 'contributor', 'informed'] as const

export type Role = (typeof roles)[number]

/** Everybody who has a role in a decision, in the order of the roles; somebody with two is named twice. */
export const peopleOf = (
  decision: Row,
): readonly { readonly id: string; readonly role: Role }[] => [
  ...one(decision['driverId'], 'driver'),
  ...one(decision['approverId'], 'approver'),
  ...many(decision['contributorIds'], 'contributor'),
  ...many(decision['informedIds'], 'informed'),
]

const one = (id: unknown, role: Role) => (typeof id === 'string' ? [{ id, role }] : [])

const many = (ids: unknown, role: Role) =>
  Array.isArray(ids) ? (ids as readonly string[]).map((id) => ({ id, role })) : []
