import { prose, ref, rollup, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'
import { changed, made, scope, seen } from '../../people/index.ts'

/** A qualitative aim. Its progress is the mean of what hangs directly under it, 0 to 1 (OKR score, Doerr 2018). */
export const objective = record({
  name: 'objective',
  plural: 'objectives',
  says: {
    one: 'objective',
    many: 'objectives',
    what: 'What the business wants to reach, in words.',
  },
  prefix: 'OBJ',
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
      max: 500,
      required: true,
      search: 'A',
      aliases: ['objective', 'goal', 'theme'],
    }),
    detail: prose({ label: 'Detail', max: 50_000, search: 'B', aliases: ['why', 'description'] }),
    parentId: ref({
      label: 'Part of',
      to: 'objective',
      line: 'below',
      reads: { forth: 'is part of', back: 'holds' },
      rollsUp: true,
      filter: true,
      aliases: ['parent'],
    }),
    period: text({
      label: 'Period',
      max: 40,
      filter: true,
      sort: true,
      help: 'Such as 2026, 2026-Q4 or 2026-11',
      aliases: ['quarter', 'cycle'],
    }),
    ownerId: ref({ label: 'Owner', to: 'member', filter: true, aliases: ['owner'] }),
    progress: rollup({
      label: 'Progress',
      help: '0 at the start, 1 at the target',
      isShare: true,
      how: 'mean',
      from: [
        { record: 'key-result', through: 'objectiveId', field: 'progress' },
        { record: 'objective', through: 'parentId', field: 'progress' },
      ],
    }),
    ...scope,
  },
})
