import { expect, test } from 'vitest'
import { role } from '../../../engine/access.ts'
import { number, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'
import { english } from '../../../engine/words.ts'
import { factsOf } from './facts.ts'

const kind = record({
  name: 'measure',
  plural: 'measures',
  says: { one: 'measure', many: 'measures', what: 'Something that is measured.' },
  prefix: 'MS',
  held: 'whole',
  order: '-createdAt',
  title: 'title',
  read: role('viewer'),
  create: role('editor'),
  write: role('editor'),
  fields: {
    title: text({ label: 'Title', max: 100 }),
    current: number({ label: 'Current' }),
    progress: number({ label: 'Progress', isShare: true }),
  },
})

test('a part of one is a fact in percent, to one digit, and every other number stays as it is', () => {
  expect(
    factsOf(kind, () => undefined, english)({ title: 'Visits', current: 83, progress: 0.363636 }),
  ).toEqual([
    { field: 'current', label: 'Current', value: 83 },
    { field: 'progress', label: 'Progress', value: 36.4, unit: '%' },
  ])
})
