import { command, type Scene } from '../../../engine/command.ts'
import { ref } from '../../../engine/field.ts'
import { invalid } from '../../../engine/problem.ts'
import { sentence } from '../../../engine/words.ts'
import type { Change } from '../../../engine/change.ts'
import { touchable } from './keep-owners.ts'
import { suspended } from './suspend-member.ts'

const oneDay = 86_400_000

/**
 * Lets a member who forgot their password choose a new one, by a link that works once and for a day.
 * Never for anybody above, and not for oneself; the sign-in refuses it for whoever is in another
 * workspace too. A newer one ends those there were.
 */
export const offerPassword = command({
  name: 'offer-password',
  says: 'Let a member choose a new password',
  input: { id: ref({ label: 'Member', to: 'member', required: true }) },
  may: 'admin',
  decide: async ({ id }, scene) => {
    const member = await touchable(id, scene)
    const out = suspended(member)
    if (out !== undefined) throw out
    if (member.id === scene.actor.id)
      throw invalid('Your own password is changed under "Your way in", in Settings.')
    const email = member['email']
    if (typeof email !== 'string')
      throw invalid(
        sentence('{ref} has no e-mail to sign in with. Add it first.', { ref: member.ref }),
        [{ at: 'id', says: 'The member needs an e-mail.' }],
      )
    const secret = `invite_${scene.newSecret()}`
    const made = scene.newId()
    const expiresAt = new Date(Date.parse(scene.now) + oneDay).toISOString()
    const row = {
      email,
      role: member['role'],
      memberId: member.id,
      expiresAt,
      acceptedAt: null,
      revokedAt: null,
    }
    return {
      changes: [
        ...(await endingOffers(member.id, scene)),
        { op: 'create', record: 'invitation', id: made, row },
      ],
      secrets: [{ id: made, digest: scene.digest(secret) }],
      result: { id: made, expiresAt, secret },
    }
  },
})

async function endingOffers(memberId: string, scene: Scene): Promise<readonly Change[]> {
  const offers = await scene.reader.by('invitation', 'memberId', [memberId])
  return offers
    .filter((one) => one['acceptedAt'] === null && one['revokedAt'] === null)
    .map(({ id }) => ({
      op: 'update',
      record: 'invitation',
      id,
      patch: { revokedAt: scene.now },
    }))
}
