import { command } from '../../../engine/command.ts'
import { settle } from '../../../engine/crud.ts'
import { invitation } from '../records/invitation.ts'
import { aboveOwn, checkNotAbove } from '../rules/above.ts'
import { checkProductRights } from '../rules/product-rights.ts'
import { suspended } from './suspend-member.ts'
import { spellings } from '../rules/spellings.ts'

const sevenDays = 7 * 86_400_000

/** Invites one person by a link. The secret in it is in the answer and nowhere else; the store keeps a digest. */
export const invite = command({
  name: 'invite',
  says: 'Invite a person by a link',
  input: {
    email: invitation.fields.email,
    role: invitation.fields.role,
    productRights: invitation.fields.productRights,
    productIds: invitation.fields.productIds,
  },
  may: 'admin',
  decide: async ({ email, role, productRights, productIds }, scene) => {
    const above = aboveOwn(scene.actor, role)
    if (above !== undefined) throw above
    checkProductRights(role, productRights)
    const bounds = await settle(
      invitation,
      { productRights: productRights ?? 'all', productIds: productIds ?? [] },
      scene,
    )
    for (const member of await scene.reader.by('member', 'email', spellings(email))) {
      checkNotAbove(scene.actor, member)
      const out = suspended(member)
      if (out !== undefined) throw out
    }
    const secret = `invite_${scene.newSecret()}`
    const id = scene.newId()
    const expiresAt = new Date(Date.parse(scene.now) + sevenDays).toISOString()
    const row = {
      email,
      role,
      ...bounds,
      memberId: null,
      expiresAt,
      acceptedAt: null,
      revokedAt: null,
    }
    return {
      changes: [{ op: 'create', record: 'invitation', id, row }],
      secrets: [{ id, digest: scene.digest(secret) }],
      result: { id, expiresAt, secret },
    }
  },
})
