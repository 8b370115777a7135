import { all, role, via } from '../../../engine/access.ts'
import { date, number, ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'

/** The value of a metric on a day; one a day. */
export const reading = record({
  name: 'reading',
  plural: 'readings',
  says: { one: 'reading', many: 'readings', what: 'What a metric was on a day.' },
  prefix: 'READ',
  title: 'ref',
  held: 'paged',
  read: via('metricId'),
  create: all(role('contributor'), via('metricId')),
  write: all(role('contributor'), via('metricId')),
  order: '-on',
  unique: [['metricId', 'on']],
  fields: {
    metricId: ref({
      label: 'Metric',
      to: 'metric',
      required: true,
      home: true,
      filter: true,
      aliases: ['metric'],
    }),
    on: date({ label: 'On', required: true, sort: true, aliases: ['date', 'day'] }),
    value: number({ label: 'Value', required: true }),
    note: text({ label: 'Note', max: 1000, lines: 'many' }),
  },
})
