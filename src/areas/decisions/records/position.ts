import { all, any, equals, me, role, via } from '../../../engine/access.ts'
import { choice, flag, ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'

const mine = all(role('contributor'), me('byId'), via('decisionId'))

/** Where somebody stands on a decision, and why. Whoever is against what was chosen dissents, by name. */
export const position = record({
  name: 'position',
  plural: 'positions',
  says: { one: 'position', many: 'positions', what: 'Where somebody stands on a decision.' },
  prefix: 'POS',
  title: 'reasons',
  titleElse: 'ref',
  held: 'whole',
  derive: 'reading-only',
  read: all(via('decisionId'), any(me('byId'), equals('isShown', true))),
  create: mine,
  write: mine,
  order: '-updatedAt',
  unique: [['decisionId', 'byId']],
  fields: {
    decisionId: ref({
      label: 'Decision',
      to: 'decision',
      required: true,
      home: true,
      filter: true,
    }),
    stance: choice({
      label: 'Stance',
      options: { for: 'For', against: 'Against', abstains: 'Abstains' },
      required: true,
      filter: true,
    }),
    optionId: ref({ label: 'Option', to: 'option' }),
    reasons: text({ label: 'Reasons', max: 4000, lines: 'many', search: 'B' }),
    roundId: ref({ label: 'Blind round', to: 'round', filter: true, set: 'by-command' }),
    isShown: flag({ label: 'Shown', default: true, set: 'by-command' }),
    byId: ref({ label: 'By', to: 'actor', required: true, set: 'by-command' }),
  },
})
