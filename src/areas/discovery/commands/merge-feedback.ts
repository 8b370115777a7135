import { command } from '../../../engine/command.ts'
import { list, ref } from '../../../engine/field.ts'
import { feedback } from '../records/feedback.ts'
import { fold } from './fold.ts'

export const mergeFeedback = command({
  name: 'merge-feedback',
  says: 'Merge duplicate feedback',
  on: 'feedback',
  input: {
    into: ref({ label: 'Into', to: 'feedback', required: true, help: 'The one that stays' }),
    from: { ...list({ label: 'Duplicates', of: 'feedback', most: 100 }), required: true },
  },
  may: 'contributor',
  decide: async (given, scene) => ({ changes: await fold(feedback, given, scene) }),
})
