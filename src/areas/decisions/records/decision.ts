import { instant, ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'
import { changed, made, scope, seen } from '../../people/index.ts'

/** A light decision: one sentence, who, when. What it settles is a link. */
export const decision = record({
  name: 'decision',
  plural: 'decisions',
  says: {
    one: 'decision',
    many: 'decisions',
    what: 'A sentence that commits us, with who said it and when.',
  },
  prefix: 'DEC',
  station: 'decided',
  title: 'sentence',
  held: 'whole',
  read: seen,
  create: made('editor'),
  write: changed,
  order: '-createdAt',
  fields: {
    sentence: text({
      label: 'Sentence',
      max: 1000,
      required: true,
      lines: 'many',
      search: 'A',
      aliases: ['decision'],
    }),
    decidedById: ref({ label: 'Decided by', to: 'member', filter: true }),
    decidedAt: instant({ label: 'Decided at', sort: true, aliases: ['date'] }),
    ...scope,
  },
})
