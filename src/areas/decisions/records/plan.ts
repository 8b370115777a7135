import { choice, instant, list, number, ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'
import { changed, made, scope, seen } from '../../people/index.ts'

/** A version of what we could do in a period: the ideas in it, and the rules it was chosen under. */
export const plan = record({
  name: 'plan',
  plural: 'plans',
  says: {
    one: 'plan version',
    many: 'plan versions',
    what: 'The ideas we would do in a period, and the rules they were chosen under.',
  },
  prefix: 'PLAN',
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
      options: { scenario: 'Scenario', baseline: 'Baseline' },
      default: 'scenario',
      filter: true,
      set: 'by-command',
    }),
    period: text({
      label: 'Period',
      max: 40,
      required: true,
      filter: true,
      help: 'Such as 2026, 2026-Q4 or 2026-11',
    }),
    ideaIds: list({ label: 'Ideas in it', of: 'idea', most: 1000, set: 'by-command' }),
    mustIds: list({ label: 'Must be in', of: 'idea', most: 200, set: 'by-command' }),
    neverIds: list({ label: 'Must not be in', of: 'idea', most: 200, set: 'by-command' }),
    shares: list({
      label: 'Least shares',
      of: 'text',
      most: 20,
      help: 'Of what is spent, such as OBJ-3: 20 %',
    }),
    value: number({ label: 'Value', set: 'by-command' }),
    gap: number({
      label: 'Proven gap',
      min: 0,
      set: 'by-command',
      help: 'No set is better by more than this share',
    }),
    solvedAt: instant({ label: 'Solved at', set: 'by-command' }),
    decisionId: ref({ label: 'Decision', to: 'decision', set: 'by-command' }),
    ...scope,
  },
})
