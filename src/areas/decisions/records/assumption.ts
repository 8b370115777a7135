import { all, role, via } from '../../../engine/access.ts'
import { choice, ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'
import { assumesOfDecided } from '../rules/hangs-on-decided.ts'

/** What must be true for a decision to be right. */
export const assumption = record({
  name: 'assumption',
  plural: 'assumptions',
  says: {
    one: 'assumption',
    many: 'assumptions',
    what: 'What must be true for a decision to be right.',
  },
  prefix: 'ASM',
  title: 'text',
  held: 'whole',
  read: via('decisionId'),
  create: all(role('editor'), via('decisionId')),
  write: all(role('editor'), via('decisionId')),
  order: 'createdAt',
  law: assumesOfDecided,
  fields: {
    decisionId: ref({
      label: 'Decision',
      to: 'decision',
      required: true,
      home: true,
      filter: true,
    }),
    text: text({ label: 'Assumption', max: 1000, lines: 'many', required: true, search: 'A' }),
    risk: choice({
      label: 'Risk',
      options: {
        value: 'Value',
        usability: 'Usability',
        feasibility: 'Feasibility',
        viability: 'Business viability',
      },
      filter: true,
      help: 'The four risks (Cagan)',
    }),
    state: choice({
      label: 'State',
      options: { untested: 'Untested', holds: 'Holds', broken: 'Broken' },
      default: 'untested',
      filter: true,
    }),
  },
})
