import type { Change } from '../../../engine/change.ts'
import { command, type Scene } from '../../../engine/command.ts'
import { ref } from '../../../engine/field.ts'
import { invalid } from '../../../engine/problem.ts'
import { sentence } from '../../../engine/words.ts'
import { anotherOwner } from '../rules/another-owner.ts'
import { keysOf } from '../rules/keys-of.ts'
import { touchable } from './keep-owners.ts'

/**
 * Keeps somebody out without removing them: their sessions and keys hold no longer, nothing is told
 * them, and what they made, own and said stays theirs. Under the laws of every verb of a member.
 */
export const suspendMember = command({
  name: 'suspend-member',
  says: 'Suspend a member',
  on: 'member',
  input: { id: ref({ label: 'Member', to: 'member', required: true }) },
  may: 'admin',
  promises: ['settles'],
  decide: async ({ id }, scene) => {
    const row = await touchable(id, scene)
    if (row.id === scene.actor.id)
      throw invalid('Nobody suspends themselves. Ask somebody else to, or leave the workspace.')
    if (row['role'] === 'owner') await anotherOwner(row.id, scene)
    if ((row['suspendedAt'] ?? null) !== null) return { changes: [] }
    const at = { suspendedAt: scene.now }
    return {
      changes: [
        { op: 'update', record: 'member', id: row.id, patch: at },
        ...(await keysResting(row.id, scene, at)),
      ],
    }
  },
})

/** Lets a suspended member in again, with the keys that rested meanwhile. */
export const reinstateMember = command({
  name: 'reinstate-member',
  says: 'Reinstate a member',
  on: 'member',
  input: { id: ref({ label: 'Member', to: 'member', required: true }) },
  may: 'admin',
  promises: ['settles'],
  decide: async ({ id }, scene) => {
    const row = await touchable(id, scene)
    if ((row['suspendedAt'] ?? null) === null) return { changes: [] }
    const patch = { suspendedAt: null, reinstatedAt: scene.now }
    return {
      changes: [
        { op: 'update', record: 'member', id: row.id, patch },
        ...(await keysResting(row.id, scene, { suspendedAt: null })),
      ],
    }
  },
})

async function keysResting(
  memberId: string,
  scene: Scene,
  patch: { readonly suspendedAt: string | null },
): Promise<readonly Change[]> {
  return (await keysOf(memberId, scene))
    .filter((key) => (key['suspendedAt'] ?? null) !== patch.suspendedAt)
    .map(({ id }) => ({ op: 'update', record: 'key', id, patch }))
}

/** The refusal where somebody who is suspended would have to act or be let in; undefined for others. */
export const suspended = (row: Readonly<Record<string, unknown>>) =>
  (row['suspendedAt'] ?? null) === null
    ? undefined
    : invalid(
        sentence('{ref} is suspended. Reinstate the member first.', { ref: String(row['ref']) }),
      )
