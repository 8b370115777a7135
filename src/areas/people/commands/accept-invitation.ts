import { reachesRole, type Role } from '../../../engine/access.ts'
import { command, type Scene } from '../../../engine/command.ts'
import { present } from '../../../engine/crud.ts'
import { ref } from '../../../engine/field.ts'
import { denied, invalid, taken, type Problem } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import { invitation } from '../records/invitation.ts'
import { member } from '../records/member.ts'
import { isHeld } from '../rules/product-rights.ts'
import { spellings } from '../rules/spellings.ts'

/**
 * Makes the invited person a member, or hands over the member who has that e-mail already, with the
 * role and the rights of the invitation. One that lets a member choose a new password changes nothing but
 * itself. Whoever holds the secret may do it, and only the sign-in knows who does: so
 * only the system may run it.
 */
export const acceptInvitation = command({
  name: 'accept-invitation',
  says: 'Accept an invitation',
  input: {
    id: ref({ label: 'Invitation', to: 'invitation', required: true }),
    name: member.fields.name,
  },
  may: 'owner',
  only: {
    by: 'instance',
    says: 'An invitation is accepted by opening its link, by whoever was invited.',
  },
  decide: async ({ id, name }, scene) => {
    const row = await present(invitation, id, scene)
    const ended = await whyEnded(row, scene)
    if (ended !== undefined) throw ended
    const role = row['role'] as Role
    const rights = { role, productRights: row['productRights'], productIds: row['productIds'] }
    const email = String(row['email'])
    const accepted = {
      op: 'update',
      record: 'invitation',
      id: row.id,
      patch: { acceptedAt: scene.now },
    } as const
    const memberId = row['memberId'] ?? null
    if (memberId !== null) return { changes: [accepted], result: { memberId } }
    const [known] = await scene.reader.by('member', 'email', spellings(email))
    if (known === undefined) {
      const made = scene.newId()
      return {
        changes: [
          {
            op: 'create',
            record: 'member',
            id: made,
            row: { name, email, ...rights, function: null },
          },
          accepted,
        ],
        result: { memberId: made },
      }
    }
    if ((known['suspendedAt'] ?? null) !== null) throw resting()
    if (!reachesRole(role, known['role'] as Role))
      throw taken(
        'A member with this e-mail is there already, with a role above this invitation. Ask for an invitation with that role.',
      )
    if (isHeld(rights.productRights) && !isHeld(known['productRights']))
      throw taken(
        'A member with this e-mail is there already, with rights in all products. Ask for an invitation with those.',
      )
    const { productRights, productIds } = rights
    const patch = {
      ...(known['role'] === role ? {} : { role }),
      ...(isHeld(known['productRights']) ? { productRights, productIds } : {}),
    }
    const given =
      Object.keys(patch).length === 0
        ? []
        : [{ op: 'update', record: 'member', id: known.id, patch } as const]
    return { changes: [...given, accepted], result: { memberId: known.id } }
  },
})

/** Why an invitation opens nothing (any more); undefined when it does. */
export async function whyEnded(
  row: Row,
  scene: Pick<Scene, 'now' | 'reader'>,
): Promise<Problem | undefined> {
  if (row['acceptedAt'] !== null)
    return invalid('This invitation was accepted already. Sign in, or ask for a new one.')
  if (row['revokedAt'] !== null)
    return invalid('This invitation was revoked. Ask whoever sent it for a new one.')
  if (Date.parse(String(row['expiresAt'])) <= Date.parse(scene.now))
    return invalid('This link is too old. Ask for a new one.')
  if (!(await mayStill(row, scene)))
    return invalid('Whoever sent this invitation may no longer give its role. Ask for a new one.')
  const memberId = row['memberId'] ?? null
  return memberId === null ? undefined : whyNoNewPassword(String(memberId), row, scene)
}

/** Whose role was raised since is above what whoever made the link was asked for. */
async function whyNoNewPassword(
  memberId: string,
  row: Row,
  { reader }: Pick<Scene, 'reader'>,
): Promise<Problem | undefined> {
  const known = await reader.get('member', memberId)
  if (known === undefined || known.removedAt !== null)
    return invalid('You are no member here any more. Ask for an invitation.')
  if ((known['suspendedAt'] ?? null) !== null) return resting()
  return reachesRole(row['role'] as Role, known['role'] as Role)
    ? undefined
    : invalid('Your role was changed since this link was made. Ask for a new one.')
}

const resting = (): Problem =>
  denied('You are suspended in this workspace. Ask one of its admins to reinstate you.')

/** What somebody may not give any more, an invitation of theirs gives no longer either. */
async function mayStill(row: Row, { reader }: Pick<Scene, 'reader'>): Promise<boolean> {
  const inviter =
    (await reader.get('member', row.createdById)) ?? (await reader.get('key', row.createdById))
  if (inviter === undefined || inviter.removedAt !== null) return false
  if (typeof inviter['revokedAt'] === 'string' || isHeld(inviter['productRights'])) return false
  if (typeof inviter['suspendedAt'] === 'string') return false
  return reachesRole(inviter['role'] as Role, row['role'] as Role)
}
