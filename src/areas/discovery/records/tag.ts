import { anyone, role } from '../../../engine/access.ts'
import { text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'

export const tag = record({
  name: 'tag',
  plural: 'tags',
  says: { one: 'tag', many: 'tags', what: 'A label that people put on feedback.' },
  prefix: 'TAG',
  title: 'name',
  held: 'whole',
  read: anyone,
  create: role('contributor'),
  write: role('editor'),
  natural: ['name'],
  unique: [['name']],
  order: 'name',
  fields: {
    name: text({
      label: 'Name',
      max: 120,
      required: true,
      sort: true,
      search: 'A',
      aliases: ['label', 'tag'],
    }),
    says: text({ label: 'Meaning', max: 500, aliases: ['description'] }),
  },
})
