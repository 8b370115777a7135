import { all, any, me, role, via } from '../../../engine/access.ts'
import { number, ref, text } from '../../../engine/field.ts'
import { record } from '../../../engine/record.ts'
import { fileNameFaults } from '../rules/file-name.ts'

/**
 * A file on a record. It is seen by whoever sees what it is on, by nobody else. What it is was found out
 * from its bytes when they came; of that only its name can be changed.
 */
export const attachment = record({
  name: 'attachment',
  plural: 'attachments',
  says: { one: 'attachment', many: 'attachments', what: 'A file that somebody put on a record.' },
  prefix: 'ATT',
  title: 'name',
  held: 'paged',
  derive: 'reading-only',
  file: 'attach',
  read: via('onId'),
  create: all(role('contributor'), via('onId')),
  write: any(all(role('contributor'), me('createdById')), role('admin')),
  order: '-createdAt',
  check: ({ name }) => fileNameFaults(String(name)),
  fields: {
    onKind: text({ label: 'On which record', max: 40, required: true, set: 'by-command' }),
    onId: ref({
      label: 'On',
      to: 'any',
      kindIn: 'onKind',
      required: true,
      filter: true,
      set: 'by-command',
    }),
    name: text({
      label: 'File name',
      max: 200,
      required: true,
      search: 'A',
      help: 'Of an image it is read out in place of the picture: say what it shows',
    }),
    type: text({
      label: 'Media type',
      max: 127,
      required: true,
      set: 'by-command',
      help: 'What its content shows, whatever its name says',
    }),
    size: number({
      label: 'Size',
      whole: true,
      min: 1,
      required: true,
      unit: 'bytes',
      unitOfOne: 'byte',
      set: 'by-command',
    }),
    sha256: text({
      label: 'SHA-256',
      max: 64,
      required: true,
      set: 'by-command',
      help: 'The digest of what is kept, which is what one gets',
    }),
    width: number({
      label: 'Width',
      whole: true,
      min: 1,
      unit: 'pixels',
      unitOfOne: 'pixel',
      set: 'by-command',
      help: 'Only of an image that was drawn anew, and so is shown',
    }),
    height: number({
      label: 'Height',
      whole: true,
      min: 1,
      unit: 'pixels',
      unitOfOne: 'pixel',
      set: 'by-command',
    }),
  },
})
