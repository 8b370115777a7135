import { all, any, role, via } from '../../../engine/access.ts'
import { choice, list, number, ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'
import { hangsOnDecided } from '../rules/hangs-on-decided.ts'

/** What options of a decision, or ideas under a scoring model, are weighed by. */
export const criterion = record({
  name: 'criterion',
  plural: 'criteria',
  says: { one: 'criterion', many: 'criteria', what: 'What options or ideas are weighed by.' },
  prefix: 'CRIT',
  title: 'title',
  held: 'whole',
  derive: 'reading-only',
  read: any(via('decisionId'), via('modelId')),
  create: all(role('editor'), any(via('decisionId'), via('modelId'))),
  write: all(role('editor'), any(via('decisionId'), via('modelId'))),
  order: 'createdAt',
  law: hangsOnDecided,
  check: (row) => [
    ...((row['decisionId'] ?? null) === null && (row['modelId'] ?? null) === null
      ? [{ at: 'decisionId', says: 'Say of which decision or which scoring model it is one.' }]
      : []),
    ...(typeof row['least'] === 'number' &&
    typeof row['most'] === 'number' &&
    row['least'] >= row['most']
      ? [{ at: 'most', says: 'A scale ends above where it begins.' }]
      : []),
  ],
  fields: {
    decisionId: ref({ label: 'Decision', to: 'decision', home: true, filter: true }),
    modelId: ref({ label: 'Scoring model', to: 'scoring-model', home: true, filter: true }),
    title: text({ label: 'Title', max: 2000, required: true, search: 'A' }),
    name: text({
      label: 'Name in the formula',
      max: 40,
      help: 'A letter first, then letters, digits and _',
    }),
    unit: text({ label: 'Unit', max: 40 }),
    weight: number({ label: 'Weight', min: 0, default: 1 }),
    better: choice({
      label: 'Better when',
      options: { higher: 'Higher', lower: 'Lower' },
      default: 'higher',
    }),
    least: number({ label: 'Scale from' }),
    most: number({ label: 'Scale to' }),
    source: choice({
      label: 'Comes from',
      options: {
        ratings: 'Ratings',
        votes: 'Votes',
        people: 'Distinct people',
        companies: 'Distinct companies',
        revenue: 'Revenue of those who ask',
        evidence: 'Evidence strength',
        formula: 'Worked out of others',
      },
      default: 'ratings',
    }),
    formula: text({
      label: 'Formula',
      max: 4000,
      help: 'Over the names of other criteria, where it is worked out of them',
    }),
    raterIds: list({
      label: 'Who rates it',
      of: 'member',
      most: 50,
      help: 'Everybody without it',
    }),
    place: number({ label: 'Place', min: 0, help: 'Smaller stands first' }),
  },
})
