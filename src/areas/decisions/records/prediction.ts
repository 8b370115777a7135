import { choice, date, instant, list, number, ref, text } from '../../../engine/field.ts'
import { denied } from '../../../engine/problem.ts'
import { record } from '../../../engine/record.ts'
import { sentence } from '../../../engine/words.ts'
import { changed, made, scope, seen } from '../../people/index.ts'
import { answersIn, kindIn } from '../rules/odds.ts'
import { differsInAsked } from '../rules/prediction-lock.ts'

/** What we expect, said so that a day and a rule will show whether it came. */
export const prediction = record({
  name: 'prediction',
  plural: 'predictions',
  says: {
    one: 'prediction',
    many: 'predictions',
    what: 'What we expect, with the day and the rule by which we will know.',
  },
  prefix: 'PRED',
  title: 'question',
  held: 'whole',
  derive: 'reading-only',
  read: seen,
  create: made('editor'),
  write: changed,
  order: '-createdAt',
  check: (row) =>
    kindIn(row) === 'choice' && new Set(answersIn(row)).size < Math.max(2, answersIn(row).length)
      ? [{ at: 'answers', says: 'Give at least two answers, each once.' }]
      : [],
  law: ({ before, after }) =>
    before !== undefined &&
    after !== undefined &&
    after['state'] !== 'open' &&
    differsInAsked(before, after)
      ? Promise.reject(
          denied(sentence('{ref} is locked: an undo does not reword it.', { ref: after.ref })),
        )
      : Promise.resolve(),
  fields: {
    question: text({
      label: 'Question',
      max: 500,
      required: true,
      search: 'A',
      aliases: ['prediction', 'statement'],
    }),
    kind: choice({
      label: 'Kind',
      options: {
        binary: 'Yes or no',
        choice: 'One of several',
        quantity: 'A number',
        date: 'A date',
      },
      default: 'binary',
      filter: true,
    }),
    answers: list({
      label: 'Answers',
      of: 'text',
      most: 20,
      help: 'For one of several: what could come',
    }),
    unit: text({ label: 'Unit', max: 40 }),
    about: choice({
      label: 'Asks',
      options: {
        metric: 'Will it move the metric?',
        delivery: 'Will it ship in the range?',
        adoption: 'Will they adopt it?',
        other: 'Something else',
      },
      default: 'other',
      filter: true,
    }),
    decisionId: ref({ label: 'Decision', to: 'decision', filter: true }),
    ideaId: ref({ label: 'Idea', to: 'idea', filter: true }),
    metricId: ref({ label: 'Metric', to: 'metric', filter: true }),
    passes: choice({
      label: 'Comes true when the metric is',
      options: { 'at-least': 'At least', 'at-most': 'At most' },
    }),
    threshold: number({
      label: 'Threshold',
      help: 'With a metric: its readings then say what seems to have come',
    }),
    rule: text({
      label: 'Resolved by',
      max: 1000,
      lines: 'many',
      required: true,
      help: 'How anybody can tell what came',
    }),
    resolvesOn: date({ label: 'Resolves on', required: true, sort: true }),
    state: choice({
      label: 'State',
      options: { open: 'Open', locked: 'Locked', resolved: 'Resolved', void: 'Void' },
      default: 'open',
      filter: true,
      set: 'by-command',
    }),
    lockedAt: instant({ label: 'Locked at', set: 'by-command' }),
    came: number({
      label: 'What came',
      set: 'by-command',
      help: '1 or 0 for yes or no; the place of the answer from 0; the number',
    }),
    cameOn: date({ label: 'Came on', set: 'by-command' }),
    resolvedAt: instant({ label: 'Resolved at', sort: true, set: 'by-command' }),
    resolvedById: ref({ label: 'Resolved by whom', to: 'actor', set: 'by-command' }),
    note: text({ label: 'Note', max: 2000, lines: 'many', set: 'by-command' }),
    ...scope,
  },
})
