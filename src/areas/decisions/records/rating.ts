import { all, any, equals, me, role, via } from '../../../engine/access.ts'
import { flag, number, ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'
import { rangeFaults } from '../rules/factors.ts'

const onSeen = any(via('ideaId'), via('decisionId'))
const mine = all(role('contributor'), me('raterId'), onSeen)

/**
 * What one person gives an idea, or an option of a decision, by one criterion: a value, a range of the
 * quantiles of 10, 50 and 90 %, or words. In a blind round the others see it once the round is shown.
 */
export const rating = record({
  name: 'rating',
  plural: 'ratings',
  says: {
    one: 'rating',
    many: 'ratings',
    what: 'What somebody gives an idea or an option by one criterion.',
  },
  prefix: 'RATE',
  title: 'ref',
  held: 'whole',
  derive: 'reading-only',
  read: all(onSeen, any(me('raterId'), equals('isShown', true))),
  create: mine,
  // No command changes what another gave; merging ideas takes it along to the idea that stays.
  write: any(mine, all(role('editor'), equals('isShown', true), onSeen)),
  order: '-updatedAt',
  unique: [
    ['criterionId', 'ideaId', 'raterId'],
    ['criterionId', 'optionId', 'raterId'],
  ],
  check: rangeFaults,
  fields: {
    criterionId: ref({
      label: 'Criterion',
      to: 'criterion',
      required: true,
      home: true,
      filter: true,
    }),
    ideaId: ref({ label: 'Idea', to: 'idea', home: true, filter: true }),
    decisionId: ref({ label: 'Decision', to: 'decision', home: true, filter: true }),
    optionId: ref({ label: 'Option', to: 'option', home: true, filter: true }),
    low: number({ label: 'Low', help: 'One time in ten it is less' }),
    likely: number({ label: 'Likely', help: 'As often less as more' }),
    high: number({ label: 'High', help: 'One time in ten it is more' }),
    words: text({ label: 'In words', max: 500 }),
    abstains: flag({ label: 'Abstains', default: false, help: 'Does not want to say' }),
    roundId: ref({ label: 'Blind round', to: 'round', filter: true, set: 'by-command' }),
    isShown: flag({ label: 'Shown', default: true, set: 'by-command' }),
    raterId: ref({ label: 'By', to: 'actor', required: true, set: 'by-command' }),
  },
})
