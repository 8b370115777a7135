import type { Role } from '../../../engine/access.ts'
import { command } from '../../../engine/command.ts'
import { present } from '../../../engine/crud.ts'
import { ref } from '../../../engine/field.ts'
import { invalid } from '../../../engine/problem.ts'
import { sentence } from '../../../engine/words.ts'
import { invitation } from '../records/invitation.ts'
import { aboveOwn } from '../rules/above.ts'

/** Ends an invitation that nobody has accepted yet. To revoke a revoked one changes nothing. */
export const revokeInvitation = command({
  name: 'revoke-invitation',
  says: 'Revoke an invitation',
  on: 'invitation',
  input: { id: ref({ label: 'Invitation', to: 'invitation', required: true }) },
  may: 'admin',
  decide: async ({ id }, scene) => {
    const row = await present(invitation, id, scene)
    const above = aboveOwn(scene.actor, row['role'] as Role)
    if (above !== undefined) throw above
    if (row['acceptedAt'] !== null)
      throw invalid(
        sentence('{ref} was accepted already. Remove the member instead.', { ref: row.ref }),
      )
    if (row['revokedAt'] !== null) return { changes: [] }
    return {
      changes: [
        { op: 'update', record: 'invitation', id: row.id, patch: { revokedAt: scene.now } },
      ],
    }
  },
})
