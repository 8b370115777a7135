import { anyone, role } from '../../../engine/access.ts'
import { choice, instant, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'
import { productRightsFields } from '../rules/product-rights.ts'
import { roleNames } from '../rules/role-names.ts'
import { membersLaw } from '../rules/taking-back.ts'

/** A person of the organisation, with the role that bounds what that person may do, and the products it holds in. */
export const member = record({
  name: 'member',
  plural: 'members',
  says: { one: 'member', many: 'members', what: 'A person of this workspace, with a role.' },
  prefix: 'MEM',
  title: 'name',
  held: 'whole',
  derive: 'reading-only',
  read: anyone,
  create: role('admin'),
  write: role('admin'),
  natural: ['email', 'name'],
  unique: [['email']],
  order: 'name',
  rests: 'suspendedAt',
  law: membersLaw,
  fields: {
    name: text({ label: 'Name', max: 120, required: true, sort: true, search: 'A' }),
    email: text({ label: 'E-mail', max: 254, form: 'email', aliases: ['mail', 'email address'] }),
    role: choice({
      label: 'Role',
      options: roleNames,
      required: true,
      filter: true,
    }),
    ...productRightsFields,
    function: choice({
      label: 'Function',
      options: {
        product: 'Product',
        engineering: 'Engineering',
        design: 'Design',
        marketing: 'Marketing',
        sales: 'Sales',
        support: 'Support',
        other: 'Other',
      },
    }),
    suspendedAt: instant({ label: 'Suspended', set: 'by-command' }),
    reinstatedAt: instant({ label: 'Reinstated', set: 'by-command' }),
  },
})
