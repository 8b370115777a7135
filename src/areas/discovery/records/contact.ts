import { anyone, role } from '../../../engine/access.ts'
import { ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'

export const contact = record({
  name: 'contact',
  plural: 'contacts',
  says: { one: 'contact', many: 'contacts', what: 'A person outside who gives feedback.' },
  prefix: 'CON',
  title: 'name',
  titleElse: 'email',
  held: 'paged',
  read: anyone,
  create: role('contributor'),
  write: role('editor'),
  natural: ['email', 'name'],
  unique: [['email']],
  order: 'name',
  check: (row) =>
    row['name'] || row['email']
      ? []
      : [{ at: 'name', says: 'A contact needs a name or an e-mail.' }],
  fields: {
    name: text({
      label: 'Name',
      max: 200,
      sort: true,
      search: 'A',
      aliases: ['contact', 'full name', 'user', 'user name', 'author', 'person', 'customer name'],
    }),
    email: text({
      label: 'E-mail',
      max: 254,
      form: 'email',
      search: 'B',
      aliases: ['mail', 'email address', 'user email', 'customer email', 'contact email'],
    }),
    companyId: ref({
      label: 'Company',
      to: 'company',
      filter: true,
      aliases: ['account', 'organisation', 'organization'],
    }),
    function: text({ label: 'Function', max: 120, aliases: ['department'] }),
    jobTitle: text({ label: 'Job title', max: 120, aliases: ['position', 'role'] }),
  },
})
