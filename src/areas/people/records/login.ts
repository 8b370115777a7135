import { any, me, role } from '../../../engine/access.ts'
import { choice, ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'

/**
 * That somebody came in. A session lets into every workspace that its person is in, so each of them is told.
 * Whoever came in sees it, and an admin; nobody writes it but the instance itself.
 */
export const login = record({
  name: 'login',
  plural: 'logins',
  says: {
    one: 'login',
    many: 'logins',
    what: 'That somebody came in: when, how and from where.',
  },
  prefix: 'LOG',
  title: 'name',
  held: 'paged',
  stays: 'here',
  lasts: 180,
  derive: 'reading-only',
  read: any(role('admin'), me('memberId')),
  create: role('owner'),
  write: role('owner'),
  order: '-createdAt',
  fields: {
    name: text({ label: 'Name', max: 120, required: true, set: 'by-command' }),
    memberId: ref({ label: 'Member', to: 'member', required: true, set: 'by-command' }),
    how: choice({
      label: 'How',
      options: {
        password: 'Password',
        passkey: 'Passkey',
        link: 'Link',
        invitation: 'Invitation',
      },
      required: true,
      filter: true,
      set: 'by-command',
    }),
    agent: text({ label: 'Browser', max: 300, set: 'by-command' }),
    address: text({ label: 'Address', max: 100, set: 'by-command' }),
  },
})
