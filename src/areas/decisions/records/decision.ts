import { choice, date, instant, list, number, prose, ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'
import { changed, made, scope, seen } from '../../people/index.ts'
import { staysDecided } from '../rules/stays-decided.ts'

/**
 * What commits us. Through a two-way door it is one sentence, who and when; through a one-way door it is
 * the whole record, with at least two options and a day to look again. What it settles is a link.
 */
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
  titleElse: 'question',
  held: 'whole',
  read: seen,
  create: made('editor'),
  write: changed,
  order: '-createdAt',
  law: staysDecided,
  check: (row) =>
    String(row['sentence'] ?? '').trim() !== '' || row['state'] === 'open'
      ? []
      : [{ at: 'sentence', says: 'Say in a sentence what was decided.' }],
  fields: {
    sentence: text({
      label: 'Sentence',
      max: 1000,
      lines: 'many',
      search: 'A',
      help: 'What we decided; missing while it is open',
      aliases: ['decision'],
    }),
    question: text({ label: 'Question', max: 1000, lines: 'many', search: 'A' }),
    door: choice({
      label: 'Door',
      options: { 'two-way': 'Two-way', 'one-way': 'One-way' },
      default: 'two-way',
      filter: true,
      help: 'How hard it is to go back',
    }),
    kind: choice({
      label: 'Kind',
      options: { choice: 'Choice', refusal: 'Conditional no', course: 'Change of course' },
      default: 'choice',
      filter: true,
    }),
    state: choice({
      label: 'State',
      options: {
        open: 'Open',
        decided: 'In force',
        'under-review': 'Under review',
        superseded: 'Superseded',
        reversed: 'Reversed',
      },
      default: 'decided',
      filter: true,
      set: 'by-command',
      aliases: ['status'],
    }),
    context: prose({ label: 'Context', max: 50_000, search: 'B', aliases: ['background'] }),
    reasons: text({ label: 'Reasons', max: 20_000, lines: 'many', search: 'B' }),
    consequences: text({
      label: 'Consequences',
      max: 10_000,
      lines: 'many',
      help: 'What follows from it, good and bad, a line each',
    }),
    premortem: text({
      label: 'Pre-mortem',
      max: 10_000,
      lines: 'many',
      help: 'It failed. Why?',
    }),
    more: text({
      label: 'More',
      max: 50_000,
      lines: 'many',
      help: 'What else belongs to it, such as links, in Markdown',
      aliases: ['more information', 'links'],
    }),
    dueOn: date({ label: 'Due', sort: true, aliases: ['deadline'] }),
    otherwise: text({
      label: 'Otherwise',
      max: 1000,
      lines: 'many',
      help: 'What holds if nobody has decided by then',
    }),
    escalateToId: ref({ label: 'Then goes to', to: 'member' }),
    driverId: ref({ label: 'Driver', to: 'member', filter: true }),
    approverId: ref({ label: 'Approver', to: 'member', filter: true }),
    contributorIds: list({ label: 'Contributors', of: 'member', most: 50 }),
    informedIds: list({ label: 'Informed', of: 'member', most: 200 }),
    chosenId: ref({ label: 'Chosen', to: 'option', set: 'by-command' }),
    reviewOn: date({ label: 'Look again', sort: true, aliases: ['review date'] }),
    openedAt: instant({ label: 'Opened at', set: 'by-command' }),
    decidedById: ref({ label: 'Decided by', to: 'member', filter: true }),
    decidedAt: instant({ label: 'Decided at', sort: true, aliases: ['date'] }),
    evidenceSeq: number({
      label: 'Evidence as of',
      whole: true,
      set: 'by-command',
      help: 'The commit up to which the evidence was seen',
    }),
    evidenceHash: text({ label: 'Evidence hash', max: 64, set: 'by-command' }),
    supersedesId: ref({ label: 'Supersedes', to: 'decision', filter: true, set: 'by-command' }),
    ...scope,
  },
})
