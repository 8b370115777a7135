import { choice, number, prose, ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'
import { changed, made, scope, seen } from '../../people/index.ts'

/** A number that is watched over time. Its values are its readings. */
export const metric = record({
  name: 'metric',
  plural: 'metrics',
  says: { one: 'metric', many: 'metrics', what: 'A number that we watch over time.' },
  prefix: 'MET',
  title: 'title',
  held: 'whole',
  read: seen,
  create: made('editor'),
  write: changed,
  natural: ['title'],
  order: '-createdAt',
  fields: {
    title: text({
      label: 'Title',
      max: 300,
      required: true,
      search: 'A',
      aliases: ['metric', 'name'],
    }),
    detail: prose({ label: 'Detail', max: 50_000, search: 'B', aliases: ['description'] }),
    unit: text({ label: 'Unit', max: 40 }),
    better: choice({
      label: 'Better when',
      options: { higher: 'Higher', lower: 'Lower' },
      default: 'higher',
    }),
    everyDays: number({
      label: 'Read every',
      min: 1,
      whole: true,
      unit: 'days',
      unitOfOne: 'day',
      help: 'Without a reading for longer, it is silent',
    }),
    ownerId: ref({ label: 'Owner', to: 'member', filter: true, aliases: ['owner'] }),
    ...scope,
  },
})
