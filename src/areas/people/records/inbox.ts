import { me } from '../../../engine/access.ts'
import { flag, instant, ref } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'

/** How far somebody has read, and what comes into that inbox. What lies in it is worked out, never kept. */
export const inbox = record({
  name: 'inbox',
  plural: 'inboxes',
  says: {
    one: 'inbox',
    many: 'inboxes',
    what: 'How far you have read your inbox, and what comes into it.',
  },
  prefix: 'INBX',
  title: 'ref',
  held: 'whole',
  derive: 'reading-only',
  read: me('memberId'),
  create: me('memberId'),
  write: me('memberId'),
  order: '-updatedAt',
  unique: [['memberId']],
  fields: {
    memberId: ref({ label: 'Member', to: 'member', required: true }),
    seenAt: instant({ label: 'Read up to' }),
    mentions: flag({ label: 'Where I am mentioned', default: true }),
    answers: flag({ label: 'Answers in threads I am in', default: true }),
    owned: flag({ label: 'What happens on what I made or own', default: true }),
    followed: flag({ label: 'What happens on what I follow', default: true }),
  },
})
