import { all, role, via } from '../../../engine/access.ts'
import { ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'

/** What is added to a decision after it was taken; what was decided stays as it is. */
export const amendment = record({
  name: 'amendment',
  plural: 'amendments',
  says: {
    one: 'amendment',
    many: 'amendments',
    what: 'What is added to a decision after it was taken.',
  },
  prefix: 'AMD',
  title: 'text',
  held: 'whole',
  derive: 'reading-only',
  read: via('decisionId'),
  create: all(role('editor'), via('decisionId')),
  write: all(role('editor'), via('decisionId')),
  order: 'createdAt',
  fields: {
    decisionId: ref({
      label: 'Decision',
      to: 'decision',
      required: true,
      home: true,
      filter: true,
    }),
    text: text({ label: 'Amendment', max: 4000, lines: 'many', required: true, search: 'B' }),
    byId: ref({ label: 'By', to: 'actor', set: 'by-command' }),
  },
})
