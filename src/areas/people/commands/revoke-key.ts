import { hasRole, type Role } from '../../../engine/access.ts'
import { command } from '../../../engine/command.ts'
import { present } from '../../../engine/crud.ts'
import { ref } from '../../../engine/field.ts'
import { denied } from '../../../engine/problem.ts'
import { key } from '../records/key.ts'
import { sentence } from '../../../engine/words.ts'
import { roleWord } from '../../../engine/refusals.ts'

/** Ends a key for good. To revoke a revoked one changes nothing. */
export const revokeKey = command({
  name: 'revoke-key',
  says: 'Revoke an API key',
  on: 'key',
  input: { id: ref({ label: 'API key', to: 'key', required: true }) },
  may: 'admin',
  promises: ['settles'],
  decide: async ({ id }, scene) => {
    const row = await present(key, id, scene)
    if (!hasRole(scene.actor, row['role'] as Role))
      throw denied(
        sentence('{ref} has the role {role}, which is above yours. Ask an owner to revoke it.', {
          ref: row.ref,
          role: roleWord(String(row['role'])),
        }),
      )
    if (row['revokedAt'] !== null) return { changes: [] }
    return {
      changes: [{ op: 'update', record: 'key', id: row.id, patch: { revokedAt: scene.now } }],
    }
  },
})
