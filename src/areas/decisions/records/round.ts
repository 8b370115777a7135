import { all, role } from '../../../engine/access.ts'
import { choice, date, instant, list, ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'
import { scope, seen } from '../../people/index.ts'

/** Several people answer without seeing each other's answers until all are in, or it is closed. */
export const round = record({
  name: 'round',
  plural: 'rounds',
  says: {
    one: 'blind round',
    many: 'blind rounds',
    what: 'Several people answer, and see what the others said once all are in.',
  },
  prefix: 'ROUND',
  title: 'title',
  held: 'whole',
  derive: 'reading-only',
  read: seen,
  create: all(role('contributor'), seen),
  write: all(role('contributor'), seen),
  order: '-createdAt',
  fields: {
    title: text({ label: 'Title', max: 300, required: true, search: 'A' }),
    decisionId: ref({ label: 'Decision', to: 'decision', home: true, filter: true }),
    modelId: ref({ label: 'Scoring model', to: 'scoring-model', filter: true }),
    predictionId: ref({ label: 'Prediction', to: 'prediction', home: true, filter: true }),
    ideaIds: list({ label: 'Ideas', of: 'idea', most: 200 }),
    raterIds: list({ label: 'Who answers', of: 'member', most: 50, required: true }),
    dueOn: date({ label: 'Due', sort: true }),
    state: choice({
      label: 'State',
      options: { open: 'Open', complete: 'All are in', shown: 'Shown' },
      default: 'open',
      filter: true,
      set: 'by-command',
    }),
    answeredIds: list({
      label: 'People who have answered',
      of: 'member',
      most: 50,
      set: 'by-command',
    }),
    abstainedIds: list({
      label: 'People who have abstained',
      of: 'member',
      most: 50,
      set: 'by-command',
      help: 'Handed in without an answer to everything',
    }),
    shownAt: instant({ label: 'Shown at', set: 'by-command' }),
    ...scope,
  },
})
