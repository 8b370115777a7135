import { choice, prose, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'
import { changed, made, scope, seen } from '../../people/index.ts'

/** Something we want to learn from users, asked before anybody goes looking. An answer has its words. */
export const researchQuestion = record({
  name: 'research-question',
  plural: 'research-questions',
  says: {
    one: 'research question',
    many: 'research questions',
    what: 'Something we want to learn from the people who use the product.',
  },
  prefix: 'RQ',
  title: 'title',
  held: 'whole',
  read: seen,
  create: made('editor'),
  write: changed,
  order: '-createdAt',
  check: (row) =>
    row['state'] === 'answered' && (row['answer'] ?? null) === null
      ? [{ at: 'answer', says: 'An answered question needs its answer.' }]
      : [],
  fields: {
    title: text({ label: 'Question', max: 300, required: true, search: 'A' }),
    state: choice({
      label: 'State',
      options: { open: 'Open', answered: 'Answered', dropped: 'Dropped' },
      default: 'open',
      filter: true,
    }),
    answer: prose({ label: 'Answer', max: 50_000, search: 'B' }),
    ...scope,
  },
})
