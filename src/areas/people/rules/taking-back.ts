import { reachesRole, type Role } from '../../../engine/access.ts'
import { systemId } from '../../../engine/ids.ts'
import { invalid } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import type { RowLaw } from '../../../engine/row-law.ts'
import { sentence } from '../../../engine/words.ts'
import { checkNotAbove } from './above.ts'
import { anotherOwner } from './another-owner.ts'
import { keysOf } from './keys-of.ts'
import { isHeld } from './product-rights.ts'

/** Nobody takes back what is above them: neither a row that is, nor one that would be. */
export const notAbove: RowLaw = async ({ before, after }, { actor }) => {
  for (const row of [before, after]) if (row !== undefined) checkNotAbove(actor, row)
}

/** The laws of the verbs of a member, for what is brought back: an owner stays, and no key reaches further than who made it. */
export const membersLaw: RowLaw = async (turned, scene) => {
  await notAbove(turned, scene)
  const { before, after } = turned
  const member = before ?? after
  if (member === undefined) return
  if (isOwner(before) && !isOwner(after)) await anotherOwner(member.id, scene)
  for (const key of await keysOf(member.id, scene))
    if (opens(key) && !reachesAsFar(after, key)) throw furtherThan(key)
}

/** A key that opens again is not above whoever takes it back, nor above the member or the key it was made with. */
export const keysLaw: RowLaw = async (turned, scene) => {
  await notAbove(turned, scene)
  const { after } = turned
  if (after === undefined || !opens(after) || after.createdById === systemId) return
  const { reader } = scene
  const maker =
    (await reader.get('member', after.createdById)) ?? (await reader.get('key', after.createdById))
  const isGood =
    maker !== undefined && ('revokedAt' in maker ? opens(maker) : reachesAsFar(maker, after))
  if (!isGood) throw furtherThan(after)
}

const isOwner = (row: Row | undefined): boolean =>
  isThere(row) && row['role'] === 'owner' && (row['suspendedAt'] ?? null) === null

const isThere = (row: Row | undefined): row is Row => row !== undefined && row.removedAt === null

const opens = (key: Row): boolean => key['revokedAt'] === null

/** Whoever is held to products could have made no key: a key is held to none. */
const reachesAsFar = (member: Row | undefined, key: Row): boolean =>
  isThere(member) &&
  !isHeld(member['productRights']) &&
  reachesRole(member['role'] as Role, key['role'] as Role)

const furtherThan = (key: Row) =>
  invalid(
    sentence('{ref} would reach further than who made it. Revoke it, or make a new one.', {
      ref: key.ref,
    }),
  )
