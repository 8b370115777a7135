import { all, role, via } from '../../../engine/access.ts'
import { date, ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'

/** That a finding of the lint on a record is accepted, why, and until when. */
export const waiver = record({
  name: 'waiver',
  plural: 'waivers',
  says: {
    one: 'waiver',
    many: 'waivers',
    what: 'That a finding of the lint is accepted, with the reason.',
  },
  prefix: 'WAIV',
  title: 'reasons',
  held: 'whole',
  derive: 'reading-only',
  read: via('onId'),
  create: all(role('editor'), via('onId')),
  write: all(role('editor'), via('onId')),
  order: '-createdAt',
  unique: [['rule', 'onId']],
  fields: {
    rule: text({ label: 'Rule', max: 60, required: true, filter: true }),
    onKind: text({ label: 'On which record', max: 40, required: true, set: 'by-command' }),
    onId: ref({
      label: 'On',
      to: 'any',
      kindIn: 'onKind',
      required: true,
      filter: true,
      set: 'by-command',
    }),
    reasons: text({ label: 'Reasons', max: 1000, lines: 'many', required: true }),
    until: date({ label: 'Until', help: 'For good without it' }),
  },
})
