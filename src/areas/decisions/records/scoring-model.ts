import { choice, flag, prose, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'
import { changed, made, scope, seen } from '../../people/index.ts'

/** How ideas are scored: a known method, or a formula of one's own, over its criteria. */
export const scoringModel = record({
  name: 'scoring-model',
  plural: 'scoring-models',
  says: { one: 'scoring model', many: 'scoring models', what: 'How ideas are scored.' },
  prefix: 'MODEL',
  title: 'title',
  held: 'whole',
  derive: 'reading-only',
  read: seen,
  create: made('editor'),
  write: changed,
  natural: ['title'],
  order: 'createdAt',
  fields: {
    title: text({ label: 'Title', max: 120, required: true, search: 'A' }),
    detail: prose({ label: 'Detail', max: 10_000 }),
    method: choice({
      label: 'Method',
      options: {
        rice: 'RICE',
        weighted: 'Weighted scorecard',
        wsjf: 'WSJF',
        ice: 'ICE',
        cd3: 'CD3',
        'value-effort': 'Value and effort',
        kano: 'Kano',
        moscow: 'MoSCoW',
        odi: 'ODI',
        formula: 'Own formula',
      },
      required: true,
      filter: true,
    }),
    formula: text({
      label: 'Formula',
      max: 4000,
      lines: 'many',
      help: 'Over the names of its criteria, for an own formula',
    }),
    isOffered: flag({ label: 'Offered first', default: false }),
    reason: text({
      label: 'Why these weights',
      max: 1000,
      lines: 'many',
      set: 'by-command',
      help: 'Said when they were changed last',
    }),
    ...scope,
  },
})
