import { command } from '../../../engine/command.ts'
import { present } from '../../../engine/crud.ts'
import { ref } from '../../../engine/field.ts'
import { key } from '../records/key.ts'

const hour = 3_600_000

/** Notes when a key was last used, to the hour: finer would write history at every request. Nobody says so for it. */
export const noteKeyUse = command({
  name: 'note-key-use',
  says: 'Note that an API key was used',
  on: 'key',
  input: { id: ref({ label: 'API key', to: 'key', required: true }) },
  may: 'admin',
  only: { by: 'instance', says: 'When a key was last used is noted by the instance itself.' },
  decide: async ({ id }, scene) => {
    const row = await present(key, id, scene)
    const last = row['lastUsedAt']
    if (typeof last === 'string' && Date.parse(scene.now) - Date.parse(last) < hour)
      return { changes: [] }
    return {
      changes: [{ op: 'update', record: 'key', id: row.id, patch: { lastUsedAt: scene.now } }],
    }
  },
})
