import { all, role, via } from '../../../engine/access.ts'
import { flag, number, ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'
import { hangsOnDecided } from '../rules/hangs-on-decided.ts'

/** One of the ways a decision could go; doing nothing is one too. */
export const option = record({
  name: 'option',
  plural: 'options',
  says: { one: 'option', many: 'options', what: 'One of the ways a decision could go.' },
  prefix: 'OPT',
  title: 'title',
  held: 'whole',
  read: via('decisionId'),
  create: all(role('editor'), via('decisionId')),
  write: all(role('editor'), via('decisionId')),
  order: 'createdAt',
  law: hangsOnDecided,
  fields: {
    decisionId: ref({
      label: 'Decision',
      to: 'decision',
      required: true,
      home: true,
      filter: true,
    }),
    title: text({ label: 'Title', max: 300, required: true, search: 'A' }),
    detail: text({ label: 'Detail', max: 10_000, lines: 'many' }),
    pros: text({
      label: 'For it',
      max: 10_000,
      lines: 'many',
      help: 'What speaks for it, a line each; or that nothing was found',
      aliases: ['good', 'advantages'],
    }),
    cons: text({
      label: 'Against it',
      max: 10_000,
      lines: 'many',
      help: 'What speaks against it, a line each; or that nothing was found',
      aliases: ['bad', 'disadvantages'],
    }),
    isNothing: flag({ label: 'Do nothing', default: false }),
    place: number({ label: 'Place', min: 0, help: 'Smaller stands first' }),
  },
})
