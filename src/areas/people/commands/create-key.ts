import { hasRole } from '../../../engine/access.ts'
import { command } from '../../../engine/command.ts'
import { ref } from '../../../engine/field.ts'
import { denied, invalid } from '../../../engine/problem.ts'
import { key } from '../records/key.ts'
import { scopesOf, wrongScopes } from '../rules/key-scopes.ts'
import { strayNames } from '../rules/record-names.ts'
import { sentence } from '../../../engine/words.ts'
import { roleWord } from '../../../engine/refusals.ts'

/** Makes an API key. The secret is in the answer and nowhere else; the store keeps a digest. */
export const createKey = command({
  name: 'create-key',
  says: 'Create an API key',
  on: 'key',
  input: {
    id: ref({ label: 'Id', to: 'key', help: 'UUID version 7, made by the client' }),
    name: key.fields.name,
    role: key.fields.role,
    scopes: key.fields.scopes,
  },
  may: 'admin',
  promises: ['adds'],
  decide: async ({ id, name, role, scopes }, scene) => {
    if (!hasRole(scene.actor, role))
      throw denied(
        sentence('You are {own}; a key cannot be given the role {role}, which is above yours.', {
          own: roleWord(scene.actor.role),
          role: roleWord(role),
        }),
      )
    const wrong = wrongScopes(scopes ?? [])
    if (wrong.length > 0)
      throw invalid(sentence('This is no scope: {list}.', { list: wrong.join(', ') }), [
        {
          at: 'scopes',
          says: 'A scope is read: or write: with the plural of a record or *, such as read:feedback.',
        },
      ])
    const { records } = scene
    const stray =
      records === undefined
        ? []
        : strayNames('scopes', scopes ?? [], scopesOf(records.map(({ plural }) => plural)))
    if (stray.length > 0) throw invalid('A key with such a scope would open nothing by it.', stray)
    const secret = `tl_${scene.newSecret()}`
    const made = id ?? scene.newId()
    const row = {
      name,
      role,
      scopes: scopes ?? [],
      start: secret.slice(0, 8),
      lastUsedAt: null,
      revokedAt: null,
    }
    return {
      changes: [{ op: 'create', record: 'key', id: made, row }],
      secrets: [{ id: made, digest: scene.digest(secret) }],
      result: { id: made, secret },
    }
  },
})
