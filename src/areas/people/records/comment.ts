import { all, any, me, role, via } from '../../../engine/access.ts'
import { list, ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'

/**
 * What somebody says about a record, where the work is. It is seen by whoever sees what it stands on,
 * by nobody else. Threads are one level deep: an answer to an answer stands in the same thread.
 */
export const comment = record({
  name: 'comment',
  plural: 'comments',
  says: { one: 'comment', many: 'comments', what: 'What somebody says about a record.' },
  prefix: 'CMT',
  title: 'text',
  held: 'paged',
  derive: 'reading-only',
  read: via('onId'),
  create: all(role('contributor'), via('onId')),
  write: any(all(role('contributor'), me('createdById')), role('admin')),
  order: '-createdAt',
  fields: {
    onKind: text({ label: 'On which record', max: 40, required: true, set: 'by-command' }),
    onId: ref({
      label: 'On',
      to: 'any',
      kindIn: 'onKind',
      required: true,
      filter: true,
      set: 'by-command',
    }),
    threadId: ref({ label: 'Thread', to: 'comment', filter: true, set: 'by-command' }),
    text: text({
      label: 'Text',
      max: 10_000,
      lines: 'many',
      required: true,
      search: 'B',
    }),
    mentionIds: list({ label: 'Mentioned', of: 'member', most: 50 }),
    told: list({
      label: 'Told',
      of: 'text',
      most: 1000,
      filter: true,
      set: 'by-command',
      help: 'Whom it concerns and why: mention, driven, asked, answer, owned or followed, and the id of a member',
    }),
  },
})
