import { choice, prose, ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'
import { changed, made, scope, seen } from '../../people/index.ts'

/** What somebody needs, suffers from or aspires to. The evidence of a part is evidence of the whole. */
export const need = record({
  name: 'need',
  plural: 'needs',
  says: {
    one: 'need',
    many: 'needs',
    what: 'A need, a pain or an aspiration of the people we build for.',
  },
  prefix: 'NEED',
  station: 'framed',
  title: 'title',
  held: 'whole',
  read: seen,
  create: made('editor'),
  write: changed,
  order: '-createdAt',
  fields: {
    title: text({ label: 'Title', max: 300, required: true, search: 'A' }),
    kind: choice({
      label: 'Kind',
      options: { need: 'Need', pain: 'Pain', aspiration: 'Aspiration' },
      default: 'need',
      filter: true,
    }),
    detail: prose({ label: 'Detail', max: 50_000, search: 'B' }),
    parentId: ref({
      label: 'Part of',
      to: 'need',
      line: 'above',
      reads: { forth: 'is part of', back: 'holds' },
      rollsUp: true,
      filter: true,
    }),
    ...scope,
  },
})
