import { prose, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'
import { changed, made, scope, seen } from '../../people/index.ts'

export const insight = record({
  name: 'insight',
  plural: 'insights',
  says: {
    one: 'insight',
    many: 'insights',
    what: 'A finding that groups quotes; optional on the line.',
  },
  prefix: 'INS',
  station: 'understood',
  title: 'title',
  held: 'whole',
  read: seen,
  create: made('editor'),
  write: changed,
  order: '-createdAt',
  fields: {
    title: text({ label: 'Title', max: 300, required: true, search: 'A' }),
    detail: prose({ label: 'Detail', max: 50_000, search: 'B' }),
    ...scope,
  },
})
