import { reachesRole, roles, type Role } from '../../../engine/access.ts'
import type { Change } from '../../../engine/change.ts'
import type { Command, Scene } from '../../../engine/command.ts'
import { crud, present } from '../../../engine/crud.ts'
import type { Row } from '../../../engine/record.ts'
import { member } from '../records/member.ts'
import { aboveOwn, checkNotAbove } from '../rules/above.ts'
import { anotherOwner } from '../rules/another-owner.ts'
import { keysOf } from '../rules/keys-of.ts'
import { checkProductRights, isHeld } from '../rules/product-rights.ts'

/**
 * The verbs of a member, under three laws: nobody gives, takes or touches a role above their own, a
 * workspace always has an owner, and a key may no more than who made it: it ends with them, and with the
 * role and the rights that could give its own.
 */
export const memberCommands: readonly Command[] = crud(member).map((verb): Command => {
  switch (verb.name) {
    case 'create-member':
      return guarded(verb, (input, scene) => {
        withinOwn(input['role'], scene)
        checkProductRights(input['role'], input['productRights'])
        return []
      })
    case 'update-member':
      return guarded(verb, async (input, scene) => {
        const before = await touchable(input['id'], scene)
        const role = (input['role'] ?? before['role']) as Role
        const rights =
          input['productRights'] === undefined ? before['productRights'] : input['productRights']
        withinOwn(role, scene)
        checkProductRights(role, rights)
        if (before['role'] === 'owner' && role !== 'owner') await anotherOwner(before.id, scene)
        if (role === before['role'] && isHeld(rights) === isHeld(before['productRights'])) return []
        // a key is held to no product, so nobody who is may have made one
        const ends = (key: Row): boolean =>
          isHeld(rights) || !reachesRole(role, key['role'] as Role)
        return lapsed(before.id, ends, scene)
      })
    case 'remove-member':
      return guarded(verb, async (input, scene) => {
        const before = await touchable(input['id'], scene)
        if (before['role'] === 'owner') await anotherOwner(before.id, scene)
        return lapsed(before.id, () => true, scene)
      })
    default:
      return { ...verb, may: 'owner' }
  }
})

/** Throws where it may not be; says what happens along with it. */
type Guard = (
  input: Readonly<Record<string, unknown>>,
  scene: Scene,
) => Promise<readonly Change[]> | readonly Change[]

function guarded(verb: Command, guard: Guard): Command {
  return {
    ...verb,
    may: 'admin',
    decide: async (input, scene) => {
      const along = await guard(input, scene)
      const verdict = await verb.decide(input, scene)
      return { ...verdict, changes: [...verdict.changes, ...along] }
    },
  }
}

/** The keys that somebody made, and those made with these, which are to end. */
async function lapsed(
  memberId: string,
  ends: (key: Row) => boolean,
  scene: Scene,
): Promise<readonly Change[]> {
  return (await keysOf(memberId, scene))
    .filter((key) => key['revokedAt'] === null && ends(key))
    .map(({ id }) => ({ op: 'update', record: 'key', id, patch: { revokedAt: scene.now } }))
}

function withinOwn(given: unknown, scene: Scene): void {
  const above = roles.includes(given as Role) ? aboveOwn(scene.actor, given as Role) : undefined
  if (above !== undefined) throw above
}

/** The member, where they are not above whoever asks. */
export async function touchable(id: unknown, scene: Scene) {
  const row = await present(member, id, scene)
  checkNotAbove(scene.actor, row)
  return row
}
