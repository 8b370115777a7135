import { anyone, role } from '../../../engine/access.ts'
import { choice, list, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'

/** Members who work together. Whoever is on a team sees what is for that team: so admins alone change one. */
export const team = record({
  name: 'team',
  plural: 'teams',
  says: { one: 'team', many: 'teams', what: 'Members who work together, with their function.' },
  prefix: 'TEAM',
  title: 'name',
  held: 'whole',
  read: anyone,
  create: role('admin'),
  write: role('admin'),
  natural: ['name'],
  order: 'name',
  fields: {
    name: text({ label: 'Name', max: 120, required: true, sort: true, search: 'A' }),
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
      default: 'other',
      filter: true,
    }),
    memberIds: list({ label: 'Members', of: 'member', most: 500 }),
  },
})
