import { anyone, role } from '../../../engine/access.ts'
import { amount, choice, number, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'

export const company = record({
  name: 'company',
  plural: 'companies',
  says: { one: 'company', many: 'companies', what: 'An organisation whose people give feedback.' },
  prefix: 'CO',
  title: 'name',
  held: 'paged',
  read: anyone,
  create: role('contributor'),
  write: role('editor'),
  natural: ['domain', 'name'],
  unique: [['domain']],
  order: 'name',
  fields: {
    name: text({
      label: 'Name',
      max: 200,
      required: true,
      sort: true,
      search: 'A',
      aliases: [
        'company',
        'company name',
        'account',
        'account name',
        'customer',
        'organisation',
        'organization',
      ],
    }),
    domain: text({
      label: 'Domain',
      max: 253,
      form: 'domain',
      search: 'B',
      aliases: ['website', 'company domain'],
    }),
    revenue: amount({ label: 'Revenue', aliases: ['arr', 'mrr', 'annual revenue', 'acv'] }),
    size: number({
      label: 'Size',
      min: 0,
      whole: true,
      unit: 'employees',
      unitOfOne: 'employee',
      aliases: ['employees', 'headcount', 'company size'],
    }),
    tier: choice({
      label: 'Tier',
      options: {
        strategic: 'Strategic',
        enterprise: 'Enterprise',
        business: 'Business',
        starter: 'Starter',
        free: 'Free',
      },
      filter: true,
      aliases: ['plan', 'subscription'],
    }),
  },
})
