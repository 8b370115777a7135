import { choice, interval, prose, ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'
import { changed, made, scope, seen } from '../../people/index.ts'

/** What we are going to build, with how firmly we say so: now, next or later. */
export const roadmapItem = record({
  name: 'roadmap-item',
  plural: 'roadmap-items',
  says: { one: 'roadmap item', many: 'roadmap items', what: 'What we build now, next or later.' },
  prefix: 'RM',
  station: 'built',
  title: 'title',
  held: 'whole',
  read: seen,
  create: made('editor'),
  write: changed,
  order: '-createdAt',
  fields: {
    title: text({
      label: 'Title',
      max: 300,
      required: true,
      search: 'A',
      aliases: ['item', 'name'],
    }),
    detail: prose({ label: 'Detail', max: 50_000, search: 'B', aliases: ['description'] }),
    commitment: choice({
      label: 'Commitment',
      options: { now: 'Now', next: 'Next', later: 'Later' },
      required: true,
      filter: true,
      aliases: ['horizon', 'column'],
    }),
    status: choice({
      label: 'Status',
      options: {
        'not-started': 'Not started',
        'in-progress': 'In progress',
        done: 'Done',
        stopped: 'Stopped',
      },
      also: {
        todo: 'not-started',
        planned: 'not-started',
        started: 'in-progress',
        doing: 'in-progress',
        shipped: 'done',
        complete: 'done',
        released: 'done',
        dropped: 'stopped',
        cancelled: 'stopped',
      },
      default: 'not-started',
      filter: true,
      aliases: ['state'],
    }),
    teamId: ref({ label: 'Team', to: 'team', filter: true }),
    dates: interval({ label: 'Dates' }),
    ...scope,
  },
})
