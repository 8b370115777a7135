import { all, role, within } from '../../../engine/access.ts'
import { ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'

/**
 * What a record may belong to. Products nest, and a filter by one takes in those under it. Whoever is held
 * to some of them does not see the others, and makes none: a new one is in nobody's reach yet.
 */
export const product = record({
  name: 'product',
  plural: 'products',
  says: { one: 'product', many: 'products', what: 'A product or a part of one; products nest.' },
  prefix: 'PROD',
  title: 'name',
  held: 'whole',
  read: within('id', 'see'),
  create: all(role('editor'), within('id', 'act')),
  write: all(role('editor'), within('id', 'act')),
  natural: ['name'],
  order: 'name',
  fields: {
    name: text({ label: 'Name', max: 120, required: true, sort: true, search: 'A' }),
    parentId: ref({ label: 'Part of', to: 'product', filter: true, rollsUp: true }),
  },
})
