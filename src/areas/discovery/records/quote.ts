import { all, role, via } from '../../../engine/access.ts'
import { number, ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'

/** A passage of a feedback. Offsets count code points; the words and their surroundings are kept with it. */
export const quote = record({
  name: 'quote',
  plural: 'quotes',
  says: { one: 'quote', many: 'quotes', what: 'A passage of a feedback that shows something.' },
  prefix: 'QT',
  station: 'heard',
  title: 'text',
  held: 'paged',
  derive: 'reading-only',
  read: via('feedbackId'),
  create: all(role('contributor'), via('feedbackId')),
  write: all(role('contributor'), via('feedbackId')),
  order: '-createdAt',
  fields: {
    feedbackId: ref({
      label: 'Feedback',
      to: 'feedback',
      required: true,
      home: true,
      line: 'below',
      reads: { forth: 'quotes', back: 'is quoted in' },
      filter: true,
    }),
    start: number({
      label: 'From',
      whole: true,
      min: 0,
      required: true,
      unit: 'characters',
      unitOfOne: 'character',
    }),
    end: number({
      label: 'To',
      whole: true,
      min: 1,
      required: true,
      unit: 'characters',
      unitOfOne: 'character',
    }),
    text: text({
      label: 'Words',
      max: 10_000,
      lines: 'many',
      required: true,
      set: 'by-command',
      search: 'A',
    }),
    before: text({ label: 'Before', max: 40, lines: 'many', set: 'by-command' }),
    after: text({ label: 'After', max: 40, lines: 'many', set: 'by-command' }),
  },
})
