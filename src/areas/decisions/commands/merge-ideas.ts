import { command } from '../../../engine/command.ts'
import { list, ref } from '../../../engine/field.ts'
import { fold } from '../../discovery/index.ts'
import { idea } from '../records/idea.ts'

export const mergeIdeas = command({
  name: 'merge-ideas',
  says: 'Merge duplicate ideas',
  on: 'idea',
  input: {
    into: ref({ label: 'Into', to: 'idea', required: true, help: 'The one that stays' }),
    from: { ...list({ label: 'Duplicates', of: 'idea', most: 100 }), required: true },
  },
  may: 'editor',
  decide: async (given, scene) => ({ changes: await fold(idea, given, scene) }),
})
