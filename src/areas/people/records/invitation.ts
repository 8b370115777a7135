import { role } from '../../../engine/access.ts'
import { choice, instant, ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'
import { productRightsFields } from '../rules/product-rights.ts'
import { roleNames } from '../rules/role-names.ts'
import { notAbove } from '../rules/taking-back.ts'

/**
 * A link by which one person may come in, once, with a role. Its secret is shown once, as a key's is.
 * One that names a member lets that member choose a new password instead.
 */
export const invitation = record({
  name: 'invitation',
  plural: 'invitations',
  says: {
    one: 'invitation',
    many: 'invitations',
    what: 'A link by which one person may come in, once, with a role.',
  },
  prefix: 'INV',
  title: 'email',
  held: 'whole',
  stays: 'here',
  derive: 'reading-only',
  read: role('admin'),
  create: role('admin'),
  write: role('admin'),
  order: '-createdAt',
  law: notAbove,
  fields: {
    email: text({ label: 'E-mail', max: 254, form: 'email', required: true }),
    role: choice({
      label: 'Role',
      options: roleNames,
      required: true,
    }),
    ...productRightsFields,
    memberId: ref({
      label: 'New password for',
      to: 'member',
      filter: true,
      set: 'by-command',
      help: 'The member whom it lets choose a new password',
    }),
    expiresAt: instant({ label: 'Works until', required: true, set: 'by-command' }),
    acceptedAt: instant({ label: 'Accepted', set: 'by-command' }),
    revokedAt: instant({ label: 'Revoked', set: 'by-command' }),
  },
})
